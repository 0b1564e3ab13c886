package io.legame.intake;

import io.legame.catalogue.Catalogue;
import io.legame.catalogue.Catalogue.Priced;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.timeline.Channel;
import io.legame.timeline.InteractionDraft;
import io.legame.timeline.PurchaseLineDraft;
import io.legame.timeline.Recorded;
import io.legame.timeline.Timeline;
import io.legame.timeline.Touchpoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Facts that programs send, many at a time: a bad one among them stops no other. */
@Component
public class InteractionBatch {
    /** The most facts a batch may hold. */
    public static final int LIMIT = 10_000;

    private static final int MOST_LINES = 1_000;

    private final Customers customers;
    private final Catalogue catalogue;
    private final Timeline timeline;

    InteractionBatch(Customers customers, Catalogue catalogue, Timeline timeline) {
        this.customers = customers;
        this.catalogue = catalogue;
        this.timeline = timeline;
    }

    /**
     * A fact as a program says it.
     *
     * @param kind {@code purchase} and {@code return} have lines, every other kind has none
     * @param occurredAt ISO 8601 with an offset
     * @param channel one of {@link Channel}, in small letters
     */
    public record Fact(
            @Nullable String key,
            @Nullable String kind,
            @Nullable Who customer,
            @Nullable String occurredAt,
            @Nullable String touchpoint,
            @Nullable String channel,
            @Nullable String summary,
            @Nullable Map<String, String> detail,
            @Nullable List<Line> lines) {

        boolean isPurchase() {
            return "purchase".equals(kind) || "return".equals(kind);
        }
    }

    /** A customer by one of the names we know it by; absent for a sale to somebody unknown. */
    public record Who(
            @Nullable Long id,
            @Nullable String email,
            @Nullable String number) {}

    /** @param unitPrice absent for the product's own */
    public record Line(
            @Nullable String key,
            @Nullable String product,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal unitPrice,
            @Nullable BigDecimal discount,
            @Nullable BigDecimal unitCost) {}

    /**
     * What became of one fact.
     *
     * @param result created, unchanged, conflict or rejected
     */
    public record Result(
            int index,
            @Nullable String key,
            String result,
            @Nullable Fault fault) {}

    /** @param reason a text key with its value */
    public record Fault(String field, String reason, String value) {}

    /** A fact cannot be recorded. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Fault fault;

        Refused(String field, String reason, @Nullable Object value) {
            super(reason, null, false, false);
            this.fault = new Fault(field, reason, value == null ? "" : value.toString());
        }
    }

    /** Records the facts in one transaction; the results are in their order. */
    @Transactional
    public List<Result> record(String sourceName, List<Fact> facts) {
        String source = SourceName.checked(sourceName);
        var references = new CustomerReferences(customers, source);
        references.find(facts.stream().map(InteractionBatch::named).distinct().toList());
        Map<String, Priced> products = catalogue.find(
                source,
                facts.stream()
                        .flatMap(fact -> fact.lines() == null ? Stream.of() : fact.lines().stream())
                        .map(Line::product)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        var results = new ArrayList<@Nullable Result>(java.util.Collections.nCopies(facts.size(), null));
        var interactions = new ArrayList<Drafted<InteractionDraft>>();
        var lines = new ArrayList<Drafted<PurchaseLineDraft>>();
        for (int index = 0; index < facts.size(); index++) {
            Fact fact = facts.get(index);
            try {
                if (fact.isPurchase()) {
                    for (PurchaseLineDraft line : purchase(fact, references, products)) {
                        lines.add(new Drafted<>(index, line));
                    }
                } else {
                    interactions.add(new Drafted<>(index, interaction(fact, references)));
                }
            } catch (Refused refused) {
                results.set(index, new Result(index, fact.key(), "rejected", refused.fault));
            }
        }
        answer(facts, interactions, timeline.record(source, drafts(interactions)), results);
        answer(facts, lines, timeline.recordPurchases(source, drafts(lines)), results);
        return results.stream().map(Objects::requireNonNull).toList();
    }

    private record Drafted<T>(int index, T draft) {}

    private static <T> List<T> drafts(List<Drafted<T>> drafted) {
        return drafted.stream().map(Drafted::draft).toList();
    }

    /** A purchase is new when one of its lines is, and contradicts when one of them does. */
    private static <T> void answer(
            List<Fact> facts, List<Drafted<T>> drafted, List<Recorded> recorded, List<@Nullable Result> results) {
        var worst = new HashMap<Integer, Recorded>();
        for (int i = 0; i < drafted.size(); i++) {
            worst.merge(
                    drafted.get(i).index(), recorded.get(i), (one, other) -> rank(one) >= rank(other) ? one : other);
        }
        worst.forEach((index, result) ->
                results.set(index, new Result(index, facts.get(index).key(), name(result), null)));
    }

    private static int rank(Recorded recorded) {
        return switch (recorded) {
            case UNCHANGED -> 0;
            case CREATED -> 1;
            case OTHER_CUSTOMER, CONFLICT -> 2;
        };
    }

    private static String name(Recorded recorded) {
        return switch (recorded) {
            case UNCHANGED -> "unchanged";
            case CREATED -> "created";
            case OTHER_CUSTOMER, CONFLICT -> "conflict";
        };
    }

    private static CustomerReferences.Named named(Fact fact) {
        Who who = fact.customer();
        return who == null
                ? new CustomerReferences.Named(null, null, null)
                : new CustomerReferences.Named(blankIsNull(who.number()), blankIsNull(who.email()), null);
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private InteractionDraft interaction(Fact fact, CustomerReferences references) {
        if (fact.lines() != null && !fact.lines().isEmpty()) {
            throw new Refused("lines", "intake.api.noLines", fact.kind());
        }
        CustomerId customer = customer(fact, references);
        if (customer == null) {
            throw new Refused("customer", "intake.rejected.missing", "");
        }
        return new InteractionDraft(
                required("key", fact.key()),
                customer,
                occurredAt(fact),
                required("kind", fact.kind()),
                touchpoint(fact),
                fact.summary(),
                fact.detail() == null ? Map.of() : fact.detail());
    }

    private List<PurchaseLineDraft> purchase(Fact fact, CustomerReferences references, Map<String, Priced> products) {
        List<Line> lines = fact.lines();
        if (lines == null || lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new Refused("lines", "intake.api.lines", MOST_LINES);
        }
        CustomerId customer = customer(fact, references);
        String key = required("key", fact.key());
        Instant occurredAt = occurredAt(fact);
        Touchpoint touchpoint = touchpoint(fact);
        var drafts = new ArrayList<PurchaseLineDraft>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String at = "lines[" + i + "].";
            Priced product = product(at, line, products);
            BigDecimal quantity = quantity(at, line, "return".equals(fact.kind()));
            BigDecimal price = line.unitPrice() != null ? line.unitPrice() : product == null ? null : product.price();
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
                            : product == null ? null : product.cost()));
        }
        return drafts;
    }

    private static @Nullable Priced product(String at, Line line, Map<String, Priced> products) {
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

    private @Nullable CustomerId customer(Fact fact, CustomerReferences references) {
        Who who = fact.customer();
        if (who == null) {
            return null;
        }
        if (who.id() != null) {
            var id = new CustomerId(who.id());
            if (customers.summaries(List.of(id)).isEmpty()) {
                throw new Refused("customer.id", "intake.rejected.unknownCustomer", who.id());
            }
            return id;
        }
        CustomerReferences.Named named = named(fact);
        CustomerId id = references.id(named);
        if (id == null && !named.nobody()) {
            String field = named.number() == null ? "customer.email" : "customer.number";
            throw new Refused(field, "intake.rejected.unknownCustomer", named.value());
        }
        return id;
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new Refused(field, "intake.rejected.missing", "");
        }
        return value.strip();
    }

    private static Instant occurredAt(Fact fact) {
        String text = required("occurredAt", fact.occurredAt());
        try {
            Instant instant = java.time.OffsetDateTime.parse(text).toInstant();
            if (instant.isBefore(Timeline.EARLIEST) || !instant.isBefore(Timeline.LATEST)) {
                throw new Refused("occurredAt", "intake.rejected.date", text);
            }
            return instant;
        } catch (java.time.format.DateTimeParseException e) {
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
