package io.legame.segments.web;

import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.segments.Alert.Direction;
import io.legame.segments.Alert.Unit;
import io.legame.segments.Alerts;
import io.legame.segments.SegmentId;
import io.legame.segments.Telling;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who wants to be told when a segment grows or shrinks, and what is to be told. */
@Controller
@RequestMapping("/segments")
@PreAuthorize("hasAuthority('segments:view')")
class SegmentAlertsController {
    private final Alerts alerts;
    private final Telling telling;

    SegmentAlertsController(Alerts alerts, Telling telling) {
        this.alerts = alerts;
        this.telling = telling;
    }

    @GetMapping("/alerts/panel")
    SegmentNotices index() {
        return new SegmentNotices(alerts.unseen());
    }

    @PostMapping("/{id}/alerts")
    String create(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String direction,
            @RequestParam(required = false) @Nullable String amount,
            @RequestParam(required = false) @Nullable String unit,
            RedirectAttributes redirect) {
        int number = amount != null && amount.strip().matches("\\d{1,7}") ? Integer.parseInt(amount.strip()) : 0;
        alerts.set(
                new SegmentId(id),
                Direction.SHRINKS.code().equals(direction) ? Direction.SHRINKS : Direction.GROWS,
                number,
                Unit.CUSTOMERS.code().equals(unit) ? Unit.CUSTOMERS : Unit.PERCENT);
        redirect.addFlashAttribute(Shells.TOAST, telling.words().text("toast.alert"));
        return "redirect:/segments/" + id;
    }

    @PostMapping("/{id}/alerts/{alert}/delete")
    String destroy(@PathVariable long id, @PathVariable long alert) {
        alerts.remove(alert);
        return "redirect:/segments/" + id;
    }

    @PostMapping("/alerts/seen")
    String update(@RequestParam(name = "notice", required = false) @Nullable List<@Nullable Long> seen) {
        if (seen == null) {
            throw Refusal.of("platform.error.badRequest");
        }
        alerts.see(seen.stream().filter(Objects::nonNull).toList());
        return "redirect:/";
    }
}
