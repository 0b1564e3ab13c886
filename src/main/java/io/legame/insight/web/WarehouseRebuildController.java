package io.legame.insight.web;

import io.legame.insight.Upkeep;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Writing the warehouse anew. */
@Controller
@PreAuthorize("hasAuthority('insight:operate')")
class WarehouseRebuildController {
    private final Upkeep upkeep;

    WarehouseRebuildController(Upkeep upkeep) {
        this.upkeep = upkeep;
    }

    @PostMapping("/insight/warehouse/rebuild")
    String create() {
        upkeep.startRebuild();
        return "redirect:/insight/warehouse";
    }
}
