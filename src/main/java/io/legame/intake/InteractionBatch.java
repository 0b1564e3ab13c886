package io.legame.intake;

import io.legame.catalogue.Catalogue;
import io.legame.customers.Customers;
import io.legame.timeline.ExchangeRates;
import io.legame.timeline.InteractionDraft;
import io.legame.timeline.PurchaseLineDraft;
import io.legame.timeline.Recorded;
import io.legame.timeline.Timeline;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Facts that programs send, many at a time: a bad one among them stops no other. */
@Component
public class InteractionBatch {
    /** The most facts a batch may hold. */
    public static final int LIMIT = 10_000;

    private final Customers customers;
    private final Catalogue catalogue;
    private final Timeline timeline;
    private final ExchangeRates exchangeRates;

    InteractionBatch(Customers customers, Catalogue catalogue, Timeline timeline, ExchangeRates exchangeRates) {
        this.exchangeRates = exchangeRates;
        this.customers = customers;
        this.catalogue = catalogue;
        this.timeline = timeline;
    }

    /**
     * A fact as a program says it.
     *
     * @param kind {@code purchase} and {@code return} have lines, every other kind has none
     * @param occurredAt ISO 8601 with an offset
     * @param channel one of {@link io.legame.timeline.Channel}, in small letters
     */
    public record Fact(
            @Nullable String key,
            @Nullable String kind,
            @Nullable Who customer,
            @Nullable String occurredAt,
            @Nullable String touchpoint,
            @Nullable String channel,
            @Nullable String summary,
            @Nullable Map<String, @Nullable String> detail,
            @Nullable List<@Nullable Line> lines) {

        boolean isPurchase() {
            return "purchase".equals(kind) || "return".equals(kind);
        }
    }

    /** A customer by one of the names we know it by; absent for a sale to somebody unknown. */
    public record Who(
            @Nullable Long id,
            @Nullable String email,
            @Nullable String number) {}

    /**
     * @param unitPrice absent for the product's own, which is in the company's currency
     * @param currency of price, discount and cost, ISO 4217; absent for the company's
     */
    public record Line(
            @Nullable String key,
            @Nullable String product,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal unitPrice,
            @Nullable BigDecimal discount,
            @Nullable BigDecimal unitCost,
            @Nullable String currency) {}

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

    /** Records the facts in one transaction; the results are in their order. */
    @Transactional
    public List<Result> record(String sourceName, List<Fact> facts) {
        String source = SourceName.checked(sourceName);
        customers.hold();
        var reading = FactReading.of(facts, source, customers, catalogue, exchangeRates);
        var results = new ArrayList<@Nullable Result>(java.util.Collections.nCopies(facts.size(), null));
        var interactions = new ArrayList<Drafted<InteractionDraft>>();
        var lines = new ArrayList<Drafted<PurchaseLineDraft>>();
        for (int index = 0; index < facts.size(); index++) {
            Fact fact = facts.get(index);
            try {
                if (fact.isPurchase()) {
                    for (PurchaseLineDraft line : reading.purchase(fact)) {
                        lines.add(new Drafted<>(index, line));
                    }
                } else {
                    interactions.add(new Drafted<>(index, reading.interaction(fact)));
                }
            } catch (FactReading.Refused refused) {
                results.set(index, new Result(index, fact.key(), "rejected", refused.fault()));
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
                results.set(index, new Result(index, facts.get(index).key(), name(result), fault(result))));
    }

    private static int rank(Recorded recorded) {
        return switch (recorded) {
            case UNCHANGED -> 0;
            case CREATED -> 1;
            case OTHER_CUSTOMER, READ_OTHERWISE, CONFLICT -> 2;
            case NO_RATE -> 3;
        };
    }

    private static @Nullable Fault fault(Recorded recorded) {
        return recorded == Recorded.NO_RATE ? new Fault("lines", "intake.rejected.noRateOfOrder", "") : null;
    }

    private static String name(Recorded recorded) {
        return switch (recorded) {
            case UNCHANGED -> "unchanged";
            case CREATED -> "created";
            case OTHER_CUSTOMER, READ_OTHERWISE, CONFLICT -> "conflict";
            case NO_RATE -> "rejected";
        };
    }
}
