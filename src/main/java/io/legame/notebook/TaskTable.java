package io.legame.notebook;

import static io.legame.notebook.db.Tables.TASK;

import io.legame.access.Account;
import io.legame.access.AccountId;
import io.legame.access.Actor;
import io.legame.access.Scope;
import io.legame.customers.CustomerId;
import io.legame.notebook.db.tables.records.TaskRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jspecify.annotations.Nullable;

/** The table of tasks, of which one sees those about customers whom one sees, and others as {@link #seen} says. */
final class TaskTable {
    private final DSLContext database;
    private final Owners owners;

    TaskTable(DSLContext database, Owners owners) {
        this.database = database;
        this.owners = owners;
    }

    /** Of those about nobody in particular who sees only some customers sees what they wrote or are to do. */
    Condition seen() {
        Condition nobody = TASK.CUSTOMER_ID.isNull();
        Actor reader = Actor.current();
        if (!Scope.current().everybody()) {
            Condition own = TASK.AUTHOR_KIND.eq(Authorship.kind(reader)).and(TASK.AUTHOR_ID.eq(reader.id()));
            nobody = nobody.and(
                    reader.kind() == Actor.Kind.ACCOUNT
                            ? own.or(TASK.ASSIGNEE_ID.eq(reader.account().value()))
                            : own);
        }
        return nobody.or(owners.seen(TASK.CUSTOMER_ID));
    }

    /**
     * Writes a new task.
     *
     * @param repeatsFrom the day from which its repetitions are counted; null for its own
     * @param follows the one whose end began it; null for a beginning
     */
    TaskId insert(
            TaskDraft draft,
            AccountId assignee,
            ZoneId zone,
            OffsetDateTime now,
            @Nullable LocalDate repeatsFrom,
            @Nullable TaskId follows) {
        Actor author = Actor.current();
        TaskRecord row = database.newRecord(TASK);
        write(row, draft, assignee, zone);
        if (repeatsFrom != null) {
            row.setRepeatsFrom(repeatsFrom);
        }
        row.setFollowsId(follows == null ? null : follows.value());
        row.setCreatedAt(now);
        row.setAuthorKind(Authorship.kind(author));
        row.setAuthorId(author.id());
        row.setAuthorName(author.name());
        return new TaskId(
                database.insertInto(TASK).set(row).returningResult(TASK.ID).fetchSingle(TASK.ID));
    }

    private static void write(TaskRecord row, TaskDraft draft, AccountId assignee, ZoneId zone) {
        row.setCustomerId(draft.customer() == null ? null : draft.customer().value());
        row.setTitle(draft.checked());
        row.setDetail(draft.detail());
        row.setAssigneeId(assignee.value());
        row.setDueOn(draft.dueOn());
        row.setDueTime(draft.dueTime());
        row.setDueAt(moment(draft.dueAt(zone)));
        row.setRemindMinutes(draft.remindMinutes());
        row.setRemindAt(moment(draft.remindAt(zone)));
        row.setRepeats(draft.repeat() == null ? null : draft.repeat().code());
        row.setRepeatsFrom(draft.repeat() == null ? null : draft.dueOn());
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** Writes it anew unless it has another version by now; whom to remind of it, and when, begins anew. */
    boolean update(TaskId id, int version, TaskDraft draft, AccountId assignee, ZoneId zone) {
        TaskRecord row = database.newRecord(TASK);
        write(row, draft, assignee, zone);
        row.setVersion(version + 1);
        row.setRemindedAt(null);
        row.setToldAt(null);
        return database.update(TASK)
                        .set(row)
                        .where(TASK.ID.eq(id.value()), TASK.VERSION.eq(version), TASK.REMOVED_AT.isNull())
                        .execute()
                == 1;
    }

    List<TaskRecord> rows(Condition which, Collection<? extends OrderField<?>> order, int skipped, int limit) {
        return database.selectFrom(TASK)
                .where(which, TASK.REMOVED_AT.isNull(), seen())
                .orderBy(order)
                .offset(skipped)
                .limit(limit)
                .fetch();
    }

    int count(Condition which) {
        return database.fetchCount(TASK, which, TASK.REMOVED_AT.isNull(), seen());
    }

    /** @param accounts by their numbers, also those that are disabled */
    static Task task(TaskRecord row, Map<Long, Account> accounts) {
        Account assignee = accounts.get(row.getAssigneeId());
        return new Task(
                new TaskId(row.getId()),
                row.getCustomerId() == null ? null : new CustomerId(row.getCustomerId()),
                row.getTitle(),
                row.getDetail(),
                new AccountId(row.getAssigneeId()),
                assignee == null ? "#" + row.getAssigneeId() : assignee.name(),
                row.getDueOn(),
                row.getDueTime(),
                row.getDueAt() == null ? null : row.getDueAt().toInstant(),
                row.getRemindMinutes(),
                row.getRemindedAt() != null,
                row.getRepeats() == null ? null : Repeat.of(row.getRepeats()).orElseThrow(),
                row.getVersion(),
                row.getCreatedAt().toInstant(),
                row.getAuthorName(),
                row.getDoneAt() == null ? null : row.getDoneAt().toInstant(),
                row.getDoneBy());
    }
}
