package io.legame.customers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What the columns of a list show of its customers, with as much of their values as the reader sees. */
@Component
public class CustomerLines {
    private final DSLContext database;
    private final Customers customers;

    CustomerLines(DSLContext database, Customers customers) {
        this.database = database;
        this.customers = customers;
    }

    /** In the same order, those left out whom the reader does not see. */
    public List<CustomerLine> of(List<CustomerSummary> listed) {
        List<Long> ids = listed.stream().map(customer -> customer.id().value()).toList();
        Map<Long, CustomerState> states = new CustomerBase(database).visible(ids);
        Map<Long, List<Identity>> identities = new IdentityTable(database).of(ids);
        SeenFields seen = SeenFields.current(database);
        CustomReader reader = customers.reader();
        var lines = new ArrayList<CustomerLine>();
        for (CustomerSummary customer : listed) {
            long id = customer.id().value();
            CustomerState state = states.get(id);
            if (state != null) {
                lines.add(new CustomerLine(
                        customer,
                        values(state, identities.getOrDefault(id, List.of()), seen),
                        custom(state, reader, seen)));
            }
        }
        return lines;
    }

    private static Map<CustomerField, Object> values(CustomerState state, List<Identity> known, SeenFields seen) {
        Map<CustomerField, Object> whole = EditableCustomer.values(state.row(), known);
        known.forEach(identity -> whole.putIfAbsent(identity.kind().field(), identity.value()));
        var values = new EnumMap<CustomerField, Object>(CustomerField.class);
        whole.forEach((field, value) -> {
            Object shown = value instanceof String text ? seen.text(field, text) : seen.full(field) ? value : null;
            if (shown != null) {
                values.put(field, shown);
            }
        });
        return values;
    }

    private static Map<CustomFieldId, CustomFields.Held> custom(
            CustomerState state, CustomReader reader, SeenFields seen) {
        var custom = new HashMap<CustomFieldId, CustomFields.Held>();
        for (CustomField field : reader.fields().inUse()) {
            Object stored = state.custom().get(field.id());
            if (stored != null) {
                CustomFields.held(field, stored, reader, seen).ifPresent(held -> custom.put(field.id(), held));
            }
        }
        return custom;
    }
}
