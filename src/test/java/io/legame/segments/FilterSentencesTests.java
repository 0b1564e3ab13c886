package io.legame.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.legame.customers.ChoiceLists;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFields;
import io.legame.platform.Refusal;
import io.legame.platform.Texts;
import io.legame.segments.Filter.All;
import io.legame.segments.Filter.Any;
import io.legame.segments.Filter.Not;
import io.legame.testing.LegameTest;
import io.legame.testing.TestDatabase;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** From a filter to its sentence and back. */
@LegameTest
class FilterSentencesTests {
    private static final int MOST = 1500;
    private static final int SEED = 7;

    /** Names that could be taken for the words around them. */
    private static final Map<String, List<String>> VALUES = Map.of(
            "en",
            List.of(
                    "Milano or Roma",
                    "or",
                    "and",
                    "a” or “b",
                    "“x",
                    "“x”",
                    "in the last 3 days",
                    "Bikes of the brand Legnano",
                    "at a discount",
                    "on-line",
                    "women",
                    "Italy",
                    "at",
                    "with",
                    "\"",
                    "a \"b\"",
                    "e-mail.",
                    "S.p.A.",
                    "visit",
                    " two  blanks ",
                    "today",
                    "children",
                    "#1",
                    "2019",
                    "5",
                    "Rome, Italy",
                    "“no answer” and campaign Spring",
                    "D’Anna",
                    "Reggio nell'Emilia",
                    "(a",
                    "lost",
                    "who",
                    "be\u00A0cool"),
            "it",
            List.of(
                    "Milano o Roma",
                    "o",
                    "e",
                    "a» o «b",
                    "«x",
                    "«x»",
                    "negli ultimi 3 giorni",
                    "Bikes della marca Legnano",
                    "in sconto",
                    "on-line",
                    "donne",
                    "Italia",
                    "presso",
                    "con",
                    "\"",
                    "a \"b\"",
                    "e-mail.",
                    "S.p.A.",
                    "visita",
                    " two  blanks ",
                    "oggi",
                    "figli",
                    "#1",
                    "2019",
                    "5",
                    "meno",
                    "di",
                    "«no answer» e campagna Spring",
                    "D’Anna",
                    "Reggio nell'Emilia",
                    "(a",
                    "perso",
                    "che",
                    "be\u00A0cool"));

    private static final List<String> REPLACED = List.of(
            "Milano",
            "Roma",
            "Shop Milano",
            "e-shop",
            "Bikes",
            "Caps",
            "Legnano",
            "Spring",
            "success",
            "no answer",
            "refused",
            "outcome",
            "campaign",
            "F",
            "X",
            "Nina",
            "visit",
            "call",
            "ross",
            "'",
            "100%_");

    @Autowired
    private Filters filters;

    @Autowired
    private FilterSentences sentences;

    @Autowired
    private Telling telling;

    @Autowired
    private Texts texts;

    @Autowired
    private JdbcClient database;

    @Autowired
    private CustomFields fields;

    @Autowired
    private ChoiceLists lists;

    private List<CustomField> custom = List.of();

    @BeforeEach
    void aShop() {
        TestDatabase.clear(database, "customers", "catalogue", "timeline", "segments");
        custom = new ShopFields(fields, lists).create();
        List.of("Road-150", "Cap, red or blue", "5\" tube", "The “Best” of", "a” or “b", "#9")
                .forEach(name -> database.sql("""
                                insert into catalogue.product (id, name, source, created_at, updated_at)
                                values ((select count(*) + 1 from catalogue.product), ?, 'test', now(), now())
                                """).param(name).update());
    }

    private static Stream<Locale> languages() {
        return Texts.LANGUAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everySentenceIsReadAsTheFilterThatItTells(Locale language) {
        var random = new Random(SEED);
        var some = new RandomFilters(random, custom);
        Words words = telling.words(language).toldWhole();
        for (int i = 0; i < MOST; i++) {
            Filter filter = i < MOST / 2 ? some.condition() : some.filter(3);
            if (i % 2 == 0) {
                filter = withWordsOfSentences(filter, random, language);
            }
            String sentence = Sentence.of(filter, words);
            Filter read = heard(sentence, language);
            assertThat(Sentence.of(read, words)).isEqualTo(sentence);
            assertThat(normal(read)).as(sentence).isEqualTo(normal(filter));
        }
    }

    /** Filters whose values are made of the words of sentences. */
    private Filter withWordsOfSentences(Filter filter, Random random, Locale language) {
        List<String> values = Objects.requireNonNull(VALUES.get(language.getLanguage()));
        String json = filters.write(filter);
        for (String value : REPLACED) {
            if (random.nextBoolean()) {
                json = json.replace(
                        "\"" + value + "\"",
                        JsonMapper.shared().writeValueAsString(values.get(random.nextInt(values.size()))));
            }
        }
        return filters.read(json);
    }

    @Test
    void everyKindOfConditionHasAWayBack() {
        assertThat(filters.kinds())
                .filteredOn(kind -> FilterSentences.wordings(kind, telling.words(Locale.ENGLISH))
                        .isEmpty())
                .extracting(ConditionKind::property)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Women   aged 35 to 45. | {"all":[{"attribute":"gender","isOneOf":["F"]},{"attribute":"age","between":[35,45]}]}
            customers who are women | {"attribute":"gender","isOneOf":["F"]}
            customers who are aged 35 or over | {"attribute":"age","atLeast":35}
            women from "Reggio Calabria" | {"all":[{"attribute":"gender","isOneOf":["F"]},{"attribute":"town","isOneOf":["Reggio Calabria"]}]}
            customers from “Milano or Roma” | {"attribute":"town","isOneOf":["Milano or Roma"]}
            customers who are resident in Italy or France | {"attribute":"country","isOneOf":["IT","FR"]}
            customers who spent at least 1000 | {"purchases":"amount","atLeast":1000}
            customers who spent at least 1,000.50 € in the last day | {"purchases":"amount","atLeast":1000.5,"during":{"last":1,"unit":"days"}}
            customers who spent at least €1000 in the last 90 days | {"purchases":"amount","atLeast":1000,"during":{"last":90,"unit":"days"}}
            customers who made at least 2 purchases from 1 January 2019 to 2019-06-30 | {"purchases":"orders","atLeast":2,"during":{"from":"2019-01-01","to":"2019-06-30"}}
            customers who made at least 2 purchase | {"purchases":"orders","atLeast":2}
            customers who had no visit and either own their home or can be reached by post | ?
            customers who had no visit, and who either own their home or can be reached by post | {"all":[{"interactions":"number","kinds":["visit"],"none":true},{"any":[{"attribute":"homeOwner","is":true},{"reachable":"post"}]}]}
            customers who had no visit and own their home, and who either have the unique key or can be reached by post | {"all":[{"interactions":"number","kinds":["visit"],"none":true},{"attribute":"homeOwner","is":true},{"any":[{"keyed":true},{"reachable":"post"}]}]}
            customers who own their home and have the unique key or can be reached by post | ?
            donne di Milano, Roma o "Reggio nell'Emilia" che hanno speso più di 1.000 euro | ?
            donne di Milano, Roma o Reggio nell’Emilia che hanno speso più di 1.000,00 € | {"all":[{"attribute":"gender","isOneOf":["F"]},{"attribute":"town","isOneOf":["Milano","Roma","Reggio nell'Emilia"]},{"purchases":"amount","moreThan":1000}]}
            tutti i clienti | {"all":[]}
            nobody | {"not":{"all":[]}}
            """)
    void whatPeopleWriteIsReadToo(String sentence, String json) {
        assertThat(read(sentence)).isEqualTo(json.equals("?") ? Optional.empty() : Optional.of(filters.read(json)));
    }

    private Optional<Filter> read(String sentence) {
        try {
            return Optional.of(sentences.read(sentence, null));
        } catch (Refusal e) {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kustomers who own their home | “kustomers” was not understood. Did you mean “customers”?
            customers who livd in Milano | “livd in” was not understood. Did you mean “live in”?
            customers who live in Milano and eat pizza | “eat pizza” was not understood.
            customers who are in the tier gould | “gould” was not understood. Did you mean “gold”?
            customers who are in the tier wood | “wood” was not understood. Possible here: platinum, gold, iron, piombo
            customers who have the unique kee and own their home | “have the unique kee” was not understood. Did you mean “have the unique key”?
            customers who own their home and | Something is missing at the end of the sentence.
            customers who were in the tier gold on 3 Jun 2019 | “were in the tier gold on 3 Jun 2019”: The last day of a month is expected here, such as 2019-06-30.
            women agd 35 to 45 | “agd” was not understood. Did you mean “aged”?
            customers who are in the segment “Lost” | “Lost” was not understood.
            """)
    void whatIsNotUnderstoodIsQuotedWithWhatWasProbablyMeant(String sentence, String reason) {
        assertThat(reason(sentence)).isEqualTo(reason);
    }

    private String reason(String sentence) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> sentences.read(sentence, Locale.ENGLISH));
        return texts.get(Locale.ENGLISH, refusal.key(), refusal.arguments());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileSentencesAreRefusedQuickly(String sentence) {
        long begin = System.nanoTime();
        assertThat(reason(sentence)).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    }

    private static Stream<String> hostile() {
        return Stream.of(
                "x".repeat(10_000),
                "(".repeat(7_000),
                "customers who " + "(".repeat(3_900) + "own their home" + ")".repeat(3_900),
                "customers who " + "own their home and ".repeat(400),
                "customers who " + "own their home, ".repeat(480) + "or",
                "customers who either " + "either ".repeat(1_000),
                "customers who live in " + "A, ".repeat(2_600),
                "customers who live in " + "A ".repeat(3_900),
                "customers who live in " + "“".repeat(7_000),
                "customers who live in " + "\"".repeat(7_001),
                "customers whose main category today is " + "A or ".repeat(1_500),
                "customers " + "from A ".repeat(1_100),
                "customers who had no visit with " + "outcome A and campaign B or ".repeat(280));
    }

    private Filter heard(String sentence, Locale language) {
        try {
            return sentences.read(sentence, language);
        } catch (Refusal e) {
            throw new AssertionError(sentence + "\n" + e.key() + List.of(e.arguments()), e);
        }
    }

    /** As a sentence has it: negations at the conditions, joins flat, their order left out, one form for each opposite. */
    private static String normal(Filter filter) {
        return told(Sentence.positive(filter, true));
    }

    private static String told(Filter filter) {
        return switch (filter) {
            case All all -> "all" + told(all.parts());
            case Any any -> "any" + told(any.parts());
            case Not not -> told(((Condition) not.part()).json(), false);
            case Condition condition -> told(condition.json(), true);
        };
    }

    private static String told(List<Filter> parts) {
        return parts.stream().map(FilterSentencesTests::told).sorted().toList().toString();
    }

    private static String told(Map<String, Object> json, boolean holds) {
        var normal = new LinkedHashMap<>(json);
        boolean opposite = normal.containsKey("isNoneOf")
                || Stream.of("isKnown", "keyed", "dismissed").anyMatch(each -> Boolean.FALSE.equals(normal.get(each)));
        if (normal.containsKey("isNoneOf")) {
            normal.put("isOneOf", normal.remove("isNoneOf"));
        }
        Stream.of("isKnown", "keyed", "dismissed")
                .forEach(each -> normal.computeIfPresent(each, (_, value) -> value.equals(false) ? true : value));
        if (normal.containsKey("isKnown")) {
            // all three are known when the birth date is
            normal.computeIfPresent(
                    "attribute", (_, name) -> List.of("age", "birthMonth").contains(name) ? "birthDate" : name);
        }
        if (Integer.valueOf(0).equals(normal.get("within"))) {
            normal.put("in", normal.remove("within")); // both are today
        }
        normal.computeIfPresent("tier", (_, tiers) -> new TreeSet<>((List<?>) tiers));
        return holds != opposite ? normal.toString() : "not" + normal;
    }
}
