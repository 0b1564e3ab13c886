package io.legame.notebook;

import static io.legame.notebook.db.Tables.NOTE;
import static io.legame.notebook.db.Tables.TASK;

import io.legame.customers.CustomerId;
import io.legame.platform.Viewer;
import io.legame.timeline.Landmark;
import io.legame.timeline.Landmarks;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes and tasks that were done, among what happened with their customer. */
@Component
class NotebookLandmarks implements Landmarks {
    /** In characters: as much as two lines have room for. */
    private static final int SHOWN = 160;

    /** The most of a kind in one stretch: who looks for more has the panels. */
    private static final int MOST = 100;

    private final DSLContext database;

    NotebookLandmarks(DSLContext database) {
        this.database = database;
    }

    @Override
    public List<Landmark> of(CustomerId customer, @Nullable Instant after, @Nullable Instant until) {
        if (!Viewer.current().may("notebook:view")) {
            return List.of();
        }
        List<Landmark> notes = database.select(NOTE.WRITTEN_AT, NOTE.AUTHOR_NAME, NOTE.TEXT)
                .from(NOTE)
                .where(
                        NOTE.CUSTOMER_ID.eq(customer.value()),
                        NOTE.REMOVED_AT.isNull(),
                        within(NOTE.WRITTEN_AT, after, until))
                .orderBy(NOTE.WRITTEN_AT.desc())
                .limit(MOST)
                .fetch(row -> new Landmark(
                        row.value1().toInstant(),
                        "note",
                        "notebook.landmark.note",
                        List.of(row.value2(), shown(row.value3())),
                        null,
                        ""));
        List<Landmark> tasks = database.select(TASK.DONE_AT, TASK.DONE_BY, TASK.TITLE, TASK.ID)
                .from(TASK)
                .where(
                        TASK.CUSTOMER_ID.eq(customer.value()),
                        TASK.REMOVED_AT.isNull(),
                        TASK.DONE_AT.isNotNull(),
                        within(TASK.DONE_AT, after, until))
                .orderBy(TASK.DONE_AT.desc())
                .limit(MOST)
                .fetch(row -> new Landmark(
                        row.value1().toInstant(),
                        "tasks",
                        "notebook.landmark.task",
                        List.of(row.value2(), row.value3()),
                        "/tasks/" + row.value4() + "/edit",
                        "notebook:write"));
        return Stream.concat(notes.stream(), tasks.stream()).toList();
    }

    private static Condition within(
            TableField<?, OffsetDateTime> moment, @Nullable Instant after, @Nullable Instant until) {
        return (after == null ? DSL.noCondition() : moment.gt(after.atOffset(ZoneOffset.UTC)))
                .and(until == null ? DSL.noCondition() : moment.le(until.atOffset(ZoneOffset.UTC)));
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
