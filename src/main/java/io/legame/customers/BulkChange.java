package io.legame.customers;

import io.legame.access.UnitId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is done to each of many customers. */
public sealed interface BulkChange {
    /** What is the same for many: nothing that somebody is known by, nor a name. */
    Set<CustomerField> FIELDS = Collections.unmodifiableSet(EnumSet.of(
            CustomerField.JOB_TITLE,
            CustomerField.GENDER,
            CustomerField.POSTCODE,
            CustomerField.TOWN,
            CustomerField.PROVINCE,
            CustomerField.REGION,
            CustomerField.COUNTRY,
            CustomerField.LANGUAGE,
            CustomerField.MARITAL_STATUS,
            CustomerField.EDUCATION,
            CustomerField.OCCUPATION,
            CustomerField.ANNUAL_INCOME,
            CustomerField.CHILDREN,
            CustomerField.HOME_OWNER,
            CustomerField.WEBSITE,
            CustomerField.NOTE));

    /** What writes a field, and is taken back through the history of fields. */
    sealed interface Written extends BulkChange {}

    /** @param text as it was written, numbers and yes or no as JSON writes them; null empties the field */
    record Write(CustomerField field, @Nullable String text) implements Written {}

    /** @param texts as {@link CustomDraft} has them; none empties the field */
    record WriteOwn(CustomFieldId field, List<String> texts) implements Written {
        public WriteOwn {
            texts = List.copyOf(texts);
        }
    }

    /** Adds to what was chosen in a field of several choices. */
    record AddChoices(CustomFieldId field, List<String> labels) implements Written {
        public AddChoices {
            labels = List.copyOf(labels);
        }
    }

    /** Takes from what was chosen. */
    record TakeChoices(CustomFieldId field, List<String> labels) implements Written {
        public TakeChoices {
            labels = List.copyOf(labels);
        }
    }

    /** Makes them customers of the unit's. */
    record Assign(UnitId unit) implements BulkChange {}

    /** Takes that back; who was met there stays one of theirs. */
    record Unassign(UnitId unit) implements BulkChange {}

    record Archive() implements BulkChange {}

    /** For {@link Leaving#WAITING_DAYS} days they can be restored. */
    record Delete() implements BulkChange {}
}
