package io.legame.customers;

import static io.legame.customers.CustomerField.BIRTH_DATE;
import static io.legame.customers.CustomerField.EMAIL;
import static io.legame.customers.CustomerField.FAMILY_NAME;
import static io.legame.customers.CustomerField.GIVEN_NAME;
import static io.legame.customers.CustomerField.NOTE;
import static io.legame.customers.CustomerField.NUMBER;
import static io.legame.customers.CustomerField.OTHER_EMAIL;
import static io.legame.customers.CustomerField.OTHER_PHONE;
import static io.legame.customers.CustomerField.PHONE;
import static io.legame.customers.CustomerField.STREET;
import static io.legame.customers.CustomerField.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import io.legame.timeline.Channel;
import io.legame.timeline.InteractionDraft;
import io.legame.timeline.PurchaseLineDraft;
import io.legame.timeline.Timeline;
import io.legame.timeline.Touchpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers that become one, and are again who they were. */
@LegameTest
class MergesTests {
    private static final Touchpoint SHOP = new Touchpoint("Roma", Channel.SHOP);

    @Autowired
    private Merges merges;

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerEdits edits;

    @Autowired
    private CustomerSettings settings;

    @Autowired
    private Timeline timeline;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    private int facts;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
        settings.write(Identity.Kind.EMAIL);
    }

    private CustomerId create(Map<CustomerField, String> texts) {
        clock.advance(Duration.ofMinutes(1));
        return ((Edit.Saved) edits.create(CustomerDraft.of(texts))).customer();
    }

    private void update(CustomerId id, Map<CustomerField, String> texts, CustomerField... cleared) {
        clock.advance(Duration.ofMinutes(1));
        assertThat(edits.update(id, null, CustomerDraft.of(texts), Set.of(cleared)))
                .isInstanceOf(Edit.Saved.class);
    }

    private Customer customer(CustomerId id) {
        return customers.find(id).orElseThrow();
    }

    private void visit(CustomerId id) {
        String key = "v" + facts++;
        timeline.record("shop", List.of(new InteractionDraft(key, id, clock.instant(), "visit", SHOP, "", Map.of())));
    }

    private void buy(CustomerId id) {
        String order = "o" + facts++;
        timeline.recordPurchases(
                "shop",
                List.of(new PurchaseLineDraft(
                        order,
                        "1",
                        id,
                        clock.instant(),
                        SHOP,
                        null,
                        BigDecimal.ONE,
                        BigDecimal.TEN,
                        BigDecimal.ZERO,
                        null)));
    }

    private long visits(CustomerId id) {
        return database.sql("select count(*) from timeline.interaction where customer_id = ?")
                .param(id.value())
                .query(Long.class)
                .single();
    }

    private MergeId merge(CustomerId survivor, CustomerId... others) {
        clock.advance(Duration.ofMinutes(1));
        return merges.merge(MergeRequest.of(survivor, Set.of(others)));
    }

    /** Everything but the histories. */
    private String contents() {
        return BaseContents.of(database) + database.sql("""
                        select concat_ws(E'\\n',
                            (select string_agg(concat_ws(' ', id, customer_id, source_key), E'\\n' order by id)
                             from timeline.interaction),
                            (select string_agg(concat_ws(' ', interaction_id, customer_id, line_key, amount), E'\\n'
                                 order by interaction_id, line_key) from timeline.purchase_line))
                        """).query(String.class).single();
    }

    @Test
    void theOneThatStaysHasWhatTheOthersKnewAndTheirNumbersFindIt() {
        CustomerId anna = create(Map.of(
                GIVEN_NAME, "Anna", FAMILY_NAME, "Rossi", EMAIL, "anna@example.com", PHONE, "347 1234567", NOTE, "A"));
        CustomerId annetta = create(Map.of(
                GIVEN_NAME,
                "Annetta",
                FAMILY_NAME,
                "Rossi",
                EMAIL,
                "a2@example.com",
                PHONE,
                "348 1234567",
                NUMBER,
                "7",
                STREET,
                "Via Roma 1",
                TOWN,
                "Milano",
                NOTE,
                "B"));
        visit(anna);
        buy(annetta);
        visit(annetta);

        MergeProposal proposal = merges.propose(List.of(anna, annetta), Optional.empty());
        assertThat(proposal.survivor()).isEqualTo(annetta);
        assertThat(proposal.customers())
                .extracting(MergeProposal.Candidate::facts)
                .containsExactly(2L, 1L);
        assertThat(merges.propose(List.of(anna, annetta), Optional.of(anna)).choices())
                .filteredOn(MergeProposal.Choice::differs)
                .extracting(MergeProposal.Choice::field)
                .containsExactlyInAnyOrder(EMAIL, PHONE, GIVEN_NAME);

        clock.advance(Duration.ofMinutes(1));
        merges.merge(new MergeRequest(anna, Set.of(annetta), Map.of(GIVEN_NAME, annetta), Map.of(), Map.of()));
        Customer one = customer(anna);
        assertThat(one.givenName()).isEqualTo("Annetta");
        assertThat(one.email()).isEqualTo("anna@example.com");
        assertThat(one.otherPhones()).containsExactly("+393481234567");
        assertThat(one.street()).isEqualTo("Via Roma 1");
        assertThat(one.note()).isEqualTo("A\n\nB");
        assertThat(one.identities()).contains(Identity.email("a2@example.com"), Identity.number(Identity.MAIN, "7"));
        assertThat(visits(anna)).isEqualTo(3);
        assertThat(customer(annetta).id()).isEqualTo(anna);
        assertThat(customers.count().all()).isEqualTo(1);
        assertThat(database.sql("select count(*) from timeline.purchase_line where customer_id = ?")
                        .param(anna.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatMayBeWrongGivesWayAndACompanyTakesNoPersonsName() {
        CustomerId slip = create(Map.of(GIVEN_NAME, "Anna", EMAIL, "anna@gmial.com", TOWN, "Roma"));
        CustomerId right = create(Map.of(GIVEN_NAME, "Anna", EMAIL, "anna@gmail.com", STREET, "Via Po 1"));
        merge(slip, right);
        assertThat(customer(slip).email()).isEqualTo("anna@gmail.com");
        // an address is one person's: no street of one with a town of another
        assertThat(customer(slip).town()).isEqualTo("Roma");
        assertThat(customer(slip).street()).isNull();

        CustomerId company = create(Map.of(CustomerField.COMPANY_NAME, "Acme S.r.l.", EMAIL, "info@acme.example"));
        CustomerId person = create(Map.of(GIVEN_NAME, "Bruno", EMAIL, "bruno@acme.example"));
        merge(company, person);
        assertThat(customer(company).kind()).isEqualTo("company");
        assertThat(customer(company).givenName()).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void takenBackInTurnEveryStateComesBack(long seed) {
        var random = new Random(seed);
        var all = new ArrayList<CustomerId>();
        for (int i = 0; i < 9; i++) {
            all.add(create(randomValues(random, i)));
        }
        for (int i = 0; i < 25; i++) {
            CustomerId who = all.get(random.nextInt(all.size()));
            if (random.nextBoolean()) {
                visit(who);
            } else {
                buy(who);
            }
        }
        var states = new ArrayDeque<String>();
        var done = new ArrayDeque<MergeId>();
        var left = new ArrayList<>(all);
        while (left.size() > 1) {
            Collections.shuffle(left, random);
            int size = Math.min(left.size(), 2 + random.nextInt(3));
            var group = List.copyOf(left.subList(0, size));
            states.push(contents());
            clock.advance(Duration.ofMinutes(1));
            var chosen = new EnumMap<CustomerField, CustomerId>(CustomerField.class);
            for (CustomerField field : List.of(GIVEN_NAME, EMAIL, PHONE, STREET, BIRTH_DATE)) {
                if (random.nextInt(3) == 0) {
                    chosen.put(field, group.get(random.nextInt(size)));
                }
            }
            done.push(
                    merges.merge(new MergeRequest(group.getFirst(), new HashSet<>(group), chosen, Map.of(), Map.of())));
            left.removeAll(group.subList(1, size));
        }
        assertThat(visits(left.getFirst())).isEqualTo(25);
        all.forEach(id -> assertThat(customer(id).id()).isEqualTo(left.getFirst()));
        while (!done.isEmpty()) {
            clock.advance(Duration.ofMinutes(1));
            Merges.Unmerged unmerged = merges.undo(done.pop(), Map.of());
            assertThat(unmerged.values()).isFalse();
            assertThat(unmerged.identities()).isFalse();
            assertThat(contents()).isEqualTo(states.pop());
        }
        assertThat(database.sql("select (select count(*) from timeline.moved_fact)"
                                + " + (select count(*) from timeline.merge_mark)"
                                + " + (select count(*) from customers.merged_customer)"
                                + " + (select count(*) from customers.erasure)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static Map<CustomerField, String> randomValues(Random random, int number) {
        var values = new EnumMap<CustomerField, String>(CustomerField.class);
        values.put(GIVEN_NAME, List.of("ANNA", "Anna", "Bruno").get(random.nextInt(3)));
        if (random.nextBoolean()) {
            values.put(
                    EMAIL, "c" + number + List.of("@example.com", "@gmial.com").get(random.nextInt(2)));
            values.put(OTHER_EMAIL, "other" + number + "@example.com");
        }
        if (random.nextBoolean()) {
            values.put(PHONE, "347 12345" + number);
            values.put(OTHER_PHONE, "02 12345" + random.nextInt(3));
        }
        if (random.nextBoolean()) {
            values.put(STREET, "v.le Roma n. " + number);
            values.put(TOWN, "FORLI'");
        }
        if (random.nextBoolean()) {
            values.put(NOTE, "note " + number);
            values.put(NUMBER, "n" + number);
        }
        return values;
    }

    @Test
    void whatSomebodyChangedSinceStaysAndIsTold() {
        CustomerId anna = create(Map.of(GIVEN_NAME, "Anna", EMAIL, "anna@example.com"));
        visit(anna);
        CustomerId other = create(Map.of(FAMILY_NAME, "Rossi", EMAIL, "a2@example.com", TOWN, "Roma"));
        MergeId merge = merge(anna, other);
        assertThat(customer(anna).town()).isEqualTo("Roma");
        update(anna, Map.of(TOWN, "Milano"));
        update(anna, Map.of(), OTHER_EMAIL);
        visit(anna);
        buy(anna);
        long bought = timeline.since(merge, anna, 10).getFirst().id();
        assertThat(timeline.since(merge, anna, 10)).hasSize(2);
        Merges.Unmerged unmerged = merges.undo(
                merge,
                Map.of("interaction:" + bought, other, "interaction:999999", other, "x", other, "interaction:1", anna));
        assertThat(unmerged.values()).isTrue();
        assertThat(unmerged.identities()).isTrue();
        assertThat(unmerged.back()).containsExactly(other);
        assertThat(customer(anna).town()).isEqualTo("Milano");
        assertThat(customer(anna).familyName()).isNull();
        assertThat(customer(other).town()).isEqualTo("Roma");
        assertThat(customer(other).identities()).isEmpty();
        assertThat(customer(other).keyed()).isFalse();
        assertThat(visits(anna)).isEqualTo(2);
        assertThat(visits(other)).isEqualTo(1);
        assertThat(database.sql("select customer_id from timeline.purchase_line")
                        .query(Long.class)
                        .single())
                .isEqualTo(other.value());
    }

    @Test
    void ofAChainTheLastIsTakenBackFirst() {
        CustomerId one = create(Map.of(GIVEN_NAME, "Anna", EMAIL, "a1@example.com"));
        CustomerId two = create(Map.of(GIVEN_NAME, "Anna", EMAIL, "a2@example.com"));
        CustomerId three = create(Map.of(GIVEN_NAME, "Anna", EMAIL, "a3@example.com"));
        MergeId first = merge(two, one);
        MergeId second = merge(three, two);
        assertThat(customers.current(List.of(one, two, three))).isEqualTo(Map.of(one, three, two, three));
        assertThatThrownBy(() -> merges.undo(first, Map.of())).isInstanceOf(Refusal.class);
        merges.undo(second, Map.of());
        merges.undo(first, Map.of());
        assertThatThrownBy(() -> merges.undo(first, Map.of())).isInstanceOf(Refusal.class);
        assertThat(customers.count().all()).isEqualTo(3);
    }

    @Test
    void whoSawAnOlderVersionMergesNothing() {
        CustomerId anna = create(Map.of(GIVEN_NAME, "Anna", EMAIL, "anna@example.com"));
        CustomerId other = create(Map.of(GIVEN_NAME, "Anna", EMAIL, "a2@example.com"));
        long seen = edits.version(other);
        update(other, Map.of(TOWN, "Roma"));
        String before = contents();
        assertThatThrownBy(() ->
                        merges.merge(new MergeRequest(anna, Set.of(other), Map.of(), Map.of(), Map.of(other, seen))))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> merge(anna, anna)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> merge(anna, new CustomerId(999_999_999))).isInstanceOf(Refusal.class);
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void manyBecomeOneAtOnce() {
        List<CustomerId> all = IntStream.range(0, 40)
                .mapToObj(i ->
                        create(Map.of(GIVEN_NAME, "Anna", EMAIL, "a" + i + "@example.com", PHONE, "347 10000" + i)))
                .toList();
        String before = contents();
        clock.advance(Duration.ofMinutes(1));
        MergeId merge = merges.merge(MergeRequest.of(all.getFirst(), new HashSet<>(all)));
        assertThat(customer(all.getFirst()).identities()).hasSize(40);
        assertThat(customer(all.getFirst()).otherPhones()).hasSize(39);
        merges.undo(merge, Map.of());
        assertThat(contents()).isEqualTo(before);
    }
}
