package io.legame.customers;

import static io.legame.customers.CustomerField.EMAIL;
import static io.legame.customers.CustomerField.FAMILY_NAME;
import static io.legame.customers.CustomerField.GIVEN_NAME;
import static io.legame.customers.CustomerField.NUMBER;
import static io.legame.customers.CustomerField.OTHER_PHONE;
import static io.legame.customers.CustomerField.PHONE;
import static io.legame.customers.CustomerField.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.legame.access.ChangeSet;
import io.legame.access.ChangeSetId;
import io.legame.access.ChangeSets;
import io.legame.testing.LegameTest;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LegameTest
class CustomerUndoTests {
    @Autowired
    private Customers customers;

    @Autowired
    private CustomerUndo undo;

    @Autowired
    private ChangeSets changeSets;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
    }

    private ChangeSetId bring(CustomerDraft... drafts) {
        clock.advance(Duration.ofMinutes(1));
        ChangeSetId by = changeSets.open(ChangeSet.Kind.IMPORT, "customers.csv", null);
        customers.upsert(by, "shop", List.of(drafts));
        return by;
    }

    private Map<CustomerId, CustomerUndo.Kept> undo(ChangeSetId what) {
        return undo(what, 2, ids -> Set.of());
    }

    private Map<CustomerId, CustomerUndo.Kept> undo(
            ChangeSetId what, int atOnce, Function<Collection<CustomerId>, Set<CustomerId>> needed) {
        clock.advance(Duration.ofMinutes(1));
        ChangeSetId by = changeSets.open(ChangeSet.Kind.UNDO, "customers.csv", what.value());
        var kept = new LinkedHashMap<CustomerId, CustomerUndo.Kept>();
        all(kept, after -> undo.restore(what, by, after, atOnce));
        all(kept, after -> undo.remove(what, after, atOnce, needed));
        return kept;
    }

    private void all(Map<CustomerId, CustomerUndo.Kept> kept, Function<Long, CustomerUndo.Step> steps) {
        long after = 0;
        while (true) {
            long from = after;
            CustomerUndo.Step step = Objects.requireNonNull(transaction.execute(status -> steps.apply(from)));
            kept.putAll(step.kept());
            if (step.end() == null) {
                return;
            }
            after = step.end().value();
        }
    }

    /** Everything but the histories. */
    private String contents() {
        return BaseContents.of(database);
    }

    @Test
    void whatAFileBroughtInGoesAndWhatItChangedComesBack() {
        bring(
                CustomerDraft.of(Map.of(NUMBER, "1", EMAIL, "anna@example.com", GIVEN_NAME, "ANNA", TOWN, "ROMA")),
                new CustomerDraft(
                        Map.of(NUMBER, "2", FAMILY_NAME, "de luca", PHONE, "12"),
                        Map.of(OTHER_PHONE, List.of("02 86461234", "347 1234567", "348 1234567")),
                        LocalDate.of(1980, 2, 29),
                        new BigDecimal("12345.60"),
                        2,
                        true));
        String before = contents();
        ChangeSetId file = bring(
                CustomerDraft.of(Map.of(NUMBER, "1", EMAIL, "anna.rossi@example.com", TOWN, "Milano", PHONE, "x")),
                new CustomerDraft(
                        Map.of(NUMBER, "2", EMAIL, "luca@example.com", PHONE, "0286460000"),
                        Map.of(OTHER_PHONE, List.of("349 1234567")),
                        LocalDate.of(1981, 3, 1),
                        new BigDecimal("1"),
                        0,
                        false),
                CustomerDraft.of(Map.of(NUMBER, "3", GIVEN_NAME, "Carla")),
                CustomerDraft.of(Map.of(NUMBER, "1", TOWN, "Torino")));
        assertThat(contents()).isNotEqualTo(before);

        assertThat(undo(file)).isEmpty();

        assertThat(contents()).isEqualTo(before);
        assertThat(database.sql("select count(*) from customers.former_identity")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whatSomebodyChangedSinceStaysAndTheRestGoesBack() {
        bring(CustomerDraft.of(Map.of(NUMBER, "1", GIVEN_NAME, "Anna", TOWN, "Roma")));
        ChangeSetId file = bring(
                CustomerDraft.of(Map.of(NUMBER, "1", GIVEN_NAME, "Annamaria", TOWN, "Milano")),
                CustomerDraft.of(Map.of(NUMBER, "2", GIVEN_NAME, "Bruno")),
                CustomerDraft.of(Map.of(NUMBER, "3", GIVEN_NAME, "Carla")),
                CustomerDraft.of(Map.of(NUMBER, "4", GIVEN_NAME, "Dino")));
        bring(
                CustomerDraft.of(Map.of(NUMBER, "1", TOWN, "Torino")),
                CustomerDraft.of(Map.of(NUMBER, "2", TOWN, "Bari")));
        CustomerId carla = id("3");

        var kept = undo(file, 10, ids -> ids.contains(carla) ? Set.of(carla) : Set.of());

        assertThat(kept)
                .containsOnly(
                        Map.entry(id("1"), CustomerUndo.Kept.CHANGED),
                        Map.entry(id("2"), CustomerUndo.Kept.CHANGED),
                        Map.entry(carla, CustomerUndo.Kept.FACTS));
        Customer anna = customers.find(id("1")).orElseThrow();
        assertThat(anna.givenName()).isEqualTo("Anna");
        assertThat(anna.town()).isEqualTo("Torino");
        assertThat(customers.count().all()).isEqualTo(3);
    }

    @Test
    void theUniqueKeyIsLostWithTheIdentity() {
        bring(CustomerDraft.of(Map.of(NUMBER, "1", GIVEN_NAME, "Anna")));
        ChangeSetId file = bring(CustomerDraft.of(Map.of(NUMBER, "1", EMAIL, "anna@example.com")));
        assertThat(customers.count().withoutKey()).isZero();
        undo(file);
        assertThat(customers.count().withoutKey()).isEqualTo(1);
    }

    /** Files of random rows, undone in a random order once the last of them all was brought in. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void undoingTheLastFileFirstLeadsBackThroughEveryState(long seed) {
        var random = new Random(seed);
        var states = new ArrayList<String>();
        var files = new ArrayList<ChangeSetId>();
        for (int file = 0; file < 5; file++) {
            states.add(contents());
            files.add(bring(
                    random.ints(12, 0, 8).mapToObj(row -> draft(row, random)).toArray(CustomerDraft[]::new)));
        }
        for (int file = 4; file >= 0; file--) {
            assertThat(undo(files.get(file), 3, ids -> Set.of())).isEmpty();
            assertThat(contents()).as("before file " + file).isEqualTo(states.get(file));
        }
    }

    private static CustomerDraft draft(int row, Random random) {
        var texts = new LinkedHashMap<CustomerField, String>();
        texts.put(NUMBER, "n" + row);
        for (CustomerField field : List.of(GIVEN_NAME, FAMILY_NAME, TOWN, PHONE, EMAIL)) {
            if (random.nextInt(3) > 0) {
                String value = switch (field) {
                    case EMAIL -> "c" + row + "." + random.nextInt(3) + "@example.com";
                    case PHONE -> random.nextInt(3) == 0 ? "bad" : "02 8646 123" + random.nextInt(10);
                    default -> random.nextBoolean() ? "ROSSI" + random.nextInt(4) : "Verdi" + random.nextInt(4);
                };
                texts.put(field, value);
            }
        }
        return new CustomerDraft(
                texts,
                random.nextBoolean() ? Map.of(OTHER_PHONE, List.of("348 123456" + random.nextInt(10))) : Map.of(),
                random.nextBoolean() ? LocalDate.of(1950 + random.nextInt(50), 1, 1) : null,
                random.nextBoolean() ? new BigDecimal(random.nextInt(9)) : null,
                random.nextBoolean() ? random.nextInt(4) : null,
                random.nextBoolean() ? random.nextBoolean() : null);
    }

    private CustomerId id(String number) {
        return customers
                .find(List.of(Identity.number("shop", number)))
                .values()
                .iterator()
                .next();
    }
}
