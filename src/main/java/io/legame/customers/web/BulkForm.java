package io.legame.customers.web;

import io.legame.access.UnitId;
import io.legame.customers.BulkChange;
import io.legame.customers.CustomFieldId;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.platform.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a form says is to be done to many customers. */
final class BulkForm {
    private BulkForm() {}

    /**
     * @param form {@code do} says what: field, unit, archive or delete; a field's values are called as in the form of a
     *     customer
     * @param language how numbers are written
     */
    static BulkChange read(Map<String, String> form, Locale language) {
        String how = form.getOrDefault("how", "write");
        return switch (form.getOrDefault("do", "")) {
            case "archive" -> new BulkChange.Archive();
            case "delete" -> new BulkChange.Delete();
            case "unit" -> {
                var unit = new UnitId(number(form.get("unit")));
                yield how.equals("take") ? new BulkChange.Unassign(unit) : new BulkChange.Assign(unit);
            }
            case "field" -> field(form, how, language);
            default -> throw Refusal.of("customers.bulk.error.what");
        };
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static BulkChange field(Map<String, String> form, String how, Locale language) {
        String name = form.getOrDefault("field", "");
        if (CustomFieldId.isName(name)) {
            CustomFieldId id = CustomFieldId.ofName(name);
            List<String> texts = CustomTexts.posted(form).getOrDefault(id, List.of());
            return switch (how) {
                case "empty" -> new BulkChange.WriteOwn(id, List.of());
                case "add" -> new BulkChange.AddChoices(id, said(texts));
                case "take" -> new BulkChange.TakeChoices(id, said(texts));
                default -> new BulkChange.WriteOwn(id, said(texts));
            };
        }
        CustomerField field = CustomerField.of(name).orElseThrow(() -> Refusal.of("customers.bulk.error.what"));
        return new BulkChange.Write(field, how.equals("empty") ? null : text(form, field, language));
    }

    /** Emptying is another choice: nobody empties a field of thousands by leaving an input blank. */
    private static List<String> said(List<String> texts) {
        if (texts.stream().allMatch(String::isBlank)) {
            throw Refusal.of("customers.bulk.error.nothing");
        }
        return texts;
    }

    private static String text(Map<String, String> form, CustomerField field, Locale language) {
        CustomerDraft draft = WrittenFields.posted(form, language).draft();
        BigDecimal income = draft.annualIncome();
        Object value = switch (field) {
            case ANNUAL_INCOME -> income == null ? null : income.toPlainString();
            case CHILDREN -> draft.children();
            case HOME_OWNER -> draft.homeOwner();
            default -> null;
        };
        String text = value == null ? draft.text(field) : value.toString();
        return said(List.of(text == null ? "" : text)).getFirst();
    }
}
