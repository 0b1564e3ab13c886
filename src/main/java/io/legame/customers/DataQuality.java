package io.legame.customers;

import io.legame.platform.Companies;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How good the data of customers are: the door to the report, its past, and the customers behind its numbers. */
@Component
public class DataQuality {
    /** Any number of its own: the key of the advisory lock of those who count. */
    private static final long COUNTING = 0x4C65_67616D66L;

    private static final Duration FRESH = Duration.ofMinutes(1);
    /** A report that is counted in less is counted anew for who looks at it. */
    private static final Duration SOON = Duration.ofMillis(250);

    private static final int MONTHS = 12;

    private final DSLContext database;
    private final QualityDays days;
    private final CustomerSettings settings;
    private final Companies companies;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    DataQuality(
            DSLContext database,
            QualityDays days,
            CustomerSettings settings,
            Companies companies,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.database = database;
        this.days = days;
        this.settings = settings;
        this.companies = companies;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param at when it was counted */
    public record Counted(Instant at, QualityReport report) {}

    /** @param report the last of the month; null when none was counted */
    public record Month(YearMonth month, @Nullable QualityReport report) {}

    /**
     * As last counted; a base that was never counted, or is counted quickly, is counted now.
     *
     * @param source null for all customers
     */
    public Counted report(@Nullable String source) {
        QualityDays.Counted last = days.latest(null).orElse(null);
        boolean old = last == null || last.at().plus(FRESH).isBefore(clock.instant());
        if (last == null || (old && last.took().compareTo(SOON) < 0)) {
            count(last == null);
        }
        return days.latest(source)
                .map(counted -> new Counted(counted.at(), counted.report()))
                .orElseGet(() -> new Counted(clock.instant(), QualityReport.NOTHING));
    }

    /** Counts now, which takes some seconds for a million customers. */
    public void count() {
        count(true);
    }

    /** @param anyway whether to wait while another counts, or to leave it to that one */
    private void count(boolean anyway) {
        transaction.executeWithoutResult(status -> {
            if (anyway) {
                database.execute("select pg_advisory_xact_lock(?)", COUNTING);
            } else if (!database.fetchSingle("select pg_try_advisory_xact_lock(?)", COUNTING)
                    .get(0, Boolean.class)) {
                return;
            }
            long began = System.nanoTime();
            Map<String, QualityReport> bySource = new QualityCount(database).bySource();
            Instant now = clock.instant();
            days.write(
                    LocalDate.ofInstant(now, companies.get().timeZone()),
                    now,
                    Duration.ofNanos(System.nanoTime() - began),
                    bySource);
        });
    }

    /** The sources that have a report of their own, the largest first. */
    public List<String> sources() {
        return days.sources();
    }

    /** The last twelve months in the order of time. */
    public List<Month> months(@Nullable String source) {
        YearMonth now = YearMonth.from(
                LocalDate.ofInstant(clock.instant(), companies.get().timeZone()));
        YearMonth first = now.minusMonths(MONTHS - 1);
        Map<YearMonth, QualityReport> reports = days.months(source, first.atDay(1)).stream()
                .collect(Collectors.toMap(counted -> YearMonth.from(counted.day()), QualityDays.Counted::report));
        return Stream.iterate(first, month -> month.plusMonths(1))
                .limit(MONTHS)
                .map(month -> new Month(month, reports.get(month)))
                .toList();
    }

    /**
     * Customers with such a flag.
     *
     * @param kind null for every kind
     * @param source null for all
     * @param after the last of the page before, 0 for the first page
     */
    public List<FlaggedCustomer> flagged(
            CustomerField field, ValueFlag.@Nullable Kind kind, @Nullable String source, long after, int limit) {
        return new QualityLists(database).flagged(field, kind, source, after, limit);
    }

    /** Customers without the unique key, by the same paging. */
    public List<IncompleteCustomer> incomplete(@Nullable String source, long after, int limit) {
        return new QualityLists(database)
                .incomplete(source, settings.recent().key().field(), after, limit);
    }
}
