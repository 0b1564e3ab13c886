package io.legame.segments;

import io.legame.insight.Warehouse;
import io.legame.insight.WarehouseLoop;
import org.springframework.stereotype.Component;

/** Brings the members of segments up to date, again and again, on one node of all. */
@Component
class MembershipLoop extends WarehouseLoop {
    private static final int REST = 1;

    private final Memberships memberships;
    private final Keeper keeper;

    MembershipLoop(Memberships memberships, Keeper keeper, Warehouse warehouse) {
        super("memberships", "The members of segments cannot be told and will be tried again: {}", warehouse);
        this.memberships = memberships;
        this.keeper = keeper;
    }

    @Override
    protected int step() {
        if (keeper.isUs()) {
            memberships.step();
        }
        return REST;
    }
}
