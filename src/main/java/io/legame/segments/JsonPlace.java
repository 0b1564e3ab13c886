package io.legame.segments;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value of a JSON document together with its place, a JSON pointer (RFC 6901), so that whatever is wrong with it can
 * be said exactly. Strict: nothing is converted, nothing is ignored.
 *
 * @param kept whether the document is one of ours that was right when it was written: what the company changed since, such
 *     as the type of a field, does not make it wrong
 */
record JsonPlace(JsonNode node, String pointer, boolean kept) {
    static final int LONGEST_LIST = 1000;
    static final int LONGEST_TEXT = 200;
    /** Beyond any amount of money, and well inside the warehouse's numbers. */
    private static final BigDecimal LARGEST_NUMBER = new BigDecimal("1e12");

    private static final int MOST_DECIMALS = 4;

    FilterUnreadable wrong(String key, Object... arguments) {
        return new FilterUnreadable(pointer, key, arguments);
    }

    boolean has(String property) {
        return node.has(property);
    }

    JsonPlace get(String property) {
        JsonNode value = node.get(property);
        if (value == null) {
            throw wrong("segments.json.missing", property);
        }
        return at(property, value);
    }

    @Nullable
    JsonPlace find(String property) {
        JsonNode value = node.get(property);
        return value == null ? null : at(property, value);
    }

    private JsonPlace at(String step, JsonNode value) {
        return new JsonPlace(value, pointer + "/" + step.replace("~", "~0").replace("/", "~1"), kept);
    }

    Collection<String> properties() {
        if (!node.isObject()) {
            throw wrong("segments.json.notAnObject");
        }
        return node.propertyNames();
    }

    void allowOnly(Collection<String> known) {
        for (String property : properties()) {
            if (!known.contains(property)) {
                throw at(property, node).unknown(property, known);
            }
        }
    }

    FilterUnreadable unknown(String word, Collection<String> known) {
        String shown = word.length() > 40 ? word.substring(0, 40) + "…" : word;
        return NearestWord.of(word, known)
                .map(nearest -> wrong("segments.json.unknownWord", shown, nearest))
                .orElseGet(() -> wrong("segments.json.unknown", shown, String.join(", ", known)));
    }

    List<JsonPlace> list() {
        if (!node.isArray()) {
            throw wrong("segments.json.notAList");
        }
        var places = new ArrayList<JsonPlace>(node.size());
        for (int i = 0; i < node.size(); i++) {
            places.add(at(Integer.toString(i), node.get(i)));
        }
        return places;
    }

    /** A list of values, not empty and not too long. */
    <T> List<T> values(Function<JsonPlace, T> read) {
        if (!node.isArray()) {
            throw wrong("segments.json.notAList");
        }
        if (node.isEmpty()) {
            throw wrong("segments.json.emptyList");
        }
        if (node.size() > LONGEST_LIST) {
            throw wrong("segments.json.longList", node.size(), LONGEST_LIST);
        }
        return list().stream().map(read).distinct().toList();
    }

    String text() {
        if (!node.isString()) {
            throw wrong("segments.json.notAText");
        }
        return checkText(node.stringValue());
    }

    /** The text, here or in the name of the property, if it is one that anybody would ask for. */
    String checkText(String text) {
        if (text.isBlank()) {
            throw wrong("segments.json.emptyText");
        }
        if (text.length() > LONGEST_TEXT) {
            throw wrong("segments.json.longText", text.length(), LONGEST_TEXT);
        }
        if (text.indexOf('\0') >= 0) {
            throw wrong("segments.json.notAText");
        }
        return text;
    }

    String oneOf(Collection<String> known) {
        String word = text();
        if (!known.contains(word)) {
            throw unknown(word, known);
        }
        return word;
    }

    boolean yesOrNo() {
        if (!node.isBoolean()) {
            throw wrong("segments.json.notYesOrNo");
        }
        return node.booleanValue();
    }

    BigDecimal number() {
        if (!node.isNumber()) {
            throw wrong("segments.json.notANumber");
        }
        BigDecimal number = node.decimalValue();
        if (number.abs().compareTo(LARGEST_NUMBER) > 0) {
            throw wrong("segments.json.largeNumber", LARGEST_NUMBER);
        }
        // a number such as 1e-99999999 must not be written out
        BigDecimal shortest = number.scale() > 100 ? BigDecimal.ONE : number.stripTrailingZeros();
        if (number.scale() > 100 || shortest.scale() > MOST_DECIMALS) {
            throw wrong("segments.json.fineNumber", MOST_DECIMALS);
        }
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    int integer(int least, int most) {
        BigDecimal number = number();
        if (number.scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw wrong("segments.json.notAnInteger", least, most);
        }
        return number.intValueExact();
    }

    long id() {
        BigDecimal number = number();
        if (number.scale() > 0 || number.signum() <= 0) {
            throw wrong("segments.json.notAnId");
        }
        return number.longValueExact();
    }

    LocalDate day() {
        String text = text();
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < 1850 || day.getYear() > 2199) {
                throw wrong("segments.json.farDay");
            }
            return day;
        } catch (DateTimeException e) {
            throw wrong("segments.json.notADay");
        }
    }
}
