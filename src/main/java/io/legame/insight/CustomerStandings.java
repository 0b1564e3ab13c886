package io.legame.insight;

import static io.legame.insight.WarehouseTables.FIGURES;
import static io.legame.insight.WarehouseTables.INTERACTION;
import static io.legame.insight.WarehouseTables.LINE;
import static io.legame.insight.WarehouseTables.METRICS;
import static io.legame.insight.WarehouseTables.TIER_MONTH;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import io.legame.customers.CustomerId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known of single customers: one row each, however many facts are behind it. */
@Component
public class CustomerStandings {
    private static final int MONTHS = 12;

    private final Warehouse warehouse;
    private final RuleBook rules;

    CustomerStandings(Warehouse warehouse, RuleBook rules) {
        this.warehouse = warehouse;
        this.rules = rules;
    }

    /** Empty for whoever came since it was computed last, and while it never was. */
    public Optional<CustomerStanding> of(CustomerId customer) {
        Basis basis = rules.basis();
        return warehouse.query(ask -> ask.selectFrom(FIGURES)
                .fetchOptional()
                .flatMap(figures -> ask.selectFrom(METRICS)
                        .where(METRICS.CUSTOMER_ID.eq(customer.value()))
                        .fetchOptional()
                        .map(row -> standing(ask, basis, figures, row))));
    }

    private static CustomerStanding standing(DSLContext ask, Basis basis, Record figures, Record row) {
        LocalDate asOf = figures.get(FIGURES.AS_OF);
        TierRules tiers = Dated.inForce(basis.tiers(), asOf);
        return new CustomerStanding(
                asOf,
                row.get(METRICS.KNOWN_SINCE),
                row.get(METRICS.FIRST_PURCHASE),
                row.get(METRICS.LAST_PURCHASE),
                row.get(METRICS.ORDERS),
                row.get(METRICS.BOUGHT),
                row.get(METRICS.RETURNS),
                row.get(METRICS.RETURNED),
                row.get(METRICS.REVENUE),
                row.get(METRICS.DISCOUNT),
                row.get(METRICS.MARGIN),
                new CustomerStanding.Main(row.get(METRICS.MAIN_CHANNEL), row.get(METRICS.MAIN_CHANNEL_SHARE)),
                new CustomerStanding.Main(row.get(METRICS.MAIN_CATEGORY), row.get(METRICS.MAIN_CATEGORY_SHARE)),
                row.get(METRICS.DAYS_BETWEEN),
                row.get(METRICS.DAYS_BETWEEN_DEVIATION),
                window(tiers, row),
                row.get(METRICS.LAST_CONTACT),
                row.get(METRICS.LAST_RESPONSE),
                row.get(METRICS.ENGAGED_DAYS),
                new CustomerStanding.Scores(
                        row.get(METRICS.RFM_RECENCY),
                        row.get(METRICS.RFM_FREQUENCY),
                        row.get(METRICS.RFM_MONETARY),
                        row.get(METRICS.RECENCY_SCORE),
                        row.get(METRICS.FREQUENCY_SCORE),
                        row.get(METRICS.MONETARY_SCORE)),
                row.get(METRICS.LOYALTY),
                Tier.of(row.get(METRICS.TIER)).orElse(null),
                reason(tiers, asOf, figures.get(FIGURES.PROFITS), row),
                months(ask, asOf, row.get(METRICS.CUSTOMER_ID)),
                Stage.of(row.get(METRICS.STAGE)).orElse(null),
                row.get(METRICS.STAGE_SINCE));
    }

    private static CustomerStanding.Window window(TierRules tiers, Record row) {
        return new CustomerStanding.Window(
                tiers.months(),
                row.get(METRICS.WINDOW_ORDERS),
                row.get(METRICS.WINDOW_REVENUE),
                row.get(METRICS.REVENUE_BEFORE),
                row.get(METRICS.WINDOW_MARGIN),
                row.get(METRICS.WINDOW_UNCOSTED),
                row.get(METRICS.WINDOW_COST_TO_SERVE),
                row.get(METRICS.WINDOW_PROFIT),
                row.get(METRICS.WINDOW_CONTACTS),
                row.get(METRICS.WINDOW_RESPONSES),
                row.get(METRICS.WINDOW_TICKETS));
    }

    /** Goes the same way as {@link ValueSql.Day#tier}. */
    private static TierReason reason(TierRules rules, LocalDate asOf, BigDecimal[] profits, Record row) {
        BigDecimal cost = row.get(METRICS.WINDOW_COST_TO_SERVE);
        BigDecimal profit = row.get(METRICS.WINDOW_PROFIT);
        if (row.get(METRICS.FIRST_PURCHASE) == null) {
            LocalDate since = row.get(METRICS.KNOWN_SINCE);
            boolean courted = since.isAfter(asOf.minusDays(rules.courtshipDays()));
            return new TierReason.NeverBought(rules.months(), cost, since, rules.courtshipDays(), courted);
        }
        if (row.get(METRICS.WINDOW_TRADES) == 0 && cost.signum() == 0) {
            return new TierReason.Nothing(rules.months());
        }
        if (profit.signum() <= 0) {
            return new TierReason.Loss(rules.months(), profit, profit.add(cost), cost);
        }
        TierReason.Band band = reaches(profit, profits, rules.highFrom())
                ? TierReason.Band.HIGH
                : reaches(profit, profits, rules.goodFrom()) ? TierReason.Band.GOOD : TierReason.Band.LITTLE;
        int from = band == TierReason.Band.HIGH ? rules.highFrom() : rules.goodFrom();
        Integer rank = row.get(METRICS.PROFIT_RANK);
        Integer loyalty = row.get(METRICS.LOYALTY);
        return new TierReason.Ranked(
                rules.months(),
                profit,
                rank == null ? 0 : rank,
                band,
                from,
                at(profits, from),
                loyalty == null ? 0 : loyalty,
                rules.loyalFrom());
    }

    private static boolean reaches(BigDecimal profit, BigDecimal[] profits, int percent) {
        BigDecimal bound = at(profits, percent);
        return bound != null && profit.compareTo(bound) >= 0;
    }

    private static @Nullable BigDecimal at(BigDecimal[] profits, int percent) {
        return profits.length <= percent ? null : profits[percent];
    }

    private static List<CustomerStanding.Month> months(DSLContext ask, LocalDate asOf, long customer) {
        Map<LocalDate, String> tiers = ask.select(TIER_MONTH.MONTH, TIER_MONTH.TIER)
                .from(TIER_MONTH)
                .where(TIER_MONTH.CUSTOMER_ID.eq(customer))
                .fetchMap(TIER_MONTH.MONTH, TIER_MONTH.TIER);
        return MonthEnds.until(asOf, MONTHS).stream()
                .map(month -> new CustomerStanding.Month(
                        month, Tier.of(tiers.get(month)).orElse(null)))
                .toList();
    }

    /**
     * What a customer bought and how often there was a contact, by where it happened.
     *
     * @param channels revenue before returns by channel, the most first
     * @param categories the same by category; without a name for products of none
     * @param contacts how many interactions besides purchases and returns by channel
     */
    public record Breakdown(List<Share> channels, List<Share> categories, List<Contacts> contacts) {}

    /** @param share of all that was bought, between 0 and 1 */
    public record Share(@Nullable String name, BigDecimal amount, double share) {}

    public record Contacts(@Nullable String channel, int number) {}

    /** Looks at the customer's facts: for whoever asks for it. */
    public Breakdown breakdown(CustomerId customer) {
        Basis basis = rules.basis();
        return warehouse.query(ask -> new Breakdown(
                shares(ask, customer, LINE.CHANNEL),
                shares(ask, customer, LINE.CATEGORY),
                contacts(ask, basis, customer)));
    }

    private static List<Share> shares(DSLContext ask, CustomerId customer, TableField<Record, String> by) {
        var rows = ask.select(by, sum(LINE.AMOUNT))
                .from(LINE)
                .where(LINE.CUSTOMER_ID.eq(customer.value()), LINE.KIND.eq("purchase"))
                .groupBy(by)
                .orderBy(sum(LINE.AMOUNT).desc(), by)
                .fetch();
        BigDecimal all = rows.stream().map(row -> row.value2()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return rows.stream()
                .map(row -> new Share(
                        row.value1(),
                        row.value2(),
                        all.signum() <= 0 ? 0 : row.value2().doubleValue() / all.doubleValue()))
                .toList();
    }

    private static List<Contacts> contacts(DSLContext ask, Basis basis, CustomerId customer) {
        var numbers = new TreeMap<String, Integer>();
        ask.select(INTERACTION.KIND, INTERACTION.CHANNEL, count())
                .from(INTERACTION)
                .where(INTERACTION.CUSTOMER_ID.eq(customer.value()))
                .groupBy(INTERACTION.KIND, INTERACTION.CHANNEL)
                .forEach(row -> {
                    if (basis.roles().getOrDefault(row.value1(), ContactRole.CONTACT) != ContactRole.NONE) {
                        numbers.merge(row.value2() == null ? "" : row.value2(), row.value3(), Integer::sum);
                    }
                });
        return numbers.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(entry -> new Contacts(entry.getKey().isEmpty() ? null : entry.getKey(), entry.getValue()))
                .toList();
    }
}
