package io.legame.intake;

import io.legame.access.ChangeSetId;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.timeline.InteractionDraft;
import io.legame.timeline.Recorded;
import io.legame.timeline.Timeline;
import io.legame.timeline.Touchpoint;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows that are interactions other than purchases: visits, calls, messages, requests. */
final class InteractionRows implements Rows<InteractionRows.Fact> {
    private final Plan plan;
    private final Cells cells;
    private final Touchpoints touchpoints;
    private final Customers customers;
    private final Timeline timeline;
    private final ChangeSetId by;
    private final Instant tomorrow;

    InteractionRows(Plan plan, Cells cells, Customers customers, Timeline timeline, ChangeSetId by, Instant now) {
        this.by = by;
        this.plan = plan;
        this.cells = cells;
        this.touchpoints = new Touchpoints(plan, cells);
        this.customers = customers;
        this.timeline = timeline;
        this.tomorrow = now.plus(Duration.ofDays(1));
    }

    record Fact(
            String key,
            CustomerReferences.Named customer,
            Instant occurredAt,
            String kind,
            Touchpoint touchpoint,
            @Nullable String summary) {}

    @Override
    public Fact read(StagedRow staged) {
        @Nullable String[] row = staged.cells();
        var customer = new CustomerReferences.Named(
                cells.text(row, Field.CUSTOMER_NUMBER), cells.text(row, Field.EMAIL), null, null);
        if (customer.nobody()) {
            throw new Unreadable("intake.rejected.missing", Field.EMAIL, "");
        }
        Instant occurredAt = cells.moment(row, Field.DATE_TIME);
        if (occurredAt.isAfter(tomorrow) || occurredAt.isBefore(Timeline.EARLIEST)) {
            throw new Unreadable(
                    occurredAt.isAfter(tomorrow) ? "intake.rejected.future" : "intake.rejected.date",
                    Field.DATE_TIME,
                    String.valueOf(cells.raw(row, Field.DATE_TIME)));
        }
        String kind = cells.required(row, Field.INTERACTION_KIND).toLowerCase(Locale.ROOT);
        String summary = cells.text(row, Field.SUMMARY);
        String key = cells.text(row, Field.KEY);
        return new Fact(
                key == null ? keyOf(customer.value(), occurredAt, summary) : key,
                customer,
                occurredAt,
                kind,
                touchpoints.of(row),
                summary);
    }

    /** A fact without a name of its own is the same when it says the same. */
    private static String keyOf(String customer, Instant occurredAt, @Nullable String summary) {
        return UUID.nameUUIDFromBytes((customer + '\n' + occurredAt + '\n' + summary).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public void write(List<Read<Fact>> rows, Outcome outcome) {
        customers.hold();
        var named =
                rows.stream().map(row -> row.content().customer()).distinct().toList();
        var references = new CustomerReferences(customers, by, plan.source());
        references.find(named);
        if (plan.createCustomers()) {
            outcome.newCustomers().addAll(references.create(named));
        }
        var known = new ArrayList<Read<Fact>>(rows.size());
        var drafts = new ArrayList<InteractionDraft>(rows.size());
        for (Read<Fact> row : rows) {
            Fact fact = row.content();
            CustomerId customer = references.id(fact.customer());
            if (customer == null) {
                outcome.reject(
                        row.row(),
                        "intake.rejected.unknownCustomer",
                        fact.customer().field(),
                        fact.customer().value(),
                        BigDecimal.ZERO);
            } else {
                known.add(row);
                drafts.add(new InteractionDraft(
                        fact.key(),
                        customer,
                        fact.occurredAt(),
                        fact.kind(),
                        fact.touchpoint(),
                        fact.summary(),
                        Map.of()));
            }
        }
        List<Recorded> results = timeline.record(by, plan.source(), drafts);
        for (int i = 0; i < results.size(); i++) {
            switch (results.get(i)) {
                case CREATED -> outcome.created++;
                case UNCHANGED -> outcome.unchanged++;
                case CONFLICT, OTHER_CUSTOMER, READ_OTHERWISE, NO_RATE ->
                    outcome.reject(
                            known.get(i).row(),
                            "intake.rejected.conflict",
                            Field.KEY,
                            drafts.get(i).key(),
                            BigDecimal.ZERO);
            }
        }
    }
}
