package io.legame.customers;

import static io.legame.customers.CustomerField.CARD;
import static io.legame.customers.CustomerField.COMPANY_NAME;
import static io.legame.customers.CustomerField.EMAIL;
import static io.legame.customers.CustomerField.FAMILY_NAME;
import static io.legame.customers.CustomerField.GIVEN_NAME;
import static io.legame.customers.CustomerField.NUMBER;
import static io.legame.customers.CustomerField.OTHER_PHONE;
import static io.legame.customers.CustomerField.PHONE;
import static io.legame.customers.CustomerField.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameTest;
import io.legame.testing.TestDatabase;
import io.legame.wording.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is found, and in what order, against the same question answered by reading everybody. */
@LegameTest
class FindingTests {
    private static final int CUSTOMERS = 3_000;
    private static final List<String> GIVEN =
            List.of("Maria", "Giovanni", "Nicolò", "Anna Maria", "Zoë", "Ugo", "Marta", "Rosa", "José");
    private static final List<String> FAMILY = List.of(
            "Rossi",
            "Rossini",
            "De Luca",
            "D'Angelo",
            "Bianchi",
            "Della Valle-Montecuccoli",
            "Mariani",
            "Òrsi",
            "Rosa");
    private static final List<String> SYLLABLES = List.of("bra", "co", "del", "ros", "si", "ma", "ri", "no", "vi");

    @Autowired
    Customers customers;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
    }

    /** A customer as the test knows it. */
    private record Known(long id, String name, List<String> words, List<String> numbers, List<String> phones) {}

    private void create(long seed) {
        var random = new Random(seed);
        var drafts = new ArrayList<CustomerDraft>();
        for (int i = 0; i < CUSTOMERS; i++) {
            drafts.add(draft(random, i));
        }
        customers.upsert("shop", drafts);
    }

    private static CustomerDraft draft(Random random, int i) {
        var texts = new EnumMap<CustomerField, String>(CustomerField.class);
        texts.put(NUMBER, "K" + i);
        if (random.nextInt(10) > 0) {
            texts.put(GIVEN_NAME, any(random, GIVEN));
            texts.put(FAMILY_NAME, random.nextInt(3) == 0 ? invented(random) : any(random, FAMILY));
        }
        if (random.nextInt(8) == 0) {
            texts.put(COMPANY_NAME, invented(random) + " & " + any(random, FAMILY) + " S.r.l.");
        }
        if (random.nextInt(3) > 0) {
            texts.put(EMAIL, invented(random).toLowerCase(Locale.ROOT) + i + "@esempio.it");
        }
        if (random.nextInt(3) > 0) {
            texts.put(
                    PHONE,
                    random.nextInt(9) == 0
                            ? "+33 6 12 34 %02d %02d".formatted(i / 100 % 100, i % 100)
                            : mobile(random));
        }
        if (random.nextInt(4) == 0) {
            texts.put(CARD, "4000-" + (100_000 + i));
        }
        if (random.nextInt(3) > 0) {
            texts.put(TOWN, any(random, List.of("Milano", "Roma", "Forlì", "Zola Predosa")));
        }
        Map<CustomerField, List<String>> several =
                random.nextInt(9) == 0 ? Map.of(OTHER_PHONE, List.of(mobile(random))) : Map.of();
        return new CustomerDraft(texts, several, null, null, null, null);
    }

    private static String mobile(Random random) {
        return "347 " + (1_000_000 + random.nextInt(9_000_000));
    }

    private static String any(Random random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String invented(Random random) {
        String name = IntStream.range(0, 2 + random.nextInt(3))
                .mapToObj(i -> any(random, SYLLABLES))
                .collect(Collectors.joining());
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private List<Known> everybody() {
        Map<Long, List<String>> numbers = database
                .sql("select customer_id, value from customers.identity where kind not in ('phone', 'details')")
                .query((row, i) -> Map.entry(row.getLong(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return database.sql("""
                        select id, concat_ws(' ', family_name, given_name, company_name), phone, other_phones,
                            case when coalesce(family_name, given_name, company_name) is null then email end
                        from customers.customer
                        """)
                .query((row, i) -> {
                    var phones = new ArrayList<String>();
                    if (row.getString(3) != null) {
                        phones.add(row.getString(3));
                    }
                    if (row.getArray(4) != null) {
                        phones.addAll(List.of((String[]) row.getArray(4).getArray()));
                    }
                    String email = row.getString(5);
                    String name = Folding.fold(row.getString(2) + (email == null ? "" : " " + email));
                    return new Known(
                            row.getLong(1),
                            name,
                            List.of(name.replace(".", "").split("[^\\p{L}\\p{N}]+")),
                            numbers.getOrDefault(row.getLong(1), List.of()),
                            phones);
                })
                .list();
    }

    /** Every page, one after the other. */
    private List<Long> all(CustomerQuery query, int size) {
        var ids = new ArrayList<Long>();
        CustomerPosition after = null;
        do {
            CustomerPage page = customers.list(query, after, size);
            assertThat(page.customers()).hasSizeLessThanOrEqualTo(size);
            page.customers().forEach(customer -> ids.add(customer.id().value()));
            after = page.next();
        } while (after != null);
        assertThat(ids).doesNotHaveDuplicates();
        return ids;
    }

    private List<Long> all(String search) {
        return all(CustomerQuery.search(search), 70);
    }

    private static Set<Long> ids(List<Known> everybody, Predicate<Known> which) {
        return everybody.stream().filter(which).map(Known::id).collect(Collectors.toSet());
    }

    private static Predicate<Known> named(String... beginnings) {
        return known -> List.of(beginnings).stream()
                .allMatch(beginning -> known.words().stream().anyMatch(word -> word.startsWith(beginning)));
    }

    private static Predicate<Known> numbered(String beginning) {
        return known -> known.numbers().stream()
                .anyMatch(number -> number.toLowerCase(Locale.ROOT).startsWith(beginning));
    }

    private static Predicate<Known> phoned(String beginning) {
        return known -> known.phones().stream().anyMatch(phone -> phone.startsWith(beginning));
    }

    /** With slips forgiven, whoever is found exactly comes before the others, and all others are near. */
    private void assertFound(String search, List<Known> everybody, Predicate<Known> exact) {
        List<Long> found = all(search);
        Set<Long> wanted = ids(everybody, exact);
        assertThat(new HashSet<>(found.subList(0, Math.min(wanted.size(), found.size()))))
                .as(search)
                .isEqualTo(wanted);
        List<String> typed = Typed.words(Folding.fold(search));
        Set<Long> near = ids(
                everybody,
                known -> typed.stream()
                        .allMatch(
                                word -> known.words().stream().anyMatch(other -> Slips.cost(word, other) < Slips.FAR)));
        assertThat(near).as(search).containsAll(found.subList(wanted.size(), found.size()));
        if (search.indexOf('@') < 0 && found.size() % 70 != 0) {
            assertThat(found).as(search).hasSizeGreaterThanOrEqualTo(Math.min(near.size(), wanted.size() + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whoeverMatchesIsFoundOnceAndNobodyElse(long seed) {
        create(seed);
        List<Known> everybody = everybody();
        for (String word : List.of("r", "ro", "ros", "rossi", "maria", "montecuccoli", "srl", "nicolo", "qq", "brac")) {
            assertFound(word, everybody, named(word).or(numbered(word)));
        }
        assertFound("NICOLÒ", everybody, named("nicolo").or(numbered("nicolò")));
        assertFound("d'an", everybody, named("d", "an"));
        assertFound("ma rossi", everybody, named("ma", "rossi"));
        assertFound("  Rossi,  MA ", everybody, named("rossi", "ma"));
        assertFound("luca anna de", everybody, named("luca", "anna", "de"));
        assertFound("k12", everybody, numbered("k12").or(named("k12")));
        assertFound("4000-1001", everybody, numbered("4000-1001").or(numbered("40001001")));
        assertFound("cobra1", everybody, numbered("cobra1").or(named("cobra1")));
        assertFound("ros@", everybody, numbered("ros@"));
        for (String phone : List.of("347 12", "+39 347 12", "0039 34712", "347-12")) {
            assertFound(phone, everybody, phoned("+3934712").or(phoned("+34712")));
        }
        assertFound(
                "06 12 34 1", everybody, phoned("+336 12341".replace(" ", "")).or(phoned("+39061234")));
    }

    @Test
    void slipsAreForgivenInLongerWords() {
        customers.upsert(
                "shop",
                List.of(
                        person("1", "Giovanni", "Rossi"),
                        person("2", "Anna", "Rosati"),
                        person("3", "Gianni", "Bianchi"),
                        person("4", "Ugo", "Po")));
        assertThat(names("Rosi")).containsExactly("Giovanni Rossi", "Anna Rosati");
        assertThat(names("Giuvanni")).startsWith("Giovanni Rossi");
        assertThat(names("Govanni rosis")).containsExactly("Giovanni Rossi");
        assertThat(names("biacnhi")).containsExactly("Gianni Bianchi");
        assertThat(names("rosatti")).containsExactly("Anna Rosati");
        assertThat(names("pu")).isEmpty();
    }

    private static CustomerDraft person(String number, String given, String family) {
        return CustomerDraft.of(Map.of(NUMBER, number, GIVEN_NAME, given, FAMILY_NAME, family));
    }

    private List<String> names(String search) {
        return customers.list(CustomerQuery.search(search), null, 10).customers().stream()
                .map(CustomerSummary::name)
                .toList();
    }

    @Test
    void wholeWordsComeBeforeBeginningsAndNamesBeforeNumbers() {
        customers.upsert(
                "shop",
                List.of(
                        CustomerDraft.of(Map.of(NUMBER, "9", EMAIL, "maria9@esempio.it", FAMILY_NAME, "Zeta")),
                        person("1", "Ugo", "Mariani"),
                        person("2", "Maria", "Verdi"),
                        person("3", "Anna", "Maria"),
                        person("4", "Mariangela", "Abbati")));
        assertThat(names("maria"))
                .containsExactly("Anna Maria", "Maria Verdi", "Ugo Mariani", "Mariangela Abbati", "Zeta");
    }

    @Test
    void whoIsRenamedIsFoundByTheNewNameOnly() {
        customers.upsert("shop", List.of(person("1", "Anna", "Rossi")));
        customers.upsert("shop", List.of(person("1", "Anna", "Quaranta")));
        assertThat(names("quaranta")).hasSize(1);
        assertThat(names("quarranta")).hasSize(1);
        assertThat(names("rossi")).isEmpty();
        assertThat(names("rosssi")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "_",
                "\\",
                "'",
                "\"",
                "''':*",
                "a' | 'b",
                "& | !",
                "(",
                "^rossi",
                "\u0000",
                "ros\u0000si",
                "\uD83D\uDE00",
                "\uD83D",
                "\uDBFF\uDFFF",
                "{0}",
                "?",
                "--",
                "rossi:*"
            })
    void nothingThatIsTypedDoesHarm(String search) {
        customers.upsert("shop", List.of(person("1", "Anna", "Rossi")));
        for (String typed : List.of(search, search.repeat(500), "a ".repeat(300) + search)) {
            assertThat(customers.list(CustomerQuery.search(typed), null, 10).customers())
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(CustomerOrder.class)
    void pagesInAnyOrderHaveEverybodyOnce(CustomerOrder order) {
        create(4);
        for (boolean descending : new boolean[] {false, true}) {
            List<Long> found = all(CustomerQuery.ordered(null, order, descending), 97);
            assertThat(found).hasSize(CUSTOMERS).isEqualTo(inOrder(order, descending));
        }
    }

    private List<Long> inOrder(CustomerOrder order, boolean descending) {
        record Row(long id, String value) {}
        Comparator<Row> byValue = Comparator.comparing(Row::value).thenComparingLong(Row::id);
        return database
                .sql("select c.id, convert_to(" + order.value() + "::text, 'UTF8')::text from customers.customer c")
                .query((row, i) -> new Row(row.getLong(1), row.getString(2) == null ? "" : row.getString(2)))
                .list()
                .stream()
                .sorted(Comparator.comparing((Row row) -> row.value().isEmpty())
                        .thenComparing((first, second) -> first.value().isEmpty()
                                ? Long.compare(first.id(), second.id())
                                : (descending ? byValue.reversed() : byValue).compare(first, second)))
                .map(Row::id)
                .toList();
    }

    @Test
    void whoIsFoundCanBePutInAnyOrder() {
        create(5);
        List<Known> everybody = everybody();
        for (String search : List.of("ros", "montecuccoli ma", "347 123")) {
            for (CustomerOrder order : CustomerOrder.values()) {
                List<Long> best = all(search);
                List<Long> found = all(CustomerQuery.ordered(search, order, true), 50);
                List<Long> whole = inOrder(order, true);
                assertThat(found).as(search + " " + order).isSortedAccordingTo(Comparator.comparingInt(whole::indexOf));
                assertThat(best).as(search).containsAll(found);
            }
        }
        assertThat(all(CustomerQuery.ordered("ros", CustomerOrder.TOWN, false), 50))
                .hasSameElementsAs(ids(everybody, named("ros").or(numbered("ros"))));
    }
}
