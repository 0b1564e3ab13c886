package io.legame.insight.web;

import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.insight.CustomerStanding;
import io.legame.insight.CustomerStandings;
import io.legame.insight.RfmGroup;
import io.legame.insight.Stage;
import io.legame.insight.Tier;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is known of one customer, for programs. */
@RestController
@PreAuthorize("hasAuthority('insight:customers')")
@Tag(name = "Insight")
class CustomerMetricsApi {
    private final Customers customers;
    private final CustomerStandings standings;
    private final Texts texts;
    private final Shells shells;

    CustomerMetricsApi(Customers customers, CustomerStandings standings, Texts texts, Shells shells) {
        this.customers = customers;
        this.standings = standings;
        this.texts = texts;
        this.shells = shells;
    }

    /** @param asOf the day that everything is of */
    record Answer(
            LocalDate asOf,
            LocalDate knownSince,
            Purchases purchases,
            CustomerStanding.Window window,
            @Nullable LocalDate lastContact,
            @Nullable LocalDate lastResponse,
            int engagedDays,
            Rfm rfm,
            Value value,
            @Nullable String stage,
            @Nullable LocalDate stageSince) {}

    record Purchases(
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            int orders,
            BigDecimal bought,
            @Nullable BigDecimal averageOrder,
            int returns,
            BigDecimal returned,
            BigDecimal revenue,
            BigDecimal discount,
            @Nullable BigDecimal margin,
            CustomerStanding.Main channel,
            CustomerStanding.Main category,
            @Nullable Double daysBetween,
            @Nullable Double daysBetweenDeviation) {}

    record Rfm(
            @Nullable Integer recency,
            @Nullable Integer frequency,
            @Nullable BigDecimal monetary,
            @Nullable Integer recencyScore,
            @Nullable Integer frequencyScore,
            @Nullable Integer monetaryScore,
            @Nullable String group) {}

    /**
     * @param reason a sentence in the language that was asked for
     * @param months the tier at the end of each month, the oldest first
     */
    record Value(
            @Nullable String tier, String reason, @Nullable Integer loyalty, List<Month> months) {}

    record Month(LocalDate month, @Nullable String tier) {}

    @GetMapping("/api/v1/customers/{id}/metrics")
    @Operation(
            summary = "A customer's metrics, scores, tier and stage",
            description = "The reason of the tier is told in the language of Accept-Language.")
    Answer show(@PathVariable long id, Locale language) {
        var customer = new CustomerId(id);
        if (customers.find(customer).isEmpty()) {
            throw Refusal.notFound();
        }
        CustomerStanding standing = standings
                .of(customer)
                .orElseThrow(() -> new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "insight.error.building"));
        String reason = new ReasonText(texts, shells.formats(language)).sentence(standing);
        return answer(standing, reason);
    }

    private static Answer answer(CustomerStanding standing, String reason) {
        Stage stage = standing.stage();
        return new Answer(
                standing.asOf(),
                standing.knownSince(),
                purchases(standing),
                standing.window(),
                standing.lastContact(),
                standing.lastResponse(),
                standing.engagedDays(),
                rfm(standing.rfm()),
                new Value(
                        code(standing.tier()),
                        reason,
                        standing.loyalty(),
                        standing.months().stream()
                                .map(month -> new Month(month.month(), code(month.tier())))
                                .toList()),
                stage == null ? null : stage.code(),
                standing.stageSince());
    }

    private static Purchases purchases(CustomerStanding standing) {
        return new Purchases(
                standing.firstPurchase(),
                standing.lastPurchase(),
                standing.orders(),
                standing.bought(),
                standing.averageOrder(),
                standing.returns(),
                standing.returned(),
                standing.revenue(),
                standing.discount(),
                standing.margin(),
                standing.channel(),
                standing.category(),
                standing.daysBetween(),
                standing.daysBetweenDeviation());
    }

    private static Rfm rfm(CustomerStanding.Scores scores) {
        RfmGroup group = scores.group();
        return new Rfm(
                scores.recency(),
                scores.frequency(),
                scores.monetary(),
                scores.recencyScore(),
                scores.frequencyScore(),
                scores.monetaryScore(),
                group == null ? null : group.code());
    }

    private static @Nullable String code(@Nullable Tier tier) {
        return tier == null ? null : tier.code();
    }
}
