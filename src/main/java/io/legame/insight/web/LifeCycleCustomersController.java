package io.legame.insight.web;

import io.legame.customers.CustomerId;
import io.legame.customers.CustomerSummary;
import io.legame.customers.Customers;
import io.legame.insight.LifeCycleList;
import io.legame.insight.LifeCycleList.Line;
import io.legame.insight.LifeCycleList.Who;
import io.legame.platform.Refusal;
import io.legame.platform.View;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;

/** The customers behind each number of the life cycle. */
@Controller
@PreAuthorize("hasAuthority('insight:view') and hasAuthority('customers:view')")
class LifeCycleCustomersController {
    private static final int PAGE = 50;

    private final LifeCycleList list;
    private final Customers customers;

    LifeCycleCustomersController(LifeCycleList list, Customers customers) {
        this.list = list;
        this.customers = customers;
    }

    @GetMapping(WhoRequest.PATH)
    View index(
            @ModelAttribute WhoRequest request,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
        Who who = request.who();
        List<Line> found = list.page(who, position(request.position()), PAGE + 1);
        List<Line> page = found.subList(0, Math.min(PAGE, found.size()));
        String next = found.size() > PAGE ? request.next(position(page.getLast())) : null;
        var rows = new LifeCycleRows(named(page), next);
        return part ? rows : new LifeCycleCustomers(who, list.size(who), rows);
    }

    /** Who was erased a moment ago is left out. */
    private List<LifeCycleRows.Row> named(List<Line> page) {
        Map<CustomerId, String> names = customers
                .summaries(page.stream().map(Line::customer).toList())
                .stream()
                .collect(Collectors.toMap(CustomerSummary::id, CustomerSummary::name));
        var rows = new ArrayList<LifeCycleRows.Row>();
        for (Line line : page) {
            String name = names.get(line.customer());
            if (name != null) {
                rows.add(new LifeCycleRows.Row(line, name));
            }
        }
        return rows;
    }

    private static String position(Line line) {
        return line.revenue().toPlainString() + "~" + line.customer().value();
    }

    private static @Nullable Line position(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String[] parts = text.split("~", 2);
        if (parts.length < 2
                || !parts[0].matches("-?[0-9]{1,14}(\\.[0-9]{1,4})?")
                || !parts[1].matches("[0-9]{1,18}")) {
            throw Refusal.of("insight.lifeCycle.error.position");
        }
        return new Line(
                new CustomerId(Long.parseLong(parts[1])), new BigDecimal(parts[0]), BigDecimal.ZERO, null, null, null);
    }
}
