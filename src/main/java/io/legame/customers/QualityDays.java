package io.legame.customers;

import static io.legame.customers.db.Tables.QUALITY_DAY;

import io.legame.customers.db.tables.records.QualityDayRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The reports of data quality as they were counted, the last of each day. */
@Component
class QualityDays {
    /** Programs may name any number of sources: the larger ones have reports of their own. */
    private static final int SOURCES = 40;

    private final DSLContext database;
    private final JsonMapper json;

    QualityDays(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A report with its moment.
     *
     * @param took how long the counting took
     */
    record Counted(LocalDate day, Instant at, Duration took, QualityReport report) {}

    /** Takes the place of what was counted the same day. */
    void write(LocalDate day, Instant at, Duration took, Map<String, QualityReport> bySource) {
        database.deleteFrom(QUALITY_DAY).where(QUALITY_DAY.DAY.eq(day)).execute();
        QualityReport all = bySource.values().stream().reduce(QualityReport.NOTHING, QualityReport::plus);
        insert(day, null, at, took, all);
        bySource.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, QualityReport> entry) ->
                                entry.getValue().customers())
                        .reversed())
                .limit(SOURCES)
                .forEach(entry -> insert(day, entry.getKey(), at, took, entry.getValue()));
    }

    private void insert(LocalDate day, @Nullable String source, Instant at, Duration took, QualityReport report) {
        database.insertInto(QUALITY_DAY)
                .set(QUALITY_DAY.DAY, day)
                .set(QUALITY_DAY.SOURCE, source)
                .set(QUALITY_DAY.COUNTED_AT, at.atOffset(ZoneOffset.UTC))
                .set(QUALITY_DAY.MILLISECONDS, (int) took.toMillis())
                .set(QUALITY_DAY.REPORT, JSONB.valueOf(json.writeValueAsString(report)))
                .execute();
    }

    private static Condition of(@Nullable String source) {
        return source == null ? QUALITY_DAY.SOURCE.isNull() : QUALITY_DAY.SOURCE.eq(source);
    }

    Optional<Counted> latest(@Nullable String source) {
        return database.selectFrom(QUALITY_DAY)
                .where(of(source))
                .orderBy(QUALITY_DAY.DAY.desc())
                .limit(1)
                .fetchOptional(this::read);
    }

    /** The last of each month since the day, in the order of time. */
    List<Counted> months(@Nullable String source, LocalDate since) {
        var month = org.jooq.impl.DSL.trunc(QUALITY_DAY.DAY, org.jooq.DatePart.MONTH);
        return database.select(QUALITY_DAY.fields())
                .distinctOn(month)
                .from(QUALITY_DAY)
                .where(of(source), QUALITY_DAY.DAY.ge(since))
                .orderBy(month, QUALITY_DAY.DAY.desc())
                .fetch(row -> read(row.into(QUALITY_DAY)));
    }

    /** Those that were counted at the last time, the largest first. */
    List<String> sources() {
        return database
                .select(QUALITY_DAY.SOURCE, QUALITY_DAY.REPORT)
                .from(QUALITY_DAY)
                .where(QUALITY_DAY.SOURCE.isNotNull())
                .and(QUALITY_DAY.DAY.eq(org.jooq
                        .impl
                        .DSL
                        .select(org.jooq.impl.DSL.max(QUALITY_DAY.DAY))
                        .from(QUALITY_DAY)))
                .fetch(row -> Map.entry(row.value1(), report(row.value2())))
                .stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, QualityReport> entry) ->
                                entry.getValue().customers())
                        .reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Counted read(QualityDayRecord row) {
        return new Counted(
                row.getDay(),
                row.getCountedAt().toInstant(),
                Duration.ofMillis(row.getMilliseconds()),
                report(row.getReport()));
    }

    private QualityReport report(JSONB written) {
        return json.readValue(written.data(), QualityReport.class);
    }
}
