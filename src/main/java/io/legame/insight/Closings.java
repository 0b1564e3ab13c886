package io.legame.insight;

import static io.legame.insight.ValueSql.literal;
import static io.legame.insight.WarehouseTables.TIER_MONTH;
import static io.legame.insight.db.Tables.CLOSING;
import static io.legame.insight.db.Tables.CLOSING_TIER;
import static org.jooq.impl.DSL.max;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Closes the months: what tiers were measured by, and what was told of them, is written down once and stays. A fact that
 * comes late moves its customer, by the measure of then; what was told is kept beside.
 */
@Component
public class Closings {
    private final DSLContext database;
    private final TransactionOperations transaction;
    private final Warehouse warehouse;
    private final Figures figures;
    private final RuleBook rules;
    private final InstantSource clock;

    Closings(
            DSLContext database,
            TransactionOperations transaction,
            Warehouse warehouse,
            Figures figures,
            RuleBook rules,
            InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.warehouse = warehouse;
        this.figures = figures;
        this.rules = rules;
        this.clock = clock;
    }

    /** Of a tier, as it was told when the month was closed; amounts are of the window that ended with the month. */
    public record Told(long customers, BigDecimal revenue, BigDecimal profit, BigDecimal costToServe) {}

    public record Closing(LocalDate month, Instant closedAt, Map<Tier, Told> tiers) {}

    /** All closed months, the newest first. */
    public List<Closing> closings() {
        var tiers = new TreeMap<LocalDate, Map<Tier, Told>>();
        database.selectFrom(CLOSING_TIER)
                .forEach(row -> Tier.of(row.getTier())
                        .ifPresent(tier -> tiers.computeIfAbsent(row.getMonth(), month -> new EnumMap<>(Tier.class))
                                .put(
                                        tier,
                                        new Told(
                                                row.getCustomers(),
                                                row.getRevenue(),
                                                row.getProfit(),
                                                row.getCostToServe()))));
        return database.selectFrom(CLOSING)
                .orderBy(CLOSING.MONTH.desc())
                .fetch(row -> new Closing(
                        row.getMonth(), row.getClosedAt().toInstant(), tiers.getOrDefault(row.getMonth(), Map.of())));
    }

    /** Closes the month before today's unless that was done, or nothing happened for a month. */
    public void close() {
        figures.catchUp();
        LocalDate month = rules.companyDay().withDayOfMonth(1).minusDays(1);
        if (isClosed(month)) {
            return;
        }
        List<Record> tiers = warehouse.query(ask -> {
            LocalDate newest = ask.select(max(TIER_MONTH.MONTH))
                    .from(TIER_MONTH)
                    .fetchSingle()
                    .value1();
            return month.equals(newest) && isToday(ask) ? ask.fetch(told(month)) : List.of();
        });
        if (!tiers.isEmpty()) {
            Record measure = warehouse.query(
                    ask -> ask.fetchSingle("select good, high from measure where month = " + literal(month)));
            transaction.executeWithoutResult(status -> write(month, measure, tiers));
        }
    }

    private boolean isToday(DSLContext ask) {
        return FiguresDay.find(ask).filter(rules.companyDay()::equals).isPresent();
    }

    private boolean isClosed(LocalDate month) {
        return database.fetchExists(CLOSING, CLOSING.MONTH.eq(month));
    }

    /** Whoever comes first, of several nodes, closes the month. */
    private void write(LocalDate month, Record measure, List<Record> tiers) {
        int written = database.insertInto(CLOSING)
                .set(CLOSING.MONTH, month)
                .set(CLOSING.GOOD, measure.get(0, BigDecimal.class))
                .set(CLOSING.HIGH, measure.get(1, BigDecimal.class))
                .set(CLOSING.CLOSED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
        if (written == 0) {
            return;
        }
        for (Record tier : tiers) {
            database.insertInto(CLOSING_TIER)
                    .set(CLOSING_TIER.MONTH, month)
                    .set(CLOSING_TIER.TIER, tier.get(0, String.class))
                    .set(CLOSING_TIER.CUSTOMERS, tier.get(1, Long.class))
                    .set(CLOSING_TIER.REVENUE, cents(tier.get(2, BigDecimal.class)))
                    .set(CLOSING_TIER.PROFIT, cents(tier.get(3, BigDecimal.class)))
                    .set(CLOSING_TIER.COST_TO_SERVE, cents(tier.get(4, BigDecimal.class)))
                    .execute();
        }
    }

    private static BigDecimal cents(@Nullable BigDecimal amount) {
        return (amount == null ? BigDecimal.ZERO : amount).setScale(2, RoundingMode.HALF_UP);
    }

    private String told(LocalDate month) {
        Basis basis = rules.basis();
        var day = new ValueSql.Day(
                month,
                Dated.inForce(basis.tiers(), month),
                Dated.inForce(basis.lifeCycle(), month).lostAfter());
        return """
                select t.tier, count(*), sum(coalesce(w.revenue, 0)),
                    sum(coalesce(w.margin, 0) + coalesce(w.uncosted, 0) * %s::decimal(9, 6) - coalesce(w.cost, 0)),
                    sum(coalesce(w.cost, 0))
                from tier_month t left join (%s) w using (customer_id)
                where t.month = %s group by t.tier
                """.formatted(
                        day.rules().assumedMargin().toPlainString(), WindowSql.counted(day, basis), literal(month));
    }
}
