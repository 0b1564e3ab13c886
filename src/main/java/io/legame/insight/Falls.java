package io.legame.insight;

import static io.legame.insight.WarehouseTables.METRICS;
import static io.legame.insight.WarehouseTables.TIER_MONTH;
import static io.legame.insight.db.Tables.FALL;
import static org.jooq.impl.DSL.max;

import io.legame.customers.CustomerId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Valuable customers who fell to a lower tier than they had at the end of the last month: noticed once a month each. */
@Component
public class Falls {
    private final DSLContext database;
    private final Warehouse warehouse;
    private final Figures figures;
    private final RuleBook rules;
    private final InstantSource clock;

    Falls(DSLContext database, Warehouse warehouse, Figures figures, RuleBook rules, InstantSource clock) {
        this.database = database;
        this.warehouse = warehouse;
        this.figures = figures;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * @param month the last day of the month whose tier they had
     * @param tier null for none
     * @param profit of the window when it was noticed
     * @param seenAt null while nobody said that it was looked at
     */
    public record Fall(
            CustomerId customer,
            LocalDate month,
            Tier before,
            @Nullable Tier tier,
            BigDecimal profit,
            Instant noticedAt,
            @Nullable Instant seenAt,
            @Nullable String seenBy) {}

    /** Where a page of falls begins. */
    public record Cursor(Instant noticedAt, long customer) {}

    /** How many nobody looked at yet. */
    public long count() {
        return database.fetchCount(FALL, FALL.SEEN_AT.isNull());
    }

    /** Those that nobody looked at, or all; the newest first. */
    public List<Fall> list(boolean all, @Nullable Cursor after, int limit) {
        Condition beyond = after == null
                ? DSL.noCondition()
                : DSL.row(FALL.NOTICED_AT, FALL.CUSTOMER_ID)
                        .lt(after.noticedAt().atOffset(ZoneOffset.UTC), after.customer());
        return database.selectFrom(FALL)
                .where(all ? DSL.noCondition() : FALL.SEEN_AT.isNull())
                .and(beyond)
                .orderBy(FALL.NOTICED_AT.desc(), FALL.CUSTOMER_ID.desc())
                .limit(limit)
                .fetch(row -> new Fall(
                        new CustomerId(row.getCustomerId()),
                        row.getMonth(),
                        Tier.of(row.getTierBefore()).orElseThrow(),
                        Tier.of(row.getTier()).orElse(null),
                        row.getProfit(),
                        row.getNoticedAt().toInstant(),
                        row.getSeenAt() == null ? null : row.getSeenAt().toInstant(),
                        row.getSeenBy()));
    }

    /** Somebody looked at them. Returns how many were new. */
    public int see(Collection<CustomerId> customers, String by) {
        Long[] ids = customers.stream().map(CustomerId::value).toArray(Long[]::new);
        return database.update(FALL)
                .set(FALL.SEEN_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(FALL.SEEN_BY, by)
                .where(FALL.CUSTOMER_ID.eq(DSL.any(ids)), FALL.SEEN_AT.isNull())
                .execute();
    }

    private record Fallen(
            long customer,
            LocalDate month,
            String before,
            @Nullable String tier,
            BigDecimal profit) {}

    /** Notices who fell since the last look; nothing when nothing happened for a month. */
    public void notice() {
        figures.catchUp();
        LocalDate today = rules.companyDay();
        List<Fallen> fallen = warehouse.query(ask -> {
            LocalDate month = ask.select(max(TIER_MONTH.MONTH))
                    .from(TIER_MONTH)
                    .fetchSingle()
                    .value1();
            boolean past = FiguresDay.find(ask).filter(today::equals).isEmpty();
            return month == null || past || month.isBefore(today.minusDays(31)) ? List.of() : fallen(ask, month);
        });
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        for (List<Fallen> some : batches(fallen)) {
            database.batch(some.stream()
                            .map(each -> database.insertInto(FALL)
                                    .set(FALL.CUSTOMER_ID, each.customer())
                                    .set(FALL.MONTH, each.month())
                                    .set(FALL.TIER_BEFORE, each.before())
                                    .set(FALL.TIER, each.tier())
                                    .set(FALL.PROFIT, each.profit())
                                    .set(FALL.NOTICED_AT, now)
                                    .onConflictDoNothing())
                            .toList())
                    .execute();
        }
    }

    private static List<Fallen> fallen(DSLContext ask, LocalDate month) {
        return ask
                .select(TIER_MONTH.CUSTOMER_ID, TIER_MONTH.TIER, METRICS.TIER, METRICS.WINDOW_PROFIT)
                .from(TIER_MONTH)
                .join(METRICS)
                .on(METRICS.CUSTOMER_ID.eq(TIER_MONTH.CUSTOMER_ID))
                .where(TIER_MONTH.MONTH.eq(month), TIER_MONTH.TIER.in(Tier.PLATINUM.code(), Tier.GOLD.code()))
                .and(METRICS.TIER.isDistinctFrom(TIER_MONTH.TIER))
                .orderBy(TIER_MONTH.CUSTOMER_ID)
                .fetch(row -> new Fallen(
                        row.value1(),
                        month,
                        row.value2(),
                        row.value3(),
                        row.value4().setScale(2, RoundingMode.HALF_UP)))
                .stream()
                .filter(each -> new Tiers.Move(
                                Tier.of(each.before()).orElseThrow(),
                                Tier.of(each.tier()).orElse(null))
                        .isFall())
                .toList();
    }

    private static List<List<Fallen>> batches(List<Fallen> all) {
        return java.util.stream.IntStream.iterate(0, from -> from < all.size(), from -> from + 1_000)
                .mapToObj(from -> all.subList(from, Math.min(from + 1_000, all.size())))
                .toList();
    }
}
