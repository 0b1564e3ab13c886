package io.legame.customers;

import io.legame.wording.EmailAddress;
import io.legame.wording.Folding;
import io.legame.wording.PhoneNumber;
import io.legame.wording.Whitespace;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of custom fields by their types.
 *
 * @param country of phones without prefix, ISO 3166-1 alpha-2
 * @param currency of amounts that do not name theirs
 */
record CustomReader(CustomFieldList fields, String country, Currency currency) {
    private static final int LONGEST = 2_000;

    /** More than a label has. */
    private static final int MOST_COMMAS = 9;

    /** What a column of 18 digits holds, and more than anybody owns. */
    private static final int MOST_DIGITS = 18;

    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ].*)?");
    private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})");
    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?(?:[0-9]+|[0-9]{1,3}(?:\\.[0-9]{3})+),[0-9]+");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(?:,[0-9]{3})+\\.[0-9]+");
    private static final Pattern MONEY =
            Pattern.compile("(?:([A-Za-z]{3}|[€$£]) ?)?([+-]?[0-9][0-9.,]*)(?: ?([A-Za-z]{3}|[€$£]))?");
    private static final Map<String, String> SIGNS = Map.of("€", "EUR", "$", "USD", "£", "GBP");

    /** As it is stored; null for what is no value of the field. */
    @Nullable
    Object read(CustomField field, List<String> texts) {
        return switch (field.type()) {
            case CHOICE -> {
                List<String> chosen = chosen(field, texts);
                yield chosen == null || chosen.size() != 1 ? null : chosen;
            }
            case CHOICES -> chosen(field, texts);
            case TEXT, NUMBER, MONEY, DATE, YES_NO, LINK, EMAIL, PHONE ->
                read(field.type(), clean(together(field, texts)));
        };
    }

    /** An amount and its currency are one text. */
    static String together(CustomField field, List<String> texts) {
        return String.join(field.type() == CustomFieldType.MONEY ? " " : ", ", texts);
    }

    /** PostgreSQL's JSON holds neither a null character nor half of a character. */
    static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(one -> one >= ' ' || one == '\n' || one == '\t')
                .filter(one -> one < Character.MIN_SURROGATE || one > Character.MAX_SURROGATE)
                .forEach(clean::appendCodePoint);
        return Whitespace.collapse(clean.toString());
    }

    private @Nullable String read(CustomFieldType type, String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        return switch (type) {
            case TEXT, CHOICE, CHOICES -> text;
            case NUMBER -> {
                BigDecimal number = number(text);
                yield number == null ? null : plain(number);
            }
            case MONEY -> money(text);
            case DATE -> date(text);
            case YES_NO -> {
                String answer = Folding.fold(text);
                yield CustomFieldType.answers(true).contains(answer)
                        ? "true"
                        : CustomFieldType.answers(false).contains(answer) ? "false" : null;
            }
            case LINK -> link(text);
            case EMAIL -> EmailAddress.uniform(text);
            case PHONE -> PhoneNumber.uniform(text, country);
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static @Nullable BigDecimal number(String text) {
        String plain = DECIMAL_COMMA.matcher(text).matches()
                ? text.replace(".", "").replace(',', '.')
                : GROUPED.matcher(text).matches() ? text.replace(",", "") : text;
        if (!PLAIN.matcher(plain).matches() || plain.length() > 2 * MOST_DIGITS) {
            return null;
        }
        var number = new BigDecimal(plain);
        return number.precision() - number.scale() > MOST_DIGITS ? null : number;
    }

    /** An amount and its currency. */
    private @Nullable String money(String text) {
        Matcher parts = MONEY.matcher(text);
        if (!parts.matches() || (parts.group(1) != null && parts.group(3) != null)) {
            return null;
        }
        String sign = parts.group(1) == null ? parts.group(3) : parts.group(1);
        BigDecimal amount = number(parts.group(2));
        String code =
                sign == null ? currency.getCurrencyCode() : SIGNS.getOrDefault(sign, sign.toUpperCase(Locale.ROOT));
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(each -> each.getCurrencyCode().equals(code));
        if (amount == null || !known) {
            return null;
        }
        return (amount.scale() < 2 ? amount.setScale(2) : amount).toPlainString() + " " + code;
    }

    private static @Nullable String date(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return date(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher european = DAY_FIRST.matcher(text);
        return european.matches() ? date(european.group(3), european.group(2), european.group(1)) : null;
    }

    private static @Nullable String date(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                    .toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Only what a browser opens as a page: a link is shown to be clicked. */
    private static @Nullable String link(String text) {
        String whole = text.matches("(?i)[a-z][a-z0-9+.-]*:.*") ? text : "https://" + text;
        try {
            URI address = URI.create(whole);
            String scheme = address.getScheme();
            boolean page = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
            return page && address.getHost() != null && address.getHost().contains(".") ? whole : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The ids of what was chosen, in the order of the list; null when something is no choice of it. */
    private @Nullable List<String> chosen(CustomField field, List<String> texts) {
        ChoiceList list = field.choices();
        if (list == null) {
            return null;
        }
        var chosen = new TreeSet<Integer>();
        for (String text : texts) {
            List<Integer> found = places(list, clean(text));
            if (found == null) {
                return null;
            }
            chosen.addAll(found);
        }
        return chosen.isEmpty()
                ? null
                : chosen.stream()
                        .map(place -> Long.toString(list.choices().get(place).id()))
                        .toList();
    }

    /** A label may hold a comma: the whole comes before its parts, and more of them together before fewer. */
    private static @Nullable List<Integer> places(ChoiceList list, String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        Integer whole = place(list, text);
        if (whole != null) {
            return List.of(whole);
        }
        List<String> parts =
                Stream.of(text.split("[;,|\\n]", -1)).map(String::strip).toList();
        var places = new ArrayList<Integer>();
        int from = 0;
        while (from < parts.size()) {
            int to = Math.min(parts.size(), from + MOST_COMMAS + 1);
            Integer place = place(list, String.join(", ", parts.subList(from, to)));
            while (place == null && to > from + 1) {
                to--;
                place = place(list, String.join(", ", parts.subList(from, to)));
            }
            if (place == null) {
                return null;
            }
            places.add(place);
            from = to;
        }
        return places;
    }

    private static @Nullable Integer place(ChoiceList list, String text) {
        for (int place = 0; place < list.choices().size(); place++) {
            if (Folding.fold(list.choices().get(place).label()).equals(Folding.fold(text))) {
                return place;
            }
        }
        for (int place = 0; place < list.choices().size(); place++) {
            if (text.equals("#" + list.choices().get(place).id())) {
                return place;
            }
        }
        return null;
    }

    /** A stored value in one line, whatever type it was stored under: choices by their labels. */
    @Nullable
    String text(@Nullable Object stored) {
        return stored == null ? null : String.join(", ", texts(stored));
    }

    /** The same, choice by choice. */
    List<String> texts(Object stored) {
        return stored instanceof List<?> ids
                ? ids.stream().map(id -> label(id.toString())).toList()
                : List.of(stored.toString());
    }

    private String label(String id) {
        return fields.choice(Long.parseLong(id)).map(Choice::label).orElse("#" + id);
    }

    /**
     * A stored value as the field's type reads it today: a {@link String}, {@link BigDecimal}, {@link LocalDate},
     * {@link Boolean}, or the labels of choices. Null when it was stored under another type and is no value of this one.
     */
    @Nullable
    Object typed(CustomField field, Object stored) {
        Object value = today(field, stored);
        return value == null
                ? null
                : switch (field.type()) {
                    case TEXT, MONEY, LINK, EMAIL, PHONE -> value;
                    case NUMBER -> new BigDecimal(value.toString());
                    case DATE -> LocalDate.parse(value.toString());
                    case YES_NO -> Boolean.valueOf(value.toString());
                    case CHOICE, CHOICES -> texts(value);
                };
    }

    /** The stored values by the codes of the fields in use, as much of them as is seen, those left out that are of another type. */
    Map<String, Object> typed(Map<CustomFieldId, Object> stored, SeenFields seen) {
        if (stored.isEmpty()) {
            return Map.of();
        }
        var values = new TreeMap<String, Object>();
        for (CustomField field : fields.inUse()) {
            Object value = stored.get(field.id());
            Object typed = value == null ? null : typed(field, value);
            Object shown =
                    typed == null || seen.level(field) == FieldLevel.FULL ? typed : seen.text(field, text(value));
            if (shown != null) {
                values.put(field.code(), shown);
            }
        }
        return values;
    }

    /** A stored value as the field's type would store it today; null when it is no value of it. */
    @Nullable
    Object today(CustomField field, Object stored) {
        return stored instanceof List<?> ids && field.type().isChosen() ? kept(field, ids) : read(field, texts(stored));
    }

    private static @Nullable List<?> kept(CustomField field, List<?> ids) {
        ChoiceList list = Objects.requireNonNull(field.choices());
        boolean one = field.type() == CustomFieldType.CHOICES || ids.size() == 1;
        return one
                        && ids.stream()
                                .allMatch(id ->
                                        list.find(Long.parseLong(id.toString())).isPresent())
                ? ids
                : null;
    }

    /** What new customers get of whom nothing else is said. */
    Map<CustomFieldId, Object> defaults(String customerKind) {
        return fields.inUse().stream()
                .filter(field -> field.fits(customerKind) && !field.unique())
                .flatMap(field -> defaultOf(field).map(value -> Map.entry(field.id(), value)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Stream<Object> defaultOf(CustomField field) {
        String written = field.defaultValue();
        return written == null ? Stream.of() : Stream.ofNullable(read(field, List.of(written)));
    }
}
