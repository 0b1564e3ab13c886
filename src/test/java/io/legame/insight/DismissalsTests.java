package io.legame.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.legame.customers.CustomerDepartures;
import io.legame.customers.CustomerId;
import io.legame.customers.MergeId;
import io.legame.customers.MergeRequest;
import io.legame.customers.Merges;
import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom the company lets go, and what becomes of the decision. */
@LegameTest
class DismissalsTests {
    private static final DismissalDraft COSTS = new DismissalDraft(null, DismissalReason.COSTS, null, false);

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @Autowired
    private Figures figures;

    @Autowired
    private LifeCycle lifeCycle;

    @Autowired
    private Dismissals dismissals;

    @Autowired
    private Merges merges;

    @Autowired
    private CustomerDepartures departures;

    private Facts facts;
    private int shop;
    private int till;
    private CustomerId ada = new CustomerId(0);

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "duplicates", "customers", "catalogue", "timeline");
        database.sql("truncate insight.unit_cost, insight.closing cascade").update();
        clock.set(Instant.parse("2025-10-15T10:00:00Z"));
        facts = new Facts(database);
        facts.years(2024, 2025);
        shop = facts.touchpoint("Shop", "shop");
        till = facts.source("till");
        ada = buyer("ada@example.com", "100");
    }

    @AfterEach
    void end() {
        database.sql("truncate insight.unit_cost, insight.closing cascade").update();
    }

    private CustomerId buyer(String email, String amount) {
        long customer = facts.customer(email);
        facts.sale(customer, null, shop, till, amount, Instant.parse("2025-09-20T10:00:00Z"));
        return new CustomerId(customer);
    }

    private Stage stage(CustomerId customer) {
        figures.catchUp();
        return lifeCycle.place(customer).orElseThrow().now().stage();
    }

    @Test
    void whoIsDismissedIsSoFromTheDayOnUntilTakenInAgain() {
        Dismissal dismissal = dismissals.dismiss(
                ada, new DismissalDraft(LocalDate.of(2025, 10, 1), DismissalReason.OTHER, "rude twice", true));
        assertThat(stage(ada)).isEqualTo(Stage.DISMISSED);
        assertThat(lifeCycle.of(ada).stream().map(LifeCycle.Span::from)).contains(LocalDate.of(2025, 10, 1));
        assertThatThrownBy(() -> dismissals.dismiss(ada, COSTS)).isInstanceOf(Refusal.class);

        clock.set(Instant.parse("2025-10-17T10:00:00Z"));
        Dismissal ended = dismissals.readmit(ada);
        assertThat(ended.until()).isEqualTo(LocalDate.of(2025, 10, 17));
        assertThat(stage(ada)).isEqualTo(Stage.NEW);
        assertThat(dismissals.of(ada)).hasSize(1);

        dismissals.goOn(dismissal.id());
        assertThat(stage(ada)).isEqualTo(Stage.DISMISSED);
        dismissals.withdraw(dismissal.id());
        assertThat(stage(ada)).isEqualTo(Stage.NEW);
        assertThat(lifeCycle.of(ada)).noneMatch(span -> span.stage() == Stage.DISMISSED);
        assertThat(dismissals.of(ada)).isEmpty();
        assertThat(database.sql("""
                        select action from access.audit_entry where action like 'insight.%' and subject_id = ?
                        order by id desc limit 4
                        """)
                        .param(Long.toString(ada.value()))
                        .query(String.class)
                        .list())
                .containsExactly(
                        "insight.dismissalWithdrawn", "insight.dismissed", "insight.readmitted", "insight.dismissed");
    }

    @Test
    void whatItSavesIsTheCostToServeAndTheLossesByTheYear() {
        database.sql("""
                        insert into insight.unit_cost (kind, valid_from, amount, decided_at, decided_by)
                        values ('call', '2020-01-01', 12.5, now(), 'test')
                        """).update();
        facts.interaction(ada.value(), Instant.parse("2025-05-01T10:00:00Z"), "call", shop, till);
        facts.interaction(ada.value(), Instant.parse("2025-05-02T10:00:00Z"), "call", shop, till);
        figures.catchUp();
        CostAvoided good = dismissals.avoided(ada);
        assertThat(good.costToServe()).isEqualByComparingTo("25");
        assertThat(good.losses()).isZero();
        assertThat(good.marginForgone()).isEqualByComparingTo("100");
        assertThat(good.isLoss()).isTrue();
        long sale = facts.interaction(ada.value(), Instant.parse("2025-06-01T10:00:00Z"), "purchase", shop, till);
        facts.line(sale, Instant.parse("2025-06-01T10:00:00Z"), ada.value(), null, "1", "10", "150");
        figures.catchUp();
        CostAvoided bad = dismissals.avoided(ada);
        assertThat(bad.losses()).isEqualByComparingTo("40");
        assertThat(bad.perYear()).isEqualByComparingTo("65");
        assertThat(dismissals.dismiss(ada, COSTS).costAvoided()).isEqualByComparingTo("65");
        assertThat(dismissals.sum()).isEqualTo(new Dismissals.Sum(1, new java.math.BigDecimal("65.00")));
    }

    @Test
    void theListSaysWhoBoughtAllTheSame() {
        dismissals.dismiss(ada, new DismissalDraft(LocalDate.of(2025, 10, 1), DismissalReason.COSTS, null, false));
        CustomerId bob = buyer("bob@example.com", "30");
        dismissals.dismiss(bob, COSTS);
        facts.sale(ada.value(), null, shop, till, "40", Instant.parse("2025-10-03T10:00:00Z"));
        figures.catchUp();
        List<Dismissals.Listed> listed = dismissals.list(null, 10);
        assertThat(listed.stream().map(each -> each.dismissal().customer())).containsExactly(bob, ada);
        assertThat(listed.getFirst().orders()).isZero();
        assertThat(listed.getLast().orders()).isEqualTo(1);
        assertThat(listed.getLast().revenue()).isEqualByComparingTo("40");
        assertThat(dismissals.list(listed.getFirst().dismissal().id(), 10)).hasSize(1);
    }

    @Test
    void noDayOfAClosedMonthNorTooFarAheadAndNoOtherReasonWithoutANote() {
        database.sql("insert into insight.closing (month, closed_at) values ('2025-09-30', now())")
                .update();
        for (LocalDate day : List.of(LocalDate.of(2025, 9, 30), LocalDate.of(2026, 10, 16))) {
            assertThatThrownBy(
                            () -> dismissals.dismiss(ada, new DismissalDraft(day, DismissalReason.COSTS, null, false)))
                    .isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> new DismissalDraft(null, DismissalReason.OTHER, " ", false))
                .isInstanceOf(Refusal.class);
        dismissals.dismiss(ada, new DismissalDraft(LocalDate.of(2025, 10, 20), DismissalReason.FIT, null, false));
        assertThat(stage(ada)).isEqualTo(Stage.NEW);
        assertThat(dismissals.mayBeWonBack(List.of(ada))).containsExactly(ada);
        clock.set(Instant.parse("2025-10-20T10:00:00Z"));
        assertThat(dismissals.mayBeWonBack(List.of(ada))).isEmpty();
    }

    @Test
    void whereNothingHappenedForAMonthTheDecisionCountsFromTheDayOfTheFigures() {
        clock.set(Instant.parse("2026-03-10T10:00:00Z"));
        figures.catchUp();
        Dismissal dismissal = dismissals.dismiss(ada, COSTS);
        assertThat(dismissal.from()).isEqualTo(LocalDate.of(2025, 9, 20));
        assertThat(stage(ada)).isEqualTo(Stage.DISMISSED);
    }

    @Test
    void whoIsArchivedAndComesBackIsStillDismissed() {
        dismissals.dismiss(ada, COSTS);
        assertThat(stage(ada)).isEqualTo(Stage.DISMISSED);
        departures.archive(List.of(ada));
        figures.catchUp();
        assertThat(lifeCycle.of(ada)).isEmpty();
        departures.restore(List.of(ada));
        assertThat(stage(ada)).isEqualTo(Stage.DISMISSED);
    }

    private MergeId merge(CustomerId survivor, CustomerId other) {
        return merges.merge(MergeRequest.of(survivor, Set.of(other)));
    }

    @Test
    void whoeverStaysAfterAMergeIsDismissedOnlyWhenSomebodySaysSo() {
        CustomerId bob = buyer("bob@example.com", "30");
        dismissals.dismiss(bob, new DismissalDraft(null, DismissalReason.RETURNS, "all of it", false));
        MergeId merge = merge(ada, bob);
        assertThat(stage(ada)).isNotEqualTo(Stage.DISMISSED);
        DismissedPart part = dismissals.waiting(ada).orElseThrow();
        assertThat(part.dismissal().customer()).isEqualTo(bob);
        assertThat(part.dismissal().reason()).isEqualTo(DismissalReason.RETURNS);

        CustomerId cleo = buyer("cleo@example.com", "30");
        MergeId further = merge(cleo, ada);
        assertThat(dismissals.waiting(cleo)).isPresent();
        merges.undo(further);

        dismissals.dismissToo(ada);
        assertThat(stage(ada)).isEqualTo(Stage.DISMISSED);
        assertThat(dismissals.waiting(ada)).isEmpty();

        merges.undo(merge);
        assertThat(stage(ada)).isEqualTo(Stage.NEW);
        assertThat(stage(bob)).isEqualTo(Stage.DISMISSED);
        assertThat(dismissals.of(bob)).hasSize(1);
        assertThat(dismissals.of(ada)).isEmpty();
    }

    @Test
    void whoeverStaysKeepsTheirOwn() {
        dismissals.dismiss(ada, COSTS);
        CustomerId bob = buyer("bob@example.com", "30");
        MergeId merge = merge(ada, bob);
        assertThat(stage(ada)).isEqualTo(Stage.DISMISSED);
        merges.undo(merge);
        assertThat(stage(ada)).isEqualTo(Stage.DISMISSED);
        assertThat(stage(bob)).isEqualTo(Stage.NEW);
    }

    @Test
    void whoIsForgottenLeavesNoDecisionBehind() {
        CustomerId bob = buyer("bob@example.com", "30");
        dismissals.dismiss(bob, COSTS);
        dismissals.dismiss(ada, COSTS);
        merge(ada, bob);
        departures.delete(List.of(ada));
        clock.advance(java.time.Duration.ofDays(40));
        departures.eraseDue();
        assertThat(database.sql("select count(*) from insight.dismissal")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(database.sql("select count(*) from insight.merged_dismissal")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
