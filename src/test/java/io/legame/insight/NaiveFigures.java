package io.legame.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of one customer, computed day by day in plain Java from PostgreSQL's rows: slow and without any trick. */
final class NaiveFigures {
    record Order(LocalDate day, boolean isReturn, BigDecimal amount, BigDecimal margin, BigDecimal uncosted) {
        boolean isOrder() {
            return !isReturn && amount.signum() > 0;
        }
    }

    record Contact(LocalDate day, String kind, String channel) {}

    private final Basis basis;
    private final LocalDate createdOn;
    private final List<Order> orders;
    private final List<Contact> contacts;
    private final List<Dismissed> dismissals;

    record Dismissed(LocalDate from, @Nullable LocalDate until) {}

    NaiveFigures(JdbcClient database, Basis basis, ZoneId zone, long customer) {
        this.basis = basis;
        this.createdOn = database.sql("select (created_at at time zone ?)::date from customers.customer where id = ?")
                .params(zone.getId(), customer)
                .query(LocalDate.class)
                .single();
        this.orders = database.sql("""
                        select (min(occurred_at) at time zone ?)::date as day, bool_or(quantity < 0) as is_return,
                            sum(amount) as amount, coalesce(sum(amount - cost), 0) as margin,
                            coalesce(sum(amount) filter (where cost is null), 0) as uncosted
                        from timeline.purchase_line where customer_id = ? group by interaction_id order by day
                        """)
                .params(zone.getId(), customer)
                .query(Order.class)
                .list();
        this.contacts = database.sql("""
                        select (occurred_at at time zone ?)::date as day, kind, channel
                        from timeline.interaction i join timeline.touchpoint t on t.id = i.touchpoint_id
                        where customer_id = ?
                        """)
                .params(zone.getId(), customer)
                .query(Contact.class)
                .list();
        this.dismissals = database.sql(
                        "select from_on as \"from\", until_on as until from insight.dismissal where customer_id = ?")
                .param(customer)
                .query(Dismissed.class)
                .list();
    }

    LocalDate knownSince() {
        var days = new ArrayList<LocalDate>();
        days.add(createdOn);
        orders.forEach(order -> days.add(order.day()));
        contacts.forEach(contact -> days.add(contact.day()));
        return days.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    private ContactRole role(Contact contact) {
        return basis.roles().getOrDefault(contact.kind(), ContactRole.CONTACT);
    }

    /** The stage on a day; null before the customer was known. */
    @Nullable
    Stage stage(LocalDate day) {
        if (dismissals.stream()
                .anyMatch(d -> !d.from().isAfter(day)
                        && (d.until() == null || d.until().isAfter(day)))) {
            return Stage.DISMISSED;
        }
        if (day.isBefore(knownSince())) {
            return null;
        }
        List<LocalDate> bought = purchaseDays(day);
        if (bought.isEmpty()) {
            boolean responded = contacts.stream()
                    .anyMatch(contact -> !contact.day().isAfter(day)
                            && (role(contact) == ContactRole.RESPONSE || role(contact) == ContactRole.TICKET));
            return responded ? Stage.PROSPECT : Stage.LEAD;
        }
        LifeCycleRules rules = Dated.inForce(basis.lifeCycle(), day);
        long since = ChronoUnit.DAYS.between(bought.getLast(), day);
        if (since > rules.lostAfter()) {
            return Stage.LOST;
        }
        if (since > rules.dormantAfter()) {
            return Stage.DORMANT;
        }
        if (since > rules.atRiskAfter()) {
            return Stage.AT_RISK;
        }
        if (bought.size() == 1) {
            return since < rules.newDays() ? Stage.NEW : Stage.ACTIVE;
        }
        int place = bought.size() - rules.loyalPurchases();
        return place >= 0 && ChronoUnit.DAYS.between(bought.get(place), day) < rules.loyalWithin()
                ? Stage.LOYAL
                : Stage.ACTIVE;
    }

    private List<LocalDate> purchaseDays(LocalDate until) {
        return orders.stream()
                .filter(Order::isOrder)
                .map(Order::day)
                .filter(day -> !day.isAfter(until))
                .distinct()
                .sorted()
                .toList();
    }

    private TierRules rules(LocalDate day) {
        return Dated.inForce(basis.tiers(), day);
    }

    private boolean inWindow(LocalDate day, LocalDate until) {
        YearMonth month = YearMonth.from(until);
        LocalDate from = until.equals(month.atEndOfMonth())
                ? month.minusMonths(rules(until).months()).atEndOfMonth()
                : until.minusMonths(rules(until).months());
        return day.isAfter(from) && !day.isAfter(until);
    }

    BigDecimal costToServe(LocalDate day) {
        return contacts.stream()
                .filter(contact -> inWindow(contact.day(), day))
                .map(this::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal cost(Contact contact) {
        List<UnitCost> inForce = basis.costs().stream()
                .filter(cost -> cost.kind().equals(contact.kind()))
                .filter(cost -> !cost.validFrom().isAfter(contact.day()))
                .toList();
        List<UnitCost> own = inForce.stream()
                .filter(cost -> Objects.equals(cost.channel(), contact.channel()))
                .toList();
        List<UnitCost> counting = own.isEmpty()
                ? inForce.stream().filter(cost -> cost.channel() == null).toList()
                : own;
        BigDecimal amount = last(counting);
        if (amount == null && !own.isEmpty()) {
            amount =
                    last(inForce.stream().filter(cost -> cost.channel() == null).toList());
        }
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static @Nullable BigDecimal last(List<UnitCost> costs) {
        BigDecimal amount = null;
        LocalDate from = Basis.BEGINNING;
        for (UnitCost cost : costs) {
            if (!cost.validFrom().isBefore(from)) {
                amount = cost.amount();
                from = cost.validFrom();
            }
        }
        return amount;
    }

    BigDecimal profit(LocalDate day) {
        BigDecimal margin = BigDecimal.ZERO;
        for (Order order : orders) {
            if (inWindow(order.day(), day)) {
                margin = margin.add(order.margin())
                        .add(order.uncosted().multiply(rules(day).assumedMargin()));
            }
        }
        return margin.subtract(costToServe(day)).setScale(4, RoundingMode.HALF_UP);
    }

    @Nullable
    Integer loyalty(LocalDate day) {
        List<LocalDate> bought = purchaseDays(day);
        if (bought.isEmpty()) {
            return null;
        }
        TierRules rules = rules(day);
        double recency = Math.max(
                0,
                1
                        - ChronoUnit.DAYS.between(bought.getLast(), day)
                                / (double) Dated.inForce(basis.lifeCycle(), day).lostAfter());
        double frequency = Math.min(
                1,
                orders.stream()
                                .filter(Order::isOrder)
                                .filter(order -> inWindow(order.day(), day))
                                .count()
                        / (double) rules.frequentOrders());
        double tenure = Math.min(1, ChronoUnit.DAYS.between(bought.getFirst(), day) / (double) rules.tenureDays());
        return (int) Math.round(100
                * (rules.recencyWeight() * recency
                        + rules.frequencyWeight() * frequency
                        + rules.tenureWeight() * tenure
                        + rules.regularityWeight() * regularity(bought))
                / rules.weights());
    }

    private static double regularity(List<LocalDate> bought) {
        if (bought.size() < 3) {
            return 0;
        }
        var gaps = new ArrayList<Long>();
        for (int i = 1; i < bought.size(); i++) {
            gaps.add(ChronoUnit.DAYS.between(bought.get(i - 1), bought.get(i)));
        }
        double mean = gaps.stream().mapToLong(gap -> gap).average().orElseThrow();
        double variance = gaps.stream()
                .mapToDouble(gap -> (gap - mean) * (gap - mean))
                .average()
                .orElseThrow();
        return Math.max(0, 1 - Math.sqrt(variance) / mean);
    }

    /** By the measure of the day. */
    @Nullable
    Tier tier(LocalDate day, Basis.Measure measure) {
        if (day.isBefore(knownSince())) {
            return null;
        }
        TierRules rules = rules(day);
        BigDecimal profit = profit(day);
        boolean idle = orders.stream().noneMatch(order -> inWindow(order.day(), day))
                && costToServe(day).signum() == 0;
        if (purchaseDays(day).isEmpty()) {
            return costToServe(day).signum() > 0 && !knownSince().isAfter(day.minusDays(rules.courtshipDays()))
                    ? Tier.PIOMBO
                    : null;
        }
        if (idle) {
            return null;
        }
        if (profit.signum() <= 0) {
            return Tier.PIOMBO;
        }
        boolean loyal = Objects.requireNonNull(loyalty(day)) >= rules.loyalFrom();
        if (measure.high() != null && profit.compareTo(measure.high()) >= 0) {
            return loyal ? rules.highLoyal() : rules.high();
        }
        if (measure.good() != null && profit.compareTo(measure.good()) >= 0) {
            return loyal ? rules.goodLoyal() : rules.good();
        }
        return loyal ? rules.littleLoyal() : rules.little();
    }

    long count(LocalDate day, ContactRole role) {
        return contacts.stream()
                .filter(contact -> inWindow(contact.day(), day))
                .filter(contact -> role(contact) == role)
                .count();
    }

    long engagedDays(LocalDate day) {
        var days = new ArrayList<LocalDate>();
        contacts.stream()
                .filter(contact -> role(contact) == ContactRole.RESPONSE || role(contact) == ContactRole.TICKET)
                .forEach(contact -> days.add(contact.day()));
        orders.stream().filter(Order::isOrder).forEach(order -> days.add(order.day()));
        return days.stream()
                .distinct()
                .filter(each -> !each.isAfter(day) && each.isAfter(day.minusDays(90)))
                .count();
    }

    BigDecimal revenue(LocalDate day) {
        return orders.stream()
                .filter(order -> !order.day().isAfter(day))
                .map(Order::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    long orders(LocalDate day) {
        return orders.stream()
                .filter(order -> order.isOrder() && !order.day().isAfter(day))
                .count();
    }
}
