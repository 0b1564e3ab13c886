package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.trueCondition;

import io.legame.insight.DismissedCustomers;
import io.legame.platform.Refusal;
import io.legame.platform.Texts;
import io.legame.segments.Filter.All;
import io.legame.segments.Filter.Any;
import io.legame.segments.Filter.Not;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The filter language: from JSON, to JSON, to SQL; {@link Sentence} tells a filter in words. */
@Component
public class Filters {
    /** Deeper than anybody thinks. */
    static final int DEEPEST = 8;

    static final int MOST_CONDITIONS = 50;
    private static final List<String> JOINS = List.of("all", "any", "not");

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final List<ConditionKind> kinds;
    private final Texts texts;

    Filters(List<ConditionKind> kinds, Texts texts) {
        this.kinds = kinds.stream()
                .sorted(Comparator.comparing(ConditionKind::property))
                .toList();
        this.texts = texts;
    }

    /** @throws Refusal that names the place, if it is not JSON or not a filter */
    public Filter read(String text) {
        return read(tree(text), "");
    }

    /** What {@link #write} wrote, maybe long ago: also when a field has another type now, which no value is of. */
    Filter readKept(String text) {
        return read(new JsonPlace(tree(text), "", true));
    }

    /**
     * @param pointer where in its document the filter is
     * @throws Refusal that names the place, if it is not a filter
     */
    public Filter read(JsonNode node, String pointer) {
        return read(new JsonPlace(node, pointer, false));
    }

    private Filter read(JsonPlace place) {
        try {
            Filter filter = read(place, 1);
            long conditions = conditions(filter).count();
            if (conditions > MOST_CONDITIONS) {
                throw new FilterUnreadable(
                        place.pointer(), "segments.json.manyConditions", conditions, MOST_CONDITIONS);
            }
            return filter;
        } catch (FilterUnreadable e) {
            throw refusal(e);
        }
    }

    private Refusal refusal(FilterUnreadable unreadable) {
        return Refusal.of(
                "segments.json.at",
                unreadable.pointer().isEmpty() ? "/" : unreadable.pointer(),
                texts.get(LocaleContextHolder.getLocale(), unreadable.key(), unreadable.arguments()));
    }

    /** @throws Refusal if it is not a JSON object of these properties at most */
    public JsonNode object(String text, List<String> known) {
        JsonNode node = tree(text);
        try {
            new JsonPlace(node, "", false).allowOnly(known);
            return node;
        } catch (FilterUnreadable e) {
            throw refusal(e);
        }
    }

    /** @throws Refusal if it is not JSON */
    public JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            throw Refusal.of("segments.json.notJson", firstLine(e.getOriginalMessage()));
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private Filter read(JsonPlace place, int depth) {
        if (depth > DEEPEST) {
            throw place.wrong("segments.json.deep", DEEPEST);
        }
        var properties = place.properties();
        if (properties.isEmpty()) {
            throw place.wrong("segments.json.emptyObject", String.join(", ", words()));
        }
        for (ConditionKind kind : kinds) {
            if (place.has(kind.property())) {
                return kind.read(place);
            }
        }
        for (String join : JOINS) {
            if (place.has(join)) {
                place.allowOnly(List.of(join));
                return joined(join, place.get(join), depth);
            }
        }
        throw new JsonPlace(
                        place.node(),
                        place.pointer() + "/" + properties.iterator().next(),
                        place.kept())
                .unknown(properties.iterator().next(), words());
    }

    private Filter joined(String join, JsonPlace value, int depth) {
        if (join.equals("not")) {
            return new Not(read(value, depth + 1));
        }
        List<JsonPlace> places = value.list();
        if (places.size() > JsonPlace.LONGEST_LIST) {
            throw value.wrong("segments.json.longList", places.size(), JsonPlace.LONGEST_LIST);
        }
        List<Filter> parts = places.stream().map(part -> read(part, depth + 1)).toList();
        if (join.equals("any") && parts.isEmpty()) {
            throw value.wrong("segments.json.emptyList");
        }
        return join.equals("all") ? new All(parts) : new Any(parts);
    }

    private List<String> words() {
        var words = new ArrayList<>(JOINS);
        kinds.forEach(kind -> words.add(kind.property()));
        return words;
    }

    /** In the order of the text. */
    static Stream<Condition> conditions(Filter filter) {
        return switch (filter) {
            case All all -> all.parts().stream().flatMap(Filters::conditions);
            case Any any -> any.parts().stream().flatMap(Filters::conditions);
            case Not not -> conditions(not.part());
            case Condition condition -> Stream.of(condition);
        };
    }

    /** What the filter tells of its members, by all its conditions. */
    public static AskedFields fields(Filter filter) {
        return AskedFields.together(conditions(filter).map(Condition::fields).toList());
    }

    public String write(Filter filter) {
        return json.writeValueAsString(tree(filter));
    }

    /** As JSON: lists and maps. */
    public static Map<String, Object> tree(Filter filter) {
        return switch (filter) {
            case All all ->
                joined("all", all.parts().stream().map(Filters::tree).toList());
            case Any any ->
                joined("any", any.parts().stream().map(Filters::tree).toList());
            case Not not -> joined("not", tree(not.part()));
            case Condition condition -> condition.json();
        };
    }

    private static Map<String, Object> joined(String word, Object value) {
        var json = new LinkedHashMap<String, Object>();
        json.put(word, value);
        return json;
    }

    /** Who of {@link io.legame.insight.WarehouseTables#CUSTOMER} belongs on the day. */
    static org.jooq.Condition sql(Filter filter, LocalDate asOf) {
        return switch (filter) {
            case All all -> all.parts().isEmpty() ? trueCondition() : and(sql(all.parts(), asOf));
            case Any any -> any.parts().isEmpty() ? falseCondition() : or(sql(any.parts(), asOf));
            case Not not -> sql(not.part(), asOf).not();
            case Condition condition -> condition.sql(asOf);
        };
    }

    /**
     * Whether those without the unique key count. They are left out unless the filter asks for the key itself: nobody
     * shall write to them by accident.
     */
    static org.jooq.Condition complete(Filter filter) {
        boolean asked = conditions(filter).anyMatch(KeyedCondition.class::isInstance);
        return asked ? trueCondition() : KeyedCondition.hasKey(true);
    }

    /**
     * Whether those count whom the company let go. They are left out, but for those who may be won back, unless the filter
     * asks for them.
     */
    static org.jooq.Condition kept(Filter filter, LocalDate asOf) {
        return conditions(filter).anyMatch(Condition::asksForDismissed)
                ? trueCondition()
                : DismissedCustomers.forGoodOn(asOf, CUSTOMER.ID).not();
    }

    /** Whether somebody may belong or not because of what becomes of others. */
    static boolean comparesCustomers(Filter filter) {
        return conditions(filter).anyMatch(Condition::comparesCustomers);
    }

    /** The members of the filter on the day: who belongs and counts. */
    static org.jooq.Condition members(Filter filter, LocalDate asOf) {
        return sql(filter, asOf).and(complete(filter)).and(kept(filter, asOf));
    }

    private static List<org.jooq.Condition> sql(List<Filter> parts, LocalDate asOf) {
        return parts.stream().map(part -> sql(part, asOf)).toList();
    }

    /** The language as a JSON Schema (2020-12). */
    public Map<String, Object> schema() {
        var definitions = new LinkedHashMap<String, Object>();
        var parts = Map.of("type", "array", "items", Schemas.ref("filter"));
        var choices = new ArrayList<Object>();
        choices.add(Schemas.object(Map.of("all", parts), "all"));
        choices.add(Schemas.object(
                Map.of("any", Map.of("type", "array", "minItems", 1, "items", Schemas.ref("filter"))), "any"));
        choices.add(Schemas.object(Map.of("not", Schemas.ref("filter")), "not"));
        kinds.forEach(kind -> choices.add(Schemas.ref(kind.property())));
        definitions.put("filter", Map.of("oneOf", choices));
        kinds.forEach(kind -> definitions.put(kind.property(), kind.schema()));
        definitions.put("window", Schemas.window());
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Legame segment filter");
        schema.put("description", "At most %d levels deep and %d conditions.".formatted(DEEPEST, MOST_CONDITIONS));
        schema.put("$ref", "#/$defs/filter");
        schema.put("$defs", definitions);
        return schema;
    }

    List<ConditionKind> kinds() {
        return kinds;
    }

    /** The condition of a form's row, read as strictly as any other. */
    Condition read(ConditionKind kind, Fields fields) {
        return read(kind, kind.json(fields));
    }

    /** The condition of a JSON object, as strictly. */
    Condition read(ConditionKind kind, Map<String, Object> condition) {
        return kind.read(new JsonPlace(json.valueToTree(condition), "", false));
    }

    /** @throws Refusal if it is deeper or has more conditions than a filter may */
    Filter checked(Filter filter) {
        return read(json.valueToTree(tree(filter)), "");
    }
}
