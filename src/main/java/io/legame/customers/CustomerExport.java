package io.legame.customers;

import io.legame.access.AuditTrail;
import io.legame.platform.Companies;
import io.legame.platform.TableFile;
import io.legame.platform.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands customers out, with as much of them as whoever asks for them sees. */
@Component
public class CustomerExport {
    private static final int AT_ONCE = 1_000;

    private final Customers customers;
    private final CustomerLines lines;
    private final ListColumns columns;
    private final CustomFields fields;
    private final Companies companies;
    private final Texts texts;
    private final AuditTrail audit;

    CustomerExport(
            Customers customers,
            CustomerLines lines,
            ListColumns columns,
            CustomFields fields,
            Companies companies,
            Texts texts,
            AuditTrail audit) {
        this.customers = customers;
        this.lines = lines;
        this.columns = columns;
        this.fields = fields;
        this.companies = companies;
        this.texts = texts;
        this.audit = audit;
    }

    /** Every field, those of the company's own at the end. */
    public List<ListColumn> everything() {
        return Stream.concat(
                        EditableCustomer.FIELDS.stream().map(FieldColumn::new),
                        fields.inUse().stream().map(CustomColumn::new))
                .map(ListColumn.class::cast)
                .toList();
    }

    /**
     * Writes every customer of the list, in its order.
     *
     * @param wanted the columns, after Legame's own number of the customer
     * @return how many
     */
    public long write(CustomerQuery query, List<ListColumn> wanted, TableFile file, Locale language) {
        List<ListColumn> shown = columns.seen(wanted);
        long rows = 0;
        try {
            file.row(head(shown, language));
            CustomerPosition after = null;
            do {
                CustomerPage page = customers.list(query, after, AT_ONCE);
                rows += write(page, shown, file);
                after = page.next();
            } while (after != null);
        } finally {
            // also of those that were handed out before something went wrong
            audit.record("customers.exported", "customer", null, told(query, shown, rows));
        }
        return rows;
    }

    private List<String> head(List<ListColumn> shown, Locale language) {
        var head = new ArrayList<>(List.of(texts.get(language, "customers.export.id")));
        shown.forEach(column -> head.add(
                switch (column) {
                    case CustomerOrder order -> texts.get(language, order.textKey());
                    case FieldColumn field -> texts.get(language, field.field().textKey());
                    case CustomColumn custom -> custom.custom().name();
                }));
        return head;
    }

    private long write(CustomerPage page, List<ListColumn> shown, TableFile file) {
        List<CustomerLine> found = lines.of(page.customers());
        for (CustomerLine line : found) {
            var cells = new ArrayList<@Nullable Object>();
            cells.add(line.customer().id().value());
            shown.forEach(column -> cells.add(cell(line, column)));
            file.row(cells);
        }
        return found.size();
    }

    private @Nullable Object cell(CustomerLine line, ListColumn column) {
        return switch (column) {
            case CustomerOrder order -> cell(line, order);
            case FieldColumn field -> line.value(field.field());
            case CustomColumn custom -> cell(line.value(custom.custom()));
        };
    }

    private @Nullable Object cell(CustomerLine line, CustomerOrder column) {
        CustomerSummary customer = line.customer();
        return switch (column) {
            case NAME -> customer.name();
            case EMAIL -> line.value(CustomerField.EMAIL);
            case PHONE -> line.value(CustomerField.PHONE);
            case TOWN -> line.value(CustomerField.TOWN);
            case ADDED -> day(customer.addedAt());
            case CHANGED -> day(customer.changedAt());
            case COMPLETE -> customer.keyed();
            case SOURCE -> customer.source();
        };
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, companies.get().timeZone());
    }

    /** What was stored under another type is handed out as it was stored. */
    private static @Nullable Object cell(CustomFields.@Nullable Held held) {
        return switch (held == null ? null : held.typed()) {
            case null -> held == null ? null : held.text();
            case List<?> labels -> labels.stream().map(Object::toString).collect(Collectors.joining(", "));
            case Object typed -> typed;
        };
    }

    private static Map<String, Object> told(CustomerQuery query, List<ListColumn> shown, long rows) {
        var told = new HashMap<String, Object>();
        told.put("customers", rows);
        told.put("fields", shown.stream().map(ListColumn::code).toList());
        if (query.search() != null) {
            told.put("search", query.search());
        }
        if (query.filter() != null) {
            told.put("filter", query.filter().json());
        }
        return told;
    }
}
