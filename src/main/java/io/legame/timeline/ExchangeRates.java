package io.legame.timeline;

import static io.legame.timeline.db.Tables.EXCHANGE_RATE;

import io.legame.access.Actor;
import io.legame.access.AuditTrail;
import io.legame.platform.Companies;
import io.legame.platform.Refusal;
import io.legame.platform.ZoneLiteral;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What other currencies are worth in the company's. Facts keep what they were written in; whoever asks converts by the
 * rate of the day, see docs/decisions/0024-currencies.md.
 */
@Component
public class ExchangeRates {
    /** Rates that are changed at once. */
    public static final int MOST = 10_000;

    /** Whoever records amounts in another currency holds it shared, whoever changes rates alone. */
    private static final long LOCK = 0x4C65_67616D68L;

    private final DSLContext database;
    private final Companies companies;
    private final AuditTrail audit;
    private final InstantSource clock;

    ExchangeRates(DSLContext database, Companies companies, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.companies = companies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * SQL for what an amount of a line is worth in the company's currency. Where the line is in the company's it costs nothing.
     *
     * @param line the name that the query gives to {@code timeline.purchase_line}
     * @param amount an expression of it, such as {@code l.amount}
     */
    public static String inCompanyCurrency(String line, String amount, ZoneId timeZone) {
        return """
                case when %1$s.currency is null then %2$s else round((%2$s) * (
                    select r.rate from timeline.exchange_rate r where r.currency = %1$s.currency
                        and r.valid_from <= (%1$s.occurred_at at time zone %3$s)::date
                    order by r.valid_from desc limit 1), 4) end""".formatted(line, amount, ZoneLiteral.of(timeZone));
    }

    /** The newest of each currency first; from after one, or from the first. */
    public List<ExchangeRate> page(@Nullable String currency, @Nullable ExchangeRate after, int limit) {
        return database.selectFrom(EXCHANGE_RATE)
                .where(currency == null ? DSL.noCondition() : EXCHANGE_RATE.CURRENCY.eq(currency))
                .and(
                        after == null
                                ? DSL.noCondition()
                                : EXCHANGE_RATE
                                        .CURRENCY
                                        .gt(after.currency())
                                        .or(EXCHANGE_RATE
                                                .CURRENCY
                                                .eq(after.currency())
                                                .and(EXCHANGE_RATE.VALID_FROM.lt(after.validFrom()))))
                .orderBy(EXCHANGE_RATE.CURRENCY, EXCHANGE_RATE.VALID_FROM.desc())
                .limit(limit)
                .fetch(row -> new ExchangeRate(
                        row.getCurrency(),
                        row.getValidFrom(),
                        row.getRate(),
                        row.getChangedBy(),
                        row.getChangedAt().toInstant()));
    }

    /** How many rates there are of each currency. */
    public Map<String, Integer> count() {
        return database.select(EXCHANGE_RATE.CURRENCY, DSL.count())
                .from(EXCHANGE_RATE)
                .groupBy(EXCHANGE_RATE.CURRENCY)
                .orderBy(EXCHANGE_RATE.CURRENCY)
                .fetchMap(EXCHANGE_RATE.CURRENCY, DSL.count());
    }

    /** All of them as they are now. */
    public Rates all() {
        return of(count().keySet());
    }

    private Rates of(Collection<String> currencies) {
        return new Rates(companies.get(), read(currencies));
    }

    /** The same, and nobody changes them before the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Rates hold(Collection<String> currencies) {
        var none = new Rates(companies.get(), Map.of());
        if (currencies.stream().allMatch(currency -> none.foreign(currency) == null)) {
            return none;
        }
        database.execute("select pg_advisory_xact_lock_shared(?)", LOCK);
        return of(currencies);
    }

    private Map<String, NavigableMap<LocalDate, BigDecimal>> read(Collection<String> currencies) {
        var read = new HashMap<String, NavigableMap<LocalDate, BigDecimal>>();
        String[] wanted = currencies.stream().distinct().toArray(String[]::new);
        if (wanted.length > 0) {
            database.select(EXCHANGE_RATE.CURRENCY, EXCHANGE_RATE.VALID_FROM, EXCHANGE_RATE.RATE)
                    .from(EXCHANGE_RATE)
                    .where(EXCHANGE_RATE.CURRENCY.eq(DSL.any(wanted)))
                    .forEach(row -> read.computeIfAbsent(row.value1(), key -> new TreeMap<>())
                            .put(row.value2(), row.value3()));
        }
        return read;
    }

    /**
     * Adds, corrects and removes rates, all or none of them, and has what they concern copied again.
     *
     * @param agreed whether it is to be done, knowing what it means; while it decides nobody records other currencies
     * @return what it means, done or not; refused when something recorded would be left without a rate
     */
    @Transactional
    public RateEffect change(List<RateChange> changes, Predicate<RateEffect> agreed) {
        check(changes);
        database.execute("select pg_advisory_xact_lock(?)", LOCK);
        Map<String, List<RateChange>> byCurrency = changes.stream()
                .collect(Collectors.groupingBy(RateChange::currency, TreeMap::new, Collectors.toList()));
        var before = read(byCurrency.keySet());
        ZoneId zone = companies.get().timeZone();
        var spans = new ArrayList<RateSpan>();
        byCurrency.forEach((currency, ofIt) -> {
            NavigableMap<LocalDate, BigDecimal> rates = before.getOrDefault(currency, new TreeMap<>());
            spans.addAll(RateSpan.between(currency, rates, RateSpan.changed(rates, ofIt), zone));
        });
        var facts = new ConvertedFacts(database, zone);
        facts.refuseWithoutRate(spans);
        RateEffect effect = facts.effect(spans);
        if (agreed.test(effect)) {
            facts.copyAgain(spans);
            write(changes);
            byCurrency.forEach(
                    (currency, ofIt) -> note(currency, ofIt, before.getOrDefault(currency, new TreeMap<>()), effect));
        }
        return effect;
    }

    private void check(List<RateChange> changes) {
        if (changes.isEmpty() || changes.size() > MOST) {
            throw Refusal.of("timeline.rates.error.count", MOST);
        }
        String own = companies.get().currency().getCurrencyCode();
        for (RateChange change : changes) {
            if (Currencies.find(change.currency()).isEmpty()) {
                throw Refusal.of("timeline.rates.error.currency", change.currency());
            }
            if (change.currency().equals(own)) {
                throw Refusal.of("timeline.rates.error.own", own);
            }
            LocalDate day = change.validFrom();
            if (day.getYear() < 1900 || day.getYear() > 2100) {
                throw Refusal.of("timeline.rates.error.day", day.toString());
            }
            BigDecimal rate = change.rate();
            if (rate != null
                    && (rate.signum() <= 0
                            || rate.stripTrailingZeros().scale() > 8
                            || rate.precision() - rate.scale() > 10)) {
                throw Refusal.of("timeline.rates.error.rate", rate.toPlainString());
            }
        }
    }

    private void write(List<RateChange> changes) {
        // of several for one day the last one counts, as in RateSpan
        var last = new LinkedHashMap<List<Object>, RateChange>();
        changes.forEach(change -> last.put(List.of(change.currency(), change.validFrom()), change));
        List<RateChange> removed =
                last.values().stream().filter(each -> each.rate() == null).toList();
        List<RateChange> written =
                last.values().stream().filter(each -> each.rate() != null).toList();
        database.execute("""
                delete from timeline.exchange_rate r using unnest(?::text[], ?::date[]) as gone (currency, valid_from)
                where r.currency = gone.currency and r.valid_from = gone.valid_from
                """, currencies(removed), days(removed));
        database.execute(
                """
                insert into timeline.exchange_rate as r (currency, valid_from, rate, changed_by, changed_at)
                select currency, valid_from, rate, ?::text, ?::timestamptz
                from unnest(?::text[], ?::date[], ?::numeric[]) as one (currency, valid_from, rate)
                on conflict (currency, valid_from) do update set rate = excluded.rate,
                    changed_by = excluded.changed_by, changed_at = excluded.changed_at, changed_in = excluded.changed_in
                where r.rate <> excluded.rate
                """,
                Actor.current().name(),
                clock.instant().atOffset(ZoneOffset.UTC),
                currencies(written),
                days(written),
                written.stream().map(RateChange::rate).toArray(BigDecimal[]::new));
    }

    private static String[] currencies(List<RateChange> changes) {
        return changes.stream().map(RateChange::currency).toArray(String[]::new);
    }

    private static LocalDate[] days(List<RateChange> changes) {
        return changes.stream().map(RateChange::validFrom).toArray(LocalDate[]::new);
    }

    private void note(
            String currency, List<RateChange> changes, NavigableMap<LocalDate, BigDecimal> before, RateEffect effect) {
        audit.record(
                "timeline.rates-changed",
                "currency",
                currency,
                Map.of(
                        "rates",
                        changes.stream()
                                .map(change -> change.validFrom() + ": " + shown(before.get(change.validFrom())) + " → "
                                        + shown(change.rate()))
                                .toList(),
                        "purchases",
                        effect.purchases(),
                        "revenueBefore",
                        effect.before(),
                        "revenueAfter",
                        effect.after()));
    }

    private static String shown(@Nullable BigDecimal rate) {
        return rate == null ? "–" : rate.stripTrailingZeros().toPlainString();
    }
}
