package io.legame.duplicates.web;

import io.legame.customers.Customer;
import io.legame.customers.Customers;
import io.legame.duplicates.AutomaticMerge;
import io.legame.duplicates.AutomaticMergeId;
import io.legame.duplicates.AutomaticMerges;
import io.legame.platform.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sure proposals, made one at once. */
@Controller
@PreAuthorize("hasAuthority('duplicates:scan')")
class AutomaticMergeController {
    private static final double CAUTIOUS = 0.99;
    private static final int SAMPLES = 8;
    private static final int PAST = 20;
    private static final int KEPT = 50;

    private final AutomaticMerges merges;
    private final Customers customers;

    AutomaticMergeController(AutomaticMerges merges, Customers customers) {
        this.merges = merges;
        this.customers = customers;
    }

    @GetMapping("/duplicates/automatic")
    AutomaticMergePage index(@RequestParam(defaultValue = "0.99") double threshold) {
        double wanted =
                merges.likelihoods().bands().stream().anyMatch(band -> band.from() == threshold) ? threshold : CAUTIOUS;
        return new AutomaticMergePage(
                wanted,
                merges.likelihoods(),
                ProposalRow.of(customers, merges.samples(wanted, SAMPLES)),
                merges.list(PAST));
    }

    @PostMapping("/duplicates/automatic")
    String create(@RequestParam(required = false) @Nullable Double threshold) {
        if (threshold == null) {
            throw Refusal.of("duplicates.error.threshold");
        }
        return page(merges.start(threshold).id().value());
    }

    @GetMapping("/duplicates/automatic/{id}")
    AutomaticMergeShown show(@PathVariable long id) {
        return new AutomaticMergeShown(status(id));
    }

    @GetMapping("/duplicates/automatic/{id}/status")
    AutomaticMergeStatus status(@PathVariable long id) {
        AutomaticMerge what = merges.get(new AutomaticMergeId(id));
        List<AutomaticMergeStatus.KeptCustomer> kept = what.state().running()
                ? List.of()
                : merges.kept(what.id(), KEPT).stream().map(this::kept).toList();
        return new AutomaticMergeStatus(what, kept);
    }

    private AutomaticMergeStatus.KeptCustomer kept(AutomaticMerge.Kept kept) {
        String name = customers
                .find(kept.survivor())
                .map(Customer::displayName)
                .orElse("#" + kept.survivor().value());
        return new AutomaticMergeStatus.KeptCustomer(kept.survivor(), name, kept.stays());
    }

    @PostMapping("/duplicates/automatic/{id}/stop")
    String destroy(@PathVariable long id) {
        merges.stop(new AutomaticMergeId(id));
        return page(id);
    }

    @PostMapping("/duplicates/automatic/{id}/undo")
    String undo(@PathVariable long id) {
        merges.undo(new AutomaticMergeId(id));
        return page(id);
    }

    private static String page(long id) {
        return "redirect:/duplicates/automatic/" + id;
    }
}
