package io.legame.segments;

import static io.legame.insight.WarehouseTables.DETAIL;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.legame.insight.WarehouseTables.InteractionTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What else is recorded in an interaction, such as its outcome.
 *
 * @param wanted by name the values of which any will do; all the names must be there. Empty restricts nothing
 */
record Details(Map<String, List<String>> wanted) {
    static final Details ANY = new Details(Map.of());
    static final String PROPERTY = "details";
    static final int MOST = 5;

    Details {
        var copy = new LinkedHashMap<String, List<String>>();
        wanted.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        wanted = Collections.unmodifiableMap(copy);
    }

    static Details read(JsonPlace place) {
        JsonPlace details = place.find(PROPERTY);
        if (details == null) {
            return ANY;
        }
        var names = details.properties();
        if (names.isEmpty()) {
            throw details.wrong("segments.json.noDetails", "{\"outcome\": [\"success\"]}");
        }
        if (names.size() > MOST) {
            throw details.wrong("segments.json.manyDetails", names.size(), MOST);
        }
        var wanted = new LinkedHashMap<String, List<String>>();
        for (String name : names) {
            JsonPlace values = details.get(name);
            values.checkText(name);
            wanted.put(name, values.values(JsonPlace::text));
        }
        return new Details(wanted);
    }

    void write(Map<String, Object> json) {
        if (!wanted.isEmpty()) {
            json.put(PROPERTY, wanted);
        }
    }

    static Map<String, Object> schema() {
        return Map.of(
                "type",
                "object",
                "minProperties",
                1,
                "maxProperties",
                MOST,
                "propertyNames",
                Schemas.text(),
                "additionalProperties",
                Schemas.list(Schemas.text()));
    }

    org.jooq.Condition sql(InteractionTable interaction) {
        var condition = noCondition();
        for (var each : wanted.entrySet()) {
            condition = condition.and(interaction.ID.in(select(DETAIL.INTERACTION_ID)
                    .from(DETAIL)
                    .where(DETAIL.NAME.eq(each.getKey()))
                    .and(DETAIL.VALUE.in(each.getValue()))));
        }
        return condition;
    }

    /** " with outcome success or refused and campaign Spring", with its leading blank; empty for any. */
    String told(Words words) {
        if (wanted.isEmpty()) {
            return "";
        }
        var told = new ArrayList<String>();
        wanted.forEach((name, values) ->
                told.add(words.text("sentence.detail.each", told(name, words), words.or(values, words::named))));
        return " " + words.text("sentence.detail", Words.join(told, words.text("sentence.and")));
    }

    /** What many companies record has a name in the language; all else is quoted, so that it is not taken for one of these. */
    private static String told(String name, Words words) {
        return words.has("detail." + name) ? label(name, words) : words.quoted(name);
    }

    private static String label(String name, Words words) {
        String key = "detail." + name;
        return words.has(key) ? words.text(key) : name;
    }

    /** The way back of {@link #told(Words)}. */
    static Piece<Map<String, Object>> piece(Words words) {
        Piece<String> name = Piece.anyOf(List.of(Names.of(words.texts("detail.")), Names.quoted(words)));
        Piece<Map<String, Object>> each = TextPiece.of(
                words,
                "sentence.detail.each",
                name.as("name"),
                ListPiece.or(words, Names.any(words)).as("values"));
        Piece<Map<String, Object>> details = TextPiece.of(
                        words, "sentence.detail", ListPiece.and(words, each).as("each"))
                .map(Details::wanted)
                .after(" ");
        return Piece.anyOf(List.of(Piece.silence(Map.of()), details));
    }

    private static Map<String, Object> wanted(Map<String, Object> told) {
        var wanted = new LinkedHashMap<String, Object>();
        for (Object each : (List<?>) Objects.requireNonNull(told.get("each"))) {
            var detail = (Map<?, ?>) each;
            wanted.put(
                    (String) Objects.requireNonNull(detail.get("name")), Objects.requireNonNull(detail.get("values")));
        }
        return Map.of(PROPERTY, wanted);
    }

    /** In the builder: the restrictions that are there or can be added, one for each name. */
    static List<FactForm.Offered> offered(Fields fields, Words words, Proposals proposals) {
        var names = new ArrayList<String>();
        fields.values().keySet().stream()
                .flatMap(field -> DetailField.name(field).stream())
                .forEach(names::add);
        fields.all(FactForm.WITH).stream()
                .flatMap(field -> DetailField.name(field).stream())
                .forEach(names::add);
        if (names.stream().distinct().count() < MOST) {
            proposals.of(DetailField.NAMES, "", FactForm.PROPOSED).forEach(each -> names.add(each.value()));
        }
        return names.stream()
                .distinct()
                .map(name -> new FactForm.Offered(DetailField.of(name), DetailField.of(name), label(name, words)))
                .toList();
    }

    static void json(Fields fields, Map<String, Object> json) {
        var wanted = new LinkedHashMap<String, Object>();
        fields.values().forEach((field, values) -> DetailField.name(field).ifPresent(name -> wanted.put(name, values)));
        if (!wanted.isEmpty()) {
            json.put(PROPERTY, wanted);
        }
    }

    static Fields fields(Fields fields, Map<String, Object> json) {
        Fields restricted = fields;
        if (json.get(PROPERTY) instanceof Map<?, ?> wanted) {
            for (var each : wanted.entrySet()) {
                restricted = restricted.with(DetailField.of(each.getKey().toString()), (List<?>) each.getValue());
            }
        }
        return restricted;
    }
}
