package io.legame.sample;

import io.legame.customers.CustomerId;
import io.legame.timeline.InteractionDraft;
import io.legame.timeline.PurchaseLineDraft;
import io.legame.timeline.Touchpoint;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to one customer, within the two years; what would happen before or after is not told. */
final class Diary {
    private final String number;
    private final @Nullable CustomerId customer;
    private final Years years;
    private final List<InteractionDraft> interactions = new ArrayList<>();
    private final List<PurchaseLineDraft> lines = new ArrayList<>();

    /** @param customer null for somebody whom the till did not recognise: only purchases are told */
    Diary(String number, @Nullable CustomerId customer, Years years) {
        this.number = number;
        this.customer = customer;
        this.years = years;
    }

    List<InteractionDraft> interactions() {
        return interactions;
    }

    List<PurchaseLineDraft> lines() {
        return lines;
    }

    /** @param detail names and values in turns */
    void touch(String kind, LocalDateTime at, Touchpoint where, String summary, String... detail) {
        if (customer == null || !years.contain(at.toLocalDate())) {
            return;
        }
        Map<String, String> details = new LinkedHashMap<>();
        for (int i = 0; i < detail.length; i += 2) {
            details.put(detail[i], detail[i + 1]);
        }
        interactions.add(new InteractionDraft(
                number + "-" + (interactions.size() + 1),
                customer,
                at.atZone(years.zone()).toInstant(),
                kind,
                where,
                summary,
                details));
    }

    /** @param quantity negative for what is given back */
    void line(
            String order,
            int line,
            LocalDateTime at,
            Touchpoint where,
            Assortment.Article article,
            int quantity,
            BigDecimal discount) {
        if (years.contain(at.toLocalDate())) {
            lines.add(new PurchaseLineDraft(
                    order,
                    Integer.toString(line),
                    customer,
                    at.atZone(years.zone()).toInstant(),
                    where,
                    article.product().id(),
                    new BigDecimal(quantity),
                    article.model().price(),
                    discount,
                    article.model().unitCost()));
        }
    }
}
