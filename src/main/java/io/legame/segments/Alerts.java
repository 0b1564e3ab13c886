package io.legame.segments;

import static io.legame.segments.db.Tables.ALERT;
import static io.legame.segments.db.Tables.ALERT_NOTICE;
import static io.legame.segments.db.Tables.SEGMENT;
import static io.legame.segments.db.Tables.STANDING;

import io.legame.access.AccountId;
import io.legame.platform.Refusal;
import io.legame.segments.Alert.Direction;
import io.legame.segments.Alert.Unit;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells people when a segment that they watch grows or shrinks. Each person has alerts of their own. */
@Component
@Transactional
public class Alerts {
    private static final int MOST = 100;
    private static final int SHOWN = 50;

    private final DSLContext database;
    private final Segments segments;
    private final InstantSource clock;

    Alerts(DSLContext database, Segments segments, InstantSource clock) {
        this.database = database;
        this.segments = segments;
        this.clock = clock;
    }

    /** Those that whoever asks has set for the segment; none for a program. */
    @Transactional(readOnly = true)
    public List<Alert> of(SegmentId segment) {
        AccountId account = SegmentRights.account();
        return account == null
                ? List.of()
                : database.selectFrom(ALERT)
                        .where(ALERT.SEGMENT_ID.eq(segment.value()), ALERT.ACCOUNT_ID.eq(account.value()))
                        .orderBy(ALERT.ID)
                        .fetch(Alerts::alert);
    }

    /** From the size on that the segment has now. */
    public void set(SegmentId id, Direction direction, int amount, Unit unit) {
        Segment segment = segments.get(id);
        if (amount < 1 || amount > Alert.MOST) {
            throw Refusal.of("segments.error.alertAmount", Alert.MOST);
        }
        long account = person().value();
        if (database.fetchCount(ALERT, ALERT.ACCOUNT_ID.eq(account)) >= MOST) {
            throw Refusal.of("segments.error.manyAlerts", MOST);
        }
        var row = database.newRecord(ALERT);
        row.setSegmentId(segment.id().value());
        row.setAccountId(account);
        row.setDirection(direction.code());
        row.setAmount(amount);
        row.setUnit(unit.code());
        row.setBaseline(database.select(STANDING.SIZE)
                .from(STANDING)
                .where(STANDING.SEGMENT_ID.eq(id.value()))
                .fetchOptional(STANDING.SIZE)
                .orElseThrow(() -> Refusal.of("segments.error.notCounted", segment.name())));
        row.setCreatedAt(now());
        row.insert();
    }

    public void remove(long alert) {
        database.deleteFrom(ALERT)
                .where(ALERT.ID.eq(alert), ALERT.ACCOUNT_ID.eq(person().value()))
                .execute();
    }

    /** Those that whoever asks has not seen yet, the newest first. */
    @Transactional(readOnly = true)
    public List<AlertNotice> unseen() {
        AccountId account = SegmentRights.account();
        if (account == null) {
            return List.of();
        }
        return database.select(ALERT_NOTICE.asterisk(), ALERT.asterisk(), SEGMENT.NAME)
                .from(ALERT_NOTICE)
                .join(ALERT)
                .on(ALERT.ID.eq(ALERT_NOTICE.ALERT_ID))
                .join(SEGMENT)
                .on(SEGMENT.ID.eq(ALERT.SEGMENT_ID))
                .where(ALERT.ACCOUNT_ID.eq(account.value()))
                .and(ALERT_NOTICE.SEEN_AT.isNull())
                .and(SEGMENT.DELETED_AT.isNull())
                .and(SegmentRights.visible())
                .orderBy(ALERT_NOTICE.ID.desc())
                .limit(SHOWN)
                .fetch(row -> new AlertNotice(
                        row.get(ALERT_NOTICE.ID),
                        alert(row),
                        row.get(SEGMENT.NAME),
                        row.get(ALERT_NOTICE.SIZE_BEFORE),
                        row.get(ALERT_NOTICE.SIZE),
                        row.get(ALERT_NOTICE.AT).toInstant()));
    }

    public void see(Collection<Long> notices) {
        database.update(ALERT_NOTICE)
                .set(ALERT_NOTICE.SEEN_AT, now())
                .where(ALERT_NOTICE.ID.in(notices), ALERT_NOTICE.SEEN_AT.isNull())
                .and(ALERT_NOTICE.ALERT_ID.in(
                        org.jooq.impl.DSL.select(ALERT.ID).from(ALERT).where(ALERT.ACCOUNT_ID.eq(person().value()))))
                .execute();
    }

    /** Tells whoever is to be told of the sizes that segments have now. */
    void look(Instant at) {
        database.select(ALERT.asterisk(), STANDING.SIZE)
                .from(ALERT)
                .join(STANDING)
                .on(STANDING.SEGMENT_ID.eq(ALERT.SEGMENT_ID))
                .where(STANDING.SIZE.ne(ALERT.BASELINE))
                .orderBy(ALERT.ID)
                .forUpdate()
                .of(ALERT)
                .fetch()
                .forEach(row -> {
                    Alert alert = alert(row);
                    long size = Objects.requireNonNull(row.get(STANDING.SIZE));
                    if (alert.isDue(size)) {
                        tell(alert, size, at.atOffset(ZoneOffset.UTC));
                    }
                });
    }

    private void tell(Alert alert, long size, OffsetDateTime at) {
        database.insertInto(ALERT_NOTICE)
                .set(ALERT_NOTICE.ALERT_ID, alert.id())
                .set(ALERT_NOTICE.SIZE_BEFORE, alert.baseline())
                .set(ALERT_NOTICE.SIZE, size)
                .set(ALERT_NOTICE.AT, at)
                .execute();
        database.update(ALERT)
                .set(ALERT.BASELINE, size)
                .where(ALERT.ID.eq(alert.id()))
                .execute();
    }

    private static AccountId person() {
        AccountId account = SegmentRights.account();
        if (account == null) {
            throw Refusal.of("segments.error.alertsOfPeople");
        }
        return account;
    }

    private static Alert alert(Record row) {
        return new Alert(
                row.get(ALERT.ID),
                new SegmentId(row.get(ALERT.SEGMENT_ID)),
                Direction.valueOf(row.get(ALERT.DIRECTION).toUpperCase(Locale.ROOT)),
                row.get(ALERT.AMOUNT),
                Unit.valueOf(row.get(ALERT.UNIT).toUpperCase(Locale.ROOT)),
                row.get(ALERT.BASELINE));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
