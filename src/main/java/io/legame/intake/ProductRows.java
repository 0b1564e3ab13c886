package io.legame.intake;

import io.legame.access.ChangeSetId;
import io.legame.catalogue.Catalogue;
import io.legame.catalogue.ProductDraft;
import io.legame.catalogue.ProductUpsert;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that describe products. */
final class ProductRows implements Rows<ProductDraft> {
    private final ChangeSetId by;
    private final String source;
    private final Cells cells;
    private final Catalogue catalogue;
    private final String own;
    private final WrittenCurrency currency;

    /** @param own the company's currency, which the prices of the catalogue are in */
    ProductRows(Plan plan, Cells cells, Catalogue catalogue, String own, CurrencySigns signs, ChangeSetId by) {
        this.own = own;
        this.currency = new WrittenCurrency(cells, signs);
        this.by = by;
        this.source = plan.source();
        this.cells = cells;
        this.catalogue = catalogue;
    }

    @Override
    public ProductDraft read(StagedRow row) {
        return new ProductDraft(
                // where products have no codes, their names are what purchases call them by
                cells.required(row.cells(), cells.has(Field.PRODUCT_CODE) ? Field.PRODUCT_CODE : Field.PRODUCT_NAME),
                cells.text(row.cells(), Field.SKU),
                cells.text(row.cells(), Field.PRODUCT_NAME),
                cells.text(row.cells(), Field.MODEL),
                cells.text(row.cells(), Field.DESCRIPTION),
                cells.text(row.cells(), Field.CATEGORY),
                cells.text(row.cells(), Field.BRAND),
                cells.text(row.cells(), Field.COLOUR),
                cells.text(row.cells(), Field.SIZE),
                price(row, Field.PRICE),
                price(row, Field.COST));
    }

    private @Nullable BigDecimal price(StagedRow row, Field field) {
        BigDecimal price = cells.notNegative(row.cells(), field);
        String written = currency.of(row.cells(), field);
        if (written != null && !written.equals(own)) {
            throw new Unreadable("intake.rejected.otherCurrency", field, String.valueOf(cells.raw(row.cells(), field)));
        }
        return price;
    }

    @Override
    public void write(List<Read<ProductDraft>> rows, Outcome outcome) {
        List<ProductUpsert> results =
                catalogue.upsert(by, source, rows.stream().map(Read::content).toList());
        for (int i = 0; i < results.size(); i++) {
            switch (results.get(i)) {
                case ProductUpsert.Created created -> outcome.created++;
                case ProductUpsert.Updated updated -> outcome.updated++;
                case ProductUpsert.Unchanged unchanged -> outcome.unchanged++;
                case ProductUpsert.Rejected rejected ->
                    outcome.reject(
                            rows.get(i).row(),
                            rejected.reason(),
                            field(rejected.field()),
                            rejected.value(),
                            BigDecimal.ZERO);
            }
        }
    }

    private static Field field(String name) {
        return name.equals("code") ? Field.PRODUCT_CODE : Field.of(name).orElse(Field.PRODUCT_CODE);
    }
}
