package io.legame.segments;

import static io.legame.segments.db.Tables.SEGMENT;
import static org.jooq.impl.DSL.lower;

import io.legame.segments.db.tables.records.SegmentRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The filters of saved segments, for conditions that ask for membership in them. */
@Component
class SavedFilters {
    private static final ScopedValue<Set<Long>> BEING_READ = ScopedValue.newInstance();

    private final DSLContext database;
    private final ObjectProvider<Filters> filters;

    SavedFilters(DSLContext database, ObjectProvider<Filters> filters) {
        this.database = database;
        this.filters = filters;
    }

    /** Those that whoever asks may see, by the id, in the order of the names. */
    Map<Long, String> names() {
        return database.select(SEGMENT.ID, SEGMENT.NAME)
                .from(SEGMENT)
                .where(SEGMENT.DELETED_AT.isNull(), SegmentRights.visible())
                .orderBy(lower(SEGMENT.NAME), SEGMENT.ID)
                .fetchMap(SEGMENT.ID, SEGMENT.NAME);
    }

    /** Whether whoever asks may see the segment. */
    boolean isVisible(SegmentId id) {
        return database.fetchExists(
                SEGMENT, SEGMENT.ID.eq(id.value()), SEGMENT.DELETED_AT.isNull(), SegmentRights.visible());
    }

    /** Whether the list is a segment that whoever asks may see. */
    boolean isVisibleList(long list) {
        return database.fetchExists(
                SEGMENT, SEGMENT.LIST_ID.eq(list), SEGMENT.DELETED_AT.isNull(), SegmentRights.visible());
    }

    /** Without its filter when that asks for itself, directly or through others. */
    Optional<SegmentCondition> find(SegmentId id) {
        return database.selectFrom(SEGMENT)
                .where(SEGMENT.ID.eq(id.value()), SEGMENT.DELETED_AT.isNull())
                .fetchOptional(this::read);
    }

    private SegmentCondition read(SegmentRecord row) {
        Set<Long> outer = BEING_READ.isBound() ? BEING_READ.get() : Set.of();
        var id = new SegmentId(row.getId());
        if (outer.contains(row.getId())) {
            return new SegmentCondition(id, row.getName(), null);
        }
        var within = new HashSet<>(outer);
        within.add(row.getId());
        Filter filter = ScopedValue.where(BEING_READ, within)
                .call(() -> filters.getObject().readKept(row.getFilter().data()));
        return new SegmentCondition(id, row.getName(), filter);
    }

    /** The names of the segments that ask for members of this one. */
    List<String> usersOf(SegmentId id) {
        return database
                .selectFrom(SEGMENT)
                .where(SEGMENT.DELETED_AT.isNull())
                .orderBy(lower(SEGMENT.NAME), SEGMENT.ID)
                .fetch()
                .stream()
                .filter(row -> asksFor(row, id))
                .map(this::shownName)
                .toList();
    }

    /** What somebody keeps for themselves is named to nobody else. */
    private String shownName(SegmentRecord row) {
        return isVisible(new SegmentId(row.getId())) ? row.getName() : "#" + row.getId();
    }

    /** Whether the segment itself does, seen in its JSON: what others ask for in turn need not be read. */
    private boolean asksFor(SegmentRecord row, SegmentId id) {
        return filters.getObject().tree(row.getFilter().data()).findValues(SegmentCondition.PROPERTY).stream()
                .anyMatch(asked -> asked.longValue() == id.value());
    }
}
