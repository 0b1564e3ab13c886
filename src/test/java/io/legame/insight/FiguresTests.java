package io.legame.insight;

import static io.legame.insight.WarehouseTables.METRICS;
import static io.legame.insight.WarehouseTables.STAGE_SPAN;
import static io.legame.insight.WarehouseTables.TIER_MONTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.legame.platform.Companies;
import io.legame.platform.DataFolder;
import io.legame.testing.LegameTest;
import io.legame.testing.TestDatabase;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.sql.DataSource;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is computed of each customer equals what plain Java makes of the same rows, however facts came, went and moved. */
@LegameTest
class FiguresTests {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final LocalDate TODAY = LocalDate.of(2025, 10, 15);
    private static final String[] KINDS = {"message", "call", "visit", "open", "request", "assistance", "note", "fax"};

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Companies companies;

    @Autowired
    private WarehouseProperties properties;

    @TempDir
    private Path folder;

    private final InstantSource clock = () -> TODAY.atTime(12, 0).atZone(ROME).toInstant();
    private DataFolder dataFolder;
    private Warehouse warehouse;
    private Projection projection;
    private Facts facts;
    private Random random = new Random();
    private final List<Long> customers = new ArrayList<>();
    private final List<Integer> touchpoints = new ArrayList<>();
    private final List<Integer> sources = new ArrayList<>();

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "customers", "catalogue", "timeline");
        database.sql("truncate insight.rules, insight.unit_cost, insight.closing cascade")
                .update();
        facts = new Facts(database);
        facts.years(1900, 2022, 2023, 2024, 2025, 2100);
        dataFolder = DataFolder.take(folder);
        warehouse = new Warehouse(properties, dataFolder);
        projection = new Projection(dataSource, companies, warehouse, properties, clock);
    }

    @AfterEach
    void end() throws Exception {
        warehouse.close();
        dataFolder.close();
        database.sql("truncate insight.rules, insight.unit_cost, insight.closing cascade")
                .update();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyFigureIsWhatPlainJavaMakesOfTheRows(long seed) {
        random = new Random(seed);
        rules();
        people();
        for (int round = 0; round < 3; round++) {
            something();
            projection.catchUp();
            changed();
            compareWithJava();
        }
        previewsAreWhatDecidingMakes();
        compute(FiguresRun::everything);
        List<List<String>> step = FigureRows.of(warehouse);
        compute(FiguresRun::everything);
        same(FigureRows.of(warehouse), step);
        projection.rebuild();
        same(FigureRows.of(warehouse), step);
    }

    /** Some for nothing, some sent back, some for less than nothing; the last ones after today. */
    @Test
    void aCustomerWithAHundredThousandPurchasesHasTheFiguresThatPlainJavaMakes() {
        random = new Random(5);
        people();
        something();
        long many = facts.customer("many@example.com");
        customers.add(many);
        database.sql("""
                        insert into timeline.interaction
                            (id, occurred_at, customer_id, kind, touchpoint_id, source_id, source_key, recorded_at)
                        select 1000000 + i, timestamptz '2023-01-01 10:00+00' + i * interval '15 minutes', ?,
                            case when i % 20 = 0 then 'return' else 'purchase' end, ?, ?, 'many ' || i, now()
                        from generate_series(0, 99999) i
                        """)
                .params(many, touchpoints.getFirst(), sources.getFirst())
                .update();
        database.sql("""
                        insert into timeline.purchase_line (interaction_id, occurred_at, line_key, customer_id, quantity,
                            unit_price, amount)
                        select id, occurred_at, '1', customer_id, case kind when 'return' then -1 else 1 end, 3,
                            case kind when 'return' then -3 else id % 7 - 1 end
                        from timeline.interaction where customer_id = ?
                        """).param(many).update();
        projection.catchUp();
        compute(FiguresRun::everything);
        compareWithJava();
    }

    private void previewsAreWhatDecidingMakes() {
        Basis basis = basis();
        var otherWindow = new TierRules(
                9,
                new BigDecimal("0.2"),
                60,
                20,
                30,
                1,
                0,
                2,
                1,
                4,
                500,
                50,
                Tier.PLATINUM,
                Tier.PLATINUM,
                Tier.GOLD,
                Tier.IRON,
                Tier.IRON,
                Tier.IRON);
        TierRules held = Dated.inForce(basis.tiers(), TODAY);
        var otherLoyalty = new TierRules(
                held.months(),
                new BigDecimal("0.9"),
                90,
                40,
                70,
                0,
                3,
                1,
                2,
                2,
                900,
                10,
                Tier.PLATINUM,
                Tier.GOLD,
                Tier.PLATINUM,
                Tier.IRON,
                Tier.GOLD,
                Tier.IRON);
        var dearCalls = List.of(new UnitCost("call", null, LocalDate.of(2022, 1, 1), new BigDecimal("25")));
        for (Basis proposed :
                List.of(basis.with(otherWindow, TODAY), basis.with(otherLoyalty, TODAY), basis.with(dearCalls))) {
            compute(FiguresRun::everything);
            TierPreview.Effect effect = warehouse.query(ask -> TierPreview.of(ask, basis, proposed));
            var before = tiersToday();
            compute(proposed, FiguresRun::everything);
            var after = tiersToday();
            for (Tier tier : Tier.values()) {
                assertThat(effect.before(tier)).isEqualTo(before.getOrDefault(tier.code(), 0));
                assertThat(effect.after(tier)).isEqualTo(after.getOrDefault(tier.code(), 0));
            }
            BigDecimal profit = warehouse.query(ask -> ask.select(org.jooq.impl.DSL.sum(METRICS.WINDOW_PROFIT))
                    .from(METRICS)
                    .fetchSingle()
                    .value1());
            assertThat(effect.profit()).isEqualByComparingTo(profit);
        }
    }

    private java.util.Map<String, Integer> tiersToday() {
        return warehouse.query(ask -> ask.select(METRICS.TIER, org.jooq.impl.DSL.count())
                .from(METRICS)
                .where(METRICS.TIER.isNotNull())
                .groupBy(METRICS.TIER)
                .fetchMap(METRICS.TIER, org.jooq.impl.DSL.count()));
    }

    private static void same(List<List<String>> told, List<List<String>> expected) {
        for (int i = 0; i < expected.size(); i++) {
            assertThat(told.get(i)).containsExactlyElementsOf(expected.get(i));
        }
    }

    /** Rules and costs that change in the middle of what happens. */
    private void rules() {
        rule(
                "life_cycle",
                "2024-06-01",
                "{\"newDays\": 20, \"loyalPurchases\": 3, \"loyalWithin\": 200, "
                        + "\"atRiskAfter\": 40, \"dormantAfter\": 90, \"lostAfter\": 150}");
        rule("tiers", "2025-02-10", """
                {"months": 6, "assumedMargin": 0.35, "highFrom": 70, "goodFrom": 30, "loyalFrom": 40, "recencyWeight": 3,
                "frequencyWeight": 2, "tenureWeight": 1, "regularityWeight": 4, "frequentOrders": 3, "tenureDays": 400,
                "courtshipDays": 100, "highLoyal": "PLATINUM", "high": "GOLD", "goodLoyal": "PLATINUM", "good": "GOLD",
                "littleLoyal": "GOLD", "little": "IRON"}""");
        cost("call", null, "2022-01-01", "3.50");
        cost("call", "shop", "2024-01-01", "1.25");
        cost("call", null, "2025-01-01", "4");
        cost("call", "shop", "2025-06-01", null);
        cost("visit", null, "2022-01-01", "20");
        cost("fax", "online", "2023-01-01", "0.10");
        cost("return", null, "2022-01-01", "6");
        cost("purchase", "online", "2022-01-01", "2.90");
        cost("message", null, "2022-01-01", "0");
    }

    private void rule(String kind, String from, String body) {
        database.sql("insert into insight.rules (kind, valid_from, body, decided_at, decided_by) "
                        + "values (?, ?, ?::jsonb, now(), 'test')")
                .params(kind, LocalDate.parse(from), body)
                .update();
    }

    private void cost(
            String kind,
            @org.jspecify.annotations.Nullable String channel,
            String from,
            @org.jspecify.annotations.Nullable String amount) {
        database.sql("insert into insight.unit_cost (kind, channel, valid_from, amount, decided_at, decided_by) "
                        + "values (?, ?, ?, ?, now(), 'test')")
                .param(kind)
                .param(channel)
                .param(LocalDate.parse(from))
                .param(amount == null ? null : new BigDecimal(amount))
                .update();
    }

    private void people() {
        touchpoints.add(facts.touchpoint("Shop", "shop"));
        touchpoints.add(facts.touchpoint("E-shop", "online"));
        touchpoints.add(facts.touchpoint("Line", "phone"));
        for (int i = 0; i < 4; i++) {
            sources.add(facts.source("source " + i));
            facts.product("Product " + i, "Category " + i % 2);
        }
        for (int i = 0; i < 14; i++) {
            long customer = facts.customer("c" + i + "@example.com");
            database.sql("update customers.customer set created_at = ? where id = ?")
                    .params(at(day()), customer)
                    .update();
            customers.add(customer);
        }
    }

    private LocalDate day() {
        return LocalDate.of(2022, 6, 1).plusDays(random.nextInt(1_300));
    }

    private java.time.OffsetDateTime at(LocalDate day) {
        return day.atTime(LocalTime.of(random.nextInt(24), random.nextInt(60)))
                .atZone(ROME)
                .toOffsetDateTime();
    }

    private long someone() {
        return customers.get(random.nextInt(customers.size()));
    }

    private void something() {
        for (int i = 0; i < 60; i++) {
            long customer = someone();
            Instant at = at(random.nextInt(40) == 0 ? LocalDate.of(random.nextBoolean() ? 1900 : 2100, 3, 4) : day())
                    .toInstant();
            int touchpoint = touchpoints.get(random.nextInt(touchpoints.size()));
            int source = sources.get(random.nextInt(sources.size()));
            if (random.nextInt(3) == 0) {
                facts.interaction(customer, at, KINDS[random.nextInt(KINDS.length)], touchpoint, source);
            } else {
                order(customer, at, touchpoint, source);
            }
        }
        switch (random.nextInt(5)) {
            case 0 -> facts.eraseSource(sources.get(random.nextInt(sources.size())));
            case 1 -> moveFacts(someone(), someone());
            case 2 -> facts.move(1, "Category " + random.nextInt(3));
            case 3 -> facts.touchpoint("Line", random.nextBoolean() ? "online" : "phone");
            default -> dismiss(someone());
        }
    }

    private void order(long customer, Instant at, int touchpoint, int source) {
        boolean back = random.nextInt(6) == 0;
        long interaction = facts.interaction(customer, at, back ? "return" : "purchase", touchpoint, source);
        for (int line = 0; line <= random.nextInt(3); line++) {
            int amount = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(80);
            facts.line(
                    interaction,
                    at,
                    customer,
                    1L + random.nextInt(4),
                    back ? "-1" : "1",
                    back ? "-" + amount : "" + amount,
                    random.nextInt(3) == 0 ? null : (back ? "-" : "") + random.nextInt(50));
        }
    }

    /** As a merge does, see {@code timeline.MovedFacts}. */
    private void moveFacts(long from, long to) {
        database.sql("insert into timeline.fact_erasure (interaction_id) "
                        + "select id from timeline.interaction where customer_id = ? on conflict do nothing")
                .param(from)
                .update();
        for (String table : List.of("interaction", "purchase_line")) {
            database.sql(
                            "update timeline." + table
                                    + " set customer_id = ?, recorded_in = pg_current_xact_id()::text::bigint where customer_id = ?")
                    .params(to, from)
                    .update();
        }
    }

    private void dismiss(long customer) {
        LocalDate from = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(600));
        database.sql("""
                        insert into insight.dismissal (customer_id, from_on, until_on, reason, cost_avoided, decided_at, decided_by)
                        values (?, ?, ?, 'costs', 0, now(), 'test')
                        on conflict (customer_id) where until_on is null do update
                        set until_on = greatest(excluded.from_on, dismissal.from_on),
                            changed_in = pg_current_xact_id()::text::bigint
                        """)
                .param(customer)
                .param(from)
                .param(random.nextBoolean() ? from.plusDays(random.nextInt(80)) : null)
                .update();
    }

    private interface Work {
        void on(FiguresRun run) throws SQLException;
    }

    private Basis basis() {
        try (Connection postgres = dataSource.getConnection()) {
            return Basis.read(postgres);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void compute(Work work) {
        compute(basis(), work);
    }

    private void compute(Basis basis, Work work) {
        warehouse.read(file -> {
            try (var connection = file.connect()) {
                var duck = new DuckStatements(connection);
                duck.execute("begin transaction");
                work.on(new FiguresRun(connection, basis, TODAY));
                duck.execute("delete from stale");
                duck.execute("commit");
                return true;
            }
        });
    }

    /** In small stretches, as while much is changing; then measured like everybody anew, as at night. */
    private void changed() {
        compute(run -> {
            while (run.changed(3) > 0) {
                // the rest
            }
        });
        compareWithJava();
        compute(FiguresRun::everything);
    }

    private void compareWithJava() {
        Basis basis = basis();
        var measures = new java.util.HashMap<LocalDate, Basis.Measure>();
        warehouse
                .query(ask -> ask.fetch("select month, good, high from measure"))
                .forEach(row -> measures.put(
                        row.get(0, LocalDate.class),
                        new Basis.Measure(row.get(1, BigDecimal.class), row.get(2, BigDecimal.class))));
        var profits = Objects.requireNonNull(warehouse.query(
                ask -> ask.fetchSingle("select profits[31], profits[71], profits[51], profits[81] from figures")));
        TierRules rules = Dated.inForce(basis.tiers(), TODAY);
        boolean narrow = rules.goodFrom() == 30;
        var today = new Basis.Measure(
                profits.get(narrow ? 0 : 2, BigDecimal.class), profits.get(narrow ? 1 : 3, BigDecimal.class));
        for (long customer : customers) {
            var naive = new NaiveFigures(database, basis, ROME, customer);
            Record row = warehouse.query(ask -> ask.selectFrom(METRICS)
                    .where(METRICS.CUSTOMER_ID.eq(customer))
                    .fetchSingle());
            assertThat(row.get(METRICS.KNOWN_SINCE)).isEqualTo(naive.knownSince());
            assertThat(row.get(METRICS.REVENUE)).isEqualByComparingTo(naive.revenue(TODAY));
            assertThat(row.get(METRICS.ORDERS)).isEqualTo((int) naive.orders(TODAY));
            assertThat(row.get(METRICS.WINDOW_COST_TO_SERVE)).isEqualByComparingTo(naive.costToServe(TODAY));
            assertThat(row.get(METRICS.WINDOW_PROFIT)).isEqualByComparingTo(naive.profit(TODAY));
            assertThat(row.get(METRICS.LOYALTY)).isEqualTo(naive.loyalty(TODAY));
            assertThat(row.get(METRICS.WINDOW_CONTACTS)).isEqualTo((int) naive.count(TODAY, ContactRole.CONTACT));
            assertThat(row.get(METRICS.WINDOW_RESPONSES)).isEqualTo((int) naive.count(TODAY, ContactRole.RESPONSE));
            assertThat(row.get(METRICS.WINDOW_TICKETS)).isEqualTo((int) naive.count(TODAY, ContactRole.TICKET));
            assertThat(row.get(METRICS.ENGAGED_DAYS)).isEqualTo((int) naive.engagedDays(TODAY));
            assertThat(Tier.of(row.get(METRICS.TIER)).orElse(null)).isEqualTo(naive.tier(TODAY, today));
            assertThat(Stage.of(row.get(METRICS.STAGE)).orElse(null)).isEqualTo(naive.stage(TODAY));
            for (LocalDate month : measures.keySet()) {
                assertThat(tier(customer, month))
                        .as("%d in %s", customer, month)
                        .isEqualTo(naive.tier(month, measures.get(month)));
            }
            for (int i = 0; i < 25; i++) {
                LocalDate day = day();
                assertThat(stage(customer, day)).as("%d on %s", customer, day).isEqualTo(naive.stage(day));
            }
        }
    }

    private @org.jspecify.annotations.Nullable Tier tier(long customer, LocalDate month) {
        return warehouse.query(ask -> Tier.of(ask.select(TIER_MONTH.TIER)
                        .from(TIER_MONTH)
                        .where(TIER_MONTH.CUSTOMER_ID.eq(customer), TIER_MONTH.MONTH.eq(month))
                        .fetchOne(TIER_MONTH.TIER))
                .orElse(null));
    }

    private @org.jspecify.annotations.Nullable Stage stage(long customer, LocalDate day) {
        return warehouse.query(ask -> Stage.of(ask.select(STAGE_SPAN.STAGE)
                        .from(STAGE_SPAN)
                        .where(
                                STAGE_SPAN.CUSTOMER_ID.eq(customer),
                                STAGE_SPAN.FROM_ON.le(day),
                                STAGE_SPAN.UNTIL_ON.gt(day))
                        .fetchOne(STAGE_SPAN.STAGE))
                .orElse(null));
    }

    @Test
    void nobodyAndNothingIsComputedToo() {
        projection.catchUp();
        compute(FiguresRun::everything);
        assertThat(FigureRows.of(warehouse)).allSatisfy(rows -> assertThat(rows).isEmpty());
        long customer = facts.customer("ada@example.com");
        projection.catchUp();
        compute(FiguresRun::everything);
        Record row = warehouse.query(ask -> ask.selectFrom(METRICS).fetchSingle());
        assertThat(row.get(METRICS.CUSTOMER_ID)).isEqualTo(customer);
        assertThat(row.get(METRICS.STAGE)).isEqualTo("lead");
        assertThat(row.get(METRICS.TIER)).isNull();
        assertThat(row.get(METRICS.WINDOW_PROFIT)).isEqualByComparingTo("0");
    }
}
