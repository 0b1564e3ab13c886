package io.legame.customers.web;

import io.legame.access.UnitId;
import io.legame.customers.BulkChange;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldId;
import io.legame.customers.CustomerField;
import io.legame.platform.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is to be done to many customers, as programs send it.
 *
 * @param action write, empty, add, take, assign, unassign, archive or delete
 * @param field its code, such as language; custom. and its code for one of the company's own
 * @param value a text, number, yes or no; several for a field of several choices
 * @param unit the number of a shop or a team
 */
record BulkOrder(
        @Nullable String action,
        @Nullable String field,
        @Nullable Object value,
        @Nullable Integer unit,
        @Nullable Who customers) {
    private static final String OWN = "custom.";

    /**
     * Who is meant: customers by number, or everybody who is found and chosen.
     *
     * @param filter in the language of segments
     */
    record Who(
            @Nullable List<@Nullable Long> ids,
            @Nullable String q,
            @Nullable JsonNode filter) {
        /** Nobody means all customers by saying nothing, nor by a name that is misspelt. */
        boolean isSaid() {
            boolean chosen = (q != null && !q.isBlank()) || json() != null;
            return chosen != (ids != null);
        }

        @Nullable
        String json() {
            return filter == null || filter.isNull() ? null : filter.toString();
        }
    }

    /** @throws Refusal when it is none */
    BulkChange change(List<CustomField> inUse) {
        if (action == null) {
            throw Refusal.of("customers.bulk.error.what");
        }
        return switch (action) {
            case "write" -> written(texts(), inUse);
            case "empty" -> written(List.of(), inUse);
            case "add" -> new BulkChange.AddChoices(own(inUse), texts());
            case "take" -> new BulkChange.TakeChoices(own(inUse), texts());
            case "assign" -> new BulkChange.Assign(whose());
            case "unassign" -> new BulkChange.Unassign(whose());
            case "archive" -> new BulkChange.Archive();
            case "delete" -> new BulkChange.Delete();
            default -> throw Refusal.of("customers.bulk.error.action", action);
        };
    }

    private BulkChange written(List<String> texts, List<CustomField> inUse) {
        Optional<CustomerField> plain = CustomerField.of(name());
        if (plain.isEmpty()) {
            return new BulkChange.WriteOwn(own(inUse), texts);
        }
        if (texts.size() > 1) {
            throw Refusal.of("customers.bulk.error.value", String.join(", ", texts));
        }
        return new BulkChange.Write(plain.get(), texts.isEmpty() ? null : texts.getFirst());
    }

    private CustomFieldId own(List<CustomField> inUse) {
        return inUse.stream()
                .filter(each -> (OWN + each.code()).equals(name()))
                .map(CustomField::id)
                .findFirst()
                .orElseThrow(() -> Refusal.of("customers.error.noField", name()));
    }

    private String name() {
        if (field == null) {
            throw Refusal.of("customers.bulk.error.which");
        }
        return field;
    }

    /** Emptying is an action of its own. */
    private List<String> texts() {
        List<String> texts = value == null ? List.of() : CustomBody.texts(value);
        if (texts.stream().allMatch(String::isBlank)) {
            throw Refusal.of("customers.bulk.error.nothing");
        }
        return texts;
    }

    private UnitId whose() {
        return new UnitId(unit == null ? 0 : unit);
    }
}
