package io.legame.customers;

import static io.legame.customers.db.Tables.CHANGE;
import static io.legame.customers.db.Tables.CUSTOMER;

import io.legame.access.ChangeSet;
import io.legame.access.ChangeSetId;
import io.legame.access.ChangeSets;
import io.legame.platform.Refusal;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Takes back what a person did to one customer by hand. */
@Component
class EditUndo {
    private final DSLContext database;
    private final ChangeSets changeSets;
    private final CustomerUndo undo;
    private final CustomersInUse inUse;

    EditUndo(DSLContext database, ChangeSets changeSets, CustomerUndo undo, CustomersInUse inUse) {
        this.database = database;
        this.changeSets = changeSets;
        this.undo = undo;
        this.inUse = inUse;
    }

    /** @param kept why the customer stays as it is, wholly or in part; empty when nothing does */
    record Undone(ChangeSet what, Optional<CustomerUndo.Kept> kept) {}

    /** Must be called in a transaction. */
    Undone run(CustomerId id, ChangeSetId what) {
        ChangeSet edit = changeSets.find(List.of(what)).get(what);
        boolean creation =
                database.fetchExists(CUSTOMER, CUSTOMER.ID.eq(id.value()), CUSTOMER.CHANGE_SET_ID.eq(what.value()));
        boolean change =
                database.fetchExists(CHANGE, CHANGE.CHANGE_SET_ID.eq(what.value()), CHANGE.CUSTOMER_ID.eq(id.value()));
        if (edit == null || edit.kind() != ChangeSet.Kind.EDIT || !(creation || change)) {
            throw Refusal.notFound();
        }
        var step = creation
                ? undo.remove(what, 0, 1, inUse::among)
                : undo.restore(what, changeSets.open(ChangeSet.Kind.UNDO, edit.title(), what.value()), 0, 1);
        return new Undone(edit, step.kept().values().stream().findFirst());
    }
}
