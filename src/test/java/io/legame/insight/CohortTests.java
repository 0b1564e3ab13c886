package io.legame.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who comes back, asked of the warehouse and counted by hand. */
@LegameTest
class CohortTests {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @Autowired
    private JdbcClient database;

    @Autowired
    private Projection projection;

    @Autowired
    private Cohorts cohorts;

    @Autowired
    private PurchasePeriods periods;

    @Autowired
    private TestClock clock;

    private Facts facts;
    private int shop;
    private int web;
    private int till;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "customers", "catalogue", "timeline");
        clock.set(Instant.parse("2024-06-20T09:00:00Z"));
        facts = new Facts(database);
        facts.years(1900, 2022, 2023, 2024, 2100);
        shop = facts.touchpoint("Shop Milano", "shop");
        web = facts.touchpoint("E-shop", "online");
        till = facts.source("till");
    }

    private void buys(@Nullable Long customer, String day, String amount) {
        facts.sale(customer, null, shop, till, amount, Instant.parse(day + "T10:00:00Z"));
    }

    /** Somebody who is not known, so that the data do not look as if they had ended. */
    private void todayIsADayLikeOthers() {
        buys(null, "2024-06-19", "1");
    }

    private CohortTable months(int after) {
        return cohorts.of(CohortChoice.by(CohortPeriod.MONTH, after));
    }

    @Test
    void whoBeganTogetherIsFollowedMonthByMonth() {
        long ada = facts.customer("ada@example.com");
        long bob = facts.customer("bob@example.com");
        buys(ada, "2024-03-02", "10");
        buys(ada, "2024-03-28", "5");
        buys(bob, "2024-03-31", "100");
        buys(ada, "2024-05-01", "7.50");
        todayIsADayLikeOthers();
        projection.catchUp();

        CohortTable table = months(12);

        assertThat(table.cohorts()).hasSize(4);
        Cohort march = table.cohorts().getFirst();
        assertThat(table.by().firstDay(march.number())).isEqualTo(LocalDate.of(2024, 3, 1));
        assertThat(march.size()).isEqualTo(2);
        assertThat(march.cells()).extracting(Cohort.Cell::customers).containsExactly(2L, 0L, 1L, 0L);
        assertThat(march.cells()).extracting(Cohort.Cell::running).containsExactly(false, false, false, true);
        assertThat(CohortMeasure.RETAINED.value(march, 2)).isEqualByComparingTo("0.5");
        assertThat(CohortMeasure.REVENUE.value(march, 0)).isEqualByComparingTo("115");
        assertThat(CohortMeasure.PER_CUSTOMER.value(march, 0)).isEqualByComparingTo("57.5");
        assertThat(CohortMeasure.CUMULATIVE.value(march, 2)).isEqualByComparingTo("61.25");
        assertThat(CohortMeasure.CUSTOMERS.value(march, 4)).isNull();
        assertThat(CohortMeasure.RETAINED.value(table.cohorts().get(1), 0)).isNull();
    }

    @Test
    void theMeanIsThatOfTheCustomersAndWaitsForTheMonthToEnd() {
        for (int i = 0; i < 3; i++) {
            long early = facts.customer("early" + i + "@example.com");
            buys(early, "2024-03-02", "10");
            if (i == 0) {
                buys(early, "2024-04-02", "20");
            }
        }
        long late = facts.customer("late@example.com");
        buys(late, "2024-04-02", "10");
        buys(late, "2024-05-02", "4");
        long running = facts.customer("running@example.com");
        buys(running, "2024-06-02", "10");
        todayIsADayLikeOthers();
        projection.catchUp();

        CohortTable table = months(12);

        assertThat(CohortMeasure.RETAINED.mean(table, 1)).isEqualByComparingTo("0.5");
        assertThat(CohortMeasure.PER_CUSTOMER.mean(table, 1)).isEqualByComparingTo("6");
        assertThat(CohortMeasure.CUSTOMERS.mean(table, 1)).isEqualByComparingTo("1");
        assertThat(CohortMeasure.CUSTOMERS.total(table, 1)).isEqualByComparingTo("2");
        assertThat(CohortMeasure.RETAINED.total(table, 1)).isNull();
        assertThat(CohortMeasure.RETAINED.mean(table, 3)).isNull();
    }

    @Test
    void giftsReturnsAndStrangersAreNoPurchases() {
        long ada = facts.customer("ada@example.com");
        buys(ada, "2024-01-05", "0");
        buys(ada, "2024-02-05", "-30");
        buys(null, "2024-02-06", "50");
        buys(ada, "2024-03-05", "20");
        projection.catchUp();

        CohortTable table = months(12);

        assertThat(table.cohorts()).first().satisfies(first -> {
            assertThat(table.by().firstDay(first.number())).isEqualTo(LocalDate.of(2024, 3, 1));
            assertThat(first.cells().getFirst().revenue()).isEqualByComparingTo("20");
        });
        assertThat(table.listed()).isFalse();
    }

    @Test
    void withoutFactsThereIsNothing() {
        projection.catchUp();
        assertThat(months(12).cohorts()).isEmpty();
        assertThat(months(12).width()).isZero();
        assertThat(periods.latest(CohortPeriod.MONTH, 12)).isEmpty();
    }

    @Test
    void aCenturyAgoIsReachedAndTheNextOneDoesNotCountYet() {
        long old = facts.customer("old@example.com");
        buys(old, "1900-05-10", "3");
        buys(old, "2100-05-10", "3");
        long future = facts.customer("future@example.com");
        buys(future, "2100-05-10", "3");
        long ada = facts.customer("ada@example.com");
        buys(ada, "2024-06-10", "3");
        projection.catchUp();

        CohortTable newest = months(12);
        assertThat(newest.until()).isEqualTo(LocalDate.of(2024, 6, 20));
        assertThat(newest.cohorts())
                .hasSize(13)
                .last()
                .satisfies(june -> assertThat(june.size()).isEqualTo(1));
        assertThat(newest.size()).isEqualTo(1);
        assertThat(newest.earlier()).isEqualTo(LocalDate.of(2023, 5, 31));
        assertThat(newest.later()).isNull();

        CohortTable oldest = cohorts.of(new CohortChoice(CohortPeriod.MONTH, 12, LocalDate.of(1890, 1, 1), null, null));
        assertThat(oldest.cohorts()).singleElement().satisfies(may -> {
            assertThat(may.cells()).hasSize(13);
            assertThat(may.cells().getFirst().customers()).isEqualTo(1);
        });
        assertThat(oldest.earlier()).isNull();
        assertThat(oldest.later()).isEqualTo(LocalDate.of(1900, 6, 1));
        assertThat(cohorts.of(CohortChoice.by(CohortPeriod.YEAR, 36)).cohorts()).hasSize(37);
    }

    @Test
    void oldDataEndWithTheirNewestDay() {
        buys(facts.customer("ada@example.com"), "2022-11-30", "3");
        projection.catchUp();
        assertThat(months(12).until()).isEqualTo(LocalDate.of(2022, 11, 30));
        assertThat(months(12).cohorts())
                .singleElement()
                .satisfies(november -> assertThat(november.cells())
                        .singleElement()
                        .satisfies(cell -> assertThat(cell.running()).isFalse()));
    }

    @Test
    void oneCustomerWithAHundredThousandPurchasesIsOneCustomer() {
        long ada = facts.customer("ada@example.com");
        database.sql("""
                        insert into timeline.interaction
                            (id, occurred_at, customer_id, kind, touchpoint_id, source_id, source_key, recorded_at)
                        select 1000000 + i, timestamptz '2023-01-01 10:00+00' + i * interval '5 minutes', ?, 'purchase', ?,
                            ?, 'many ' || i, now()
                        from generate_series(0, 99999) i
                        """).params(ada, shop, till).update();
        database.sql("""
                        insert into timeline.purchase_line (interaction_id, occurred_at, line_key, customer_id, quantity,
                            unit_price, amount)
                        select 1000000 + i, timestamptz '2023-01-01 10:00+00' + i * interval '5 minutes', '1', ?, 1, 1, 1
                        from generate_series(0, 99999) i
                        """).param(ada).update();
        projection.catchUp();

        CohortTable table = months(12);
        Cohort first = cohorts.of(new CohortChoice(CohortPeriod.MONTH, 12, LocalDate.of(2023, 1, 1), null, null))
                .cohorts()
                .getFirst();
        assertThat(table.until()).isEqualTo(LocalDate.of(2023, 12, 14));
        assertThat(table.size()).isEqualTo(1);
        assertThat(first.cells())
                .allSatisfy(cell -> assertThat(cell.customers()).isLessThanOrEqualTo(1));
        assertThat(first.cells().getLast().cumulative()).isEqualByComparingTo("100000");
        assertThat(periods.latest(CohortPeriod.YEAR, 1)).singleElement().satisfies(year -> {
            assertThat(year.orders()).isEqualTo(100_000);
            assertThat(year.customers()).isEqualTo(1);
        });
    }

    @Test
    void moreThanThreeYearsOfMonthsAreRefused() {
        assertThat(catchThrowable(() -> CohortChoice.by(CohortPeriod.MONTH, 37)))
                .isInstanceOf(Refusal.class);
    }

    private record Sale(long interaction, int customer, LocalDate day, String channel, BigDecimal amount) {}

    @ParameterizedTest
    @EnumSource
    void randomFactsComeToWhatALoopCounts(CohortPeriod by) {
        for (int seed = 0; seed < 4; seed++) {
            begin();
            List<Sale> sales = randomSales(new Random(seed));
            projection.catchUp();
            for (String channel : Arrays.asList(null, "shop", "online")) {
                CohortTable table = cohorts.of(new CohortChoice(by, 24, null, channel, null));
                for (Cohort cohort : table.cohorts()) {
                    for (int age = 0; age < cohort.cells().size(); age++) {
                        Cohort.Cell cell = cohort.cells().get(age);
                        List<Sale> expected = naive(sales, by, channel, cohort.number(), cohort.number() + age);
                        assertThat(cell.customers())
                                .as("%s %s %s %s after %s", seed, by, channel, cohort.number(), age)
                                .isEqualTo(expected.stream()
                                        .map(Sale::customer)
                                        .distinct()
                                        .count());
                        assertThat(cell.revenue()).isEqualByComparingTo(sum(expected));
                    }
                }
                int newest = by.number(LocalDate.of(2024, 6, 20));
                assertThat(table.cohorts().getLast().number()).isEqualTo(newest);
            }
            assertPeriods(sales, by);
        }
    }

    private void assertPeriods(List<Sale> sales, CohortPeriod by) {
        for (PurchasePeriods.Row row : periods.latest(by, 36)) {
            List<Sale> here = paid(sales)
                    .filter(sale -> by.number(sale.day()) == row.number())
                    .toList();
            assertThat(row.customers())
                    .isEqualTo(here.stream().map(Sale::customer).distinct().count());
            assertThat(row.orders())
                    .isEqualTo(here.stream().map(Sale::interaction).distinct().count());
            assertThat(row.lines()).isEqualTo(here.size());
            assertThat(row.revenue()).isEqualByComparingTo(sum(here));
            assertThat(row.newCustomers())
                    .isEqualTo(here.stream()
                            .map(Sale::customer)
                            .distinct()
                            .filter(customer -> by.number(first(sales, customer)) == row.number())
                            .count());
        }
    }

    /** Two years of forty customers, some at midnight's edge, with gifts, returns and lines of the same order. */
    private List<Sale> randomSales(Random random) {
        var customers = new ArrayList<Long>();
        for (int i = 0; i < 40; i++) {
            customers.add(facts.customer("customer" + i + "@example.com"));
        }
        var sales = new ArrayList<Sale>();
        for (int i = 0; i < 250; i++) {
            int customer = (int) Math.abs(random.nextGaussian() * 12) % 40;
            boolean online = random.nextBoolean();
            Instant at = Instant.parse("2022-07-01T00:00:00Z").plusSeconds(random.nextInt(2 * 365 * 24) * 3600L);
            String kind = random.nextInt(8) == 0 ? "return" : "purchase";
            long interaction = facts.interaction(customers.get(customer), at, kind, online ? web : shop, till);
            for (int line = random.nextInt(3); line >= 0; line--) {
                BigDecimal amount = BigDecimal.valueOf(random.nextInt(5) * 250L, 2);
                BigDecimal signed =
                        kind.equals("return") ? amount.add(BigDecimal.ONE).negate() : amount;
                facts.line(
                        interaction,
                        at,
                        customers.get(customer),
                        null,
                        kind.equals("return") ? "-1" : "1",
                        signed.toString(),
                        null);
                LocalDate day = at.atZone(ROME).toLocalDate();
                sales.add(new Sale(interaction, customer, day, online ? "online" : "shop", signed));
            }
        }
        return sales;
    }

    private static Stream<Sale> paid(List<Sale> sales) {
        return sales.stream()
                .filter(sale -> sale.amount().signum() > 0 && !sale.day().isAfter(LocalDate.of(2024, 6, 20)));
    }

    private static LocalDate first(List<Sale> sales, int customer) {
        return paid(sales)
                .filter(sale -> sale.customer() == customer)
                .map(Sale::day)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static List<Sale> naive(
            List<Sale> sales, CohortPeriod by, @Nullable String channel, int cohort, int period) {
        Set<Integer> members = new HashSet<>();
        for (Sale sale : paid(sales).toList()) {
            boolean isFirst = sale.day().equals(first(sales, sale.customer()));
            if (isFirst && by.number(sale.day()) == cohort && (channel == null || channel.equals(sale.channel()))) {
                members.add(sale.customer());
            }
        }
        return paid(sales)
                .filter(sale -> members.contains(sale.customer()) && by.number(sale.day()) == period)
                .toList();
    }

    private static BigDecimal sum(List<Sale> sales) {
        return sales.stream().map(Sale::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "1999-12-31", "2024-02-29", "2100-04-30"})
    void aDayIsInThePeriodOfItsNumber(LocalDate day) {
        for (CohortPeriod by : CohortPeriod.values()) {
            int number = by.number(day);
            assertThat(day).isBetween(by.firstDay(number), by.lastDay(number));
            assertThat(by.number(by.lastDay(number).plusDays(1))).isEqualTo(number + 1);
        }
    }

    @Test
    void theFirstPurchasesCategoryChooses() {
        long bikes = facts.product("Road-150", "Bikes");
        long caps = facts.product("Cap", "Caps");
        long ada = facts.customer("ada@example.com");
        long bob = facts.customer("bob@example.com");
        facts.sale(ada, bikes, shop, till, "10", Instant.parse("2024-03-02T10:00:00Z"));
        facts.sale(ada, caps, web, till, "10", Instant.parse("2024-05-02T10:00:00Z"));
        facts.sale(bob, caps, web, till, "10", Instant.parse("2024-03-02T10:00:00Z"));
        facts.sale(bob, bikes, shop, till, "10", Instant.parse("2024-04-02T10:00:00Z"));
        todayIsADayLikeOthers();
        projection.catchUp();

        CohortTable table = cohorts.of(new CohortChoice(CohortPeriod.MONTH, 12, null, null, "Bikes"));

        assertThat(table.cohorts().getFirst().cells())
                .extracting(Cohort.Cell::customers)
                .containsExactly(1L, 0L, 1L, 0L);
        assertThat(table.listed()).isFalse();
        assertThat(cohorts.of(new CohortChoice(CohortPeriod.MONTH, 12, null, "shop", "Caps"))
                        .size())
                .isZero();
    }
}
