package io.legame.segments;

import static io.legame.segments.db.Tables.SEGMENT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;

import io.legame.access.Actor;
import io.legame.access.AuditTrail;
import io.legame.platform.Refusal;
import io.legame.segments.db.tables.records.SegmentRecord;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The segments that people saved. */
@Component
@Transactional
public class Segments {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 2000;
    private static final String SUBJECT = "segment";

    private final DSLContext database;
    private final Filters filters;
    private final SavedFilters saved;
    private final AuditTrail audit;
    private final InstantSource clock;

    Segments(DSLContext database, Filters filters, SavedFilters saved, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.filters = filters;
        this.saved = saved;
        this.audit = audit;
        this.clock = clock;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<Segment> list() {
        return database.selectFrom(SEGMENT)
                .where(SEGMENT.DELETED_AT.isNull())
                .orderBy(lower(SEGMENT.NAME), SEGMENT.ID)
                .fetch(this::segment);
    }

    /** The same text, the same segments. */
    @Transactional(readOnly = true)
    String state() {
        return database.select(
                        count(),
                        coalesce(sum(SEGMENT.VERSION.mul(inline(31)).plus(SEGMENT.ID)), inline(BigDecimal.ZERO)),
                        max(SEGMENT.UPDATED_AT))
                .from(SEGMENT)
                .where(SEGMENT.DELETED_AT.isNull())
                .fetchSingle()
                .toString();
    }

    @Transactional(readOnly = true)
    public Segment get(SegmentId id) {
        return database.selectFrom(SEGMENT)
                .where(SEGMENT.ID.eq(id.value()))
                .and(SEGMENT.DELETED_AT.isNull())
                .fetchOptional(this::segment)
                .orElseThrow(Refusal::notFound);
    }

    public Segment create(String name, @Nullable String description, Filter filter) {
        String checkedName = name(name);
        String actor = Actor.current().name();
        var row = database.newRecord(SEGMENT);
        row.setName(checkedName);
        row.setDescription(description(description));
        row.setFilter(JSONB.valueOf(filters.write(filter)));
        row.setOwner(actor);
        row.setCreatedAt(now());
        row.setUpdatedBy(actor);
        row.setUpdatedAt(now());
        row.setVersion(1);
        row.insert();
        SegmentId id = new SegmentId(row.getId());
        audit.record("segments.created", SUBJECT, subject(id), Map.of("name", checkedName));
        return get(id);
    }

    /**
     * @param version of the segment that the change was made to
     * @throws Changed if somebody changed the segment since
     * @throws Refusal 422 if its members would be asked for by itself
     */
    public Segment update(SegmentId id, int version, String name, @Nullable String description, Filter filter) {
        String checkedName = name(name);
        if (SegmentCondition.within(filter).contains(id.value())) {
            throw Refusal.of("segments.error.circle");
        }
        int changed = database.update(SEGMENT)
                .set(SEGMENT.NAME, checkedName)
                .set(SEGMENT.DESCRIPTION, description(description))
                .set(SEGMENT.FILTER, JSONB.valueOf(filters.write(filter)))
                .set(SEGMENT.UPDATED_BY, Actor.current().name())
                .set(SEGMENT.UPDATED_AT, now())
                .set(SEGMENT.VERSION, SEGMENT.VERSION.plus(1))
                .where(SEGMENT.ID.eq(id.value()))
                .and(SEGMENT.VERSION.eq(version))
                .and(SEGMENT.DELETED_AT.isNull())
                .execute();
        Segment now = get(id);
        if (changed == 0) {
            throw new Changed(now);
        }
        audit.record("segments.changed", SUBJECT, subject(id), Map.of("name", checkedName));
        return now;
    }

    /** @throws Refusal 409 while other segments ask for its members */
    public void delete(SegmentId id) {
        Segment segment = get(id);
        List<String> users = usersOf(id);
        if (!users.isEmpty()) {
            throw new Refusal(HttpStatus.CONFLICT, "segments.error.used", String.join(", ", users));
        }
        database.update(SEGMENT)
                .set(SEGMENT.DELETED_AT, now())
                .where(SEGMENT.ID.eq(id.value()))
                .execute();
        audit.record("segments.deleted", SUBJECT, subject(id), Map.of("name", segment.name()));
    }

    /** The names of the segments that ask for members of this one. */
    @Transactional(readOnly = true)
    public List<String> usersOf(SegmentId id) {
        return saved.usersOf(id);
    }

    /** Brings a deleted segment back. */
    public Segment restore(SegmentId id) {
        int restored = database.update(SEGMENT)
                .setNull(SEGMENT.DELETED_AT)
                .where(SEGMENT.ID.eq(id.value()))
                .and(SEGMENT.DELETED_AT.isNotNull())
                .execute();
        Segment segment = get(id);
        if (restored > 0) {
            audit.record("segments.restored", SUBJECT, subject(id), Map.of("name", segment.name()));
        }
        return segment;
    }

    private static String name(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            throw Refusal.of("segments.error.noName");
        }
        if (stripped.length() > LONGEST_NAME) {
            throw Refusal.of("segments.error.longName", LONGEST_NAME);
        }
        return stripped;
    }

    private static @Nullable String description(@Nullable String description) {
        if (description == null || description.isBlank()) {
            return null;
        }
        if (description.length() > LONGEST_DESCRIPTION) {
            throw Refusal.of("segments.error.longDescription", LONGEST_DESCRIPTION);
        }
        return description;
    }

    private Segment segment(SegmentRecord row) {
        return new Segment(
                new SegmentId(row.getId()),
                row.getName(),
                row.getDescription(),
                filters.readKept(row.getFilter().data()),
                row.getOwner(),
                row.getCreatedAt().toInstant(),
                row.getUpdatedBy(),
                row.getUpdatedAt().toInstant(),
                row.getVersion());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String subject(SegmentId id) {
        return Long.toString(id.value());
    }

    /** Somebody else was quicker. */
    public static final class Changed extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Segment now;

        Changed(Segment now) {
            super("The segment was changed meanwhile");
            this.now = now;
        }

        public Segment now() {
            return now;
        }

        public Refusal refusal() {
            return new Refusal(HttpStatus.CONFLICT, "segments.error.changed", now.updatedBy(), now.version());
        }
    }
}
