package io.legame.segments;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.legame.catalogue.Catalogue;
import io.legame.catalogue.ProductDraft;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.Customers;
import io.legame.customers.Identity;
import io.legame.insight.Projection;
import io.legame.timeline.Channel;
import io.legame.timeline.PurchaseLineDraft;
import io.legame.timeline.Timeline;
import io.legame.timeline.Touchpoint;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A real shop's files, brought in through the doors as the intake would. */
class AdventureWorks {
    static final Path FOLDER = Path.of("../shared/data/adventureworks");
    private static final String SOURCE = "adventureworks";
    private static final int BATCH = 5000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.ROOT);

    private final Customers customers;
    private final Catalogue catalogue;
    private final Timeline timeline;
    private final Projection projection;

    AdventureWorks(Customers customers, Catalogue catalogue, Timeline timeline, Projection projection) {
        this.customers = customers;
        this.catalogue = catalogue;
        this.timeline = timeline;
        this.projection = projection;
    }

    /** Does nothing when it is there already. */
    void load() throws IOException {
        if (customers.count().all() > 0) {
            return;
        }
        in("AdventureWorks_Customers.csv", AdventureWorks::customer, drafts -> customers.upsert(SOURCE, drafts));
        in("AdventureWorks_Products.csv", AdventureWorks::product, drafts -> catalogue.upsert(SOURCE, drafts));
        for (int year = 2017; year <= 2019; year++) {
            in("AdventureWorks_Sales_" + year + ".csv", row -> row, this::sell);
        }
        projection.catchUp();
    }

    private static <T> void in(String file, Function<NamedCsvRecord, T> read, Consumer<List<T>> write)
            throws IOException {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(FOLDER.resolve(file))) {
            var batch = new ArrayList<T>();
            for (NamedCsvRecord row : csv) {
                batch.add(read.apply(row));
                if (batch.size() == BATCH) {
                    write.accept(List.copyOf(batch));
                    batch.clear();
                }
            }
            write.accept(batch);
        }
    }

    private static CustomerDraft customer(NamedCsvRecord row) {
        var texts = new EnumMap<CustomerField, String>(CustomerField.class);
        texts.put(CustomerField.NUMBER, row.getField("CustomerKey"));
        texts.put(CustomerField.GIVEN_NAME, row.getField("FirstName"));
        texts.put(CustomerField.FAMILY_NAME, row.getField("LastName"));
        texts.put(CustomerField.EMAIL, row.getField("EmailAddress"));
        texts.put(CustomerField.GENDER, row.getField("Gender"));
        texts.put(CustomerField.EDUCATION, row.getField("EducationLevel"));
        texts.put(CustomerField.OCCUPATION, row.getField("Occupation"));
        return new CustomerDraft(
                texts,
                Map.of(),
                LocalDate.parse(row.getField("BirthDate"), DAY),
                new BigDecimal(row.getField("AnnualIncome").replaceAll("[$, ]", "")),
                Integer.valueOf(row.getField("TotalChildren")),
                row.getField("HomeOwner").equals("Y"));
    }

    private static ProductDraft product(NamedCsvRecord row) {
        return new ProductDraft(
                row.getField("ProductKey"),
                null,
                row.getField("ProductName"),
                row.getField("ModelName"),
                null,
                null,
                null,
                null,
                null,
                new BigDecimal(row.getField("ProductPrice")),
                new BigDecimal(row.getField("ProductCost")));
    }

    private void sell(List<NamedCsvRecord> rows) {
        var owners = customers.find(rows.stream()
                .map(row -> Identity.number(SOURCE, row.getField("CustomerKey")))
                .collect(Collectors.toSet()));
        Map<String, Catalogue.Priced> products = catalogue.find(
                SOURCE, rows.stream().map(row -> row.getField("ProductKey")).collect(Collectors.toSet()));
        var lines = new ArrayList<PurchaseLineDraft>();
        for (NamedCsvRecord row : rows) {
            var product = products.get(row.getField("ProductKey"));
            BigDecimal price = product == null ? null : product.price();
            if (product == null || price == null) {
                throw new IllegalStateException("No product " + row.getField("ProductKey"));
            }
            lines.add(new PurchaseLineDraft(
                    // two of the order numbers are of two customers each
                    row.getField("OrderNumber") + "/" + row.getField("CustomerKey"),
                    row.getField("OrderLineItem"),
                    owners.get(Identity.number(SOURCE, row.getField("CustomerKey"))),
                    LocalDate.parse(row.getField("OrderDate"), DAY)
                            .atTime(12, 0)
                            .atZone(ZoneId.of("Europe/Rome"))
                            .toInstant(),
                    new Touchpoint("e-shop", Channel.ONLINE),
                    product.id(),
                    new BigDecimal(row.getField("OrderQuantity")),
                    price,
                    BigDecimal.ZERO,
                    product.cost()));
        }
        timeline.recordPurchases(SOURCE, lines);
    }
}
