package io.legame.segments;

import io.legame.customers.ChoiceLists;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldDraft;
import io.legame.customers.CustomFieldType;
import io.legame.customers.CustomFields;
import io.legame.customers.CustomerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fields of a shop's own, one of each type, with values that were stored under other types too. */
record ShopFields(CustomFields fields, ChoiceLists lists) {
    static final List<String> TEXTS = List.of("Nina", "il Rosso", "L'Aquila", "'; drop table customer; --", "100%_\\");
    private static final List<String> NUMBERS =
            List.of("38", "40.5", "-3", "0", "39,5", "1.234,5", "1,234.5", "many", "4 0");
    private static final List<String> AMOUNTS =
            List.of("100.00 EUR", "50.55 EUR", "-20.00 EUR", "80.00 USD", "70", "12,5", "EUR");
    private static final List<String> DATES =
            List.of("2020-02-29", "1999-12-31", "31/12/1999", "1.3.2021", "2021-02-30", "soon");
    private static final List<String> ANSWERS = List.of("true", "false", "Sì", "NO", "x", "perhaps");

    List<CustomField> create() {
        var all = new ArrayList<CustomField>();
        all.add(field("Nickname", CustomFieldType.TEXT, null));
        all.add(field("Shoe size", CustomFieldType.NUMBER, null));
        all.add(field("Credit", CustomFieldType.MONEY, null));
        all.add(field("Joined on", CustomFieldType.DATE, null));
        all.add(field("Club member", CustomFieldType.YES_NO, null));
        all.add(field(
                "Colour",
                CustomFieldType.CHOICE,
                lists.create("Colours", List.of("Red", "Blue, dark", "<b>")).id()));
        all.add(field(
                "Sports",
                CustomFieldType.CHOICES,
                lists.create("Sports", List.of("Ski", "Golf", "Swimming")).id()));
        return all;
    }

    private CustomField field(String name, CustomFieldType type, @Nullable Long list) {
        return fields.create(new CustomFieldDraft(name, null, type, null, "", false, false, null, list));
    }

    /** As the database holds them. */
    static @Nullable String values(List<CustomField> fields, Random random) {
        var values = new ArrayList<String>();
        for (CustomField field : fields) {
            if (random.nextInt(4) > 0) {
                values.add("\"" + field.id().value() + "\":" + value(field, random));
            }
        }
        return values.isEmpty() ? null : "{" + String.join(",", values) + "}";
    }

    private static String value(CustomField field, Random random) {
        return switch (field.type()) {
            case TEXT, LINK, EMAIL, PHONE -> quoted(any(TEXTS, random));
            case NUMBER -> quoted(any(NUMBERS, random));
            case MONEY -> quoted(any(AMOUNTS, random));
            case DATE -> quoted(any(DATES, random));
            case YES_NO -> quoted(any(ANSWERS, random));
            case CHOICE ->
                random.nextInt(4) == 0
                        ? quoted(any(List.of("red", "blue, dark", "none of them"), random))
                        : "[\"" + any(CustomCondition.choices(field), random).id() + "\"]";
            case CHOICES ->
                CustomCondition.choices(field).stream()
                        .filter(choice -> choice.label().equals("Ski") || random.nextBoolean())
                        .map(choice -> "\"" + choice.id() + "\"")
                        .collect(Collectors.joining(",", "[", "]"));
        };
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\") + "\"";
    }

    static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    /** As the customer's card reads them. */
    Map<String, Object> read(long customer) {
        var read = new HashMap<String, Object>();
        fields.of(new CustomerId(customer)).stream()
                .filter(held -> held.typed() != null)
                .forEach(held -> read.put(held.field().code(), Objects.requireNonNull(held.typed())));
        return read;
    }
}
