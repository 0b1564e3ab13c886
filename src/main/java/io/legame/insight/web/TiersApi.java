package io.legame.insight.web;

import io.legame.insight.Rfm;
import io.legame.insight.RfmBounds;
import io.legame.insight.Tier;
import io.legame.insight.Tiers;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Value tiers and scores of all customers, for programs. */
@RestController
@RequestMapping("/api/v1/insight")
@PreAuthorize("hasAuthority('insight:view')")
@Tag(name = "Insight")
class TiersApi {
    private final Tiers tiers;
    private final Rfm rfm;

    TiersApi(Tiers tiers, Rfm rfm) {
        this.tiers = tiers;
        this.rfm = rfm;
    }

    /** @param none customers in no tier */
    record Overview(
            LocalDate asOf,
            int windowMonths,
            long customers,
            long none,
            BigDecimal revenue,
            BigDecimal revenueWithoutCost,
            List<Standing> tiers) {}

    /** @param before how many were in it at the end of the last month */
    record Standing(
            String tier, long customers, BigDecimal revenue, BigDecimal profit, BigDecimal costToServe, long before) {}

    @GetMapping("/tiers")
    @Operation(summary = "How many customers are in which value tier, and what they are worth")
    Overview show() {
        Tiers.Overview overview = tiers.overview().orElseThrow(TiersApi::notYet);
        return new Overview(
                overview.asOf(),
                overview.rules().months(),
                overview.customers(),
                overview.none(),
                overview.revenue(),
                overview.uncosted(),
                overview.tiers().stream()
                        .map(each -> new Standing(
                                each.tier().code(),
                                each.customers(),
                                each.revenue(),
                                each.profit(),
                                each.costToServe(),
                                each.before()))
                        .toList());
    }

    /** @param customers by tier */
    record Month(LocalDate month, Map<String, Integer> customers) {}

    @GetMapping("/tiers/months")
    @Operation(summary = "How many customers were in which tier at the end of each month, the oldest first")
    List<Month> months() {
        return tiers.months().stream()
                .map(month -> {
                    var customers = new LinkedHashMap<String, Integer>();
                    Arrays.stream(Tier.values()).forEach(tier -> customers.put(tier.code(), month.of(tier)));
                    return new Month(month.month(), customers);
                })
                .toList();
    }

    /** @param to null for today */
    record Migration(LocalDate from, @Nullable LocalDate to, int risen, int fallen, List<Move> moves) {}

    /** @param before null for none */
    record Move(@Nullable String before, @Nullable String after, int customers) {}

    @GetMapping("/tiers/migration")
    @Operation(
            summary = "How many customers moved from which tier to which",
            description = "from and to are last days of months that /tiers/months tells; without them from the last"
                    + " month to today.")
    Migration migration(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to) {
        List<LocalDate> months = tiers.comparable();
        if (months.isEmpty()) {
            throw notYet();
        }
        LocalDate begin = from == null ? months.getFirst() : known(months, from);
        LocalDate end = to == null ? null : known(months, to);
        Tiers.Migration migration = tiers.migration(begin, end);
        return new Migration(
                begin,
                end,
                migration.risen(),
                migration.fallen(),
                migration.customers().entrySet().stream()
                        .map(move -> new Move(
                                code(move.getKey().before()), code(move.getKey().after()), move.getValue()))
                        .sorted(Comparator.comparing((Move move) -> String.valueOf(move.before()))
                                .thenComparing(move -> String.valueOf(move.after())))
                        .toList());
    }

    private static LocalDate known(List<LocalDate> months, LocalDate month) {
        if (!months.contains(month)) {
            throw Refusal.of("insight.tiers.error.month", month);
        }
        return month;
    }

    private static @Nullable String code(@Nullable Tier tier) {
        return tier == null ? null : tier.code();
    }

    /** @param scored customers with an order that counts */
    record Scores(
            LocalDate asOf,
            int windowMonths,
            long customers,
            long scored,
            Bounds recency,
            Bounds frequency,
            Bounds monetary,
            List<Cell> cells) {}

    /** @param kind own or quintiles */
    record Bounds(String kind, List<BigDecimal> bounds) {
        static Bounds of(RfmBounds bounds) {
            return new Bounds(bounds.own() ? "own" : "quintiles", bounds.bounds());
        }
    }

    /** @param monetary the mean score */
    record Cell(
            int recency,
            int frequency,
            String group,
            long customers,
            BigDecimal revenue,
            @Nullable BigDecimal monetary) {}

    @GetMapping("/rfm")
    @Operation(summary = "Customers by their scores of recency and frequency, each from 1 to 5")
    Scores rfm() {
        Rfm.Overview overview = rfm.overview().orElseThrow(TiersApi::notYet);
        return new Scores(
                overview.asOf(),
                overview.rules().months(),
                overview.customers(),
                overview.all().customers(),
                Bounds.of(overview.recency()),
                Bounds.of(overview.frequency()),
                Bounds.of(overview.monetary()),
                overview.cells().entrySet().stream()
                        .map(cell -> new Cell(
                                cell.getKey().recency(),
                                cell.getKey().frequency(),
                                cell.getKey().group().code(),
                                cell.getValue().customers(),
                                cell.getValue().revenue(),
                                cell.getValue().monetary()))
                        .sorted(Comparator.comparingInt(Cell::recency)
                                .thenComparingInt(Cell::frequency)
                                .reversed())
                        .toList());
    }

    private static Refusal notYet() {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "insight.error.building");
    }
}
