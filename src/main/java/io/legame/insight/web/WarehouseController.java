package io.legame.insight.web;

import io.legame.insight.Upkeep;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The administrator's look at the warehouse. */
@Controller
@PreAuthorize("hasAuthority('insight:operate')")
class WarehouseController {
    private final Upkeep upkeep;

    WarehouseController(Upkeep upkeep) {
        this.upkeep = upkeep;
    }

    @GetMapping("/insight/warehouse")
    WarehousePage show() {
        return new WarehousePage(state());
    }

    @GetMapping("/insight/warehouse/state")
    WarehouseState state() {
        return new WarehouseState(upkeep.state());
    }
}
