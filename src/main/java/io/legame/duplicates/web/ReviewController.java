package io.legame.duplicates.web;

import io.legame.customers.CustomerId;
import io.legame.customers.CustomerSummary;
import io.legame.customers.Customers;
import io.legame.duplicates.Distinctions;
import io.legame.duplicates.Duplicates;
import io.legame.duplicates.Proposal;
import io.legame.duplicates.ProposalId;
import io.legame.platform.Address;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One proposal after the other, beside the customers that it is about. */
@Controller
@PreAuthorize("hasAuthority('duplicates:review')")
class ReviewController {
    private static final String LIST = "/duplicates";

    private final Duplicates duplicates;
    private final Distinctions distinctions;
    private final Customers customers;
    private final Texts texts;

    ReviewController(Duplicates duplicates, Distinctions distinctions, Customers customers, Texts texts) {
        this.duplicates = duplicates;
        this.distinctions = distinctions;
        this.customers = customers;
        this.texts = texts;
    }

    /** The customers side by side; what was decided meanwhile leads on to the next. */
    @GetMapping("/duplicates/{id}")
    String show(@PathVariable long id) {
        Proposal proposal = duplicates.get(new ProposalId(id));
        return proposal.state() == Proposal.State.OPEN ? compare(proposal) : next(id);
    }

    private static String compare(Proposal proposal) {
        Address address = Address.of("/customers/merge");
        proposal.members().forEach(member -> address.with("customer", member.value()));
        return "redirect:" + address.with("next", next(proposal)).toString();
    }

    private static String next(Proposal proposal) {
        return "/duplicates/next?after=" + proposal.id().value();
    }

    /** The next one of the list, or the list when there is none left. */
    @GetMapping("/duplicates/next")
    String next(@RequestParam(defaultValue = "0") long after) {
        Proposal last = duplicates.get(new ProposalId(after));
        return duplicates.open(last, 1).stream()
                .findFirst()
                .map(proposal -> "redirect:" + LIST + "/" + proposal.id().value())
                .orElse("redirect:" + LIST);
    }

    /** Why the customers may be the same, beside them; nothing when they are not proposed. */
    @GetMapping("/duplicates/why")
    ReviewNotes why(@RequestParam(name = "customers", required = false) @Nullable List<Long> ids) {
        List<CustomerId> members =
                ids == null ? List.of() : ids.stream().map(CustomerId::new).toList();
        Optional<Proposal> proposal = duplicates.proposing(members);
        Map<CustomerId, String> names = customers.summaries(members).stream()
                .collect(Collectors.toMap(CustomerSummary::id, CustomerSummary::name));
        return new ReviewNotes(
                proposal.orElse(null),
                names,
                proposal.map(ReviewController::next).orElse(LIST),
                duplicates.openCount());
    }

    /** Nobody of them is the same. */
    @PostMapping("/duplicates/{id}/different")
    String different(@PathVariable long id, RedirectAttributes flash, Locale language) {
        Proposal proposal = duplicates.get(new ProposalId(id));
        if (proposal.state() == Proposal.State.OPEN) {
            distinctions.different(proposal.members());
            flash.addFlashAttribute(Shells.TOAST, texts.get(language, "duplicates.review.different.done"));
        }
        return next(id);
    }
}
