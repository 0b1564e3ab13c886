package io.legame.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.legame.insight.Projection;
import io.legame.insight.Reconciliation;
import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import io.legame.timeline.Channel;
import io.legame.timeline.InteractionDraft;
import io.legame.timeline.PurchaseLineDraft;
import io.legame.timeline.Timeline;
import io.legame.timeline.Touchpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Archived, deleted, restored, and gone for good when the waiting period is over. */
@LegameTest
class CustomerDeparturesTests {
    private static final Touchpoint SHOP = new Touchpoint("Shop Milano", Channel.SHOP);
    private static final Instant DAY = Instant.parse("2026-02-02T10:00:00Z");

    @Autowired
    private CustomerDepartures departures;

    @Autowired
    private CustomerEdits edits;

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerSubjects subjects;

    @Autowired
    private Merges merges;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Projection projection;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient database;

    private CustomerId anna = new CustomerId(0);
    private CustomerId bruno = new CustomerId(0);

    @BeforeEach
    void twoCustomers() {
        TestDatabase.clear(database, "timeline", "customers", "access");
        TestDatabase.skipIds(database, "customers.customer");
        anna = create("Anna", "anna@example.com");
        bruno = create("Bruno", "bruno@example.com");
        buy(anna, "1");
        buy(bruno, "2");
        timeline.record(
                "shop", List.of(new InteractionDraft("3", anna, DAY, "visit", SHOP, "with her dog", Map.of("a", "b"))));
    }

    private CustomerId create(String given, String email) {
        return ((Edit.Saved) edits.create(CustomerDraft.of(Map.of(
                        CustomerField.GIVEN_NAME,
                        given,
                        CustomerField.FAMILY_NAME,
                        "Verdi",
                        CustomerField.EMAIL,
                        email))))
                .customer();
    }

    private void buy(CustomerId customer, String order) {
        timeline.recordPurchases(
                "shop",
                List.of(new PurchaseLineDraft(
                        order, "1", customer, DAY, SHOP, null, BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ZERO, null)));
    }

    private List<String> listed() {
        return names(customers.list(CustomerQuery.ALL, null, 10));
    }

    private List<String> found() {
        return names(customers.list(CustomerQuery.search("verdi"), null, 10));
    }

    private static List<String> names(CustomerPage page) {
        return page.customers().stream().map(CustomerSummary::name).toList();
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    @Test
    void whoIsArchivedIsFoundAndNotListed() {
        departures.archive(List.of(anna));
        assertThat(listed()).containsExactly("Bruno Verdi");
        assertThat(found()).containsExactly("Anna Verdi", "Bruno Verdi");
        assertThat(customers.count().all()).isEqualTo(1);
        assertThat(customers.find(anna).orElseThrow().leaving())
                .matches(leaving -> leaving.as() == Leaving.As.ARCHIVED);
        assertThat(subjects.of(List.of(anna, bruno))).hasSize(1);
        projection.catchUp();
        assertThat(reconciliation.run().agrees()).isTrue();
        departures.restore(List.of(anna));
        projection.catchUp();
        assertThat(reconciliation.run().agrees()).isTrue();
        assertThat(listed()).hasSize(2);
    }

    @Test
    void whoIsDeletedIsNowhereAndComesBackAsTheyWere() {
        String before = database.sql(
                        "select to_jsonb(c) - 'changed_in' || jsonb_build_object('i', (select count(*)"
                                + " from customers.identity i where i.customer_id = c.id)) from customers.customer c order by id")
                .query(String.class)
                .list()
                .toString();
        departures.delete(List.of(anna));
        assertThat(listed()).containsExactly("Bruno Verdi");
        assertThat(found()).containsExactly("Bruno Verdi");
        assertThat(customers.find(anna)).isEmpty();
        assertThat(edits.find(anna)).isEmpty();
        Visitor program = signedIn.token("customers:view", "customers:edit", "timeline:view");
        assertThat(program.get("/api/v1/customers/" + anna.value()).status()).isEqualTo(404);
        assertThat(program.get("/api/v1/customers/" + anna.value() + "/timeline")
                        .status())
                .isEqualTo(404);
        // a file that brings her again changes nothing and says why
        assertThat(customers.upsert("crm", List.of(CustomerDraft.of(CustomerField.EMAIL, "anna@example.com"))))
                .singleElement()
                .isEqualTo(new Upsert.Rejected("customers.rejected.deleted", CustomerField.EMAIL, "anna@example.com"));
        assertThatThrownBy(() -> merges.merge(MergeRequest.of(bruno, Set.of(anna))))
                .isInstanceOf(Refusal.class);
        departures.restore(List.of(anna));
        assertThat(database.sql(
                                "select to_jsonb(c) - 'changed_in' || jsonb_build_object('i', (select count(*)"
                                        + " from customers.identity i where i.customer_id = c.id)) from customers.customer c order by id")
                        .query(String.class)
                        .list()
                        .toString())
                .isEqualTo(before);
    }

    @Test
    void whoWasDeletedLongAgoIsGoneAndTheFiguresStay() {
        MergeId merge = merges.merge(MergeRequest.of(anna, Set.of(bruno)));
        assertThat(merge.value()).isPositive();
        departures.delete(List.of(anna));
        clock.advance(Duration.ofDays(Leaving.WAITING_DAYS).minusSeconds(1));
        assertThat(departures.eraseDue()).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(departures.eraseDue()).isEqualTo(1);
        assertThat(departures.eraseDue()).isZero();
        for (String table : List.of("customer", "identity", "merged_customer", "change", "former_identity")) {
            assertThat(count("select count(*) from customers." + table))
                    .as(table)
                    .isZero();
        }
        assertThat(count("select count(*) from timeline.moved_fact")).isZero();
        assertThat(count("select count(*) from timeline.interaction where customer_id is not null"))
                .isZero();
        assertThat(count("select count(*) from timeline.purchase_line where customer_id is null"))
                .isEqualTo(2);
        assertThat(count("select count(*) from timeline.interaction where summary is not null or detail is not null"))
                .isZero();
        projection.catchUp();
        assertThat(reconciliation.run().agrees()).isTrue();
        // who buys again is somebody new, and the same order is not counted again
        CustomerId again = create("Anna", "anna@example.com");
        buy(again, "1");
        assertThat(count("select count(*) from timeline.purchase_line")).isEqualTo(2);
    }

    @Test
    void onlyWhoMayDoesIt() {
        String path = "/api/v1/customers/" + anna.value();
        Visitor editor = signedIn.token("customers:view", "customers:edit");
        assertThat(editor.json("DELETE", path, "").status()).isEqualTo(403);
        assertThat(editor.json("POST", path + "/archive", "").status()).isEqualTo(204);
        assertThat(editor.json("POST", path + "/archive", "").status()).isEqualTo(404);
        assertThat(editor.get("/api/v1/customers/archived").body()).contains("Anna Verdi");
        Visitor eraser = signedIn.token("customers:delete");
        assertThat(eraser.json("DELETE", path, "").status()).isEqualTo(204);
        assertThat(eraser.get("/api/v1/customers/deleted").body()).contains("Anna Verdi");
        assertThat(editor.json("POST", path + "/restore", "").status()).isEqualTo(204);
        assertThat(count("select count(*) from access.audit_entry where action in ('customers.archived',"
                        + " 'customers.deleted', 'customers.restored')"))
                .isEqualTo(3);
    }
}
