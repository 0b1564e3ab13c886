package io.legame.insight.web;

import io.legame.insight.LifeCycle;
import io.legame.insight.LifeCycleRules;
import io.legame.insight.RuleBook;
import io.legame.insight.Stage;
import io.legame.platform.Refusal;
import io.legame.platform.View;
import io.legame.platform.Viewer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Where all customers stand, where they stood, and who passes. */
@Controller
@PreAuthorize("hasAuthority('insight:view')")
class LifeCycleController {
    static final int SOON = 30;
    private static final List<Stage> COMING = List.of(Stage.AT_RISK, Stage.DORMANT, Stage.LOST);

    private final LifeCycle lifeCycle;
    private final RuleBook rules;

    LifeCycleController(LifeCycle lifeCycle, RuleBook rules) {
        this.lifeCycle = lifeCycle;
        this.rules = rules;
    }

    /** @param month whose passages are shown; absent for the running one */
    @GetMapping("/insight/life-cycle")
    View show(
            @RequestParam(required = false) @Nullable String month,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
        LocalDate day = lifeCycle.day();
        List<LifeCycle.Count> months = lifeCycle.months();
        PassagesPart passages = passages(day, months, month);
        if (part) {
            return passages;
        }
        return new LifeCyclePage(
                day,
                day.isBefore(rules.companyDay()),
                rules.inForce(LifeCycleRules.class, day),
                lifeCycle.today(),
                months,
                COMING.stream()
                        .map(stage -> new LifeCyclePage.Coming(stage, SOON, lifeCycle.coming(stage, SOON)))
                        .toList(),
                passages,
                lists());
    }

    private static boolean lists() {
        return Viewer.current().may("customers:view");
    }

    private PassagesPart passages(LocalDate day, List<LifeCycle.Count> months, @Nullable String wished) {
        YearMonth month = wished == null ? YearMonth.from(day) : month(wished);
        LocalDate end = month.atEndOfMonth();
        LocalDate until = end.isAfter(day) ? day : end;
        LocalDate after = month.atDay(1).minusDays(1);
        var choices = new ArrayList<YearMonth>();
        for (LifeCycle.Count each : months.reversed()) {
            choices.add(YearMonth.from(each.day()));
        }
        if (!choices.contains(month)) {
            choices.add(month);
        }
        return new PassagesPart(month, after, until, choices, lifeCycle.passages(after, until), lists());
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.of("insight.lifeCycle.error.month", text);
        }
    }
}
