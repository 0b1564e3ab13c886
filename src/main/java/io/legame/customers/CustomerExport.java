package io.legame.customers;

import io.legame.access.AuditTrail;
import io.legame.platform.TableFile;
import io.legame.platform.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands customers out, with as much of them as whoever asks for them sees. */
@Component
public class CustomerExport {
    private static final int AT_ONCE = 1_000;

    private final DSLContext database;
    private final Customers customers;
    private final Texts texts;
    private final AuditTrail audit;

    CustomerExport(DSLContext database, Customers customers, Texts texts, AuditTrail audit) {
        this.database = database;
        this.customers = customers;
        this.texts = texts;
        this.audit = audit;
    }

    /**
     * Writes every customer of the list, in its order.
     *
     * @param fields the columns, after Legame's own number of the customer
     * @return how many
     */
    public long write(CustomerQuery query, List<CustomerField> fields, TableFile file, Locale language) {
        SeenFields seen = SeenFields.current(database);
        List<CustomerField> shown = fields.stream()
                .filter(field -> seen.level(field) != FieldLevel.HIDDEN)
                .toList();
        long rows = 0;
        try {
            file.row(head(shown, language));
            CustomerPosition after = null;
            do {
                CustomerPage page = customers.list(query, after, AT_ONCE);
                rows += write(page, shown, seen, file);
                after = page.next();
            } while (after != null);
        } finally {
            // also of those that were handed out before something went wrong
            audit.record("customers.exported", "customer", null, told(query, shown, rows));
        }
        return rows;
    }

    private List<String> head(List<CustomerField> fields, Locale language) {
        var head = new ArrayList<>(List.of(texts.get(language, "customers.export.id")));
        fields.forEach(field -> head.add(texts.get(language, field.textKey())));
        return head;
    }

    private long write(CustomerPage page, List<CustomerField> fields, SeenFields seen, TableFile file) {
        List<Long> ids =
                page.customers().stream().map(customer -> customer.id().value()).toList();
        Map<Long, CustomerState> states = new CustomerBase(database).visible(ids);
        Map<Long, List<Identity>> identities = new IdentityTable(database).of(ids);
        long rows = 0;
        for (Long id : ids) {
            CustomerState state = states.get(id);
            if (state != null) {
                List<Identity> known = identities.getOrDefault(id, List.of());
                Map<CustomerField, Object> values = EditableCustomer.values(state.row(), known);
                known.forEach(identity -> values.putIfAbsent(identity.kind().field(), identity.value()));
                var cells = new ArrayList<@Nullable Object>();
                cells.add(id);
                fields.forEach(field -> cells.add(
                        values.get(field) instanceof String text ? seen.text(field, text) : values.get(field)));
                file.row(cells);
                rows++;
            }
        }
        return rows;
    }

    private static Map<String, Object> told(CustomerQuery query, List<CustomerField> fields, long rows) {
        var told = new HashMap<String, Object>();
        told.put("customers", rows);
        told.put("fields", fields.stream().map(CustomerField::code).toList());
        if (query.search() != null) {
            told.put("search", query.search());
        }
        return told;
    }
}
