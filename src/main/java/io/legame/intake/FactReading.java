package io.legame.intake;

import io.legame.catalogue.Catalogue;
import io.legame.catalogue.Catalogue.Priced;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.intake.InteractionBatch.Fact;
import io.legame.intake.InteractionBatch.Fault;
import io.legame.intake.InteractionBatch.Line;
import io.legame.intake.InteractionBatch.Who;
import io.legame.timeline.Channel;
import io.legame.timeline.Currencies;
import io.legame.timeline.ExchangeRates;
import io.legame.timeline.InteractionDraft;
import io.legame.timeline.PurchaseLineDraft;
import io.legame.timeline.Rates;
import io.legame.timeline.Timeline;
import io.legame.timeline.Touchpoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the facts of one batch mean: the customers and products that they name are looked up once for all of them. */
final class FactReading {
    private static final int MOST_LINES = 1_000;
    private static final int COST_DECIMALS = 4;

    private final CustomerReferences references;
    /** By the numbers that are asked for: who became part of another one is that one. */
    private final Map<CustomerId, CustomerId> known;

    private final Map<String, Priced> products;
    private final Rates rates;

    private FactReading(
            CustomerReferences references,
            Map<CustomerId, CustomerId> known,
            Map<String, Priced> products,
            Rates rates) {
        this.rates = rates;
        this.references = references;
        this.known = known;
        this.products = products;
    }

    static FactReading of(
            List<Fact> facts, String source, Customers customers, Catalogue catalogue, ExchangeRates exchangeRates) {
        var references = new CustomerReferences(customers, null, source);
        references.find(facts.stream().map(FactReading::named).distinct().toList());
        List<CustomerId> ids = facts.stream()
                .map(Fact::customer)
                .filter(Objects::nonNull)
                .map(Who::id)
                .filter(Objects::nonNull)
                .distinct()
                .map(CustomerId::new)
                .toList();
        List<Line> lines = facts.stream()
                .flatMap(fact -> fact.lines() == null ? Stream.of() : fact.lines().stream())
                .filter(Objects::nonNull)
                .toList();
        List<String> products = lines.stream()
                .map(Line::product)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Set<String> currencies = lines.stream()
                .map(Line::currency)
                .filter(Objects::nonNull)
                .flatMap(code -> Currencies.find(code).stream())
                .collect(Collectors.toSet());
        Map<CustomerId, CustomerId> known = customers.current(ids);
        customers.summaries(ids).forEach(customer -> known.put(customer.id(), customer.id()));
        return new FactReading(references, known, catalogue.find(source, products), exchangeRates.hold(currencies));
    }

    /** A fact cannot be recorded. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Fault fault;

        Refused(String field, String reason, @Nullable Object value) {
            super(reason, null, false, false);
            this.fault = new Fault(field, reason, value == null ? "" : value.toString());
        }

        Fault fault() {
            return fault;
        }
    }

    private static CustomerReferences.Named named(Fact fact) {
        Who who = fact.customer();
        return who == null
                ? new CustomerReferences.Named(null, null, null, null)
                : new CustomerReferences.Named(blankIsNull(who.number()), blankIsNull(who.email()), null, null);
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    InteractionDraft interaction(Fact fact) {
        if (fact.lines() != null && !fact.lines().isEmpty()) {
            throw new Refused("lines", "intake.api.noLines", fact.kind());
        }
        CustomerId customer = customer(fact);
        if (customer == null) {
            throw new Refused("customer", "intake.rejected.missing", "");
        }
        return new InteractionDraft(
                required("key", fact.key()),
                customer,
                occurredAt(fact),
                required("kind", fact.kind()),
                touchpoint(fact),
                fact.summary() == null ? null : text("summary", fact.summary()),
                detail(fact));
    }

    /** A detail without a value says nothing. */
    private static Map<String, String> detail(Fact fact) {
        var detail = new LinkedHashMap<String, String>();
        if (fact.detail() != null) {
            fact.detail().forEach((name, value) -> {
                if (value != null) {
                    text("detail", name);
                    detail.put(name, text("detail." + name, value));
                }
            });
        }
        return detail;
    }

    List<PurchaseLineDraft> purchase(Fact fact) {
        List<@Nullable Line> lines = fact.lines();
        if (lines == null || lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new Refused("lines", "intake.api.lines", MOST_LINES);
        }
        CustomerId customer = customer(fact);
        String key = required("key", fact.key());
        Instant occurredAt = occurredAt(fact);
        Touchpoint touchpoint = touchpoint(fact);
        var drafts = new ArrayList<PurchaseLineDraft>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line == null) {
                throw new Refused("lines[" + i + "]", "intake.rejected.missing", "");
            }
            String at = "lines[" + i + "].";
            Priced product = product(at, line);
            BigDecimal quantity = quantity(at, line, "return".equals(fact.kind()));
            String currency = currency(at, line);
            BigDecimal rate = rate(at, currency, occurredAt);
            BigDecimal price = line.unitPrice() != null ? line.unitPrice() : product == null ? null : product.price();
            if (currency != null && line.unitPrice() == null) {
                throw new Refused(at + "unitPrice", "intake.rejected.noPriceInCurrency", currency);
            }
            if (price == null) {
                throw new Refused(at + "unitPrice", "intake.rejected.noPrice", line.product());
            }
            BigDecimal discount = money(at + "discount", line.discount());
            drafts.add(new PurchaseLineDraft(
                            key,
                            line.key() == null ? Integer.toString(i + 1) : line.key(),
                            customer,
                            occurredAt,
                            touchpoint,
                            product == null ? null : product.id(),
                            quantity,
                            Objects.requireNonNull(money(at + "unitPrice", price)),
                            discount == null ? BigDecimal.ZERO : quantity.signum() < 0 ? discount.negate() : discount,
                            line.unitCost() != null
                                    ? money(at + "unitCost", line.unitCost())
                                    : product == null || product.cost() == null
                                            ? null
                                            : currency == null
                                                    ? product.cost()
                                                    : product.cost().divide(rate, COST_DECIMALS, RoundingMode.HALF_UP))
                    .in(currency));
        }
        return drafts;
    }

    /** Null for the company's. */
    private @Nullable String currency(String at, Line line) {
        return line.currency() == null
                ? null
                : rates.foreign(Currencies.find(line.currency())
                        .orElseThrow(() -> new Refused(at + "currency", "intake.rejected.currency", line.currency())));
    }

    private BigDecimal rate(String at, @Nullable String currency, Instant occurredAt) {
        BigDecimal rate = rates.at(currency, occurredAt);
        if (rate == null) {
            throw new Refused(at + "currency", "intake.rejected.noRate", currency + ", " + rates.day(occurredAt));
        }
        return rate;
    }

    private @Nullable Priced product(String at, Line line) {
        if (line.product() == null) {
            return null;
        }
        Priced product = products.get(line.product());
        if (product == null) {
            throw new Refused(at + "product", "intake.rejected.unknownProduct", line.product());
        }
        return product;
    }

    private static BigDecimal quantity(String at, Line line, boolean isReturn) {
        BigDecimal quantity = line.quantity() == null ? BigDecimal.ONE : line.quantity();
        if (quantity.signum() == 0
                || quantity.stripTrailingZeros().scale() > 3
                || quantity.precision() - quantity.scale() > 9) {
            throw new Refused(at + "quantity", "intake.rejected.number", quantity);
        }
        return isReturn ? quantity.abs().negate() : quantity;
    }

    private static @Nullable BigDecimal money(String field, @Nullable BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        if (amount.signum() < 0) {
            throw new Refused(field, "intake.rejected.negative", amount);
        }
        if (amount.stripTrailingZeros().scale() > 4) {
            throw new Refused(field, "intake.rejected.decimals", amount);
        }
        if (amount.precision() - amount.scale() > 9) {
            throw new Refused(field, "intake.rejected.number", amount);
        }
        return amount;
    }

    private @Nullable CustomerId customer(Fact fact) {
        Who who = fact.customer();
        if (who == null) {
            return null;
        }
        if (who.id() != null) {
            var id = new CustomerId(who.id());
            CustomerId current = known.get(id);
            if (current == null) {
                throw new Refused("customer.id", "intake.rejected.unknownCustomer", who.id());
            }
            return current;
        }
        CustomerReferences.Named named = named(fact);
        CustomerId id = references.id(named);
        if (id == null && !named.nobody()) {
            String field = named.number() == null ? "customer.email" : "customer.number";
            throw new Refused(field, "intake.rejected.unknownCustomer", named.value());
        }
        return id;
    }

    private static String text(String field, String value) {
        if (value.indexOf('\0') >= 0) {
            throw new Refused(field, "intake.rejected.control", "");
        }
        return value;
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new Refused(field, "intake.rejected.missing", "");
        }
        return text(field, value.strip());
    }

    private static Instant occurredAt(Fact fact) {
        String text = required("occurredAt", fact.occurredAt());
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (instant.isBefore(Timeline.EARLIEST) || !instant.isBefore(Timeline.LATEST)) {
                throw new Refused("occurredAt", "intake.rejected.date", text);
            }
            return instant;
        } catch (DateTimeParseException e) {
            throw new Refused("occurredAt", "intake.api.instant", text);
        }
    }

    private static Touchpoint touchpoint(Fact fact) {
        String written = fact.channel() == null ? "other" : fact.channel();
        Channel channel = Stream.of(Channel.values())
                .filter(one -> one.code().equals(written))
                .findFirst()
                .orElseThrow(() -> new Refused("channel", "intake.api.channel", written));
        return new Touchpoint(required("touchpoint", fact.touchpoint() == null ? written : fact.touchpoint()), channel);
    }
}
