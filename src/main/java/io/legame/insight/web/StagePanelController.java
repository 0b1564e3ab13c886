package io.legame.insight.web;

import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.insight.Dismissals;
import io.legame.insight.LifeCycle;
import io.legame.insight.LifeCycleRules;
import io.legame.insight.RuleBook;
import io.legame.platform.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The panel of the customer card that says where the customer stands. */
@Controller
@PreAuthorize("hasAuthority('insight:customers')")
class StagePanelController {
    private final Customers customers;
    private final LifeCycle lifeCycle;
    private final Dismissals dismissals;
    private final RuleBook rules;

    StagePanelController(Customers customers, LifeCycle lifeCycle, Dismissals dismissals, RuleBook rules) {
        this.customers = customers;
        this.lifeCycle = lifeCycle;
        this.dismissals = dismissals;
        this.rules = rules;
    }

    @GetMapping("/insight/customers/{id}/stage")
    StagePanel show(@PathVariable long id) {
        CustomerId customer = customers
                .find(new CustomerId(id))
                .orElseThrow(Refusal::notFound)
                .id();
        return new StagePanel(
                customer,
                lifeCycle.place(customer).orElse(null),
                rules.inForce(LifeCycleRules.class, lifeCycle.day()),
                dismissals.current(customer).orElse(null),
                dismissals.waiting(customer).orElse(null));
    }
}
