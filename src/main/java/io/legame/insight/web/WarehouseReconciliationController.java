package io.legame.insight.web;

import io.legame.insight.Upkeep;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Comparing the warehouse with the database. */
@Controller
@PreAuthorize("hasAuthority('insight:operate')")
class WarehouseReconciliationController {
    private final Upkeep upkeep;

    WarehouseReconciliationController(Upkeep upkeep) {
        this.upkeep = upkeep;
    }

    @PostMapping("/insight/warehouse/reconciliation")
    String create() {
        upkeep.startReconciliation();
        return "redirect:/insight/warehouse";
    }
}
