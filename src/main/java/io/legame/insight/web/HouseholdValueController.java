package io.legame.insight.web;

import io.legame.customers.CustomerId;
import io.legame.insight.CustomerValues;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The worth of a household, on the cards of its members. */
@Controller
class HouseholdValueController {
    private static final int MOST = 50;

    private final CustomerValues values;

    HouseholdValueController(CustomerValues values) {
        this.values = values;
    }

    @GetMapping("/insight/households")
    @PreAuthorize("hasAuthority('insight:view')")
    HouseholdValue show(@RequestParam(name = "customers", required = false) @Nullable List<@Nullable Long> members) {
        return new HouseholdValue((members == null ? List.<@Nullable Long>of() : members)
                .stream()
                        .filter(Objects::nonNull)
                        .distinct()
                        .limit(MOST)
                        .map(member -> values.of(new CustomerId(member)))
                        .toList());
    }
}
