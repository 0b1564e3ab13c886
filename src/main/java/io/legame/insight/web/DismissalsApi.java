package io.legame.insight.web;

import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.insight.CostAvoided;
import io.legame.insight.Dismissal;
import io.legame.insight.DismissalDraft;
import io.legame.insight.DismissalReason;
import io.legame.insight.Dismissals;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasAuthority('insight:decide')")
@Tag(name = "Insight")
class DismissalsApi {
    private static final int PAGE = 100;

    private final Dismissals dismissals;
    private final Customers customers;

    DismissalsApi(Dismissals dismissals, Customers customers) {
        this.dismissals = dismissals;
        this.customers = customers;
    }

    /**
     * @param from null for the day of the figures, which is today unless nothing happened for a month
     * @param reason costs, returns, unpaid, fraud, behaviour, fit or other, which needs a note
     * @param winBack whether the customer may be won back; not unless said
     */
    record Body(
            @Nullable LocalDate from,
            @Nullable String reason,
            @Nullable String note,
            @Nullable Boolean winBack) {
        DismissalDraft draft() {
            return new DismissalDraft(
                    from,
                    DismissalReason.of(reason).orElseThrow(() -> Refusal.of("insight.dismissal.error.reason")),
                    note,
                    Boolean.TRUE.equals(winBack));
        }
    }

    /** @param until the first day when it no longer holds */
    record Answer(
            long id,
            long customer,
            LocalDate from,
            @Nullable LocalDate until,
            String reason,
            @Nullable String note,
            boolean winBack,
            BigDecimal costAvoidedPerYear,
            Instant decidedAt,
            String decidedBy,
            @Nullable Instant endedAt,
            @Nullable String endedBy) {
        static Answer of(Dismissal dismissal) {
            return new Answer(
                    dismissal.id(),
                    dismissal.customer().value(),
                    dismissal.from(),
                    dismissal.until(),
                    dismissal.reason().code(),
                    dismissal.note(),
                    dismissal.winBack(),
                    dismissal.costAvoided(),
                    dismissal.at(),
                    dismissal.by(),
                    dismissal.endedAt(),
                    dismissal.endedBy());
        }
    }

    /** What a decision would save, and what it would lose, over so many months. */
    record Avoided(
            int months, BigDecimal costToServe, BigDecimal losses, BigDecimal marginForgone, BigDecimal perYear) {}

    /** @param dismissals all that were made and not taken back, the newest first */
    record OfCustomer(Avoided costAvoided, List<Answer> dismissals) {}

    @GetMapping("/api/v1/customers/{id}/dismissal")
    @Operation(summary = "What letting a customer go would save, and whether they were let go")
    OfCustomer show(@PathVariable long id) {
        CustomerId customer = find(id);
        CostAvoided avoided = dismissals.avoided(customer);
        return new OfCustomer(
                new Avoided(
                        avoided.months(),
                        avoided.costToServe(),
                        avoided.losses(),
                        avoided.marginForgone(),
                        avoided.perYear()),
                dismissals.of(customer).stream().map(Answer::of).toList());
    }

    private CustomerId find(long id) {
        return customers.find(new CustomerId(id)).orElseThrow(Refusal::notFound).id();
    }

    @PostMapping("/api/v1/customers/{id}/dismissal")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Let a customer go: no segment has them any more, unless they may be won back")
    Answer create(@PathVariable long id, @RequestBody Body body) {
        return Answer.of(dismissals.dismiss(new CustomerId(id), body.draft()));
    }

    @DeleteMapping("/api/v1/customers/{id}/dismissal")
    @Operation(summary = "Take a customer in again who was let go")
    Answer destroy(@PathVariable long id) {
        return Answer.of(dismissals.readmit(new CustomerId(id)));
    }

    /**
     * @param orders made since, all the same
     * @param revenue of them, net of returns
     */
    record Listed(Answer dismissal, String name, int orders, BigDecimal revenue) {}

    /** @param next what to ask with as {@code after} for the next stretch; null at the end */
    record Page(
            long customers,
            BigDecimal costAvoidedPerYear,
            List<Listed> dismissals,
            @Nullable Long next) {}

    @GetMapping("/api/v1/insight/dismissals")
    @Operation(summary = "List whom the company let go, the newest first")
    Page index(@RequestParam(required = false) @Nullable Long after) {
        List<Dismissals.Listed> page = dismissals.list(after, PAGE);
        Dismissals.Sum sum = dismissals.sum();
        return new Page(
                sum.customers(),
                sum.costAvoided(),
                page.stream()
                        .map(each ->
                                new Listed(Answer.of(each.dismissal()), each.name(), each.orders(), each.revenue()))
                        .toList(),
                page.size() < PAGE ? null : page.getLast().dismissal().id());
    }
}
