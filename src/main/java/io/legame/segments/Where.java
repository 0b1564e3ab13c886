package io.legame.segments;

import static io.legame.insight.WarehouseTables.TOUCHPOINT;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.legame.insight.WarehouseTables.LineTable;
import io.legame.timeline.Channel;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
 * @param discounted whether only what cost less than its price counts, or only what did not; null: both. What is returned
 *     counts with the price that it was bought for
 */
public record Where(
        List<String> channels,
        List<String> touchpoints,
        List<Long> products,
        List<String> categories,
        List<String> brands,
        @Nullable Boolean discounted) {
    public static final Where ANYTHING = new Where(List.of(), List.of(), List.of(), List.of(), List.of(), null);
    static final List<String> CHANNELS =
            Arrays.stream(Channel.values()).map(Channel::code).toList();
    /** The properties of JSON; facts without lines have the first two only. */
    static final List<String> PROPERTIES =
            List.of("channels", "touchpoints", "products", "categories", "brands", "discounted");

    public Where {
        channels = List.copyOf(channels);
        touchpoints = List.copyOf(touchpoints);
        products = List.copyOf(products);
        categories = List.copyOf(categories);
        brands = List.copyOf(brands);
    }

    /** Facts without lines. */
    static Where at(List<String> channels, List<String> touchpoints) {
        return new Where(channels, touchpoints, List.of(), List.of(), List.of(), null);
    }

    static Where read(JsonPlace place) {
        JsonPlace channels = place.find("channels");
        JsonPlace touchpoints = place.find("touchpoints");
        JsonPlace products = place.find("products");
        JsonPlace categories = place.find("categories");
        JsonPlace brands = place.find("brands");
        JsonPlace discounted = place.find("discounted");
        return new Where(
                channels == null ? List.of() : channels.values(each -> each.oneOf(CHANNELS)),
                touchpoints == null ? List.of() : touchpoints.values(JsonPlace::text),
                products == null ? List.of() : products.values(JsonPlace::id),
                categories == null ? List.of() : categories.values(JsonPlace::text),
                brands == null ? List.of() : brands.values(JsonPlace::text),
                discounted == null ? null : discounted.yesOrNo());
    }

    void write(Map<String, Object> json) {
        put(json, "channels", channels);
        put(json, "touchpoints", touchpoints);
        put(json, "products", products);
        put(json, "categories", categories);
        put(json, "brands", brands);
        if (discounted != null) {
            json.put("discounted", discounted);
        }
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

    org.jooq.Condition sql(LineTable line) {
        return sql(line.CHANNEL, line.TOUCHPOINT_ID).and(goods(line));
    }

    /** What the lines are of, wherever that was. */
    org.jooq.Condition goods(LineTable line) {
        var condition = noCondition();
        if (!products.isEmpty()) {
            condition = condition.and(line.PRODUCT_ID.in(products));
        }
        if (!categories.isEmpty()) {
            condition = condition.and(line.CATEGORY.in(categories));
        }
        if (!brands.isEmpty()) {
            condition = condition.and(line.BRAND.in(brands));
        }
        if (discounted != null) {
            var isDiscounted = discounted(line);
            condition = condition.and(discounted ? isDiscounted : isDiscounted.not());
        }
        return condition;
    }

    private static org.jooq.Condition discounted(LineTable line) {
        return line.QUANTITY
                .ge(BigDecimal.ZERO)
                .and(line.DISCOUNT.gt(BigDecimal.ZERO))
                .or(line.QUANTITY.lt(BigDecimal.ZERO).and(line.DISCOUNT.lt(BigDecimal.ZERO)));
    }

    /** " at a discount on-line at Shop Milano", each part with its leading blank. */
    String toldPlace(Words words) {
        var told = new StringBuilder();
        if (discounted != null) {
            told.append(' ').append(words.text("sentence.discounted." + discounted));
        }
        if (!channels.isEmpty()) {
            told.append(' ').append(words.or(channels, channel -> words.text("sentence.channel." + channel)));
        }
        if (!touchpoints.isEmpty()) {
            told.append(' ').append(words.text("sentence.at", words.or(touchpoints, words::named)));
        }
        return told.toString();
    }

    /** The way back of {@link #toldPlace} and a window behind it. */
    static Piece<Map<String, Object>> placePiece(Words words, boolean ofLines) {
        return Piece.row(List.of(toldPlacePiece(words, ofLines), Window.piece(words)))
                .remembered();
    }

    /** The way back of {@link #toldPlace}. */
    static Piece<Map<String, Object>> toldPlacePiece(Words words, boolean ofLines) {
        var discounts = new LinkedHashMap<Object, String>();
        if (ofLines) {
            List.of(true, false).forEach(each -> discounts.put(each, words.text("sentence.discounted." + each)));
        }
        Map<String, String> told = Names.told(CHANNELS, channel -> words.text("sentence.channel." + channel));
        return Piece.row(List.of(
                        maybe(Names.of(discounts).as("discounted")),
                        maybe(ListPiece.or(words, Names.of(told)).as("channels")),
                        maybe(TextPiece.of(
                                words,
                                "sentence.at",
                                ListPiece.or(words, Names.any(words)).as("touchpoints")))))
                .remembered();
    }

    private static Piece<Map<String, Object>> maybe(Piece<Map<String, Object>> piece) {
        return Piece.anyOf(List.of(Piece.silence(Map.of()), piece.after(" ")));
    }

    boolean namesGoods() {
        return !products.isEmpty() || !categories.isEmpty() || !brands.isEmpty();
    }

    /** "“Road-150” or “Sport-100”", "the category Bikes of the brand Legnano". */
    String toldGoods(Words words) {
        String told = words.or(products, id -> words.quoted(words.product().apply(id)));
        told = among(told, "sentence.category", categories, words);
        return among(told, "sentence.brand", brands, words);
    }

    /** The way back of {@link #toldGoods}. */
    static Piece<Map<String, Object>> goodsPiece(Words words) {
        Piece<Map<String, Object>> products = ListPiece.or(
                        words, Names.numbered(words, words.productsCalled(), words.product()::apply, List.of()))
                .as("products");
        Piece<Map<String, Object>> categories = named("sentence.category", "categories", words);
        Piece<Map<String, Object>> brands = named("sentence.brand", "brands", words);
        Piece<Map<String, Object>> amongCategories = maybe(TextPiece.of(words, "sentence.among", categories));
        Piece<Map<String, Object>> amongBrands = maybe(TextPiece.of(words, "sentence.among", brands));
        return Piece.anyOf(List.of(
                        Piece.row(List.of(products, amongCategories, amongBrands)),
                        Piece.row(List.of(categories, amongBrands)),
                        brands))
                .remembered();
    }

    private static Piece<Map<String, Object>> named(String key, String property, Words words) {
        return TextPiece.of(words, key, ListPiece.or(words, Names.any(words)).as(property));
    }

    private static String among(String told, String key, List<String> names, Words words) {
        if (names.isEmpty()) {
            return told;
        }
        String these = words.text(key, words.or(names, words::named), names.size());
        return told.isEmpty() ? these : told + " " + words.text("sentence.among", these);
    }
}
