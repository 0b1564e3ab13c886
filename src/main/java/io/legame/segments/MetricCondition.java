package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.METRICS;
import static org.jooq.impl.DSL.select;

import io.legame.segments.Check.Day;
import io.legame.segments.Check.Known;
import io.legame.segments.Check.NoneOf;
import io.legame.segments.Check.Numeric;
import io.legame.segments.Check.OneOf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the customer is to the company in numbers: those of today, whatever the as-of day, as with attributes. */
record MetricCondition(Metric metric, Check check) implements Condition {
    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Comparison.object("metric", metric.word());
        CheckJson.write(json, check, value -> value);
        return json;
    }

    @Override
    public AskedFields fields() {
        return AskedFields.NONE;
    }

    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        return switch (check) {
            case NoneOf noneOf -> has(new OneOf(noneOf.values()), asOf).not();
            case Known known ->
                known.known()
                        ? has(metric.column().isNotNull())
                        : has(metric.column().isNotNull()).not();
            default -> has(check, asOf);
        };
    }

    private org.jooq.Condition has(Check known, LocalDate asOf) {
        return has(known.ofKnown(metric.column(), metric.type(), asOf));
    }

    private static org.jooq.Condition has(org.jooq.Condition value) {
        return CUSTOMER.ID.in(select(METRICS.CUSTOMER_ID).from(METRICS).where(value));
    }

    @Override
    public Phrase phrase(Words words) {
        String name = words.text("thing.metric." + metric.word());
        return switch (check) {
            case OneOf oneOf -> is(words, name, oneOf(oneOf.values(), words));
            case NoneOf noneOf -> is(words, name, oneOf(noneOf.values(), words)).negate();
            case Known known -> {
                Phrase isKnown = AttributePhrase.phrase(words, "metric.known", name);
                yield known.known() ? isKnown : isKnown.negate();
            }
            case Numeric numeric -> is(words, name, numeric.comparison().told(words, false, each -> told(each, words)));
            case Day day -> is(words, name, day.comparison().told(words, true, words::date));
            case Check.BeginsWith begins ->
                AttributePhrase.phrase(words, "metric.beginsWith", name, words.or(begins.beginnings(), words::quoted));
            case Check.Contains contains ->
                AttributePhrase.phrase(words, "metric.contains", name, words.quoted(contains.part()));
            case Check.AllOf _, Check.Flag _ -> throw new IllegalStateException("No metric is asked for " + check);
        };
    }

    private static Phrase is(Words words, String name, String what) {
        return AttributePhrase.phrase(words, "metric.is", name, what);
    }

    private String oneOf(List<String> values, Words words) {
        return words.or(
                values,
                value -> metric.type() == Attribute.Type.CHOICE ? words.told("channel", value) : words.named(value));
    }

    private String told(BigDecimal number, Words words) {
        return switch (metric.type()) {
            case MONEY -> words.money(number);
            default -> metric == Metric.TREND ? words.decimal(number) + "%" : words.decimal(number);
        };
    }

    @Component
    static class Kind implements ConditionKind {
        @Override
        public String property() {
            return "metric";
        }

        @Override
        public Condition read(JsonPlace place) {
            Metric metric = Metric.of(place.get("metric").oneOf(Metric.words())).orElseThrow();
            String word = CheckJson.word(place, "metric", metric.type().words());
            return new MetricCondition(metric, CheckJson.read(metric.type(), word, place.get(word), JsonPlace::text));
        }

        @Override
        public Map<String, Object> schema() {
            var byType = new ArrayList<Object>();
            for (Attribute.Type type : Attribute.Type.values()) {
                List<String> words = Arrays.stream(Metric.values())
                        .filter(metric -> metric.type() == type)
                        .map(Metric::word)
                        .toList();
                if (!words.isEmpty()) {
                    byType.add(Schemas.objectWithOne(
                            Map.of("metric", Schemas.words(words)), CheckJson.schema(type, type.words()), "metric"));
                }
            }
            return Map.of("oneOf", byType);
        }

        @Override
        public void wordings(Wordings wordings) {
            for (Metric metric : Metric.values()) {
                wordings(metric, wordings);
            }
        }

        private static void wordings(Metric metric, Wordings wordings) {
            Words words = wordings.words();
            Map<String, Object> meaning = Map.of("metric", metric.word());
            Piece<Map<String, Object>> name = TextPiece.of(words, "thing.metric." + metric.word());
            wordings.phraseOr(
                    "metric.known",
                    Piece.together(meaning, Map.of("isKnown", true)),
                    Wordings.saying("isKnown", false),
                    name);
            List<String> checks = metric.type().words();
            if (checks.contains("isOneOf")) {
                Piece<String> value =
                        metric.type() == Attribute.Type.CHOICE ? Names.ofList("channel", words) : Names.any(words);
                wordings.phraseOr(
                        "metric.is",
                        meaning,
                        Wordings.instead("isOneOf", "isNoneOf"),
                        name,
                        ListPiece.or(words, value).as("isOneOf"));
            } else {
                wordings.phrase("metric.is", meaning, name, comparison(metric, words));
            }
            if (checks.contains("contains")) {
                Piece<String> quoted = Names.quoted(words);
                wordings.phrase(
                        "metric.beginsWith",
                        meaning,
                        name,
                        ListPiece.or(words, quoted).as("beginsWith"));
                wordings.phrase("metric.contains", meaning, name, quoted.as("contains"));
            }
        }

        private static Piece<Map<String, Object>> comparison(Metric metric, Words words) {
            boolean days = metric.type() == Attribute.Type.DAY;
            Piece<?> value = switch (metric.type()) {
                case DAY -> Days.of(words);
                case MONEY -> Numbers.money(words);
                default -> metric == Metric.TREND ? Numbers.decimal(words).before("%") : Numbers.decimal(words);
            };
            return Comparison.piece(words, days, value);
        }

        @Override
        public List<Offer> offers() {
            return Arrays.stream(Metric.values())
                    .map(metric -> new Offer(
                            "figures",
                            "metric." + metric.word(),
                            Fields.of("metric", metric.word(), "op", first(metric))))
                    .toList();
        }

        /** What is asked of a number mostly. */
        private static String first(Metric metric) {
            return switch (metric.type()) {
                case COUNT, MONEY -> "atLeast";
                default -> operators(metric).getFirst();
            };
        }

        private static List<String> operators(Metric metric) {
            return CheckForm.operators(metric.type().words());
        }

        private static Metric metric(Fields fields) {
            return Metric.of(fields.one("metric", "")).orElse(Metric.REVENUE);
        }

        @Override
        public List<Slot> slots(Fields fields, Words words, Proposals proposals) {
            Metric metric = metric(fields);
            String name = words.text("metric." + metric.word());
            return CheckForm.slots(
                    fields,
                    words,
                    operators(metric),
                    name,
                    metric.type() == Attribute.Type.DAY,
                    unit(metric, words),
                    () -> FactForm.values(fields, words, proposals, "v", metric.word(), name));
        }

        private static String unit(Metric metric, Words words) {
            if (metric.type() == Attribute.Type.MONEY) {
                return words.currencySign();
            }
            return switch (metric) {
                case DAYS_BETWEEN, DAYS_SINCE_LAST -> words.text("unit.days");
                case TREND -> "%";
                case LOYALTY -> words.text("unit.ofHundred");
                case RECENCY_SCORE, FREQUENCY_SCORE, MONETARY_SCORE -> words.text("unit.ofFive");
                default -> "";
            };
        }

        @Override
        public Map<String, Object> json(Fields fields) {
            Metric metric = metric(fields);
            var json = new LinkedHashMap<String, Object>();
            json.put("metric", metric.word());
            CheckForm.json(fields, json, operators(metric), metric.type() == Attribute.Type.DAY, value -> value);
            return json;
        }

        @Override
        public Fields fields(Map<String, Object> json) {
            Fields fields = Fields.of("metric", String.valueOf(json.get("metric")));
            return CheckForm.fields(fields, json, metric(fields).type().words());
        }
    }
}
