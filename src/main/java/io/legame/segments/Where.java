package io.legame.segments;

import static io.legame.insight.WarehouseTables.TOUCHPOINT;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.legame.timeline.Channel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Which facts count, by what they were about and where they happened. An empty list restricts nothing.
 *
 * @param channels codes of {@link Channel}
 * @param touchpoints names
 * @param products ids
 */
public record Where(List<String> channels, List<String> touchpoints, List<Long> products, List<String> categories) {
    public static final Where ANYTHING = new Where(List.of(), List.of(), List.of(), List.of());
    static final List<String> CHANNELS =
            Arrays.stream(Channel.values()).map(Channel::code).toList();
    /** The properties of JSON; facts without lines have the first two only. */
    static final List<String> PROPERTIES = List.of("channels", "touchpoints", "products", "categories");

    public Where {
        channels = List.copyOf(channels);
        touchpoints = List.copyOf(touchpoints);
        products = List.copyOf(products);
        categories = List.copyOf(categories);
    }

    static Where read(JsonPlace place) {
        JsonPlace channels = place.find("channels");
        JsonPlace touchpoints = place.find("touchpoints");
        JsonPlace products = place.find("products");
        JsonPlace categories = place.find("categories");
        return new Where(
                channels == null ? List.of() : channels.values(each -> each.oneOf(CHANNELS)),
                touchpoints == null ? List.of() : touchpoints.values(JsonPlace::text),
                products == null ? List.of() : products.values(JsonPlace::id),
                categories == null ? List.of() : categories.values(JsonPlace::text));
    }

    void write(Map<String, Object> json) {
        put(json, "channels", channels);
        put(json, "touchpoints", touchpoints);
        put(json, "products", products);
        put(json, "categories", categories);
    }

    private static void put(Map<String, Object> json, String property, List<?> values) {
        if (!values.isEmpty()) {
            json.put(property, values);
        }
    }

    org.jooq.Condition sql(Field<String> channel, Field<Integer> touchpoint) {
        var condition = noCondition();
        if (!channels.isEmpty()) {
            condition = condition.and(channel.in(channels));
        }
        if (!touchpoints.isEmpty()) {
            condition = condition.and(
                    touchpoint.in(select(TOUCHPOINT.ID).from(TOUCHPOINT).where(TOUCHPOINT.NAME.in(touchpoints))));
        }
        return condition;
    }

    org.jooq.Condition sql(
            Field<String> channel,
            Field<Integer> touchpoint,
            Field<@Nullable Long> product,
            Field<@Nullable String> category) {
        var condition = sql(channel, touchpoint);
        if (!products.isEmpty()) {
            condition = condition.and(product.in(products));
        }
        if (!categories.isEmpty()) {
            condition = condition.and(category.in(categories));
        }
        return condition;
    }

    /** " on-line at Shop Milano", each part with its leading blank. */
    String toldPlace(Words words) {
        var told = new StringBuilder();
        if (!channels.isEmpty()) {
            told.append(' ').append(words.or(channels, channel -> words.text("sentence.channel." + channel)));
        }
        if (!touchpoints.isEmpty()) {
            told.append(' ').append(words.text("sentence.at", words.or(touchpoints, name -> name)));
        }
        return told.toString();
    }

    boolean namesGoods() {
        return !products.isEmpty() || !categories.isEmpty();
    }

    /** "Road-150 Red, 62 or Sport-100", "anything of the category Bikes". */
    String toldGoods(Words words) {
        String named = words.or(
                products, id -> words.text("sentence.quoted", words.product().apply(id)));
        if (categories.isEmpty()) {
            return named;
        }
        String ofCategories = words.text("sentence.category", words.or(categories, name -> name), categories.size());
        return named.isEmpty() ? ofCategories : named + " " + words.text("sentence.among", ofCategories);
    }
}
