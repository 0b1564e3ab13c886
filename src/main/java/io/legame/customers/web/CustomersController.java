package io.legame.customers.web;

import io.legame.access.AuditTrail;
import io.legame.customers.CustomFields;
import io.legame.customers.Customer;
import io.legame.customers.CustomerHistory;
import io.legame.customers.CustomerId;
import io.legame.customers.CustomerLines;
import io.legame.customers.CustomerOrder;
import io.legame.customers.CustomerPage;
import io.legame.customers.CustomerPanel;
import io.legame.customers.CustomerPosition;
import io.legame.customers.CustomerQuery;
import io.legame.customers.Customers;
import io.legame.customers.ListColumns;
import io.legame.customers.ListViews;
import io.legame.customers.Merges;
import io.legame.platform.Companies;
import io.legame.platform.Refusal;
import io.legame.platform.View;
import io.legame.platform.Viewer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
    private final CustomerLines lines;
    private final CustomFields fields;
    private final ListQueries queries;
    private final ListColumns columns;
    private final ListViews views;
    private final CustomerHistory history;
    private final Merges merges;
    private final Companies companies;
    private final AuditTrail audit;
    private final List<CustomerPanel> panels;
    private final InstantSource clock;

    CustomersController(
            Customers customers,
            CustomerLines lines,
            CustomFields fields,
            ListQueries queries,
            ListColumns columns,
            ListViews views,
            CustomerHistory history,
            Merges merges,
            Companies companies,
            AuditTrail audit,
            List<CustomerPanel> panels,
            InstantSource clock) {
        this.customers = customers;
        this.lines = lines;
        this.fields = fields;
        this.queries = queries;
        this.columns = columns;
        this.views = views;
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
            @ModelAttribute ListRequest request,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
        ListState list = queries.read(request);
        CustomerRows rows = rows(list, ListPosition.parse(after));
        if (part) {
            return rows;
        }
        Viewer viewer = Viewer.current();
        return new CustomerList(
                list,
                customers.count(),
                columns.offered(),
                columns.sortable(Stream.concat(Stream.of(CustomerOrder.NAME), list.columns().stream())
                        .toList()),
                views.all(),
                customers.filterForm(
                        list.query().filter(),
                        list.whole().filtered(null).at("/customers").toString(),
                        viewer),
                rows);
    }

    private CustomerRows rows(ListState list, @Nullable CustomerPosition last) {
        CustomerPage page = customers.list(list.query(), last, PAGE);
        String next = page.next() == null
                ? null
                : list.request()
                        .at("/customers")
                        .with("after", ListPosition.of(page.next()))
                        .toString();
        return new CustomerRows(
                list.columns(),
                lines.of(page.customers()),
                customers.country(),
                last == null,
                next,
                Viewer.current().may("customers:edit"));
    }

    /** How many the list has. */
    @GetMapping("/customers/count")
    ListCount count(@ModelAttribute ListRequest request) {
        CustomerQuery query = queries.read(request).query();
        return new ListCount(customers.count(query, ListCount.MOST), query.search() != null);
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
                fields.all(),
                fields.of(customer.id()),
                history.of(customer.id(), CHANGES_SHOWN),
                history.parts(customer.id()),
                merges.of(customer.id()).stream()
                        .filter(merge -> merge.undoneAt() == null)
                        .toList(),
                panels.stream().filter(panel -> viewer.may(panel.permission())).toList(),
                LocalDate.ofInstant(clock.instant(), companies.get().timeZone()));
    }
}
