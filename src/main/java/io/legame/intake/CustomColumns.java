package io.legame.intake;

import io.legame.customers.CustomField;
import io.legame.customers.CustomFields;
import io.legame.wording.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Finds out which columns of a file are custom fields of customers. */
@Component
class CustomColumns {
    private final CustomFields fields;

    CustomColumns(CustomFields fields) {
        this.fields = fields;
    }

    /** The plan with the columns that nothing else takes and that are called as a field is. */
    Plan recognised(Plan plan) {
        List<CustomField> inUse = plan.kind() == ImportKind.CUSTOMERS ? fields.inUse() : List.of();
        if (inUse.isEmpty()) {
            return plan;
        }
        var custom = new TreeMap<>(plan.custom());
        for (int column = 0; column < plan.headers().size(); column++) {
            if (plan.fields().get(column) == null && !custom.containsKey(column)) {
                String header = Folding.fold(plan.headers().get(column));
                int at = column;
                inUse.stream()
                        .filter(field -> header.equals(Folding.fold(field.name()))
                                || header.equals(field.code())
                                || header.equals("custom." + field.code()))
                        .filter(field -> !custom.containsValue(field.code()))
                        .findFirst()
                        .ifPresent(field -> custom.put(at, field.code()));
            }
        }
        return plan.with(custom);
    }

    /** The fields of the plan's custom columns that are in use, by the place of their cells in a row. */
    Map<Integer, CustomField> of(Plan plan) {
        var places = new TreeMap<Integer, CustomField>();
        if (plan.custom().isEmpty()) {
            return places;
        }
        List<CustomField> inUse = fields.inUse();
        var codes = new ArrayList<>(new TreeMap<>(plan.custom()).values());
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            int place = plan.mapped().size() + i;
            inUse.stream()
                    .filter(field -> field.code().equals(code))
                    .findFirst()
                    .ifPresent(field -> places.put(place, field));
        }
        return places;
    }
}
