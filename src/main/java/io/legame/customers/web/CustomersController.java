package io.legame.customers.web;

import io.legame.access.AuditTrail;
import io.legame.customers.Customer;
import io.legame.customers.CustomerHistory;
import io.legame.customers.CustomerId;
import io.legame.customers.CustomerPanel;
import io.legame.customers.CustomerSummary;
import io.legame.customers.Customers;
import io.legame.customers.Merges;
import io.legame.platform.Address;
import io.legame.platform.Companies;
import io.legame.platform.Refusal;
import io.legame.platform.View;
import io.legame.platform.Viewer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

@Controller
@PreAuthorize("hasAuthority('customers:view')")
class CustomersController {
    private static final int CHANGES_SHOWN = 20;

    private static final int PAGE = 50;

    private final Customers customers;
    private final CustomerHistory history;
    private final Merges merges;
    private final Companies companies;
    private final AuditTrail audit;
    private final List<CustomerPanel> panels;
    private final InstantSource clock;

    CustomersController(
            Customers customers,
            CustomerHistory history,
            Merges merges,
            Companies companies,
            AuditTrail audit,
            List<CustomerPanel> panels,
            InstantSource clock) {
        this.customers = customers;
        this.history = history;
        this.merges = merges;
        this.companies = companies;
        this.audit = audit;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(CustomerPanel::position))
                .toList();
        this.clock = clock;
    }

    /** The whole page, or only the rows when htmx asks for more or for what is being typed. */
    @GetMapping("/customers")
    View index(
            @RequestParam(name = "q", required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long afterId,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
        CustomerRows rows = rows(search, last(after, afterId));
        return part ? rows : new CustomerList(search, customers.count(), rows);
    }

    private static @Nullable CustomerSummary last(@Nullable String sortName, @Nullable Long id) {
        return sortName == null || id == null
                ? null
                : new CustomerSummary(new CustomerId(id), "", null, null, null, true, sortName);
    }

    private CustomerRows rows(@Nullable String search, @Nullable CustomerSummary last) {
        List<CustomerSummary> found = customers.list(search, last, PAGE + 1);
        if (found.size() <= PAGE) {
            return new CustomerRows(found, null);
        }
        List<CustomerSummary> page = found.subList(0, PAGE);
        CustomerSummary end = page.getLast();
        return new CustomerRows(
                page,
                Address.of("/customers")
                        .with("after", end.sortName())
                        .with("afterId", end.id().value())
                        .with("q", search)
                        .toString());
    }

    @GetMapping("/customers/{id}")
    Object show(@PathVariable long id) {
        Customer customer = customers.find(new CustomerId(id)).orElseThrow(Refusal::notFound);
        if (customer.id().value() != id) {
            return new RedirectView(CustomerForm.path(customer.id()));
        }
        audit.record("customers.viewed", "customer", Long.toString(id), Map.of());
        Viewer viewer = Viewer.current();
        return new CustomerCard(
                customer,
                customers.phoneShown(customer),
                customers.otherPhonesShown(customer),
                history.of(customer.id(), CHANGES_SHOWN),
                merges.of(customer.id()).stream()
                        .filter(merge -> merge.undoneAt() == null)
                        .toList(),
                panels.stream().filter(panel -> viewer.may(panel.permission())).toList(),
                LocalDate.ofInstant(clock.instant(), companies.get().timeZone()));
    }
}
