package io.legame.notebook;

import static io.legame.notebook.db.Tables.TASK;

import io.legame.access.Account;
import io.legame.access.AccountId;
import io.legame.access.Accounts;
import io.legame.access.Actor;
import io.legame.access.AuditTrail;
import io.legame.customers.CustomerId;
import io.legame.customers.CustomerUnits;
import io.legame.notebook.db.tables.records.TaskRecord;
import io.legame.platform.Companies;
import io.legame.platform.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the staff have to do, in days and hours of the company's time zone. Whoever may write may do so for others. */
@Component
public class Tasks {
    private static final List<OrderField<?>> SOONEST_FIRST =
            List.of(TASK.DUE_ON.asc().nullsLast(), TASK.DUE_AT.asc(), TASK.ID.asc());
    private static final List<OrderField<?>> LATEST_FIRST = List.of(TASK.DONE_AT.desc(), TASK.ID.desc());

    private final DSLContext database;
    private final TaskTable table;
    private final Owners owners;
    private final CustomerUnits units;
    private final Accounts accounts;
    private final Companies companies;
    private final AuditTrail audit;
    private final InstantSource clock;

    Tasks(
            DSLContext database,
            Owners owners,
            CustomerUnits units,
            Accounts accounts,
            Companies companies,
            AuditTrail audit,
            InstantSource clock) {
        this.database = database;
        this.table = new TaskTable(database, owners);
        this.owners = owners;
        this.units = units;
        this.accounts = accounts;
        this.companies = companies;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refusal when something in it is missing or makes no sense */
    @Transactional
    public TaskId add(TaskDraft draft) {
        TaskDraft held = held(draft);
        TaskId id = table.insert(held, assignee(held), zone(), now(), null, null);
        audit("notebook.task-added", id, held.customer());
        return id;
    }

    /** About who the customer is now. */
    private TaskDraft held(TaskDraft draft) {
        return draft.customer() == null
                ? draft
                : new TaskDraft(
                        owners.hold(draft.customer()),
                        draft.title(),
                        draft.detail(),
                        draft.assignee(),
                        draft.dueOn(),
                        draft.dueTime(),
                        draft.remindMinutes(),
                        draft.repeat());
    }

    private AccountId assignee(TaskDraft draft) {
        AccountId wanted = draft.assignee();
        Actor actor = Actor.current();
        if (wanted == null && actor.kind() == Actor.Kind.ACCOUNT) {
            return actor.account();
        }
        Account account = Optional.ofNullable(wanted)
                .flatMap(accounts::find)
                .orElseThrow(() -> Refusal.of("notebook.task.error.noAssignee"));
        // they would never learn of it
        if (draft.customer() != null && !units.isWithin(account.sees(), draft.customer())) {
            throw Refusal.of("notebook.task.error.outOfSight", account.name());
        }
        return account.id();
    }

    private ZoneId zone() {
        return companies.get().timeZone();
    }

    /** The day it is. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /** Everybody who can be given something to do, by name. */
    public List<Account> colleagues() {
        return accounts.all().stream().filter(Account::enabled).toList();
    }

    /** Writes it anew; refused when somebody else did since this version was seen. */
    @Transactional
    public Task edit(TaskId id, int version, TaskDraft draft) {
        get(id);
        TaskDraft held = held(draft);
        if (!table.update(id, version, held, assignee(held), zone())) {
            throw outdated();
        }
        audit("notebook.task-edited", id, held.customer());
        return get(id);
    }

    /** What a change of a version that is no more is told. */
    private static Refusal outdated() {
        return new Refusal(HttpStatus.CONFLICT, "notebook.task.error.outdated");
    }

    public Task get(TaskId id) {
        return tasks(table.rows(TASK.ID.eq(id.value()), SOONEST_FIRST, 0, 1)).stream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** A stretch of what somebody looks at. */
    public List<Task> list(TaskView view, AccountId viewer, int skipped, int limit) {
        return tasks(table.rows(
                condition(view, viewer), view == TaskView.DONE ? LATEST_FIRST : SOONEST_FIRST, skipped, limit));
    }

    private Condition condition(TaskView view, AccountId viewer) {
        return switch (view) {
            case MINE -> TASK.DONE_AT.isNull().and(TASK.ASSIGNEE_ID.eq(viewer.value()));
            case ALL -> TASK.DONE_AT.isNull();
            case OVERDUE -> TASK.DONE_AT.isNull().and(TASK.DUE_AT.le(now()));
            case DONE -> TASK.DONE_AT.isNotNull();
        };
    }

    /** How many there are of each kind that are to be done. */
    public Map<TaskView, Integer> counts(AccountId viewer) {
        return List.of(TaskView.MINE, TaskView.ALL, TaskView.OVERDUE).stream()
                .collect(Collectors.toMap(Function.identity(), view -> table.count(condition(view, viewer))));
    }

    /** What is to be done about a customer, the soonest first. */
    public List<Task> open(CustomerId customer, int limit) {
        return tasks(table.rows(
                TASK.CUSTOMER_ID.eq(owners.see(customer).value()).and(TASK.DONE_AT.isNull()), SOONEST_FIRST, 0, limit));
    }

    /** What was done about a customer, the latest first. */
    public List<Task> done(CustomerId customer, int limit) {
        return tasks(table.rows(
                TASK.CUSTOMER_ID.eq(owners.see(customer).value()).and(TASK.DONE_AT.isNotNull()),
                LATEST_FIRST,
                0,
                limit));
    }

    /** What somebody has to do by the end of today, the soonest first. */
    public List<Task> due(AccountId assignee, int limit) {
        return tasks(table.rows(dueOf(assignee), SOONEST_FIRST, 0, limit));
    }

    public int countDue(AccountId assignee) {
        return table.count(dueOf(assignee));
    }

    private Condition dueOf(AccountId assignee) {
        return TASK.DONE_AT.isNull().and(TASK.ASSIGNEE_ID.eq(assignee.value())).and(TASK.DUE_ON.le(today()));
    }

    /** It is done, and when it repeats, the next one begins. Doing it again changes nothing. */
    @Transactional
    public Task done(TaskId id) {
        Task task = get(id);
        int done = database.update(TASK)
                .set(TASK.DONE_AT, now())
                .set(TASK.DONE_BY, Actor.current().name())
                .where(TASK.ID.eq(id.value()), TASK.DONE_AT.isNull())
                .execute();
        if (done == 1) {
            if (task.repeat() != null && task.dueOn() != null) {
                repeat(task, task.repeat(), task.dueOn());
            }
            audit("notebook.task-done", id, task.customer());
        }
        return get(id);
    }

    private void repeat(Task task, Repeat repeat, LocalDate due) {
        LocalDate first = database.select(TASK.REPEATS_FROM)
                .from(TASK)
                .where(TASK.ID.eq(task.id().value()))
                .fetchSingle(TASK.REPEATS_FROM);
        LocalDate today = today();
        // what would be late already is left out
        LocalDate next = repeat.after(first, due.isAfter(today) ? due : today);
        var draft = new TaskDraft(
                task.customer(),
                task.title(),
                task.detail(),
                task.assignee(),
                next,
                task.dueTime(),
                task.remindMinutes(),
                repeat);
        table.insert(draft, task.assignee(), zone(), now(), first, task.id());
    }

    /** It is to be done after all; the next one that its end began goes again, unless somebody touched it. */
    @Transactional
    public Task undone(TaskId id) {
        get(id);
        database.deleteFrom(TASK)
                .where(TASK.FOLLOWS_ID.eq(id.value()), TASK.DONE_AT.isNull(), TASK.VERSION.eq(1))
                .execute();
        int undone = database.update(TASK)
                .setNull(TASK.DONE_AT)
                .setNull(TASK.DONE_BY)
                .where(TASK.ID.eq(id.value()), TASK.DONE_AT.isNotNull())
                .execute();
        Task task = get(id);
        if (undone == 1) {
            audit("notebook.task-undone", id, task.customer());
        }
        return task;
    }

    /** Takes it away; until the sweep some weeks later it can be brought back. */
    @Transactional
    public Task remove(TaskId id) {
        Task task = get(id);
        database.update(TASK)
                .set(TASK.REMOVED_AT, now())
                .where(TASK.ID.eq(id.value()))
                .execute();
        audit("notebook.task-removed", id, task.customer());
        return task;
    }

    /** Brings back what was removed. */
    @Transactional
    public Task restore(TaskId id) {
        database.update(TASK)
                .setNull(TASK.REMOVED_AT)
                .where(TASK.ID.eq(id.value()))
                .execute();
        Task task = get(id);
        audit("notebook.task-restored", id, task.customer());
        return task;
    }

    private void audit(String action, TaskId id, @Nullable CustomerId customer) {
        audit.record(
                action,
                "task",
                Long.toString(id.value()),
                customer == null ? Map.of() : Map.of("customer", customer.value()));
    }

    private List<Task> tasks(List<TaskRecord> rows) {
        Map<Long, Account> known = rows.isEmpty()
                ? Map.of()
                : accounts.all().stream()
                        .collect(Collectors.toMap(account -> account.id().value(), Function.identity()));
        return rows.stream().map(row -> TaskTable.task(row, known)).toList();
    }

    /** What the assignee was not told yet that they wanted to be reminded of; they are told now. */
    @Transactional
    public List<Task> tell(AccountId assignee) {
        List<Long> ids = database.update(TASK)
                .set(TASK.TOLD_AT, now())
                .where(
                        TASK.ASSIGNEE_ID.eq(assignee.value()),
                        TASK.REMINDED_AT.isNotNull(),
                        TASK.TOLD_AT.isNull(),
                        TASK.DONE_AT.isNull(),
                        TASK.REMOVED_AT.isNull(),
                        table.seen())
                .returningResult(TASK.ID)
                .fetch(TASK.ID);
        return ids.isEmpty() ? List.of() : tasks(table.rows(TASK.ID.in(ids), SOONEST_FIRST, 0, ids.size()));
    }

    /** Marks those whose moment to be reminded of has come; returns how many. */
    @Transactional
    public int remind() {
        return database.update(TASK)
                .set(TASK.REMINDED_AT, now())
                .where(
                        TASK.REMIND_AT.le(now()),
                        TASK.REMINDED_AT.isNull(),
                        TASK.DONE_AT.isNull(),
                        TASK.REMOVED_AT.isNull())
                .execute();
    }

    public Instant moment() {
        return clock.instant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
