package io.legame.customers.web;

import io.legame.customers.ChoiceList;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldDraft;
import io.legame.customers.CustomFields;
import io.legame.platform.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One custom field to describe.
 *
 * @param field null for a new one
 * @param conversion what another type would make of its values, to be agreed to
 * @param lacking customers that it is required of and who lack it
 * @param problem why it was refused, as a sentence
 */
public record CustomFieldPage(
        @Nullable CustomField field,
        CustomFieldDraft form,
        List<ChoiceList> lists,
        CustomFields.@Nullable Conversion conversion,
        long lacking,
        @Nullable String problem)
        implements View {
    public String path() {
        return field == null
                ? "/customers/fields"
                : "/customers/fields/" + field.id().value();
    }
}
