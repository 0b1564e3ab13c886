package io.legame.customers.web;

import io.legame.customers.CustomFieldId;
import io.legame.customers.CustomFieldType;
import io.legame.customers.CustomFields;
import io.legame.customers.FieldMask;
import io.legame.platform.Shell;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of custom fields in a form, and as people read them. */
public final class CustomTexts {
    private static final Pattern NAME = Pattern.compile("custom\\.([0-9]{1,18})(\\.[a-z0-9]{1,20})?");
    private static final String CURRENCY = ".currency";

    private CustomTexts() {}

    /** Several inputs may be one field: boxes to tick, an amount and its currency. */
    static Map<CustomFieldId, List<String>> posted(Map<String, String> form) {
        var texts = new HashMap<CustomFieldId, List<String>>();
        form.keySet().stream().sorted().forEach(name -> {
            Matcher parts = NAME.matcher(name);
            if (parts.matches()) {
                var field = new CustomFieldId(Long.parseLong(parts.group(1)));
                List<String> values = texts.computeIfAbsent(field, id -> new ArrayList<>());
                String value = form.getOrDefault(name, "").strip();
                boolean needless = CURRENCY.equals(parts.group(2)) && values.isEmpty();
                if (!value.isEmpty() && !needless) {
                    values.add(value);
                }
            }
        });
        return texts;
    }

    static Map<CustomFieldId, List<String>> of(List<CustomFields.Held> held) {
        var texts = new HashMap<CustomFieldId, List<String>>();
        held.forEach(each -> texts.put(each.field().id(), texts(each)));
        return texts;
    }

    private static List<String> texts(CustomFields.Held held) {
        return held.typed() instanceof List<?> labels
                ? labels.stream().map(Object::toString).toList()
                : List.of(held.text());
    }

    /** As people read it. */
    public static String shown(Shell shell, CustomFields.Held held) {
        return switch (held.typed()) {
            case null -> held.text();
            case BigDecimal number -> shell.decimal(number);
            case LocalDate date -> shell.date(date);
            case Boolean answer -> shell.text(answer ? "customers.yes" : "customers.no");
            default -> held.field().type() == CustomFieldType.MONEY ? money(shell, held.text()) : held.text();
        };
    }

    private static String money(Shell shell, String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 2) {
            return text;
        }
        var format = NumberFormat.getCurrencyInstance(shell.locale());
        format.setCurrency(Currency.getInstance(parts[1]));
        return format.format(new BigDecimal(parts[0]));
    }

    public static boolean isLink(CustomFields.Held held) {
        return held.field().type() == CustomFieldType.LINK && held.typed() != null && !FieldMask.masked(held.text());
    }
}
