package io.legame.intake.web;

import io.legame.intake.DateOrder;
import io.legame.intake.Field;
import io.legame.intake.ImportKind;
import io.legame.intake.PlanChange;
import io.legame.timeline.Channel;
import java.util.ArrayList;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The form of a draft: every control is always sent, a box that is not ticked is a no. */
final class PlanForm {
    /** Before the code of a custom field. */
    static final String CUSTOM = "custom.";

    private PlanForm() {}

    static PlanChange read(MultiValueMap<String, String> form) {
        var fields = new ArrayList<@Nullable Field>();
        var custom = new HashMap<Integer, String>();
        for (int column = 0; form.containsKey("field" + column); column++) {
            String meaning = value(form, "field" + column);
            fields.add(Field.of(meaning).orElse(null));
            if (meaning.startsWith(CUSTOM)) {
                custom.put(column, meaning.substring(CUSTOM.length()));
            }
        }
        String delimiter = value(form, "delimiter");
        String decimalSign = value(form, "decimalSign");
        return new PlanChange(
                ImportKind.of(value(form, "kind")).orElse(null),
                value(form, "source").isBlank() ? null : value(form, "source").strip(),
                value(form, "encoding").isEmpty() ? null : value(form, "encoding"),
                delimiter.isEmpty() ? null : delimiter.equals("tab") ? Character.valueOf('\t') : delimiter.charAt(0),
                form.containsKey("header"),
                firstLine(value(form, "firstLine")),
                value(form, "sheet").isEmpty() ? null : value(form, "sheet"),
                fields,
                value(form, "dateOrder").isEmpty() ? null : DateOrder.of(value(form, "dateOrder")),
                decimalSign.isEmpty() ? null : decimalSign.charAt(0),
                form.containsKey("wholeNumbers"),
                value(form, "channel").isEmpty() ? null : Channel.of(value(form, "channel")),
                form.getFirst("touchpoint"),
                form.containsKey("createCustomers"),
                form.containsKey("createProducts"),
                null,
                custom);
    }

    /** Null for what is no line. */
    private static @Nullable Integer firstLine(String text) {
        return text.matches("[1-9]\\d{0,6}") ? Integer.valueOf(text) : null;
    }

    private static String value(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value;
    }
}
