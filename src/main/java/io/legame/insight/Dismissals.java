package io.legame.insight;

import static io.legame.insight.WarehouseTables.METRICS;
import static io.legame.insight.db.Tables.DISMISSAL;

import io.legame.access.Actor;
import io.legame.access.AuditTrail;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.platform.Refusal;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom the company lets go, from which day and why. Segments leave them out unless they may be won back or the segment
 * asks for them; whatever sends messages asks {@link #mayBeWonBack} before.
 */
@Component
public class Dismissals {
    /** A decision may be taken so many years ahead. */
    private static final int YEARS_AHEAD = 1;

    private final DSLContext database;
    private final Warehouse warehouse;
    private final Customers customers;
    private final MergedDismissals merged;
    private final RuleBook rules;
    private final AuditTrail audit;
    private final InstantSource clock;

    Dismissals(
            DSLContext database,
            Warehouse warehouse,
            Customers customers,
            MergedDismissals merged,
            RuleBook rules,
            AuditTrail audit,
            InstantSource clock) {
        this.database = database;
        this.warehouse = warehouse;
        this.customers = customers;
        this.merged = merged;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** What letting the customer go would save, by the last figures; zero where nothing is known yet. */
    public CostAvoided avoided(CustomerId customer) {
        int months = rules.today(TierRules.class).months();
        return warehouse.query(ask -> ask.select(METRICS.WINDOW_COST_TO_SERVE, METRICS.WINDOW_PROFIT)
                .from(METRICS)
                .where(METRICS.CUSTOMER_ID.eq(customer.value()))
                .fetchOptional(row ->
                        new CostAvoided(months, row.value1(), row.value2().add(row.value1())))
                .orElse(new CostAvoided(months, BigDecimal.ZERO, BigDecimal.ZERO)));
    }

    /**
     * Lets a customer go.
     *
     * @throws Refusal 404 for who is not seen, 409 for who was let go already, 422 when the day lies in a month that was
     *     closed or too far ahead
     */
    @Transactional
    public Dismissal dismiss(CustomerId id, DismissalDraft draft) {
        return dismiss(id, draft, null);
    }

    /** The same because somebody who became part of the customer was let go; it ends when that merge is taken back. */
    @Transactional
    public Dismissal dismissToo(CustomerId id) {
        DismissedPart waiting = waiting(id).orElseThrow(Refusal::notFound);
        Dismissal other = waiting.dismissal();
        return dismiss(id, new DismissalDraft(null, other.reason(), other.note(), other.winBack()), waiting.merge());
    }

    private Dismissal dismiss(CustomerId id, DismissalDraft draft, @Nullable Long merge) {
        CustomerId customer = seen(id);
        LocalDate from = allowed(draft.from());
        if (current(customer).isPresent()) {
            throw new Refusal(HttpStatus.CONFLICT, "insight.dismissal.error.already");
        }
        Dismissal dismissal = new DismissalTable(database)
                .insert(customer, from, draft, avoided(customer).perYear(), merge, now(), by());
        record("insight.dismissed", dismissal);
        return dismissal;
    }

    private CustomerId seen(CustomerId id) {
        customers.hold();
        return customers.find(id).orElseThrow(Refusal::notFound).id();
    }

    /**
     * From when somebody is let go, or taken in again, who says nothing else: the day of the figures. Where nothing happened
     * for a month that day is past, and a decision from today on would be seen in none of them.
     */
    public LocalDate usualDay() {
        LocalDate today = rules.companyDay();
        LocalDate figures = warehouse.query(ask -> FiguresDay.of(ask, today));
        // figures of yesterday are about to become those of today
        LocalDate day = ReferenceDay.of(figures, today);
        LocalDate open = rules.openSince();
        return open != null && open.isAfter(day) ? open : day;
    }

    private LocalDate allowed(@Nullable LocalDate from) {
        LocalDate today = rules.companyDay();
        LocalDate day = from == null ? usualDay() : from;
        LocalDate open = rules.openSince();
        if (open != null && day.isBefore(open)) {
            throw Refusal.of("insight.dismissal.error.closed", open);
        }
        if (day.isAfter(today.plusYears(YEARS_AHEAD)) || day.isBefore(Basis.BEGINNING)) {
            throw Refusal.of("insight.dismissal.error.from", today.plusYears(YEARS_AHEAD));
        }
        return day;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String by() {
        return Actor.current().name();
    }

    private void record(String action, Dismissal dismissal) {
        var detail = new HashMap<String, Object>();
        detail.put("from", dismissal.from().toString());
        detail.put("reason", dismissal.reason().code());
        detail.put("winBack", dismissal.winBack());
        if (dismissal.until() != null) {
            detail.put("until", dismissal.until().toString());
        }
        audit.record(action, "customer", Long.toString(dismissal.customer().value()), detail);
    }

    /** The customer is one like the others again, from the day of the figures on; before its day a dismissal never was. */
    @Transactional
    public Dismissal readmit(CustomerId id) {
        Dismissal dismissal = current(seen(id)).orElseThrow(Refusal::notFound);
        LocalDate usual = usualDay();
        LocalDate until = usual.isBefore(dismissal.from()) ? dismissal.from() : usual;
        Dismissal ended = new DismissalTable(database).end(dismissal, until, now(), by());
        record("insight.readmitted", ended);
        return ended;
    }

    /** Takes a decision back that was a mistake: the customer was never dismissed. For the days after it was made. */
    @Transactional
    public Dismissal withdraw(long id) {
        Dismissal dismissal = found(id);
        if (dismissal.until() != null) {
            throw new Refusal(HttpStatus.CONFLICT, "insight.dismissal.error.ended");
        }
        LocalDate open = rules.openSince();
        if (open != null && dismissal.from().isBefore(open)) {
            throw new Refusal(HttpStatus.CONFLICT, "insight.dismissal.error.closed", open);
        }
        Dismissal withdrawn = new DismissalTable(database).end(dismissal, dismissal.from(), now(), by());
        record("insight.dismissalWithdrawn", withdrawn);
        return withdrawn;
    }

    /** Takes a readmission back. */
    @Transactional
    public Dismissal goOn(long id) {
        Dismissal dismissal = found(id);
        if (dismissal.until() == null || current(dismissal.customer()).isPresent()) {
            throw new Refusal(HttpStatus.CONFLICT, "insight.dismissal.error.already");
        }
        Dismissal on = new DismissalTable(database).goOn(dismissal);
        record("insight.dismissed", on);
        return on;
    }

    private Dismissal found(long id) {
        Dismissal dismissal = new DismissalTable(database).find(id).orElseThrow(Refusal::notFound);
        seen(dismissal.customer());
        return dismissal;
    }

    /** What holds or will hold, until somebody ends it. */
    public Optional<Dismissal> current(CustomerId customer) {
        return new DismissalTable(database).open(List.of(customer)).stream().findFirst();
    }

    /** All that was decided and not taken back, the newest first. */
    public List<Dismissal> of(CustomerId customer) {
        return new DismissalTable(database).of(customer);
    }

    /** Somebody who was let go and became part of the customer since, who is not: should this one be too? */
    public Optional<DismissedPart> waiting(CustomerId customer) {
        return current(customer).isPresent() ? Optional.empty() : merged.partOf(customer);
    }

    /**
     * Whom messages may be sent to that win customers back, or sell: all but those who are dismissed today, or will be
     * tomorrow, and are not to be won back. Sends ask for the customers of each batch just before they go.
     */
    public Set<CustomerId> mayBeWonBack(Collection<CustomerId> some) {
        LocalDate today = rules.companyDay();
        var may = new HashSet<>(some);
        new DismissalTable(database)
                .open(some).stream()
                        .filter(dismissal -> !dismissal.winBack() && dismissal.holdsOn(today.plusDays(1)))
                        .forEach(dismissal -> may.remove(dismissal.customer()));
        return may;
    }

    /** How many are let go, and what that saves by the year. */
    public record Sum(long customers, BigDecimal costAvoided) {}

    public Sum sum() {
        DismissalTable.Sum sum = new DismissalTable(database).sum(customers.seen(DISMISSAL.CUSTOMER_ID));
        return new Sum(sum.customers(), sum.costAvoided());
    }

    /** @param orders made on or after the day of the dismissal, all the same */
    public record Listed(Dismissal dismissal, String name, int orders, BigDecimal revenue) {}

    /**
     * Those whom the reader sees, the newest first.
     *
     * @param after the number of the last one of the stretch before; null for the first
     */
    public List<Listed> list(@Nullable Long after, int limit) {
        var table = new DismissalTable(database);
        Dismissal last = after == null
                ? null
                : table.find(after).orElseThrow(() -> Refusal.of("insight.lifeCycle.error.position"));
        List<Dismissal> dismissed = table.open(customers.seen(DISMISSAL.CUSTOMER_ID), last, limit);
        Map<CustomerId, String> names =
                customers.summaries(dismissed.stream().map(Dismissal::customer).toList()).stream()
                        .collect(Collectors.toMap(each -> each.id(), each -> each.name()));
        Map<CustomerId, BoughtSince.Bought> since =
                dismissed.isEmpty() ? Map.of() : warehouse.query(ask -> BoughtSince.of(ask, dismissed));
        var listed = new ArrayList<Listed>();
        for (Dismissal each : dismissed) {
            String name = names.get(each.customer());
            if (name != null) {
                BoughtSince.Bought bought = since.getOrDefault(each.customer(), BoughtSince.NOTHING);
                listed.add(new Listed(each, name, bought.orders(), bought.revenue()));
            }
        }
        return listed;
    }
}
