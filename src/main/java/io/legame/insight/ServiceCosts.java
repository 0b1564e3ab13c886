package io.legame.insight;

import static io.legame.insight.ValueSql.literal;

import io.legame.timeline.Channel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What customers cost us besides goods: kinds of interactions, how many there were, what each costs. */
@Component
public class ServiceCosts {
    /** Kinds that companies reckon with even before the first one happened. */
    public static final List<String> KNOWN = List.of(
            "call", "visit", "message", "assistance", "ticket", "complaint", "purchase", "delivery", "return", "gift");

    private final Warehouse warehouse;
    private final RuleBook rules;

    ServiceCosts(Warehouse warehouse, RuleBook rules) {
        this.warehouse = warehouse;
        this.rules = rules;
    }

    /**
     * A kind of interaction; counts and costs are of known customers, in the window.
     *
     * @param unit what one costs today on any channel without a cost of its own; null when nothing was decided
     * @param channels where there were any, and those with a cost of their own
     */
    public record Service(
            String kind,
            ContactRole role,
            long interactions,
            @Nullable BigDecimal unit,
            BigDecimal cost,
            List<OnChannel> channels) {
        /** What one costs today on exactly this channel; null where it has no cost of its own. */
        public @Nullable BigDecimal unit(@Nullable String channel) {
            return channel == null
                    ? unit
                    : channels.stream()
                            .filter(each -> each.channel().equals(channel))
                            .findFirst()
                            .map(OnChannel::unit)
                            .orElse(null);
        }
    }

    /** @param unit null where it costs what all channels do */
    public record OnChannel(
            String channel, long interactions, @Nullable BigDecimal unit, BigDecimal cost) {}

    /** @param months how long the window is that ends with the day */
    public record Overview(LocalDate asOf, int months, List<Service> services) {
        public BigDecimal cost() {
            return services.stream().map(Service::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** A kind that nothing is known of when it never happened. */
        public Service of(String kind) {
            return services.stream()
                    .filter(service -> service.kind().equals(kind))
                    .findFirst()
                    .orElseGet(() -> new Service(kind, ContactRole.CONTACT, 0, null, BigDecimal.ZERO, List.of()));
        }
    }

    private record Happened(String kind, String channel) {}

    private record Sum(long interactions, BigDecimal cost) {
        static final Sum NOTHING = new Sum(0, BigDecimal.ZERO);

        Sum and(Sum other) {
            return new Sum(interactions + other.interactions, cost.add(other.cost));
        }
    }

    public Overview overview() {
        Basis basis = rules.basis();
        LocalDate today = rules.companyDay();
        return warehouse.query(ask -> {
            LocalDate asOf = FiguresDay.of(ask, today);
            var day = new ValueSql.Day(asOf, Dated.inForce(basis.tiers(), asOf), 0);
            return new Overview(asOf, day.rules().months(), services(basis, today, happened(ask, basis, day)));
        });
    }

    private static Map<Happened, Sum> happened(DSLContext ask, Basis basis, ValueSql.Day day) {
        var sums = new HashMap<Happened, Sum>();
        ask.fetch("""
                        select i.kind, coalesce(i.channel::varchar, ''), count(*), coalesce(sum(s.cost), 0)
                        from interaction i left join (values %s) s (kind, channel, from_on, until_on, cost, role)
                            on s.kind = i.kind and s.channel = coalesce(i.channel::varchar, '')
                                and i.occurred_on >= s.from_on and i.occurred_on < s.until_on
                        where i.customer_id is not null and i.occurred_on > %s and i.occurred_on <= %s
                        group by all
                        """.formatted(CostPeriods.costs(basis), literal(day.from()), literal(day.day())))
                .forEach(row -> sums.put(
                        new Happened(row.get(0, String.class), row.get(1, String.class)),
                        new Sum(row.get(2, Long.class), row.get(3, BigDecimal.class))));
        return sums;
    }

    private static List<Service> services(Basis basis, LocalDate today, Map<Happened, Sum> happened) {
        Set<String> kinds = new LinkedHashSet<>(KNOWN);
        kinds.addAll(basis.roles().keySet());
        basis.costs().forEach(cost -> kinds.add(cost.kind()));
        happened.keySet().forEach(each -> kinds.add(each.kind()));
        var services = new ArrayList<Service>();
        for (String kind : kinds) {
            Sum all = happened.entrySet().stream()
                    .filter(entry -> entry.getKey().kind().equals(kind))
                    .map(Map.Entry::getValue)
                    .reduce(Sum.NOTHING, Sum::and);
            services.add(new Service(
                    kind,
                    basis.roles().getOrDefault(kind, ContactRole.CONTACT),
                    all.interactions(),
                    CostPeriods.decided(basis, kind, null, today),
                    all.cost(),
                    channels(basis, today, kind, happened)));
        }
        // what costs most first, then what happens most; the known ones before others
        services.sort(Comparator.comparing(Service::cost)
                .thenComparingLong(Service::interactions)
                .reversed());
        return services;
    }

    private static List<OnChannel> channels(Basis basis, LocalDate today, String kind, Map<Happened, Sum> happened) {
        return Arrays.stream(Channel.values())
                .map(channel -> {
                    Sum sum = happened.getOrDefault(new Happened(kind, channel.code()), Sum.NOTHING);
                    return new OnChannel(
                            channel.code(),
                            sum.interactions(),
                            CostPeriods.decided(basis, kind, channel.code(), today),
                            sum.cost());
                })
                .filter(channel -> channel.interactions() > 0 || channel.unit() != null)
                .toList();
    }
}
