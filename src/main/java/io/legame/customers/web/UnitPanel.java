package io.legame.customers.web;

import io.legame.access.Unit;
import io.legame.access.UnitId;
import io.legame.customers.CustomerId;
import io.legame.customers.CustomerUnit;
import io.legame.platform.View;
import java.util.List;

/**
 * The part of the card that says whose customer somebody is; empty in a company without shops and teams.
 *
 * @param of by unit
 * @param others that it could be assigned to
 */
public record UnitPanel(CustomerId customer, List<Line> of, List<Unit> others) implements View {
    /** @param is why */
    public record Line(Unit unit, CustomerUnit is) {}

    static UnitPanel of(CustomerId customer, List<Unit> all, List<CustomerUnit> own) {
        List<Line> lines = all.stream()
                .flatMap(unit -> own.stream()
                        .filter(each -> each.unit().equals(unit.id()))
                        .map(each -> new Line(unit, each)))
                .toList();
        List<UnitId> known = own.stream().map(CustomerUnit::unit).toList();
        return new UnitPanel(
                customer,
                lines,
                all.stream().filter(unit -> !known.contains(unit.id())).toList());
    }

    public String path() {
        return "/customers/" + customer.value() + "/units";
    }
}
