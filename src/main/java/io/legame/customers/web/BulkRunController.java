package io.legame.customers.web;

import io.legame.customers.BulkActionId;
import io.legame.customers.BulkActions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The running of something done to many customers: stopped, taken up again, taken back. */
@Controller
@PreAuthorize("hasAuthority('customers:edit')")
class BulkRunController {
    private final BulkActions actions;

    BulkRunController(BulkActions actions) {
        this.actions = actions;
    }

    @PostMapping("/customers/bulk/{id}/run")
    String create(@PathVariable long id) {
        actions.goOn(new BulkActionId(id));
        return page(id);
    }

    @PostMapping("/customers/bulk/{id}/stop")
    String destroy(@PathVariable long id) {
        actions.stop(new BulkActionId(id));
        return page(id);
    }

    @PostMapping("/customers/bulk/{id}/undo")
    String undo(@PathVariable long id) {
        actions.undo(new BulkActionId(id));
        return page(id);
    }

    private static String page(long id) {
        return "redirect:/customers/bulk/" + id;
    }
}
