package io.legame.segments;

import static io.legame.segments.db.Tables.PASSAGE;
import static io.legame.segments.db.Tables.SEGMENT;
import static io.legame.segments.db.Tables.WEBHOOK;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import io.legame.access.Actor;
import io.legame.access.AuditTrail;
import io.legame.platform.Refusal;
import io.legame.segments.db.tables.records.WebhookRecord;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The programs that are told of passages as they become known. */
@Component
@Transactional
public class Webhooks {
    private static final int MOST = 50;
    private static final int LONGEST = 2000;
    private static final int SECRET_BYTES = 32;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int DOUBLINGS = 10;
    /** Longer than any attempt: who has taken one and ended by itself is followed after this. */
    private static final Duration TAKEN = Duration.ofMinutes(1);

    private final DSLContext database;
    private final Segments segments;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Webhooks(DSLContext database, Segments segments, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.segments = segments;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Webhook> list() {
        return database.selectFrom(WEBHOOK).orderBy(WEBHOOK.ID).fetch(Webhooks::webhook);
    }

    /**
     * From the passages on that become known from now on.
     *
     * @param segment whose passages; null for those of all segments
     */
    public Webhook create(String url, @Nullable SegmentId segment) {
        URI address = address(url.strip());
        if (segment != null) {
            segments.get(segment);
        }
        if (database.fetchCount(WEBHOOK) >= MOST) {
            throw Refusal.of("segments.error.manyWebhooks", MOST);
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        WebhookRecord row = database.newRecord(WEBHOOK);
        row.setSegmentId(segment == null ? null : segment.value());
        row.setUrl(address.toString());
        row.setSecret(HexFormat.of().formatHex(secret));
        row.setCreatedAt(now());
        row.setCreatedBy(Actor.current().name());
        row.setPosition(last());
        row.setNextAt(now());
        row.setFailures(0);
        row.insert();
        audit.record(
                "segments.webhookCreated", "webhook", Long.toString(row.getId()), Map.of("url", address.toString()));
        return webhook(row);
    }

    private long last() {
        return Objects.requireNonNull(database.select(coalesce(max(PASSAGE.ID), inline(0L)))
                .from(PASSAGE)
                .fetchSingle()
                .value1());
    }

    private static URI address(String url) {
        try {
            URI address = new URI(url);
            String scheme =
                    address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            if (web && address.getHost() != null && address.getUserInfo() == null && url.length() <= LONGEST) {
                return address;
            }
        } catch (URISyntaxException e) {
            // is refused like any other that is none
        }
        throw Refusal.of("segments.error.webhookUrl", LONGEST);
    }

    public void remove(long id) {
        Optional<String> url = database.deleteFrom(WEBHOOK)
                .where(WEBHOOK.ID.eq(id))
                .returningResult(WEBHOOK.URL)
                .fetchOptional(WEBHOOK.URL);
        url.ifPresent(
                gone -> audit.record("segments.webhookRemoved", "webhook", Long.toString(id), Map.of("url", gone)));
    }

    /** Does not wait for the end of the pause after a failure. */
    public void tryNow(long id) {
        database.update(WEBHOOK)
                .set(WEBHOOK.NEXT_AT, now())
                .where(WEBHOOK.ID.eq(id))
                .execute();
    }

    /** One whose turn it is, if there is one, which nobody else takes meanwhile. */
    Optional<Webhook> take() {
        return database.selectFrom(WEBHOOK)
                .where(WEBHOOK.NEXT_AT.le(now()))
                .andExists(database.selectOne()
                        .from(PASSAGE)
                        .join(SEGMENT)
                        .on(SEGMENT.ID.eq(PASSAGE.SEGMENT_ID))
                        .where(PASSAGE.ID.gt(WEBHOOK.POSITION))
                        .and(SEGMENT.DELETED_AT.isNull())
                        .and(WEBHOOK.SEGMENT_ID.isNull().or(PASSAGE.SEGMENT_ID.eq(WEBHOOK.SEGMENT_ID))))
                .orderBy(WEBHOOK.NEXT_AT, WEBHOOK.ID)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional()
                .map(row -> {
                    row.setNextAt(later(TAKEN));
                    row.update();
                    return webhook(row);
                });
    }

    void received(Webhook webhook, long position) {
        database.update(WEBHOOK)
                .set(WEBHOOK.POSITION, position)
                .set(WEBHOOK.FAILURES, 0)
                .set(WEBHOOK.NEXT_AT, now())
                .set(WEBHOOK.ANSWERED_AT, now())
                .setNull(WEBHOOK.PROBLEM)
                // whoever was so slow that another one took its place sets nothing back
                .where(WEBHOOK.ID.eq(webhook.id()), WEBHOOK.POSITION.eq(webhook.position()))
                .execute();
    }

    void failed(Webhook webhook, String problem) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(webhook.failures(), DOUBLINGS));
        database.update(WEBHOOK)
                .set(WEBHOOK.FAILURES, webhook.failures() + 1)
                .set(WEBHOOK.NEXT_AT, later(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause))
                .set(WEBHOOK.ANSWERED_AT, now())
                .set(WEBHOOK.PROBLEM, problem)
                .where(WEBHOOK.ID.eq(webhook.id()))
                .execute();
    }

    private static Webhook webhook(WebhookRecord row) {
        OffsetDateTime answered = row.getAnsweredAt();
        return new Webhook(
                row.getId(),
                row.getSegmentId() == null ? null : new SegmentId(row.getSegmentId()),
                URI.create(row.getUrl()),
                row.getSecret(),
                row.getPosition(),
                row.getFailures(),
                row.getNextAt().toInstant(),
                answered == null ? null : answered.toInstant(),
                row.getProblem());
    }

    private OffsetDateTime later(Duration pause) {
        Instant then = clock.instant().plus(pause);
        return then.atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
