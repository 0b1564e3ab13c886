package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.CUSTOM_VALUE;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.select;

import io.legame.customers.Choice;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldType;
import io.legame.customers.CustomFields;
import io.legame.platform.Companies;
import io.legame.segments.Check.AllOf;
import io.legame.segments.Check.BeginsWith;
import io.legame.segments.Check.Contains;
import io.legame.segments.Check.Day;
import io.legame.segments.Check.Flag;
import io.legame.segments.Check.Known;
import io.legame.segments.Check.NoneOf;
import io.legame.segments.Check.Numeric;
import io.legame.segments.Check.OneOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the customer has in one of the company's own fields.
 *
 * @param check choices are {@code #} and their id, so that they may be called another way
 * @param currency of the amounts that are compared
 */
record CustomCondition(CustomField field, Check check, String currency) implements Condition {
    private static final String PREFIX = "#";

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Comparison.object("custom", field.code());
        CheckJson.write(json, check, value -> value);
        return json;
    }

    @Override
    public AskedFields fields() {
        return new AskedFields(Set.of(), Set.of(field.id()));
    }

    /** Of a check that the field no longer takes, because it has another type now, no value is found. */
    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        return switch (check) {
            case NoneOf noneOf -> has(isIn(noneOf.values())).not();
            case OneOf oneOf -> has(isIn(oneOf.values()));
            case AllOf allOf ->
                and(allOf.values().stream()
                        .map(value -> has(isIn(List.of(value))))
                        .toList());
            case Known known -> known.known() ? has(isValue()) : has(isValue()).not();
            case BeginsWith begins -> compared(asOf, Attribute.Type.TEXT);
            case Contains contains -> compared(asOf, Attribute.Type.TEXT);
            case Flag flag -> compared(asOf, Attribute.Type.FLAG);
            case Numeric numeric -> compared(asOf, Attribute.Type.COUNT, Attribute.Type.MONEY);
            case Day day -> compared(asOf, Attribute.Type.DAY);
        };
    }

    private org.jooq.Condition compared(LocalDate asOf, Attribute.Type... of) {
        Attribute.Type type = type(field);
        return List.of(of).contains(type)
                ? has(check.ofKnown(CustomReads.of(field.type(), CUSTOM_VALUE.VALUE, currency), type, asOf))
                : falseCondition();
    }

    private org.jooq.Condition has(org.jooq.Condition value) {
        return CUSTOMER.ID.in(select(CUSTOM_VALUE.CUSTOMER_ID)
                .from(CUSTOM_VALUE)
                .where(CUSTOM_VALUE.FIELD_ID.eq(field.id().value()))
                .and(value));
    }

    private org.jooq.Condition isIn(List<String> values) {
        return switch (type(field)) {
            case CHOICE -> isChosen(values);
            case TEXT -> CUSTOM_VALUE.VALUE.in(values);
            case AGE, COUNT, DAY, FLAG, MONEY, MONTH, PART -> falseCondition();
        };
    }

    /** What was stored as a text is read by the labels of today. */
    private org.jooq.Condition isChosen(List<String> values) {
        var ids = new ArrayList<Long>();
        var texts = new ArrayList<String>();
        for (String value : values) {
            Optional<Choice> choice = choice(field, value);
            choice.ifPresent(each -> ids.add(each.id()));
            texts.add(choice.map(Choice::label).orElse(value).toLowerCase(Locale.ROOT));
        }
        return CUSTOM_VALUE.CHOICE.in(ids).or(lower(CUSTOM_VALUE.VALUE).in(texts));
    }

    private org.jooq.Condition isValue() {
        return switch (type(field)) {
            case CHOICE ->
                isChosen(choices(field).stream().map(CustomCondition::written).toList());
            case TEXT -> CUSTOM_VALUE.VALUE.isNotNull().or(CUSTOM_VALUE.CHOICE.isNotNull());
            case AGE, COUNT, DAY, FLAG, MONEY, MONTH, PART -> CustomReads.isValue(field.type(), CUSTOM_VALUE.VALUE);
        };
    }

    @Override
    public Phrase phrase(Words words) {
        return switch (check) {
            case OneOf oneOf -> oneOf(oneOf.values(), words);
            case NoneOf noneOf -> oneOf(noneOf.values(), words).negate();
            case AllOf allOf ->
                phrase(words, "includes", words.and(allOf.values(), value -> words.named(label(value))));
            case BeginsWith begins -> phrase(words, "beginsWith", words.or(begins.beginnings(), words::quoted));
            case Contains contains -> phrase(words, "contains", words.quoted(contains.part()));
            case Known known -> {
                Phrase isKnown = AttributePhrase.phrase(words, "known", words.titled(field.name()));
                yield known.known() ? isKnown : isKnown.negate();
            }
            case Flag flag -> phrase(words, flag.set() ? "yes" : "no");
            case Numeric numeric ->
                phrase(
                        words,
                        "is",
                        numeric.comparison()
                                .told(
                                        words,
                                        false,
                                        field.type() == CustomFieldType.MONEY ? words::money : words::decimal));
            case Day day -> phrase(words, "is", day.comparison().told(words, true, words::date));
        };
    }

    private Phrase oneOf(List<String> values, Words words) {
        return phrase(
                words,
                field.type() == CustomFieldType.CHOICES ? "includes" : "is",
                words.or(values, value -> words.named(label(value))));
    }

    private Phrase phrase(Words words, String key, Object... what) {
        var arguments = new ArrayList<Object>(List.of(words.titled(field.name())));
        arguments.addAll(List.of(what));
        return AttributePhrase.phrase(words, "custom." + key, arguments.toArray());
    }

    private String label(String value) {
        return label(field, value);
    }

    static String label(CustomField field, String value) {
        return choice(field, value).map(Choice::label).orElse(value);
    }

    static String written(Choice choice) {
        return PREFIX + choice.id();
    }

    private static Optional<Choice> choice(CustomField field, String written) {
        return choices(field).stream()
                .filter(choice -> written.equals(written(choice)))
                .findFirst();
    }

    static List<Choice> choices(CustomField field) {
        return field.choices() == null ? List.of() : field.choices().choices();
    }

    static Attribute.Type type(CustomField field) {
        return switch (field.type()) {
            case TEXT, LINK, EMAIL, PHONE -> Attribute.Type.TEXT;
            case NUMBER -> Attribute.Type.COUNT;
            case MONEY -> Attribute.Type.MONEY;
            case DATE -> Attribute.Type.DAY;
            case YES_NO -> Attribute.Type.FLAG;
            case CHOICE, CHOICES -> Attribute.Type.CHOICE;
        };
    }

    /** The properties of JSON that can follow the field. */
    static List<String> words(CustomFieldType type, Attribute.Type tested) {
        return type == CustomFieldType.CHOICES ? List.of("isOneOf", "isNoneOf", "hasAll", "isKnown") : tested.words();
    }

    private static List<String> words(CustomField field) {
        return words(field.type(), type(field));
    }

    @Component
    static class Kind implements ConditionKind {
        private static final int FEW = 20;
        private static final int PROPOSED = 8;

        private final CustomFields fields;
        private final Companies companies;

        Kind(CustomFields fields, Companies companies) {
            this.fields = fields;
            this.companies = companies;
        }

        @Override
        public String property() {
            return "custom";
        }

        @Override
        public Condition read(JsonPlace place) {
            JsonPlace named = place.get("custom");
            String code = named.text();
            List<CustomField> all = fields.all();
            if (all.isEmpty()) {
                throw named.wrong("segments.json.noCustomFields");
            }
            CustomField field = of(all, code)
                    .orElseThrow(() -> named.unknown(
                            code, all.stream().map(CustomField::code).toList()));
            String word = CheckJson.word(place, "custom", place.kept() ? everyWord() : words(field));
            JsonPlace value = place.get(word);
            Attribute.Type type = place.kept() ? typeOf(word, value, field) : type(field);
            return new CustomCondition(
                    field,
                    CheckJson.read(type, word, value, each -> value(field, each)),
                    companies.get().currency().getCurrencyCode());
        }

        private static List<String> everyWord() {
            var words = new ArrayList<>(
                    List.of("isOneOf", "isNoneOf", "hasAll", "beginsWith", "contains", "isKnown", "is"));
            words.addAll(Comparison.Operator.words(false));
            words.addAll(Comparison.Operator.words(true));
            return words.stream().distinct().toList();
        }

        /** Of the type that the field had when it was written: days are texts, numbers are not. */
        private static Attribute.Type typeOf(String word, JsonPlace value, CustomField field) {
            boolean compares = Comparison.Operator.of(word, false)
                    .or(() -> Comparison.Operator.of(word, true))
                    .isPresent();
            if (!compares) {
                return type(field);
            }
            boolean days = word.equals("between")
                    ? value.list().getFirst().node().isString()
                    : value.node().isString();
            return days ? Attribute.Type.DAY : Attribute.Type.COUNT;
        }

        private static String value(CustomField field, JsonPlace place) {
            String text = place.text();
            if (!field.type().isChosen()) {
                return text;
            }
            List<Choice> choices = choices(field);
            Optional<Choice> named = choices.stream()
                    .filter(choice -> choice.label().equalsIgnoreCase(text))
                    .findFirst();
            if (named.isEmpty() && choice(field, text).isEmpty() && !place.kept()) {
                throw place.unknown(text, choices.stream().map(Choice::label).toList());
            }
            return named.map(CustomCondition::written).orElse(text);
        }

        static Optional<CustomField> of(List<CustomField> all, String code) {
            return all.stream().filter(field -> field.code().equals(code)).findFirst();
        }

        @Override
        public Map<String, Object> schema() {
            Map<CustomFieldType, List<CustomField>> byType =
                    fields.all().stream().collect(Collectors.groupingBy(CustomField::type));
            var schemas = new ArrayList<Object>();
            byType.forEach((type, some) -> schemas.add(Schemas.objectWithOne(
                    Map.of(
                            "custom",
                            Schemas.words(some.stream().map(CustomField::code).toList())),
                    CheckJson.schema(type(some.getFirst()), words(some.getFirst())),
                    "custom")));
            return schemas.isEmpty() ? Map.of("not", Map.of()) : Map.of("oneOf", schemas);
        }

        @Override
        public void wordings(Wordings wordings) {
            fields.all().forEach(field -> wordings(field, wordings));
        }

        private static void wordings(CustomField field, Wordings wordings) {
            Words words = wordings.words();
            Map<String, Object> meaning = Map.of("custom", field.code());
            Piece<Map<String, Object>> name =
                    Names.of(Map.of(field.code(), words.titled(field.name()))).as("custom");
            wordings.phraseOr(
                    "known", Piece.together(meaning, Map.of("isKnown", true)), Wordings.saying("isKnown", false), name);
            switch (type(field)) {
                case CHOICE -> chosen(field, name, wordings);
                case TEXT -> texts(name, wordings);
                case DAY -> wordings.phrase("custom.is", meaning, name, Comparison.piece(words, true, Days.of(words)));
                case MONEY ->
                    wordings.phrase("custom.is", meaning, name, Comparison.piece(words, false, Numbers.money(words)));
                case FLAG -> {
                    wordings.phrase("custom.yes", Map.of("is", true), name);
                    wordings.phrase("custom.no", Map.of("is", false), name);
                }
                case AGE, COUNT, MONTH, PART ->
                    wordings.phrase("custom.is", meaning, name, Comparison.piece(words, false, Numbers.decimal(words)));
            }
        }

        private static void chosen(CustomField field, Piece<Map<String, Object>> name, Wordings wordings) {
            Words words = wordings.words();
            var labels = new LinkedHashMap<String, String>();
            CustomCondition.choices(field).forEach(choice -> labels.put(written(choice), words.named(choice.label())));
            Piece<String> label = Names.of(labels);
            boolean several = field.type() == CustomFieldType.CHOICES;
            oneOf(several ? "custom.includes" : "custom.is", name, label, wordings);
            if (several) {
                wordings.phrase(
                        "custom.includes",
                        Map.of(),
                        name,
                        ListPiece.several(words, label).as("hasAll"));
            }
        }

        private static void texts(Piece<Map<String, Object>> name, Wordings wordings) {
            Words words = wordings.words();
            Piece<String> quoted = Names.quoted(words);
            oneOf("custom.is", name, Names.any(words), wordings);
            wordings.phrase(
                    "custom.beginsWith",
                    Map.of(),
                    name,
                    ListPiece.or(words, quoted).as("beginsWith"));
            wordings.phrase("custom.contains", Map.of(), name, quoted.as("contains"));
        }

        private static void oneOf(String key, Piece<Map<String, Object>> name, Piece<String> value, Wordings wordings) {
            wordings.phraseOr(
                    key,
                    Map.of(),
                    Wordings.instead("isOneOf", "isNoneOf"),
                    name,
                    ListPiece.or(wordings.words(), value).as("isOneOf"));
        }

        @Override
        public List<Offer> offers() {
            return fields.inUse().stream()
                    .map(field -> new Offer(
                            "person",
                            "custom." + field.code(),
                            field.name(),
                            Fields.of(
                                    "custom",
                                    field.code(),
                                    "op",
                                    operators(field).getFirst())))
                    .toList();
        }

        private static List<String> operators(CustomField field) {
            return CheckForm.operators(words(field));
        }

        @Override
        public List<Slot> slots(Fields form, Words words, Proposals proposals) {
            CustomField field = field(form.one("custom", ""));
            if (field == null) {
                return List.of(new Slot.Told(form.one("custom", "")));
            }
            Attribute.Type type = type(field);
            return CheckForm.slots(
                    form,
                    words,
                    operators(field),
                    field.name(),
                    type == Attribute.Type.DAY,
                    type == Attribute.Type.MONEY ? words.currencySign() : "",
                    () -> values(field, form, words, proposals));
        }

        private @Nullable CustomField field(String code) {
            return of(fields.all(), code).orElse(null);
        }

        private static Slot values(CustomField field, Fields form, Words words, Proposals proposals) {
            String source = KnownValues.CUSTOM + field.code();
            if (!field.type().isChosen()) {
                return FactForm.values(form, words, proposals, "v", source, field.name());
            }
            List<String> chosen = form.all("v");
            List<Choice> shown = choices(field).stream()
                    .filter(choice -> !choice.archived() || chosen.contains(written(choice)))
                    .toList();
            return shown.size() > FEW
                    ? searched(field, source, chosen, proposals)
                    : checked(field, source, shown, chosen, proposals);
        }

        private static Slot checked(
                CustomField field, String source, List<Choice> shown, List<String> chosen, Proposals proposals) {
            var labels = new LinkedHashMap<String, String>();
            shown.forEach(choice -> labels.put(written(choice), choice.label()));
            return ClosedList.checks(
                    "v",
                    field.name(),
                    source,
                    labels,
                    value -> chosen.contains(value) || chosen.contains(labels.get(value)),
                    proposals);
        }

        private static Slot searched(CustomField field, String source, List<String> chosen, Proposals proposals) {
            return new Slot.Values(
                    "v",
                    field.name(),
                    source,
                    chosen.stream()
                            .map(value -> new Slot.Option(value, label(field, value), null, true))
                            .toList(),
                    proposals.of(source, "", PROPOSED + chosen.size()).stream()
                            .filter(each -> !chosen.contains(each.value()))
                            .limit(PROPOSED)
                            .map(each -> new Slot.Option(each.value(), each.label(), each.count(), false))
                            .toList());
        }

        @Override
        public Map<String, Object> json(Fields form) {
            String code = form.one("custom", "");
            var json = new LinkedHashMap<String, Object>();
            json.put("custom", code);
            CustomField field = field(code);
            if (field != null) {
                CheckForm.json(form, json, operators(field), type(field) == Attribute.Type.DAY, value -> value);
            }
            return json;
        }

        @Override
        public Fields fields(Map<String, Object> json) {
            String code = Objects.toString(json.get("custom"));
            CustomField field = field(code);
            Fields form = Fields.of("custom", code);
            return field == null ? form : CheckForm.fields(form, json, words(field));
        }
    }
}
