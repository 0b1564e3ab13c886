package io.legame.intake;

import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.Customers;
import io.legame.customers.Upsert;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that describe customers. */
final class CustomerRows implements Rows<CustomerDraft> {
    private final String source;
    private final Cells cells;
    private final List<Field> fields;
    private final Customers customers;

    CustomerRows(Plan plan, Cells cells, Customers customers) {
        this.source = plan.source();
        this.cells = cells;
        this.fields = plan.mapped();
        this.customers = customers;
    }

    @Override
    public CustomerDraft read(StagedRow row) {
        return read(row.cells());
    }

    CustomerDraft read(@Nullable String[] row) {
        var texts = new EnumMap<CustomerField, String>(CustomerField.class);
        var several = new EnumMap<CustomerField, List<String>>(CustomerField.class);
        for (Field field : fields) {
            CustomerField customerField = field.customerField();
            String text = customerField == null ? null : cells.text(row, field);
            if (customerField != null && customerField.several()) {
                several.computeIfAbsent(customerField, each -> cells.texts(row, field));
            } else if (customerField != null && text != null) {
                texts.put(customerField, text);
            }
        }
        return new CustomerDraft(
                texts,
                several,
                cells.date(row, Field.BIRTH_DATE),
                cells.number(row, Field.ANNUAL_INCOME),
                cells.count(row, Field.CHILDREN),
                cells.yesNo(row, Field.HOME_OWNER));
    }

    @Override
    public void write(List<Read<CustomerDraft>> rows, Outcome outcome) {
        List<Upsert> results =
                customers.upsert(source, rows.stream().map(Read::content).toList());
        for (int i = 0; i < results.size(); i++) {
            switch (results.get(i)) {
                case Upsert.Created created -> outcome.created++;
                case Upsert.Updated updated -> outcome.updated++;
                case Upsert.Unchanged unchanged -> outcome.unchanged++;
                case Upsert.Rejected rejected ->
                    outcome.reject(
                            rows.get(i).row(),
                            rejected.reason(),
                            Field.of(rejected.field()),
                            rejected.value(),
                            BigDecimal.ZERO);
            }
        }
    }
}
