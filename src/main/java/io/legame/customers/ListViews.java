package io.legame.customers;

import static io.legame.customers.db.Tables.LIST_VIEW;

import io.legame.access.Account;
import io.legame.access.AccountId;
import io.legame.access.Accounts;
import io.legame.access.Actor;
import io.legame.access.AuditTrail;
import io.legame.access.Scope;
import io.legame.access.UnitId;
import io.legame.access.Units;
import io.legame.customers.db.tables.records.ListViewRecord;
import io.legame.platform.Refusal;
import io.legame.wording.Whitespace;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lists of customers that people keep for themselves, their team, or all colleagues. */
@Component
@Transactional
public class ListViews {
    private static final int LONGEST_NAME = 100;
    private static final int MOST = 200;
    private static final String SUBJECT = "listView";

    private final DSLContext database;
    private final Accounts accounts;
    private final Units units;
    private final AuditTrail audit;
    private final InstantSource clock;

    ListViews(DSLContext database, Accounts accounts, Units units, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that whoever asks sees: their own first, by name. */
    @Transactional(readOnly = true)
    public List<ListView> all() {
        return database.selectFrom(LIST_VIEW)
                .where(visible())
                .orderBy(DSL.when(mine(), 0).otherwise(1), DSL.lower(LIST_VIEW.NAME), LIST_VIEW.ID)
                .fetch(this::view);
    }

    @Transactional(readOnly = true)
    public Optional<ListView> find(ListViewId id) {
        return database.selectFrom(LIST_VIEW)
                .where(LIST_VIEW.ID.eq(id.value()), visible())
                .fetchOptional(this::view);
    }

    private static Condition visible() {
        Integer[] seen = Scope.current().numbers();
        Condition ofUnit = LIST_VIEW.SHARING.eq("unit");
        return mine().or(LIST_VIEW.SHARING.eq("all"))
                .or(seen == null ? ofUnit : ofUnit.and(LIST_VIEW.UNIT_ID.eq(DSL.any(seen))));
    }

    private static Condition mine() {
        AccountId account = owner();
        return account == null ? LIST_VIEW.OWNER_ID.isNull() : LIST_VIEW.OWNER_ID.eq(account.value());
    }

    /** Null for a program. */
    private static @Nullable AccountId owner() {
        Actor actor = Actor.current();
        return actor.kind() == Actor.Kind.ACCOUNT ? actor.account() : null;
    }

    public ListView create(ListView.Content content) {
        if (database.fetchCount(LIST_VIEW, mine()) >= MOST) {
            throw Refusal.of("customers.views.error.tooMany", MOST);
        }
        ListViewRecord row = database.newRecord(LIST_VIEW);
        AccountId owner = owner();
        row.setOwnerId(owner == null ? null : owner.value());
        row.setCreatedAt(now());
        row.setVersion(1);
        write(row, content);
        row.insert();
        record("customers.viewCreated", row);
        return view(row);
    }

    /**
     * @param seen the version that was changed
     * @throws Refusal when it belongs to somebody else, or was changed since
     */
    public ListView update(ListViewId id, int seen, ListView.Content content) {
        ListViewRecord row = own(id);
        if (row.getVersion() != seen) {
            throw new Refusal(HttpStatus.CONFLICT, "customers.views.error.changed", row.getName());
        }
        write(row, content);
        row.setVersion(seen + 1);
        row.update();
        record("customers.viewChanged", row);
        return view(row);
    }

    public void remove(ListViewId id) {
        ListViewRecord row = own(id);
        row.delete();
        record("customers.viewRemoved", row);
    }

    /** Locked until the end of the transaction. */
    private ListViewRecord own(ListViewId id) {
        ListViewRecord row = database.selectFrom(LIST_VIEW)
                .where(LIST_VIEW.ID.eq(id.value()), visible())
                .forUpdate()
                .fetchOptional()
                .orElseThrow(Refusal::notFound);
        if (!isMine(row)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "customers.views.error.notYours", row.getName());
        }
        return row;
    }

    private void write(ListViewRecord row, ListView.Content content) {
        String name = Whitespace.collapse(content.name());
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Refusal.of("customers.views.error.name", LONGEST_NAME);
        }
        row.setName(name);
        row.setSharing(
                switch (content.sharing()) {
                    case ListView.Own own -> "own";
                    case ListView.OfUnit of -> "unit";
                    case ListView.All all -> "all";
                });
        row.setUnitId(
                content.sharing() instanceof ListView.OfUnit of
                        ? known(of.unit()).value()
                        : null);
        row.setSearch(content.search());
        row.setFilter(content.filter());
        row.setSort(content.sort());
        row.setColumns(content.columns().toArray(String[]::new));
        row.setUpdatedAt(now());
    }

    /** One whose customers whoever asks sees. */
    private UnitId known(UnitId unit) {
        if (units.seen().stream().noneMatch(each -> each.id().equals(unit))) {
            throw Refusal.of("customers.views.error.unit");
        }
        return unit;
    }

    private static boolean isMine(ListViewRecord row) {
        AccountId owner = owner();
        return owner == null
                ? row.getOwnerId() == null
                : Long.valueOf(owner.value()).equals(row.getOwnerId());
    }

    private ListView view(ListViewRecord row) {
        AccountId owner = row.getOwnerId() == null ? null : new AccountId(row.getOwnerId());
        return new ListView(
                new ListViewId(row.getId()),
                owner,
                owner == null ? "API" : accounts.find(owner).map(Account::name).orElse("#" + owner.value()),
                isMine(row),
                new ListView.Content(
                        row.getName(),
                        sharing(row),
                        row.getSearch(),
                        row.getFilter(),
                        row.getSort(),
                        List.of(row.getColumns())),
                row.getVersion());
    }

    private static ListView.Sharing sharing(ListViewRecord row) {
        return switch (row.getSharing()) {
            case "unit" -> new ListView.OfUnit(new UnitId(row.getUnitId()));
            case "all" -> ListView.Sharing.ALL;
            case "own" -> ListView.Sharing.OWN;
            case String unknown -> throw new IllegalStateException("Unknown sharing " + unknown);
        };
    }

    private void record(String action, ListViewRecord row) {
        audit.record(action, SUBJECT, Long.toString(row.getId()), Map.of("name", row.getName()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
