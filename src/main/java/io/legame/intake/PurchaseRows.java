package io.legame.intake;

import io.legame.catalogue.Catalogue;
import io.legame.catalogue.Catalogue.Priced;
import io.legame.catalogue.ProductDraft;
import io.legame.catalogue.ProductUpsert;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.timeline.PurchaseLineDraft;
import io.legame.timeline.Recorded;
import io.legame.timeline.Timeline;
import io.legame.timeline.Touchpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows that are lines of purchases and returns. */
final class PurchaseRows implements Rows<PurchaseRows.Line> {
    private static final int QUANTITY_DECIMALS = 3;
    /** More than the database holds: thirteen digits before the point. */
    private static final BigDecimal TOO_MUCH = new BigDecimal("1e13");

    private final Plan plan;
    private final Cells cells;
    private final Touchpoints touchpoints;
    private final Customers customers;
    private final Catalogue catalogue;
    private final Timeline timeline;
    private final Instant tomorrow;
    private final boolean repeatable;
    private final boolean unattachable;

    PurchaseRows(Plan plan, Cells cells, Customers customers, Catalogue catalogue, Timeline timeline, Instant now) {
        this.plan = plan;
        this.cells = cells;
        this.touchpoints = new Touchpoints(plan, cells);
        this.customers = customers;
        this.catalogue = catalogue;
        this.timeline = timeline;
        this.tomorrow = now.plus(Duration.ofDays(1));
        this.repeatable = new RowKeys(plan.kind(), cells).repeatable();
        this.unattachable = plan.unattachable();
    }

    /** @param unitPrice null when the product's counts */
    record Line(
            String order,
            String lineKey,
            CustomerReferences.Named customer,
            Instant occurredAt,
            Touchpoint touchpoint,
            @Nullable String productCode,
            @Nullable String productName,
            BigDecimal quantity,
            @Nullable BigDecimal unitPrice,
            BigDecimal discount,
            @Nullable BigDecimal unitCost) {}

    @Override
    public boolean repeatable() {
        return repeatable;
    }

    @Override
    public Line read(StagedRow staged) {
        @Nullable String[] row = staged.cells();
        if (unattachable) {
            throw new Unreadable("intake.rejected.unattachable", null, "");
        }
        var customer = new CustomerReferences.Named(
                cells.text(row, Field.CUSTOMER_NUMBER), cells.text(row, Field.EMAIL), cells.text(row, Field.COUNTRY));
        Instant occurredAt = occurredAt(row);
        String code = cells.text(row, Field.PRODUCT_CODE);
        BigDecimal quantity = quantity(row);
        BigDecimal discount = cells.notNegative(row, Field.DISCOUNT);
        return new Line(
                order(row, customer),
                repeatable ? staged.contentKey() + "-" + staged.occurrence() : cells.required(row, Field.LINE_NUMBER),
                customer,
                occurredAt,
                touchpoints.of(row),
                code == null ? cells.text(row, Field.PRODUCT_NAME) : code,
                cells.text(row, Field.PRODUCT_NAME),
                quantity,
                cells.notNegative(row, Field.UNIT_PRICE),
                discount == null ? BigDecimal.ZERO : quantity.signum() < 0 ? discount.negate() : discount,
                cells.notNegative(row, Field.UNIT_COST));
    }

    private String order(@Nullable String[] row, CustomerReferences.Named customer) {
        if (plan.kind() == ImportKind.RETURNS && !cells.has(Field.ORDER_NUMBER)) {
            if (customer.nobody()) {
                throw new Unreadable("intake.rejected.missing", Field.CUSTOMER_NUMBER, "");
            }
            return customer.value() + "/" + cells.required(row, Field.DATE_TIME);
        }
        return cells.required(row, Field.ORDER_NUMBER);
    }

    private Instant occurredAt(@Nullable String[] row) {
        Instant occurredAt = cells.moment(row, Field.DATE_TIME);
        if (occurredAt.isAfter(tomorrow)) {
            throw new Unreadable(
                    "intake.rejected.future", Field.DATE_TIME, String.valueOf(cells.raw(row, Field.DATE_TIME)));
        }
        if (occurredAt.isBefore(Timeline.EARLIEST)) {
            throw new Unreadable(
                    "intake.rejected.date", Field.DATE_TIME, String.valueOf(cells.raw(row, Field.DATE_TIME)));
        }
        return occurredAt;
    }

    /** In a file of returns people write what came back as a positive number. */
    private BigDecimal quantity(@Nullable String[] row) {
        BigDecimal quantity = cells.has(Field.QUANTITY) ? cells.number(row, Field.QUANTITY) : BigDecimal.ONE;
        if (quantity == null) {
            throw new Unreadable("intake.rejected.missing", Field.QUANTITY, "");
        }
        if (quantity.signum() == 0) {
            throw new Unreadable(
                    "intake.rejected.zero", Field.QUANTITY, String.valueOf(cells.raw(row, Field.QUANTITY)));
        }
        if (quantity.stripTrailingZeros().scale() > QUANTITY_DECIMALS) {
            throw new Unreadable(
                    "intake.rejected.decimals", Field.QUANTITY, String.valueOf(cells.raw(row, Field.QUANTITY)));
        }
        return plan.kind() == ImportKind.RETURNS ? quantity.abs().negate() : quantity;
    }

    @Override
    public BigDecimal amount(StagedRow row) {
        BigDecimal quantity = cells.has(Field.QUANTITY) ? cells.leniently(row.cells(), Field.QUANTITY) : BigDecimal.ONE;
        BigDecimal price = cells.leniently(row.cells(), Field.UNIT_PRICE);
        BigDecimal discount = cells.leniently(row.cells(), Field.DISCOUNT);
        if (quantity == null || price == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal amount = quantity.multiply(price).subtract(discount == null ? BigDecimal.ZERO : discount);
        BigDecimal signed = plan.kind() == ImportKind.RETURNS ? amount.abs().negate() : amount;
        return signed.abs().compareTo(TOO_MUCH) < 0 ? signed : BigDecimal.ZERO;
    }

    @Override
    public void write(List<Read<Line>> rows, Outcome outcome) {
        Map<String, Priced> products = products(rows, outcome);
        CustomerReferences references = references(rows, outcome);
        var ready = new ArrayList<Ready>(rows.size());
        for (Read<Line> row : rows) {
            try {
                ready.add(ready(row, products, references));
            } catch (Unreadable e) {
                outcome.reject(row.row(), e.reason(), e.field(), e.value(), amount(row.row()));
            }
        }
        record(ready, outcome);
    }

    private Map<String, Priced> products(List<Read<Line>> rows, Outcome outcome) {
        var names = new LinkedHashMap<String, String>();
        for (Read<Line> row : rows) {
            Line line = row.content();
            if (line.productCode() != null) {
                names.merge(
                        line.productCode(),
                        line.productName() == null ? "" : line.productName(),
                        (first, next) -> first.isEmpty() ? next : first);
            }
        }
        var products = new HashMap<>(catalogue.find(plan.source(), names.keySet()));
        if (plan.createProducts()) {
            names.keySet().removeAll(products.keySet());
            products.putAll(create(names, outcome));
        }
        return products;
    }

    /** Without a price: what somebody once paid is no list price. */
    private Map<String, Priced> create(Map<String, String> names, Outcome outcome) {
        List<ProductDraft> drafts = names.entrySet().stream()
                .map(product -> new ProductDraft(
                        product.getKey(),
                        null,
                        product.getValue().isEmpty() ? null : product.getValue(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null))
                .toList();
        if (drafts.isEmpty()) {
            return Map.of();
        }
        outcome.productsCreated += catalogue.upsert(plan.source(), drafts).stream()
                .filter(ProductUpsert.Created.class::isInstance)
                .count();
        return catalogue.find(plan.source(), names.keySet());
    }

    private CustomerReferences references(List<Read<Line>> rows, Outcome outcome) {
        var named =
                rows.stream().map(row -> row.content().customer()).distinct().toList();
        var references = new CustomerReferences(customers, plan.source());
        references.find(named);
        if (plan.createCustomers()) {
            outcome.customersCreated += references.create(named);
        }
        return references;
    }

    /** A line that lacks nothing any more. */
    private record Ready(Read<Line> row, PurchaseLineDraft draft) {
        BigDecimal amount() {
            return draft.quantity().multiply(draft.unitPrice()).subtract(draft.discount());
        }

        /** Two customers share an order number: the second one's order needs another name. */
        Ready ofItsCustomer() {
            String owner = row.content().customer().nobody()
                    ? "–"
                    : row.content().customer().value();
            return new Ready(
                    row,
                    new PurchaseLineDraft(
                            draft.order() + "/" + owner,
                            draft.lineKey(),
                            draft.customer(),
                            draft.occurredAt(),
                            draft.touchpoint(),
                            draft.product(),
                            draft.quantity(),
                            draft.unitPrice(),
                            draft.discount(),
                            draft.unitCost()));
        }
    }

    private Ready ready(Read<Line> row, Map<String, Priced> products, CustomerReferences references) {
        Line line = row.content();
        CustomerId customer = references.id(line.customer());
        if (customer == null && !references.nobody(line.customer())) {
            throw new Unreadable(
                    "intake.rejected.unknownCustomer",
                    line.customer().field(),
                    line.customer().value());
        }
        Priced product = line.productCode() == null ? null : products.get(line.productCode());
        if (product == null && line.productCode() != null) {
            throw new Unreadable("intake.rejected.unknownProduct", Field.PRODUCT_CODE, line.productCode());
        }
        BigDecimal price = line.unitPrice() != null ? line.unitPrice() : product == null ? null : product.price();
        if (price == null) {
            throw new Unreadable("intake.rejected.noPrice", Field.UNIT_PRICE, String.valueOf(line.productCode()));
        }
        BigDecimal gross = line.quantity().multiply(price);
        if (gross.abs().compareTo(TOO_MUCH) >= 0) {
            throw new Unreadable("intake.rejected.number", Field.UNIT_PRICE, price.toPlainString());
        }
        if (line.discount().abs().compareTo(gross.abs()) > 0) {
            throw new Unreadable(
                    "intake.rejected.discount", Field.DISCOUNT, line.discount().toPlainString());
        }
        return new Ready(
                row,
                new PurchaseLineDraft(
                        line.order(),
                        line.lineKey(),
                        customer,
                        line.occurredAt(),
                        line.touchpoint(),
                        product == null ? null : product.id(),
                        line.quantity(),
                        price,
                        line.discount(),
                        line.unitCost() != null ? line.unitCost() : product == null ? null : product.cost()));
    }

    private void record(List<Ready> lines, Outcome outcome) {
        var others = new ArrayList<Ready>();
        List<Recorded> results = timeline.recordPurchases(
                plan.source(), lines.stream().map(Ready::draft).toList());
        for (int i = 0; i < lines.size(); i++) {
            if (results.get(i) == Recorded.OTHER_CUSTOMER) {
                others.add(lines.get(i).ofItsCustomer());
            } else {
                count(lines.get(i), results.get(i), outcome);
            }
        }
        if (!others.isEmpty()) {
            results = timeline.recordPurchases(
                    plan.source(), others.stream().map(Ready::draft).toList());
            for (int i = 0; i < others.size(); i++) {
                count(others.get(i), results.get(i), outcome);
            }
        }
    }

    private static void count(Ready line, Recorded result, Outcome outcome) {
        switch (result) {
            case CREATED -> outcome.created(line.amount());
            case UNCHANGED -> outcome.unchanged(line.amount());
            case OTHER_CUSTOMER, CONFLICT -> {
                outcome.reject(
                        line.row().row(),
                        "intake.rejected.conflict",
                        Field.ORDER_NUMBER,
                        line.draft().order(),
                        line.amount());
                return;
            }
        }
        if (line.draft().customer() == null) {
            outcome.anonymous(line.amount());
        }
    }
}
