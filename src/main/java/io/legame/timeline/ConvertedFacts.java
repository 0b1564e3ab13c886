package io.legame.timeline;

import io.legame.platform.Refusal;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The lines that stretches of changed rates concern. */
final class ConvertedFacts {
    /** More than projections hold: fourteen digits before the point. */
    private static final BigDecimal TOO_MUCH = new BigDecimal("1e13");

    private static final String LINES = """
            from unnest(?::text[], ?::timestamptz[], ?::timestamptz[], ?::numeric[], ?::numeric[])
                as span (currency, since, until, before, after)
            join timeline.purchase_line l on l.currency = span.currency
                and l.occurred_at >= span.since and l.occurred_at < span.until
            """;

    private final DSLContext database;
    private final ZoneId timeZone;

    ConvertedFacts(DSLContext database, ZoneId timeZone) {
        this.database = database;
        this.timeZone = timeZone;
    }

    void refuseWithoutRate(List<RateSpan> spans) {
        List<RateSpan> without =
                spans.stream().filter(span -> span.after() == null).toList();
        if (without.isEmpty()) {
            return;
        }
        database.resultQuery(
                        "select l.currency, count(distinct l.interaction_id), min(l.occurred_at) " + LINES
                                + " group by l.currency order by l.currency limit 1",
                        values(without))
                .forEach(row -> {
                    throw Refusal.of(
                            "timeline.rates.error.needed",
                            row.get(0, String.class),
                            row.get(1, Long.class),
                            row.get(2, OffsetDateTime.class)
                                    .atZoneSameInstant(timeZone)
                                    .toLocalDate()
                                    .toString());
                });
    }

    RateEffect effect(List<RateSpan> spans) {
        var row = database.fetchSingle("""
                select count(distinct l.interaction_id), coalesce(sum(round(l.amount * span.before, 4)), 0.0000),
                    coalesce(sum(round(l.amount * span.after, 4)), 0.0000),
                    coalesce(max(greatest(abs(l.amount), abs(l.cost)) * span.after), 0)
                """ + LINES, values(spans));
        if (row.get(3, BigDecimal.class).compareTo(TOO_MUCH) >= 0) {
            throw Refusal.of("timeline.rates.error.tooMuch");
        }
        return new RateEffect(row.get(0, Long.class), row.get(1, BigDecimal.class), row.get(2, BigDecimal.class));
    }

    /** Projections take away their copies, and make them anew. */
    void copyAgain(List<RateSpan> spans) {
        database.execute(
                "insert into timeline.fact_erasure (interaction_id) select distinct l.interaction_id " + LINES
                        + " on conflict do nothing",
                values(spans));
    }

    private static @Nullable Object[] values(List<RateSpan> spans) {
        return new @Nullable Object[] {
            spans.stream().map(RateSpan::currency).toArray(String[]::new),
            spans.stream().map(span -> span.since().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new),
            spans.stream().map(span -> span.until().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new),
            spans.stream().map(RateSpan::before).toArray(BigDecimal[]::new),
            spans.stream().map(RateSpan::after).toArray(BigDecimal[]::new)
        };
    }
}
