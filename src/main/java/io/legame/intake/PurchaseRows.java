package io.legame.intake;

import io.legame.access.ChangeSetId;
import io.legame.catalogue.Catalogue;
import io.legame.catalogue.Catalogue.Priced;
import io.legame.catalogue.ProductDraft;
import io.legame.catalogue.ProductUpsert;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.intake.PurchaseReading.Line;
import io.legame.timeline.ExchangeRates;
import io.legame.timeline.PurchaseLineDraft;
import io.legame.timeline.Rates;
import io.legame.timeline.Recorded;
import io.legame.timeline.Timeline;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows that are lines of purchases and returns. */
final class PurchaseRows implements Rows<PurchaseReading.Line> {
    private static final int COST_DECIMALS = 4;

    private final Plan plan;
    private final ChangeSetId by;
    private final PurchaseReading reading;
    private final Customers customers;
    private final Catalogue catalogue;
    private final Timeline timeline;
    private final ExchangeRates exchangeRates;

    PurchaseRows(
            Plan plan,
            Cells cells,
            Customers customers,
            Catalogue catalogue,
            Timeline timeline,
            ExchangeRates exchangeRates,
            CurrencySigns signs,
            ChangeSetId by,
            Instant now) {
        this.by = by;
        this.plan = plan;
        this.exchangeRates = exchangeRates;
        this.reading = new PurchaseReading(plan, cells, signs, exchangeRates.all(), now);
        this.customers = customers;
        this.catalogue = catalogue;
        this.timeline = timeline;
    }

    @Override
    public boolean repeatable() {
        return reading.repeatable();
    }

    @Override
    public Line read(StagedRow row) {
        return reading.read(row);
    }

    @Override
    public BigDecimal amount(StagedRow row) {
        return reading.amount(row);
    }

    @Override
    public void write(List<Read<Line>> rows, Outcome outcome) {
        customers.hold();
        Rates rates = exchangeRates.hold(rows.stream()
                .flatMap(row -> Stream.ofNullable(row.content().currency()))
                .collect(Collectors.toSet()));
        Map<String, Priced> products = products(rows, outcome);
        CustomerReferences references = references(rows, outcome);
        var ready = new ArrayList<Ready>(rows.size());
        for (Read<Line> row : rows) {
            try {
                ready.add(ready(row, products, references, rates));
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
        List<ProductUpsert> results = catalogue.upsert(by, plan.source(), drafts);
        for (int i = 0; i < drafts.size(); i++) {
            if (results.get(i) instanceof ProductUpsert.Created) {
                outcome.newProducts().add(drafts.get(i).code());
            }
        }
        return catalogue.find(plan.source(), names.keySet());
    }

    private CustomerReferences references(List<Read<Line>> rows, Outcome outcome) {
        var named =
                rows.stream().map(row -> row.content().customer()).distinct().toList();
        var references = new CustomerReferences(customers, by, plan.source());
        references.find(named);
        if (plan.createCustomers()) {
            outcome.newCustomers().addAll(references.create(named));
        }
        return references;
    }

    /** A line that lacks nothing any more. */
    private record Ready(Read<Line> row, PurchaseLineDraft draft, BigDecimal amount) {

        /** Two customers share an order number: the second one's order needs another name. */
        Ready ofItsCustomer() {
            return new Ready(row, draft.called(Objects.requireNonNull(draft.ofItsCustomer())), amount);
        }
    }

    private Ready ready(Read<Line> row, Map<String, Priced> products, CustomerReferences references, Rates rates) {
        Line line = row.content();
        CustomerId customer = references.id(line.customer());
        if (customer == null && !references.nobody(line.customer())) {
            throw new Unreadable(
                    references.several(line.customer())
                            ? "intake.rejected.severalCompanies"
                            : "intake.rejected.unknownCustomer",
                    line.customer().field(),
                    line.customer().value());
        }
        Priced product = line.productCode() == null ? null : products.get(line.productCode());
        if (product == null && line.productCode() != null) {
            throw new Unreadable("intake.rejected.unknownProduct", Field.PRODUCT_CODE, line.productCode());
        }
        BigDecimal rate = rates.at(line.currency(), line.occurredAt());
        if (rate == null) {
            throw new Unreadable(
                    "intake.rejected.noRate", Field.CURRENCY, line.currency() + ", " + rates.day(line.occurredAt()));
        }
        BigDecimal price = price(line, product);
        if (price == null) {
            throw new Unreadable("intake.rejected.noPrice", Field.UNIT_PRICE, String.valueOf(line.productCode()));
        }
        BigDecimal gross = line.quantity().multiply(price);
        if (gross.abs().multiply(rate.max(BigDecimal.ONE)).compareTo(PurchaseReading.TOO_MUCH) >= 0) {
            throw new Unreadable("intake.rejected.number", Field.UNIT_PRICE, price.toPlainString());
        }
        if (line.discount().abs().compareTo(gross.abs()) > 0) {
            throw new Unreadable(
                    "intake.rejected.discount", Field.DISCOUNT, line.discount().toPlainString());
        }
        return new Ready(
                row,
                new PurchaseLineDraft(
                        line.name().order(),
                        line.name().lineKey(),
                        customer,
                        line.occurredAt(),
                        line.touchpoint(),
                        product == null ? null : product.id(),
                        line.quantity(),
                        price,
                        line.discount(),
                        cost(line, product, rate),
                        line.currency(),
                        line.name().ofItsCustomer().line(),
                        line.writtenAs()),
                Objects.requireNonNull(
                        rates.convert(gross.subtract(line.discount()), line.currency(), line.occurredAt())));
    }

    /** The catalogue's prices are in the company's currency: they are not what somebody paid in another. */
    private static @Nullable BigDecimal price(Line line, @Nullable Priced product) {
        if (line.unitPrice() != null) {
            return line.unitPrice();
        }
        if (line.currency() != null) {
            throw new Unreadable("intake.rejected.noPriceInCurrency", Field.UNIT_PRICE, line.currency());
        }
        return product == null ? null : product.price();
    }

    /** What the catalogue says is in the company's currency. */
    private static @Nullable BigDecimal cost(Line line, @Nullable Priced product, BigDecimal rate) {
        if (line.unitCost() != null || product == null || product.cost() == null) {
            return line.unitCost();
        }
        return line.currency() == null
                ? product.cost()
                : product.cost().divide(rate, COST_DECIMALS, RoundingMode.HALF_UP);
    }

    private void record(List<Ready> lines, Outcome outcome) {
        var others = new ArrayList<Ready>();
        List<Recorded> results = timeline.recordPurchases(
                by, plan.source(), lines.stream().map(Ready::draft).toList());
        for (int i = 0; i < lines.size(); i++) {
            if (results.get(i) == Recorded.OTHER_CUSTOMER) {
                others.add(lines.get(i).ofItsCustomer());
            } else {
                count(lines.get(i), results.get(i), outcome);
            }
        }
        if (!others.isEmpty()) {
            results = timeline.recordPurchases(
                    by, plan.source(), others.stream().map(Ready::draft).toList());
            for (int i = 0; i < others.size(); i++) {
                count(others.get(i), results.get(i), outcome);
            }
        }
    }

    private static void count(Ready line, Recorded result, Outcome outcome) {
        switch (result) {
            case CREATED -> outcome.created(line.amount());
            case UNCHANGED -> outcome.unchanged(line.amount());
            case OTHER_CUSTOMER, READ_OTHERWISE, CONFLICT, NO_RATE -> {
                outcome.reject(
                        line.row().row(),
                        reason(result),
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

    private static String reason(Recorded result) {
        return switch (result) {
            case READ_OTHERWISE -> "intake.rejected.asWritten";
            case NO_RATE -> "intake.rejected.noRateOfOrder";
            case CREATED, UNCHANGED, OTHER_CUSTOMER, CONFLICT -> "intake.rejected.conflict";
        };
    }
}
