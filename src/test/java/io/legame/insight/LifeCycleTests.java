package io.legame.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.legame.customers.CustomerId;
import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stages, passages and what other rules would make of them are what one counts by hand, day by day. */
@LegameTest
class LifeCycleTests {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final LocalDate TODAY = LocalDate.of(2025, 10, 15);
    private static final LifeCycleRules QUICK = new LifeCycleRules(20, 3, 200, 40, 90, 150);

    @Autowired
    private DataSource source;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @Autowired
    private Figures figures;

    @Autowired
    private LifeCycle lifeCycle;

    @Autowired
    private LifeCycleList list;

    @Autowired
    private LifeCyclePreview preview;

    @Autowired
    private PurchaseRhythm rhythm;

    @Autowired
    private RuleBook rules;

    private Random random = new Random();
    private Facts facts;
    private int shop;
    private int till;
    private final List<Long> customers = new ArrayList<>();

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "customers", "catalogue", "timeline");
        forgetRules();
        clock.set(TODAY.atTime(12, 0).atZone(ROME).toInstant());
        facts = new Facts(database);
        facts.years(2022, 2023, 2024, 2025);
        shop = facts.touchpoint("Shop", "shop");
        till = facts.source("till");
    }

    @AfterEach
    void forgetRules() {
        database.sql("truncate insight.rules, insight.closing cascade").update();
    }

    private void people(int number) {
        for (int i = 0; i < number; i++) {
            long customer = facts.customer("c" + i + "@example.com");
            database.sql("update customers.customer set created_at = ? where id = ?")
                    .params(moment().atOffset(java.time.ZoneOffset.UTC), customer)
                    .update();
            customers.add(customer);
            for (int purchase = random.nextInt(9); purchase > 0; purchase--) {
                buys(customer, moment(), random.nextInt(10) == 0 ? "0" : "" + (1 + random.nextInt(50)));
            }
            if (random.nextInt(3) == 0) {
                facts.interaction(customer, moment(), "open", shop, till);
            }
        }
    }

    private Instant moment() {
        return LocalDate.of(2023, 1, 1)
                .plusDays(random.nextInt(1_000))
                .atTime(LocalTime.of(random.nextInt(24), 0))
                .atZone(ROME)
                .toInstant();
    }

    private void buys(long customer, Instant at, String amount) {
        facts.sale(customer, null, shop, till, amount, at);
    }

    private Map<Long, NaiveFigures> naive() {
        try (Connection postgres = source.getConnection()) {
            Basis basis = Basis.read(postgres);
            var naive = new HashMap<Long, NaiveFigures>();
            customers.forEach(id -> naive.put(id, new NaiveFigures(database, basis, ROME, id)));
            return naive;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<Stage, Long> counted(Map<Long, NaiveFigures> naive, LocalDate day) {
        var counts = new TreeMap<Stage, Long>();
        naive.values().forEach(each -> {
            Stage stage = each.stage(day);
            if (stage != null) {
                counts.merge(stage, 1L, Long::sum);
            }
        });
        return counts;
    }

    private Map<Stage, Long> today() {
        var counts = new TreeMap<Stage, Long>();
        lifeCycle.today().stream()
                .filter(each -> each.customers() > 0)
                .forEach(each -> counts.put(each.stage(), each.customers()));
        return counts;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void stagesMonthsAndPassagesAreWhatOneCountsDayByDay(long seed) {
        random = new Random(seed);
        rules.decide(QUICK, LocalDate.of(2024, 6, 1), "test");
        people(40);
        figures.catchUp();
        Map<Long, NaiveFigures> naive = naive();
        LocalDate today = lifeCycle.day();
        assertThat(today()).isEqualTo(counted(naive, today)).hasSizeGreaterThan(4);
        assertThat(lifeCycle.months()).hasSize(25).allSatisfy(month -> {
            var counts = new TreeMap<>(month.customers());
            counts.values().removeIf(count -> count == 0);
            assertThat(counts).isEqualTo(counted(naive, month.day()));
        });
        for (LocalDate after = LocalDate.of(2023, 5, 31); after.isBefore(today); after = after.plusDays(47)) {
            LocalDate until = after.plusDays(46).isAfter(today) ? today : after.plusDays(46);
            assertThat(lifeCycle.passages(after, until))
                    .containsExactlyInAnyOrderElementsOf(passages(naive, after, until));
        }
    }

    /** Whoever did the same twice counts once. */
    private static List<LifeCycle.Passage> passages(Map<Long, NaiveFigures> naive, LocalDate after, LocalDate until) {
        var counts = new HashMap<LifeCycle.Passage, Long>();
        naive.values().forEach(each -> {
            var seen = new HashSet<LifeCycle.Passage>();
            for (LocalDate day = after.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
                Stage from = each.stage(day.minusDays(1));
                Stage to = each.stage(day);
                if (from != to && to != null) {
                    seen.add(new LifeCycle.Passage(from, to, 1));
                }
            }
            seen.forEach(passage -> counts.merge(passage, 1L, Long::sum));
        });
        return counts.entrySet().stream()
                .map(each -> new LifeCycle.Passage(
                        each.getKey().from(), each.getKey().to(), each.getValue()))
                .toList();
    }

    @Test
    void everyNumberHasItsList() {
        random = new Random(5);
        people(40);
        figures.catchUp();
        for (LifeCycle.Standing standing : lifeCycle.today()) {
            var who = new LifeCycleList.Who.In(standing.stage());
            assertThat(list.size(who)).isEqualTo(standing.customers());
            assertThat(pages(who)).hasSize((int) standing.customers()).doesNotHaveDuplicates();
        }
        for (LifeCycle.Passage passage : lifeCycle.passages(TODAY.minusDays(300), lifeCycle.day())) {
            var who = new LifeCycleList.Who.Passed(passage.from(), passage.to(), TODAY.minusDays(300), lifeCycle.day());
            assertThat(list.size(who)).as("%s", passage).isEqualTo(passage.customers());
        }
        assertThat(list.size(new LifeCycleList.Who.Coming(Stage.LOST, 60)))
                .isEqualTo(lifeCycle.coming(Stage.LOST, 60))
                .isPositive();
    }

    private List<CustomerId> pages(LifeCycleList.Who who) {
        var all = new ArrayList<CustomerId>();
        LifeCycleList.Line last = null;
        List<LifeCycleList.Line> page = list.page(who, last, 3);
        while (!page.isEmpty()) {
            page.forEach(line -> all.add(line.customer()));
            last = page.getLast();
            page = list.page(who, last, 3);
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatThePreviewSaysIsWhatDecidingMakes(long seed) {
        random = new Random(seed);
        people(40);
        figures.catchUp();
        int atRisk = 1 + random.nextInt(200);
        int dormant = atRisk + 1 + random.nextInt(100);
        var other = new LifeCycleRules(
                1 + random.nextInt(200),
                2 + random.nextInt(4),
                1 + random.nextInt(500),
                atRisk,
                dormant,
                dormant + 1 + random.nextInt(300));
        Map<Stage, Long> before = today();
        LifeCyclePreview.Answer answer = preview.of(other, null, null);
        assertThat(answer.counts()).isTrue();
        assertThat(stages(answer, false)).isEqualTo(before);

        Map<Long, Stage> was = byCustomer();
        rules.decide(other, null, "test");
        figures.catchUp();

        assertThat(stages(answer, true)).isEqualTo(today());
        Map<Long, Stage> is = byCustomer();
        assertThat(answer.moved())
                .isEqualTo(customers.stream()
                        .filter(id -> was.get(id) != is.get(id))
                        .count());
        // where nothing happened for a month, figures are of the day of the newest fact
        assertThat(today()).isEqualTo(counted(naive(), lifeCycle.day()));
    }

    /** The window of so many days ends with the day: a purchase on the day before its first one is outside. */
    @ParameterizedTest
    @CsvSource({"100, ACTIVE", "101, LOYAL"})
    void thePreviewCountsTheDaysOfTheLoyalWindowAsTheRulesDo(int within, Stage expected) {
        long customer = facts.customer("c@example.com");
        customers.add(customer);
        Instant last = TODAY.atTime(9, 0).atZone(ROME).toInstant();
        buys(customer, last, "10");
        buys(customer, last.minus(java.time.Duration.ofDays(100)), "10");
        figures.catchUp();
        var other = new LifeCycleRules(30, 2, within, 200, 300, 400);
        assertThat(stages(preview.of(other, null, null), true)).isEqualTo(Map.of(expected, 1L));
        rules.decide(other, null, "test");
        figures.catchUp();
        assertThat(byCustomer()).isEqualTo(Map.of(customer, expected));
    }

    private static Map<Stage, Long> stages(LifeCyclePreview.Answer answer, boolean after) {
        var counts = new TreeMap<Stage, Long>();
        answer.stages().forEach(each -> counts.put(each.stage(), after ? each.after() : each.before()));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private Map<Long, Stage> byCustomer() {
        var stages = new HashMap<Long, Stage>();
        customers.forEach(id -> stages.put(
                id, lifeCycle.place(new CustomerId(id)).orElseThrow().now().stage()));
        return stages;
    }

    @Test
    void rulesFromADayOnLeaveWhatWasBeforeIt() {
        random = new Random(9);
        people(40);
        figures.catchUp();
        List<LifeCycle.Count> before = lifeCycle.months();
        rules.decide(QUICK, LocalDate.of(2025, 6, 1), "test");
        figures.catchUp();
        List<LifeCycle.Count> after = lifeCycle.months();
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).day().isBefore(LocalDate.of(2025, 6, 1))) {
                assertThat(after.get(i)).isEqualTo(before.get(i));
            }
        }
        assertThat(after.getLast()).isNotEqualTo(before.getLast());
        // what is decided last counts from its day on, whatever was decided for a later one
        LifeCyclePreview.Answer back = preview.of(LifeCycleRules.DEFAULT, LocalDate.of(2024, 1, 1), null);
        assertThat(back.counts()).isTrue();
        assertThat(back.moved()).isPositive();
        rules.decide(LifeCycleRules.DEFAULT, LocalDate.of(2024, 1, 1), "test");
        figures.catchUp();
        assertThat(lifeCycle.months()).isEqualTo(before);
        assertThat(rules.decisions(LifeCycleRules.class)).hasSize(2);
        database.sql("insert into insight.closing (month, closed_at) values ('2025-08-31', now())")
                .update();
        assertThatThrownBy(() -> rules.decide(QUICK, LocalDate.of(2025, 8, 31), "test"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theRhythmCountsDaysFromOnePurchaseToTheNextAndProposesRules() {
        for (int i = 0; i < 100; i++) {
            long customer = facts.customer("r" + i + "@example.com");
            Instant first = Instant.parse("2025-01-10T10:00:00Z");
            buys(customer, first, "10");
            // the same day once more, and something for nothing: neither is a purchase of another day
            buys(customer, first.plusSeconds(60), "5");
            buys(customer, first.plusSeconds(86_400), "0");
            buys(customer, first.plus(java.time.Duration.ofDays(i + 1)), "10");
        }
        figures.catchUp();
        PurchaseRhythm.Rhythm found = rhythm.rhythm();
        assertThat(found.size()).isEqualTo(100);
        assertThat(List.of(found.within(0.5), found.within(0.75), found.within(0.9), found.within(0.95)))
                .containsExactly(50, 75, 90, 95);
        assertThat(found.proposal(LifeCycleRules.DEFAULT)).contains(new LifeCycleRules(50, 4, 225, 75, 90, 95));
        database.sql("delete from timeline.purchase_line where customer_id = (select max(id) from customers.customer)")
                .update();
        facts.eraseSource(till);
        figures.catchUp();
        assertThat(rhythm.rhythm().proposal(LifeCycleRules.DEFAULT)).isEmpty();
    }
}
