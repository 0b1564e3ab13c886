package io.legame.intake.web;

import io.legame.intake.Import;
import io.legame.intake.ImportId;
import io.legame.intake.ImportState;
import io.legame.intake.Imports;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The running of an import: begun, taken up again, repeated, stopped. */
@Controller
@PreAuthorize("hasAuthority('intake:run')")
class ImportRunController {
    private final Imports imports;

    ImportRunController(Imports imports) {
        this.imports = imports;
    }

    /** With the draft's form as it is now, or without a form for one that goes on. */
    @PostMapping("/intake/{id}/run")
    String create(@PathVariable long id, @RequestParam MultiValueMap<String, String> form) {
        var importId = new ImportId(id);
        if (imports.get(importId).state() == ImportState.FAILED) {
            imports.goOn(importId);
        } else {
            if (form.containsKey("kind")) {
                imports.change(importId, PlanForm.read(form));
            }
            imports.start(importId);
        }
        return "redirect:/intake/" + id;
    }

    @PostMapping("/intake/{id}/again")
    String again(@PathVariable long id) {
        Import repeated = imports.again(new ImportId(id));
        imports.start(repeated.id());
        return "redirect:/intake/" + repeated.id().value();
    }

    @PostMapping("/intake/{id}/undo")
    String undo(@PathVariable long id) {
        imports.undo(new ImportId(id));
        return "redirect:/intake/" + id;
    }

    @PostMapping("/intake/{id}/cancel")
    String destroy(@PathVariable long id) {
        boolean draft = imports.get(new ImportId(id)).state() == ImportState.DRAFT;
        imports.cancel(new ImportId(id));
        return draft ? "redirect:/intake" : "redirect:/intake/" + id;
    }
}
