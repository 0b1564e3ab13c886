package io.legame.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.legame.customers.ChoiceLists;
import io.legame.customers.CustomFields;
import io.legame.customers.CustomerId;
import io.legame.insight.Figures;
import io.legame.insight.Projection;
import io.legame.insight.Warehouse;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever happens, the kept members of a segment are those whom its question finds, and history leads to them. */
@LegameTest
@TestPropertySource(properties = "legame.test=members of its own")
class MembershipTests {
    private static final int SEGMENTS = 60;
    private static final int CHANGES = 60;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @Autowired
    private Timeline timeline;

    @Autowired
    private CustomFields fields;

    @Autowired
    private ChoiceLists lists;

    @Autowired
    private Projection projection;

    @Autowired
    private Figures figures;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Segments segments;

    @Autowired
    private Memberships memberships;

    @Autowired
    private Passages passages;

    @Autowired
    private AsOf.Days days;

    @Autowired
    private MemberChunks chunks;

    @Autowired
    private ForgottenMembers forgotten;

    @Autowired
    private TransactionTemplate transaction;

    private final Random random = new Random(5);
    private final List<SegmentId> saved = new ArrayList<>();
    private final Map<SegmentId, Set<Long>> followed = new HashMap<>();
    private Shop shop = new Shop(List.of(), List.of(), List.of(), Map.of(), Map.of(), List.of());
    private long read;

    @BeforeEach
    void open() {
        TestDatabase.clear(database, "duplicates", "customers", "catalogue", "timeline", "segments");
        clock.set(Instant.parse("2019-04-20T09:00:00Z"));
        shop = Shop.open(random, database, new ShopFields(fields, lists), timeline, projection);
    }

    @AfterEach
    void close() {
        TestDatabase.clear(database, "customers", "segments");
    }

    @Test
    void membersAreThoseWhomTheQuestionFindsAfterAnyChange() {
        var filters = new RandomFilters(random, shop.fields());
        for (int i = 0; i < SEGMENTS; i++) {
            saved.add(segments.create("Segment " + i, null, filters.filter(3)).id());
        }
        segments.create(
                "Of the first",
                null,
                new SegmentCondition(
                        saved.getFirst(), "", segments.get(saved.getFirst()).filter()));
        figures.catchUp();
        memberships.catchUp();
        segments.list().forEach(each -> followed.put(each.id(), members(each)));
        // the application counted some of them already before their figures were there
        read = passages.after(0, null, 100_000).stream()
                .mapToLong(Passage::id)
                .max()
                .orElse(0);
        int moved = 0;
        for (int i = 0; i < CHANGES; i++) {
            String change = change(i, filters);
            figures.catchUp();
            memberships.catchUp();
            moved += follow();
            for (Segment each : segments.list()) {
                Set<Long> expected = members(each);
                assertThat(kept(each.id()))
                        .as("%s after %s", each.filter(), change)
                        .isEqualTo(expected);
                assertThat(followed.get(each.id()))
                        .as("%s after %s", each.filter(), change)
                        .isEqualTo(expected);
                assertThat(memberships.count(each.id()).orElseThrow().size()).isEqualTo(expected.size());
            }
        }
        assertThat(moved).isGreaterThan(CHANGES);
    }

    @Test
    void whoBuysIsInTheSegmentOfBuyersAsSoonAsTheWarehouseKnows() {
        Segment buyers = segments.create(
                "Lately",
                null,
                new PurchaseCondition(
                        Measure.ORDERS,
                        new Check.Numeric(new Comparison<>(Comparison.Operator.AT_LEAST, BigDecimal.ONE, null)),
                        new Window.Last(1, Window.Unit.DAYS),
                        Where.ANYTHING));
        figures.catchUp();
        memberships.catchUp();
        long customer = shop.people().stream()
                .filter(person -> person.keyed() && !kept(buyers.id()).contains(person.id()))
                .findFirst()
                .orElseThrow()
                .id();
        timeline.recordPurchases("test", List.of(purchase("today", customer, clock.instant(), 1, 20)));
        projection.catchUp();
        memberships.catchUp();
        assertThat(kept(buyers.id())).contains(customer);
        assertThat(passages.after(0, buyers.id(), 10)).singleElement().satisfies(passage -> {
            assertThat(passage.customer()).isEqualTo(new CustomerId(customer));
            assertThat(passage.entered()).isTrue();
            assertThat(passage.cause()).isEqualTo(Cause.FACT);
        });
        clock.set(clock.instant().plus(Duration.ofDays(1)));
        memberships.catchUp();
        assertThat(passages.of(new CustomerId(customer), null, null).keySet())
                .extracting(Passage::entered, Passage::cause)
                .containsExactly(tuple(true, Cause.FACT), tuple(false, Cause.DAY));
    }

    @Test
    void whoIsForgottenLeavesNoTraceInSegments() {
        Segment all = segments.create("All", null, new KeyedCondition(TakenIn.EITHER));
        figures.catchUp();
        memberships.catchUp();
        long size = memberships.count(all.id()).orElseThrow().size();
        long customer = shop.people().getLast().id();
        assertThat(kept(all.id())).contains(customer);
        transaction.executeWithoutResult(status -> forgotten.forget(List.of(new CustomerId(customer))));
        assertThat(kept(all.id())).doesNotContain(customer);
        assertThat(memberships.count(all.id()).orElseThrow().size()).isEqualTo(size - 1);
    }

    private static PurchaseLineDraft purchase(String order, long customer, Instant at, int quantity, int price) {
        return new PurchaseLineDraft(
                order,
                "0",
                new CustomerId(customer),
                at,
                new Touchpoint("Shop Milano", Channel.SHOP),
                null,
                BigDecimal.valueOf(quantity),
                BigDecimal.valueOf(price),
                BigDecimal.ZERO,
                null);
    }

    private Set<Long> members(Segment segment) {
        return warehouse.query(question -> Members.ids(
                        question, segment.filter(), days.of(null).day())
                .stream()
                .boxed()
                .collect(Collectors.toSet()));
    }

    private Set<Long> kept(SegmentId segment) {
        return chunks.of(segment).stream().boxed().collect(Collectors.toSet());
    }

    /** Reads on where it ended before, as whoever follows segments does. */
    private int follow() {
        List<Passage> found = passages.after(read, null, 100_000);
        for (Passage each : found) {
            assertThat(each.id()).isGreaterThan(read);
            read = each.id();
            Set<Long> members = followed.computeIfAbsent(each.segment(), id -> new HashSet<>());
            boolean changed = each.entered()
                    ? members.add(each.customer().value())
                    : members.remove(each.customer().value());
            assertThat(changed).as("%s", each).isTrue();
        }
        return found.size();
    }

    private String change(int number, RandomFilters filters) {
        long customer = shop.people().get(random.nextInt(shop.people().size())).id();
        var touchpoint = new Touchpoint("Shop Milano", Channel.SHOP);
        Instant lately = clock.instant().minus(Duration.ofHours(random.nextInt(200)));
        return switch (random.nextInt(9)) {
            case 0, 1 -> {
                int quantity = random.nextInt(4) == 0 ? -1 : 2;
                timeline.recordPurchases(
                        "test", List.of(purchase("n" + number, customer, lately, quantity, random.nextInt(200))));
                yield "a purchase of " + customer;
            }
            case 2 -> {
                timeline.record(
                        "test",
                        List.of(new InteractionDraft(
                                "m" + number, new CustomerId(customer), lately, "visit", touchpoint, null, Map.of())));
                yield "a visit of " + customer;
            }
            case 3 -> {
                change(
                        "update customers.customer set gender = ?, town = ?, keyed = ?, children = ?, birth_date = birth_date + 400",
                        customer,
                        random.nextBoolean() ? "F" : null,
                        random.nextBoolean() ? "Milano" : "Roma",
                        random.nextInt(4) > 0,
                        random.nextInt(4));
                yield "another description of " + customer;
            }
            case 4 -> {
                change(
                        "update customers.customer set left_as = 'archived', left_at = now(), left_by = 'test'",
                        customer);
                database.sql("insert into customers.erasure (customer_id) values (?) on conflict do nothing")
                        .param(customer)
                        .update();
                yield "the departure of " + customer;
            }
            case 5 -> {
                clock.set(clock.instant().plus(Duration.ofDays(1 + random.nextInt(3))));
                yield "some days";
            }
            case 6 -> {
                SegmentId id = saved.get(random.nextInt(saved.size()));
                Segment segment = segments.get(id);
                segments.update(id, segment.version(), segment.name(), null, filters.filter(3));
                yield "another filter of " + id;
            }
            case 7 -> {
                database.sql(
                                "update catalogue.product set category = ?, changed_in = pg_current_xact_id()::text::bigint where id = ?")
                        .params("Bikes", 1 + random.nextInt(RandomFilters.PRODUCTS))
                        .update();
                yield "another category";
            }
            default -> {
                database.sql(
                                "update timeline.touchpoint set name = ?, changed_in = pg_current_xact_id()::text::bigint where name = ?")
                        .params("e-shop", "e-shop 2")
                        .update();
                database.sql(
                                "update timeline.touchpoint set name = ?, channel = ?, changed_in = pg_current_xact_id()::text::bigint where name = ?")
                        .params("e-shop 2", random.nextBoolean() ? "online" : "phone", "e-shop")
                        .update();
                yield "another touchpoint";
            }
        };
    }

    private void change(String update, long customer, @Nullable Object... values) {
        var all = new ArrayList<@Nullable Object>(Arrays.asList(values));
        all.add(customer);
        database.sql(update + ", changed_in = pg_current_xact_id()::text::bigint where id = ?")
                .params(all)
                .update();
    }
}
