package io.legame.insight.web;

import io.legame.insight.LifeCycle;
import io.legame.insight.LifeCycleRules;
import io.legame.insight.PurchaseRhythm;
import io.legame.insight.RuleBook;
import io.legame.insight.Stage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/insight/life-cycle")
@PreAuthorize("hasAuthority('insight:view')")
@Tag(name = "Insight")
class LifeCycleApi {
    private final LifeCycle lifeCycle;
    private final RuleBook rules;
    private final PurchaseRhythm rhythm;

    LifeCycleApi(LifeCycle lifeCycle, RuleBook rules, PurchaseRhythm rhythm) {
        this.lifeCycle = lifeCycle;
        this.rules = rules;
        this.rhythm = rhythm;
    }

    /** @param revenue of the window of figures, net of returns */
    record Standing(String stage, long customers, BigDecimal revenue, BigDecimal profit) {}

    /** @param customers by stage, at the end of the day */
    record Month(LocalDate day, Map<String, Long> customers) {}

    /** @param day the day of the figures: today, or that of the newest fact when nothing happened for a month */
    record Answer(LocalDate day, List<Standing> stages, List<Month> months) {}

    @GetMapping
    @Operation(summary = "How many customers are in each stage of the life cycle, and were at the end of each month")
    Answer show() {
        return new Answer(
                lifeCycle.day(),
                lifeCycle.today().stream()
                        .map(each -> new Standing(each.stage().code(), each.customers(), each.revenue(), each.profit()))
                        .toList(),
                lifeCycle.months().stream()
                        .map(month -> new Month(month.day(), byCode(month)))
                        .toList());
    }

    private static Map<String, Long> byCode(LifeCycle.Count month) {
        var counts = new TreeMap<String, Long>();
        month.customers().forEach((stage, count) -> counts.put(stage.code(), count));
        return counts;
    }

    /** @param from null for who was not known before */
    record Passage(@Nullable String from, String to, long customers) {}

    @GetMapping("/passages")
    @Operation(summary = "How many passed from one stage to another after one day and up to another")
    List<Passage> passages(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate after,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until) {
        LocalDate day = lifeCycle.day();
        LocalDate end = until == null || until.isAfter(day) ? day : until;
        LocalDate begin = after == null ? end.minusMonths(1) : after;
        return lifeCycle.passages(begin, end).stream()
                .map(each -> new Passage(code(each.from()), each.to().code(), each.customers()))
                .toList();
    }

    private static @Nullable String code(@Nullable Stage stage) {
        return stage == null ? null : stage.code();
    }

    /**
     * @param within the days within which 50, 75, 90 and 95 of a hundred purchases were followed by another
     * @param proposal rules by this rhythm; null when too few came back to tell
     */
    record Rhythm(Map<Integer, Integer> within, @Nullable LifeCycleRules proposal) {}

    @GetMapping("/rhythm")
    @PreAuthorize("hasAuthority('insight:decide')")
    @Operation(summary = "The company's own rhythm of purchase, and the rules of the life cycle that it proposes")
    Rhythm rhythm() {
        PurchaseRhythm.Rhythm found = rhythm.rhythm();
        var within = new TreeMap<Integer, Integer>();
        RhythmPanel.SHARES.forEach(share -> within.put(share, found.within(share / 100.0)));
        return new Rhythm(
                within, found.proposal(rules.today(LifeCycleRules.class)).orElse(null));
    }
}
