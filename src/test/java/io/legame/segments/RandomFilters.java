package io.legame.segments;

import io.legame.customers.CustomField;
import io.legame.insight.MonthEnds;
import io.legame.insight.Stage;
import io.legame.segments.Check.Numeric;
import io.legame.segments.Comparison.Operator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Any filter at all, from a seed. */
final class RandomFilters {
    static final List<String> TOWNS = List.of("Milano", "Roma", "L'Aquila", "'; drop table customer; --", "100%_\\");
    static final List<String> CHANNELS = List.of("shop", "online", "phone");
    static final List<String> TOUCHPOINTS = List.of("Shop Milano", "e-shop", "Call \"centre\"");
    static final List<String> CATEGORIES = List.of("Bikes", "<script>", "Caps");
    /** In Italy, abroad, and where it is not said. */
    static final List<Shop.Place> PLACES = List.of(
            new Shop.Place("Lombardia", "MI", "IT"),
            new Shop.Place(null, "TO", null),
            new Shop.Place(null, "BA", "ES"),
            new Shop.Place("Sicilia", null, null),
            new Shop.Place("Bayern", "MI", "DE"),
            new Shop.Place(null, null, "IT"),
            new Shop.Place("Lazio", "RM", "IT"),
            new Shop.Place(null, "CA", "IT"),
            new Shop.Place("Trentino-Alto Adige", "BZ", "IT"),
            new Shop.Place(null, "XX", "IT"),
            new Shop.Place("Campania", "NA", "IT"),
            new Shop.Place("Hessen", null, "DE"),
            new Shop.Place("Sachsen", null, "DE"),
            new Shop.Place("Tirol", null, "AT"),
            new Shop.Place("Kärnten", null, "AT"),
            new Shop.Place("Wien", null, "AT"),
            new Shop.Place("Bretagne", null, "FR"),
            new Shop.Place("Alsace", null, "FR"),
            new Shop.Place("Corse", null, "FR"),
            new Shop.Place("Galicia", null, "ES"),
            new Shop.Place("Ticino", null, "CH"));

    static final List<String> BRANDS = List.of("Legnano", "O'Neill & “Co”", "lower case of Rome");
    static final SequencedMap<String, List<String>> DETAILS = new LinkedHashMap<>();

    static {
        DETAILS.put("outcome", List.of("success", "no answer", "refused"));
        DETAILS.put("campaign", List.of("Spring", "'; drop table detail; --"));
        DETAILS.put("\"esito\".0:/~+", List.of("success", "100%_\\", "<script>"));
    }

    static final List<String> KINDS = List.of("visit", "call");
    static final int PRODUCTS = 6;
    static final LocalDate BEGIN = LocalDate.of(2019, 1, 1);
    static final int DAYS = 120;

    private final Random random;
    private final List<CustomField> fields;
    private final boolean nested;

    RandomFilters(Random random) {
        this(random, List.of(), false);
    }

    /** @param fields custom fields that are asked for too */
    RandomFilters(Random random, List<CustomField> fields) {
        this(random, fields, false);
    }

    /** Also by members of segments, which nobody saved. */
    RandomFilters withSegments() {
        return new RandomFilters(random, fields, true);
    }

    private RandomFilters(Random random, List<CustomField> fields, boolean nested) {
        this.random = random;
        this.fields = fields;
        this.nested = nested;
    }

    Filter filter(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return condition();
        }
        return switch (random.nextInt(nested ? 4 : 3)) {
            case 0 -> new Filter.All(parts(depth, 0));
            case 1 -> new Filter.Any(parts(depth, 1));
            case 2 -> new Filter.Not(filter(depth - 1));
            default -> new SegmentCondition(new SegmentId(4711), "another one", filter(depth - 1));
        };
    }

    private List<Filter> parts(int depth, int least) {
        var parts = new ArrayList<Filter>();
        for (int i = least + random.nextInt(3); i > 0; i--) {
            parts.add(filter(depth - 1));
        }
        return parts.isEmpty() ? List.of(condition()) : parts;
    }

    Condition condition() {
        return switch (random.nextInt(fields.isEmpty() ? 19 : 22)) {
            case 0, 1, 2 -> attribute();
            case 7 -> new TierCondition(tiers(), maybeMonth());
            case 8 -> moved();
            case 9 -> new StageCondition(stages(), random.nextBoolean() ? null : day());
            case 10 -> new EnteredCondition(stages(), window());
            case 11 -> metric();
            case 3, 4, 5 -> purchases();
            case 6 -> interactions();
            case 13 ->
                new AnniversaryCondition(
                        any(List.of(AnniversaryCondition.Event.values())),
                        random.nextBoolean(),
                        random.nextInt(3) == 0 ? random.nextInt(3) : random.nextInt(365));
            case 14 -> top();
            case 15 -> new SampleCondition(1 + random.nextInt(99), 1 + random.nextInt(100));
            case 16 -> compared();
            case 17, 18 -> sequence();
            case 19, 20, 21 -> custom(any(fields));
            default ->
                random.nextBoolean()
                        ? new KeyedCondition(List.of(TakenIn.values()).get(random.nextInt(3)))
                        : new ReachableCondition(any(List.of(ReachableCondition.Way.values())));
        };
    }

    private TierSet tiers() {
        return new TierSet(chosen(TierSet.every()));
    }

    private StageSet stages() {
        return new StageSet(
                chosen(Arrays.stream(Stage.values()).map(Stage::code).toList()));
    }

    private List<String> chosen(List<String> values) {
        List<String> some = some(values);
        return some.isEmpty() ? List.of(any(values)) : some;
    }

    private LocalDate day() {
        return BEGIN.plusDays(random.nextInt(DAYS + 30));
    }

    private LocalDate month() {
        return MonthEnds.last(day());
    }

    private @Nullable LocalDate maybeMonth() {
        return random.nextBoolean() ? month() : null;
    }

    private MovedCondition moved() {
        LocalDate since = month();
        LocalDate until = maybeMonth();
        TierSet from = tiers();
        return new MovedCondition(
                since,
                until != null && until.isBefore(since) ? since : until,
                from,
                random.nextInt(4) == 0 ? from : tiers());
    }

    private TopCondition top() {
        Metric metric;
        do {
            metric = any(List.of(Metric.values()));
        } while (metric.type() != Attribute.Type.MONEY && metric.type() != Attribute.Type.COUNT);
        return new TopCondition(1 + random.nextInt(100), any(List.of(TopCondition.Unit.values())), metric);
    }

    private MetricCondition metric() {
        Metric metric = any(List.of(Metric.values()));
        return new MetricCondition(
                metric, random.nextInt(6) == 0 ? new Check.Known(random.nextBoolean()) : check(metric));
    }

    private Check check(Metric metric) {
        return switch (metric.type()) {
            case MONEY -> new Numeric(comparison(() -> number(150)));
            case COUNT ->
                new Numeric(comparison(() -> number(
                        switch (metric) {
                            case LOYALTY, DAYS_SINCE_LAST, TREND -> 100;
                            case DAYS_BETWEEN -> 40;
                            default -> 5;
                        })));
            case DAY -> new Check.Day(dayComparison(this::day));
            case CHOICE -> oneOf(CHANNELS);
            case TEXT ->
                switch (random.nextInt(3)) {
                    case 0 -> new Check.BeginsWith(List.of("bI", "<S"));
                    case 1 -> new Check.Contains(any(List.of("a", "S", "%")));
                    default -> oneOf(CATEGORIES);
                };
            case PART, AGE, MONTH, FLAG -> throw new IllegalStateException(metric.toString());
        };
    }

    private AttributeCondition attribute() {
        Attribute attribute = any(List.of(
                Attribute.GENDER,
                Attribute.AGE,
                Attribute.BIRTH_MONTH,
                Attribute.BIRTH_DATE,
                Attribute.TOWN,
                Attribute.AREA,
                Attribute.CHILDREN,
                Attribute.ANNUAL_INCOME,
                Attribute.HOME_OWNER,
                Attribute.NAME,
                Attribute.EMAIL,
                Attribute.PHONE,
                Attribute.ADDED));
        return new AttributeCondition(
                attribute, random.nextInt(6) == 0 ? new Check.Known(random.nextBoolean()) : check(attribute));
    }

    private Check check(Attribute attribute) {
        return switch (attribute.type()) {
            case CHOICE -> oneOf(attribute == Attribute.AREA ? Areas.words() : List.of("F", "M", "X"));
            case PART ->
                random.nextBoolean()
                        ? new Check.BeginsWith(List.of("SOMEBODY1", "+3902", "ada r"))
                        : new Check.Contains(any(List.of("2", "@EX", "ross")));
            case TEXT ->
                switch (random.nextInt(3)) {
                    case 0 -> new Check.BeginsWith(List.of("mI", "'", "100%_"));
                    case 1 -> new Check.Contains(any(List.of("a", "%", "_\\", "DROP")));
                    default -> oneOf(TOWNS);
                };
            case MONTH -> oneOf(List.of("1", "2", "3", "12"));
            case AGE -> new Numeric(comparison(() -> number(60)));
            case COUNT -> new Numeric(comparison(() -> number(4)));
            case MONEY -> new Numeric(comparison(() -> number(5).multiply(BigDecimal.valueOf(20_000))));
            case DAY ->
                new Check.Day(dayComparison(() -> LocalDate.of(1960 + random.nextInt(60), 1 + random.nextInt(12), 15)));
            case FLAG -> new Check.Flag(random.nextBoolean());
        };
    }

    private CustomCondition custom(CustomField field) {
        Check check = random.nextInt(6) == 0 ? new Check.Known(random.nextBoolean()) : check(field);
        return new CustomCondition(field, check, "EUR");
    }

    private Check check(CustomField field) {
        return switch (field.type()) {
            case TEXT, LINK, EMAIL, PHONE ->
                switch (random.nextInt(3)) {
                    case 0 -> new Check.BeginsWith(List.of("nI", "'", "100%_"));
                    case 1 -> new Check.Contains(any(List.of("a", "%", "_\\", "DROP")));
                    default -> oneOf(ShopFields.TEXTS);
                };
            case NUMBER -> new Numeric(comparison(() -> number(45)));
            case MONEY -> new Numeric(comparison(() -> number(11).multiply(BigDecimal.TEN)));
            case DATE ->
                new Check.Day(dayComparison(() ->
                        any(List.of(LocalDate.of(1999, 12, 31), LocalDate.of(2020, 2, 29), LocalDate.of(2021, 3, 1)))));
            case YES_NO -> new Check.Flag(random.nextBoolean());
            case CHOICE -> oneOf(written(field));
            case CHOICES ->
                random.nextInt(3) == 0
                        ? new Check.AllOf(written(field).subList(random.nextInt(2), 3))
                        : oneOf(written(field));
        };
    }

    private static List<String> written(CustomField field) {
        return CustomCondition.choices(field).stream()
                .map(CustomCondition::written)
                .toList();
    }

    private Check oneOf(List<String> values) {
        var some = some(values);
        var chosen = some.isEmpty() ? List.of(values.getFirst()) : some;
        return random.nextBoolean() ? new Check.OneOf(chosen) : new Check.NoneOf(chosen);
    }

    private PurchaseCondition purchases() {
        Measure measure = any(List.of(Measure.values()));
        Check.Compared check = measure.ofDays()
                ? new Check.Day(dayComparison(() -> BEGIN.plusDays(random.nextInt(DAYS))))
                : new Numeric(comparison(() -> number(
                        switch (measure) {
                            case AMOUNT, AVERAGE_ORDER, LARGEST_ORDER, SMALLEST_ORDER -> 150;
                            case DISCOUNT -> 40;
                            case ORDERS, ITEMS, PRODUCTS, CATEGORIES, BRANDS, RETURNS -> 4;
                            default -> DAYS;
                        })));
        var products = new ArrayList<Long>();
        for (int i = random.nextInt(6) - 3; i > 0; i--) {
            long product = 1L + random.nextInt(PRODUCTS);
            if (!products.contains(product)) {
                products.add(product);
            }
        }
        return new PurchaseCondition(
                measure,
                check,
                window(),
                new Where(
                        random.nextInt(3) == 0 ? some(CHANNELS) : List.of(),
                        random.nextInt(4) == 0 ? some(TOUCHPOINTS) : List.of(),
                        products,
                        random.nextInt(4) == 0 ? some(CATEGORIES) : List.of(),
                        random.nextInt(4) == 0 ? some(BRANDS) : List.of(),
                        maybeDiscounted()));
    }

    private InteractionCondition interactions() {
        ContactMeasure measure = random.nextInt(3) == 0 ? any(List.of(ContactMeasure.values())) : ContactMeasure.NUMBER;
        return new InteractionCondition(
                measure,
                some(KINDS),
                details(),
                measure.ofDates()
                        ? new Check.Day(dayComparison(() -> BEGIN.plusDays(random.nextInt(DAYS))))
                        : new Numeric(comparison(() -> number(measure.isZeroOfNothing() ? 3 : DAYS))),
                window(),
                Where.at(some(CHANNELS), List.of()));
    }

    private SequenceCondition sequence() {
        int steps = random.nextInt(3) == 0 ? 3 + random.nextInt(2) : 2;
        var all = new ArrayList<SequenceStep>();
        for (int i = 0; i < steps; i++) {
            boolean purchase = random.nextBoolean();
            all.add(new SequenceStep(
                    i < steps - 1 || random.nextInt(3) > 0,
                    purchase,
                    purchase ? List.of() : some(KINDS),
                    purchase || random.nextBoolean() ? Details.ANY : details(),
                    purchase
                            ? new Where(
                                    random.nextInt(4) == 0 ? some(CHANNELS) : List.of(),
                                    random.nextInt(6) == 0 ? some(TOUCHPOINTS) : List.of(),
                                    List.of(),
                                    random.nextInt(6) == 0 ? some(CATEGORIES) : List.of(),
                                    random.nextInt(6) == 0 ? some(BRANDS) : List.of(),
                                    random.nextInt(6) == 0 ? (Boolean) random.nextBoolean() : null)
                            : Where.at(random.nextInt(4) == 0 ? some(CHANNELS) : List.of(), List.of()),
                    i == 0 ? null : within()));
        }
        return new SequenceCondition(all, window());
    }

    private Within within() {
        return switch (random.nextInt(3)) {
            case 0 -> new Within(1 + random.nextInt(3), Window.Unit.MONTHS);
            case 1 -> new Within(1 + random.nextInt(5), Window.Unit.WEEKS);
            default -> new Within(1 + random.nextInt(40), Window.Unit.DAYS);
        };
    }

    private Details details() {
        var wanted = new LinkedHashMap<String, List<String>>();
        DETAILS.forEach((name, values) -> {
            if (random.nextInt(4) == 0) {
                wanted.put(name, chosen(values));
            }
        });
        return new Details(wanted);
    }

    /** Of the so-manieth interaction. */
    static Map<String, String> details(int number) {
        var details = new HashMap<String, String>();
        int skipped = 0;
        for (var each : DETAILS.entrySet()) {
            skipped += 2;
            if (number % skipped != 0) {
                details.put(
                        each.getKey(),
                        each.getValue().get(number % each.getValue().size()));
            }
        }
        return details;
    }

    private ComparedCondition compared() {
        return new ComparedCondition(
                any(List.of(Measure.AMOUNT, Measure.ORDERS, Measure.ITEMS)),
                comparison(() -> BigDecimal.valueOf(random.nextInt(5) * 50L)),
                new Window.Last(1 + random.nextInt(40), any(List.of(Window.Unit.DAYS, Window.Unit.WEEKS))),
                new Where(
                        random.nextInt(3) == 0 ? some(CHANNELS) : List.of(),
                        List.of(),
                        List.of(),
                        random.nextInt(4) == 0 ? some(CATEGORIES) : List.of(),
                        random.nextInt(4) == 0 ? some(BRANDS) : List.of(),
                        maybeDiscounted()));
    }

    private @Nullable Boolean maybeDiscounted() {
        return random.nextInt(4) == 0 ? (Boolean) random.nextBoolean() : null;
    }

    private Window window() {
        return switch (random.nextInt(3)) {
            case 0 -> new Window.Ever();
            case 1 -> new Window.Last(1 + random.nextInt(30), any(List.of(Window.Unit.values())));
            default -> {
                LocalDate from = BEGIN.plusDays(random.nextInt(DAYS));
                yield new Window.Between(from, from.plusDays(random.nextInt(60)));
            }
        };
    }

    private Comparison<BigDecimal> comparison(Supplier<BigDecimal> value) {
        return comparison(any(List.of(Operator.values())), value);
    }

    private Comparison<LocalDate> dayComparison(Supplier<LocalDate> value) {
        return comparison(
                any(List.of(Operator.BETWEEN, Operator.EXACTLY, Operator.LESS_THAN, Operator.MORE_THAN)), value);
    }

    private static <T extends Comparable<? super T>> Comparison<T> comparison(Operator operator, Supplier<T> value) {
        T one = value.get();
        T other = value.get();
        boolean ordered = one.compareTo(other) <= 0;
        return operator == Operator.BETWEEN
                ? new Comparison<>(operator, ordered ? one : other, ordered ? other : one)
                : new Comparison<>(operator, one, null);
    }

    private BigDecimal number(int most) {
        return BigDecimal.valueOf(random.nextInt(most + 1));
    }

    private <T> List<T> some(List<T> values) {
        return values.stream().filter(value -> random.nextInt(3) == 0).toList();
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
