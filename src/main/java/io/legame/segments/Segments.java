package io.legame.segments;

import static io.legame.segments.db.Tables.SEGMENT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import io.legame.access.AccountId;
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
import org.jooq.Condition;
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

    /** Those that whoever asks may see, by name. */
    @Transactional(readOnly = true)
    public List<Segment> list() {
        return list(SegmentRights.visible());
    }

    /** Also those that somebody keeps for themselves. */
    @Transactional(readOnly = true)
    List<Segment> all() {
        return list(noCondition());
    }

    private List<Segment> list(Condition which) {
        return database.selectFrom(SEGMENT)
                .where(SEGMENT.DELETED_AT.isNull(), which)
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
                .and(SegmentRights.visible())
                .fetchOptional(this::segment)
                .orElseThrow(Refusal::notFound);
    }

    public Segment create(String name, @Nullable String description, Filter filter) {
        return create(name, description, filter, null);
    }

    /** @param list the list of customers that it is, which the filter asks for */
    Segment create(String name, @Nullable String description, Filter filter, @Nullable Long list) {
        String checkedName = name(name);
        refuseHidden(filter, Sharing.EDIT);
        String actor = Actor.current().name();
        var row = database.newRecord(SEGMENT);
        row.setName(checkedName);
        row.setDescription(description(description));
        row.setFilter(JSONB.valueOf(filters.write(filter)));
        row.setListId(list);
        row.setOwner(actor);
        AccountId account = SegmentRights.account();
        row.setOwnerId(account == null ? null : account.value());
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
        Segment before = changeable(id);
        if (before.isList() && !before.filter().equals(filter)) {
            throw Refusal.of("segments.error.listFilter");
        }
        refuseHidden(filter, before.place().sharing());
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
        Segment segment = changeable(id);
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

    /**
     * Puts a segment into a folder, and says who else sees it.
     *
     * @throws Refusal 403 for who may not, 409 when others would lose a segment that theirs ask for
     */
    public Segment arrange(SegmentId id, Sharing sharing, @Nullable String folder) {
        Segment segment = get(id);
        if (!SegmentRights.mayArrange(segment.place())) {
            throw new Refusal(HttpStatus.FORBIDDEN, "segments.error.notYours", segment.owner());
        }
        List<String> users = sharing == Sharing.OWN ? usersOf(id) : List.of();
        if (!users.isEmpty()) {
            throw new Refusal(HttpStatus.CONFLICT, "segments.error.usedByOthers", String.join(", ", users));
        }
        refuseHidden(segment.filter(), sharing);
        String checkedFolder = folder == null || folder.isBlank() ? null : folder.strip();
        if (checkedFolder != null && checkedFolder.length() > LONGEST_NAME) {
            throw Refusal.of("segments.error.longFolder", LONGEST_NAME);
        }
        database.update(SEGMENT)
                .set(SEGMENT.SHARING, sharing.code())
                .set(SEGMENT.FOLDER, checkedFolder)
                .where(SEGMENT.ID.eq(id.value()))
                .execute();
        audit.record(
                "segments.arranged",
                SUBJECT,
                subject(id),
                Map.of(
                        "name", segment.name(),
                        "sharing", sharing.code(),
                        "folder", checkedFolder == null ? "" : checkedFolder));
        return get(id);
    }

    /** What others see must not ask for what they do not: they would read its name, and whom it means. */
    private void refuseHidden(Filter filter, Sharing sharing) {
        if (sharing != Sharing.OWN) {
            database.selectFrom(SEGMENT)
                    .where(SEGMENT.ID.in(SegmentCondition.within(filter)))
                    .and(SEGMENT.SHARING.eq(Sharing.OWN.code()))
                    .limit(1)
                    .fetchOptional(SEGMENT.NAME)
                    .ifPresent(name -> {
                        throw Refusal.of("segments.error.asksForHidden", name);
                    });
        }
    }

    /** Of those that whoever asks may see, by name. */
    @Transactional(readOnly = true)
    public List<String> folders() {
        return database.selectDistinct(SEGMENT.FOLDER)
                .from(SEGMENT)
                .where(SEGMENT.DELETED_AT.isNull(), SEGMENT.FOLDER.isNotNull(), SegmentRights.visible())
                .orderBy(SEGMENT.FOLDER)
                .fetch(SEGMENT.FOLDER);
    }

    /** Whether whoever asks may change the segment. */
    public boolean mayChange(Segment segment) {
        return SegmentRights.mayChange(segment.place());
    }

    /** Whether whoever asks may say who else sees the segment. */
    public boolean mayArrange(Segment segment) {
        return SegmentRights.mayArrange(segment.place());
    }

    /** @throws Refusal 403 when its owner lets nobody else change it */
    Segment changeable(SegmentId id) {
        Segment segment = get(id);
        if (!mayChange(segment)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "segments.error.notYours", segment.owner());
        }
        return segment;
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
                .and(SegmentRights.visible())
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
                row.getListId(),
                row.getOwner(),
                new Segment.Place(
                        row.getOwnerId() == null ? null : new AccountId(row.getOwnerId()),
                        Sharing.of(row.getSharing()),
                        row.getFolder()),
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
