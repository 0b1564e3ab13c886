package io.legame.insight;

import static io.legame.insight.ValueSql.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Brings the figures of a warehouse file nearer to its facts, in one transaction: whole or not at all. */
final class FiguresStep {
    /** So many at once, so that a step is short and the figures of some are fresh soon. */
    private static final int CHANGED_AT_ONCE = 50_000;
    /** When so many changed since everybody was measured, all are measured anew: one in so many customers. */
    private static final int MANY = 20;

    private final WarehouseFile file;
    private final Basis basis;
    private final LocalDate today;

    FiguresStep(WarehouseFile file, Basis basis, LocalDate today) {
        this.file = file;
        this.basis = basis;
        this.today = today;
    }

    /**
     * @param customers how many were computed; 0 when there was nothing to do
     * @param left whether more is to be done
     * @param everybody whether all were measured anew, which takes long
     */
    record Taken(long customers, boolean left, boolean everybody) {
        static final Taken NONE = new Taken(0, false, false);
    }

    /** What the file's figures are of. */
    private record Held(LocalDate asOf, String basis, long changedSince, boolean pastChanged) {
        static @Nullable Held read(Connection warehouse) throws SQLException {
            try (var statement = warehouse.createStatement();
                    var row = statement.executeQuery("select as_of, basis, changed_since, past_changed from figures")) {
                return row.next()
                        ? new Held(
                                row.getObject(1, LocalDate.class), row.getString(2), row.getLong(3), row.getBoolean(4))
                        : null;
            }
        }
    }

    Taken take() throws SQLException {
        return take(true);
    }

    /**
     * @param measuring whether all may be measured anew because many changed; otherwise these are compared with what was
     *     measured last
     */
    Taken take(boolean measuring) throws SQLException {
        return inTransaction((warehouse, duck) -> take(warehouse, duck, measuring));
    }

    /** Everybody, whether anything changed or not. */
    Taken takeAll() throws SQLException {
        return inTransaction((warehouse, duck) -> all(warehouse, duck, referenceDay(duck)));
    }

    private interface Work {
        Taken on(DuckDBConnection warehouse, DuckStatements duck) throws SQLException;
    }

    private Taken inTransaction(Work work) throws SQLException {
        try (DuckDBConnection warehouse = file.connect()) {
            var duck = new DuckStatements(warehouse);
            duck.execute("begin transaction");
            Taken taken = work.on(warehouse, duck);
            duck.execute("commit");
            return taken;
        }
        // closing a connection in the middle of its transaction rolls it back
    }

    private Taken take(DuckDBConnection warehouse, DuckStatements duck, boolean measuring) throws SQLException {
        Held held = Held.read(warehouse);
        long stale = duck.number("select count(distinct customer_id) from stale");
        boolean many = held != null && measuring && tooMany(duck, held.changedSince() + stale);
        if (held != null
                && stale == 0
                && !many
                && held.asOf().equals(today)
                && held.basis().equals(basis.fingerprint())) {
            return Taken.NONE;
        }
        LocalDate asOf = referenceDay(duck);
        if (held == null || many || isOld(held, asOf)) {
            return all(warehouse, duck, asOf);
        }
        if (stale > 0) {
            long customers = new FiguresRun(warehouse, basis, held.asOf()).changed(CHANGED_AT_ONCE);
            return new Taken(customers, customers < stale || !held.asOf().equals(asOf), false);
        }
        if (!held.asOf().equals(asOf)) {
            new FiguresRun(warehouse, basis, asOf).today();
            return new Taken(duck.number("select count(*) from customer"), false, true);
        }
        return Taken.NONE;
    }

    /** Whether not only some customers and today are to be computed anew. */
    private boolean isOld(Held held, LocalDate asOf) {
        boolean anotherDay = !held.asOf().equals(asOf);
        if (!held.basis().equals(basis.fingerprint()) || beginsMonth(held.asOf(), asOf)) {
            return true;
        }
        return anotherDay && (held.pastChanged() || !asOf.equals(today));
    }

    private Taken all(DuckDBConnection warehouse, DuckStatements duck, LocalDate asOf) throws SQLException {
        new FiguresRun(warehouse, basis, asOf).everything();
        duck.execute("delete from stale");
        return new Taken(duck.number("select count(*) from customer"), false, true);
    }

    private static boolean beginsMonth(LocalDate from, LocalDate to) {
        return from.plusDays(1).getMonthValue() != to.plusDays(1).getMonthValue()
                || from.plusDays(1).getYear() != to.plusDays(1).getYear();
    }

    private static boolean tooMany(DuckStatements duck, long changed) throws SQLException {
        return changed > duck.number("select count(*) from customer") / MANY;
    }

    private LocalDate referenceDay(DuckStatements duck) throws SQLException {
        LocalDate newest = duck.date("select max(occurred_on) from interaction where occurred_on <= " + literal(today));
        return ReferenceDay.of(newest, today);
    }
}
