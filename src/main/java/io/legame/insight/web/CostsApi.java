package io.legame.insight.web;

import io.legame.access.Actor;
import io.legame.insight.ContactRole;
import io.legame.insight.RuleBook;
import io.legame.insight.ServiceCosts;
import io.legame.insight.TierPreview;
import io.legame.insight.UnitCost;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What serving customers costs, for programs. */
@RestController
@RequestMapping("/api/v1/insight/costs")
@Tag(name = "Insight")
class CostsApi {
    private final ServiceCosts costs;
    private final RuleBook rules;
    private final TierPreview preview;
    private final TransactionOperations transaction;

    CostsApi(ServiceCosts costs, RuleBook rules, TierPreview preview, TransactionOperations transaction) {
        this.costs = costs;
        this.rules = rules;
        this.preview = preview;
        this.transaction = transaction;
    }

    /**
     * @param windowMonths how many months up to the day counts and costs are of
     * @param decisions the newest first
     */
    record Answer(
            LocalDate asOf,
            int windowMonths,
            @Nullable LocalDate openSince,
            List<Service> services,
            List<Decision> decisions) {}

    record Service(
            String kind,
            String role,
            long interactions,
            @Nullable BigDecimal unit,
            BigDecimal cost,
            List<ServiceCosts.OnChannel> channels) {}

    record Decision(
            String kind,
            @Nullable String channel,
            LocalDate validFrom,
            @Nullable BigDecimal amount,
            Instant at,
            String by) {}

    /**
     * @param channel null for all
     * @param amount null for a channel to cost what all do
     */
    record Cost(
            @Nullable String kind,
            @Nullable String channel,
            @Nullable BigDecimal amount) {}

    /**
     * @param from the first day when the costs count; null for the beginning, or the first day that is not closed
     * @param roles by kind: contact, response, ticket or none; they count at once and for all time
     */
    record Decided(
            @Nullable LocalDate from,
            @Nullable List<@Nullable Cost> costs,
            @Nullable Map<String, @Nullable String> roles) {}

    @GetMapping
    @PreAuthorize("hasAuthority('insight:view')")
    @Operation(summary = "What kinds of interactions are and cost, and how many there were in the window")
    Answer index() {
        ServiceCosts.Overview overview = costs.overview();
        return new Answer(
                overview.asOf(),
                overview.months(),
                rules.openSince(),
                overview.services().stream()
                        .map(each -> new Service(
                                each.kind(),
                                each.role().code(),
                                each.interactions(),
                                each.unit(),
                                each.cost(),
                                each.channels()))
                        .toList(),
                rules.costs().stream()
                        .map(each -> new Decision(
                                each.cost().kind(),
                                each.cost().channel(),
                                each.cost().validFrom(),
                                each.cost().amount(),
                                each.at(),
                                each.by()))
                        .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('insight:decide')")
    @Operation(summary = "Decide what interactions cost from a day on, and what they are: all of it or nothing")
    Answer create(@RequestBody Decided decided) {
        List<UnitCost> proposed = proposed(decided);
        var roles = new TreeMap<String, ContactRole>();
        Objects.requireNonNullElse(decided.roles(), Map.<String, @Nullable String>of())
                .forEach((kind, role) ->
                        roles.put(UnitCost.proposed(kind, null, null).kind(), CostFields.role(String.valueOf(role))));
        transaction.executeWithoutResult(status -> {
            rules.decide(proposed, decided.from(), Actor.current().name());
            roles.forEach(rules::tell);
        });
        return index();
    }

    @PostMapping("/preview")
    @PreAuthorize("hasAuthority('insight:decide')")
    @Operation(summary = "What costs would make of tiers if they had always counted; decides nothing")
    PreviewAnswer preview(@RequestBody Decided proposed) {
        return PreviewAnswer.of(preview.of(null, proposed(proposed)));
    }

    private static List<UnitCost> proposed(Decided decided) {
        return Objects.requireNonNullElse(decided.costs(), List.<@Nullable Cost>of()).stream()
                .map(CostsApi::proposed)
                .toList();
    }

    private static UnitCost proposed(@Nullable Cost cost) {
        String kind = cost == null ? null : cost.kind();
        if (cost == null || kind == null) {
            throw Refusal.of("insight.costs.error.kind", "");
        }
        return UnitCost.proposed(kind, cost.channel(), cost.amount());
    }
}
