package io.legame.access;

import static io.legame.access.db.Tables.ACCOUNT;
import static io.legame.access.db.Tables.API_TOKEN;
import static io.legame.access.db.Tables.UNIT;

import io.legame.access.db.tables.records.UnitRecord;
import io.legame.platform.Refusal;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The shops and teams that have customers of their own. */
@Component
@Transactional
public class Units {
    private static final String SUBJECT = "unit";
    private static final int MOST_TOUCHPOINTS = 100;

    private final DSLContext database;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Units(DSLContext database, AuditTrail audit, ApplicationEventPublisher events, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Shops first, by name. */
    @Transactional(readOnly = true)
    public List<Unit> all() {
        Field<Integer> accounts = DSL.selectCount()
                .from(ACCOUNT)
                .where(UNIT.ID.eq(DSL.any(ACCOUNT.SEES)))
                .asField("accounts");
        return database.select(UNIT, accounts)
                .from(UNIT)
                .orderBy(UNIT.KIND, DSL.lower(UNIT.NAME))
                .fetch(row -> unit(row.value1(), row.value2()));
    }

    @Transactional(readOnly = true)
    public Optional<Unit> find(UnitId id) {
        return all().stream().filter(unit -> unit.id().equals(id)).findFirst();
    }

    /** Those whose customers whoever asks sees. */
    @Transactional(readOnly = true)
    public List<Unit> seen() {
        Scope scope = Scope.current();
        return all().stream()
                .filter(unit -> scope.units() == null || scope.units().contains(unit.id()))
                .toList();
    }

    /** @param metAt names of touchpoints, of existing ones or of such as will come */
    public Unit create(Unit.Kind kind, String name, List<String> metAt) {
        var row = database.newRecord(UNIT);
        row.setKind(kind.code());
        row.setName(Names.of(name));
        row.setMetAt(touchpoints(metAt));
        row.setCreatedAt(clock.instant().atOffset(ZoneOffset.UTC));
        Unit created = unit(
                named(
                        row.getName(),
                        () -> database.insertInto(UNIT).set(row).returning().fetchSingle()),
                0);
        audit.record("access.unit-created", SUBJECT, id(created.id()), told(created));
        tell(created.id());
        return created;
    }

    public void edit(UnitId id, Unit.Kind kind, String name, List<String> metAt) {
        Unit before = find(id).orElseThrow(Refusal::notFound);
        String[] touchpoints = touchpoints(metAt);
        String called = Names.of(name);
        named(
                called,
                () -> database.update(UNIT)
                        .set(UNIT.KIND, kind.code())
                        .set(UNIT.NAME, called)
                        .set(UNIT.MET_AT, touchpoints)
                        .where(UNIT.ID.eq(id.value()))
                        .execute());
        audit.record(
                "access.unit-edited",
                SUBJECT,
                id(id),
                told(new Unit(id, kind, called, List.of(touchpoints), before.accounts())));
        if (!before.metAt().equals(List.of(touchpoints))) {
            tell(id);
        }
    }

    /**
     * Removes one through which nobody sees customers. They themselves stay.
     *
     * @throws Refusal when people or programs see its customers: they would see none, or suddenly all
     */
    public void remove(UnitId id) {
        Unit unit = find(id).orElseThrow(Refusal::notFound);
        boolean reached = database.fetchExists(API_TOKEN, DSL.val(id.value()).eq(DSL.any(API_TOKEN.SEES)));
        if (unit.accounts() > 0 || reached) {
            throw new Refusal(HttpStatus.CONFLICT, "access.error.unitUsed", unit.name());
        }
        database.deleteFrom(UNIT).where(UNIT.ID.eq(id.value())).execute();
        audit.record("access.unit-removed", SUBJECT, id(id), told(unit));
    }

    /** As they come from a form: those that are not there any more are left out. */
    Scope known(Scope scope) {
        return scope.units() == null
                ? scope
                : Scope.of(all().stream()
                        .map(Unit::id)
                        .filter(scope.units()::contains)
                        .toList());
    }

    private void tell(UnitId id) {
        events.publishEvent(new UnitChanged(id));
    }

    private static <T> T named(String name, Supplier<T> write) {
        try {
            return write.get();
        } catch (IntegrityConstraintViolationException e) {
            throw Refusal.of("access.error.unitTaken", name);
        }
    }

    private static String[] touchpoints(List<String> names) {
        if (names.size() > MOST_TOUCHPOINTS) {
            throw Refusal.of("access.error.touchpoints", MOST_TOUCHPOINTS);
        }
        return names.stream().map(Names::of).distinct().toArray(String[]::new);
    }

    private static Map<String, Object> told(Unit unit) {
        return Map.of("name", unit.name(), "kind", unit.kind(), "metAt", unit.metAt());
    }

    private static String id(UnitId id) {
        return Integer.toString(id.value());
    }

    private static Unit unit(UnitRecord row, int accounts) {
        return new Unit(
                new UnitId(row.getId()), Unit.Kind.of(row.getKind()), row.getName(), List.of(row.getMetAt()), accounts);
    }
}
