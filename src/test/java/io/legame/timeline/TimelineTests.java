package io.legame.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.Identity;
import io.legame.testing.LegameTest;
import io.legame.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LegameTest
class TimelineTests {
    private static final Touchpoint MILAN = new Touchpoint("Milano Duomo", Channel.SHOP);
    private static final Touchpoint ESHOP = new Touchpoint("e-shop", Channel.ONLINE);
    private static final Instant MAY = Instant.parse("2024-05-03T10:15:30.123456789Z");

    @Autowired
    Timeline timeline;

    @Autowired
    Customers customers;

    @Autowired
    JdbcClient database;

    CustomerId anna = new CustomerId(0);

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
        customers.upsert("shop", List.of(CustomerDraft.of(CustomerField.EMAIL, "anna@esempio.it")));
        Identity identity = Identity.email("anna@esempio.it");
        anna = customers.find(List.of(identity)).getOrDefault(identity, anna);
    }

    private InteractionDraft call(String key, Instant at, String summary) {
        return new InteractionDraft(key, anna, at, "call", ESHOP, summary, Map.of("minutes", "3"));
    }

    private static PurchaseLineDraft line(
            String order, String key, @Nullable CustomerId customer, String quantity, String price) {
        return new PurchaseLineDraft(
                order,
                key,
                customer,
                MAY,
                MILAN,
                null,
                new BigDecimal(quantity),
                new BigDecimal(price),
                BigDecimal.ZERO,
                null);
    }

    private long count(String table) {
        return database.sql("select count(*) from timeline." + table)
                .query(Long.class)
                .single();
    }

    @Test
    void aFactIsRecordedOnceHoweverOftenItIsSent() {
        assertThat(timeline.record("crm", List.of(call("c1", MAY, "Asked for sizes"))))
                .containsExactly(Recorded.CREATED);
        assertThat(timeline.record("crm", List.of(call("c1", MAY, "Asked for sizes"))))
                .containsExactly(Recorded.UNCHANGED);
        assertThat(timeline.record("other", List.of(call("c1", MAY, "Asked for sizes"))))
                .containsExactly(Recorded.CREATED);
        assertThat(count("interaction")).isEqualTo(2);
    }

    @Test
    void aFactThatSaysSomethingElseUnderTheSameKeyIsAConflictEvenInAnotherYear() {
        timeline.record("crm", List.of(call("c1", MAY, "Asked for sizes")));
        assertThat(timeline.record(
                        "crm",
                        List.of(
                                call("c1", MAY, "Complained"),
                                call("c1", MAY.minus(Duration.ofDays(900)), "Asked for sizes"),
                                call("c2", MAY, "x"),
                                call("c2", MAY, "x"),
                                call("c2", MAY, "y"))))
                .containsExactly(
                        Recorded.CONFLICT, Recorded.CONFLICT, Recorded.CREATED, Recorded.UNCHANGED, Recorded.CONFLICT);
        assertThat(count("interaction")).isEqualTo(2);
    }

    @Test
    void theLinesOfAnOrderMakeOneEntryEvenWhenTheyComeApart() {
        timeline.recordPurchases("shop", List.of(line("SO1", "1", anna, "2", "10.50")));
        assertThat(timeline.recordPurchases(
                        "shop", List.of(line("SO1", "1", anna, "2", "10.50"), line("SO1", "2", anna, "1", "33.6442"))))
                .containsExactly(Recorded.UNCHANGED, Recorded.CREATED);
        var entries = timeline.entries(anna, TimelineFilter.ALL, null, 10);
        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().amount()).isEqualByComparingTo("54.6442");
        assertThat(entries.getFirst().touchpoint()).isEqualTo(MILAN);
        assertThat(entries.getFirst().key()).isEqualTo("SO1");
    }

    @Test
    void whatGoesBackIsAnEntryOfItsOwn() {
        timeline.recordPurchases(
                "shop", List.of(line("SO1", "1", anna, "2", "10"), line("SO1", "2", anna, "-1", "10")));
        assertThat(timeline.entries(anna, TimelineFilter.ALL, null, 10))
                .extracting(Entry::kind)
                .containsExactlyInAnyOrder("purchase", "return");
        assertThat(timeline.entries(anna, new TimelineFilter(Set.of("return"), Set.of()), null, 10)
                        .getFirst()
                        .amount())
                .isEqualByComparingTo("-10");
    }

    @Test
    void aLineThatContradictsWhatIsRecordedIsAConflict() {
        timeline.recordPurchases("shop", List.of(line("SO1", "1", anna, "2", "10")));
        assertThat(timeline.recordPurchases(
                        "shop", List.of(line("SO1", "1", anna, "3", "10"), line("SO1", "2", null, "1", "10"))))
                .containsExactly(Recorded.CONFLICT, Recorded.OTHER_CUSTOMER);
        assertThat(count("purchase_line")).isEqualTo(1);
    }

    @Test
    void aSaleToSomebodyUnknownIsKept() {
        assertThat(timeline.recordPurchases("shop", List.of(line("SO9", "1", null, "1", "5"))))
                .containsExactly(Recorded.CREATED);
        assertThat(count("interaction")).isEqualTo(1);
    }

    @Test
    void aTimelineReadsNewestFirstAPageAtATime() {
        timeline.record(
                "crm",
                IntStream.range(0, 25)
                        .mapToObj(i -> call("c" + i, MAY.plus(Duration.ofDays(40L * i)), "call " + i))
                        .toList());
        List<String> seen = new ArrayList<>();
        List<Entry> page = timeline.entries(anna, TimelineFilter.ALL, null, 10);
        while (!page.isEmpty()) {
            page.forEach(entry -> seen.add(String.valueOf(entry.summary())));
            page = timeline.entries(anna, TimelineFilter.ALL, page.getLast().cursor(), 10);
        }
        assertThat(seen)
                .isEqualTo(
                        IntStream.range(0, 25).mapToObj(i -> "call " + (24 - i)).toList());
    }

    @Test
    void aTimelineCanBeFilteredByKindAndTouchpoint() {
        timeline.record("crm", List.of(call("c1", MAY, "x")));
        timeline.recordPurchases("shop", List.of(line("SO1", "1", anna, "1", "10")));
        assertThat(timeline.entries(anna, new TimelineFilter(Set.of("call"), Set.of()), null, 10))
                .extracting(Entry::kind)
                .containsExactly("call");
        assertThat(timeline.entries(anna, new TimelineFilter(Set.of(), Set.of("Milano Duomo")), null, 10))
                .extracting(Entry::kind)
                .containsExactly("purchase");
    }

    @Test
    void writersOfTheSameOrdersAtTheSameTimeRecordEachLineOnce() throws Exception {
        List<PurchaseLineDraft> lines = IntStream.range(0, 500)
                .mapToObj(i -> line("SO" + i % 100, Integer.toString(i / 100), anna, "1", "2.50"))
                .toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<List<Recorded>> writer = () -> timeline.recordPurchases("shop", lines);
            for (var result : threads.invokeAll(List.of(writer, writer, writer, writer))) {
                assertThat(result.get()).doesNotContain(Recorded.CONFLICT);
            }
        }
        assertThat(count("interaction")).isEqualTo(100);
        assertThat(count("purchase_line")).isEqualTo(500);
    }

    @Test
    void removingASourceRemovesItsFactsOnly() {
        timeline.record("crm", List.of(call("c1", MAY, "x")));
        timeline.recordPurchases("shop", List.of(line("SO1", "1", anna, "1", "10")));
        timeline.eraseSource("shop");
        assertThat(timeline.entries(anna, TimelineFilter.ALL, null, 10))
                .extracting(Entry::kind)
                .containsExactly("call");
        assertThat(count("purchase_line")).isZero();
        assertThat(timeline.recordPurchases("shop", List.of(line("SO1", "1", anna, "1", "10"))))
                .containsExactly(Recorded.CREATED);
    }
}
