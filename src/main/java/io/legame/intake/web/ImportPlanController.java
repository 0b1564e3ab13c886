package io.legame.intake.web;

import io.legame.intake.Import;
import io.legame.intake.ImportId;
import io.legame.intake.Imports;
import io.legame.intake.NearProducts;
import io.legame.intake.SavedMappings;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a file will be brought in. */
@Controller
@PreAuthorize("hasAuthority('intake:run')")
class ImportPlanController {
    private final Imports imports;
    private final SavedMappings mappings;
    private final NearProducts products;

    ImportPlanController(Imports imports, SavedMappings mappings, NearProducts products) {
        this.products = products;
        this.imports = imports;
        this.mappings = mappings;
    }

    @PostMapping("/intake/{id}/plan")
    ImportDraft update(@PathVariable long id, @RequestParam MultiValueMap<String, String> form) {
        Import what = imports.change(new ImportId(id), PlanForm.read(form));
        return new ImportDraft(
                what, imports.preview(what), mappings.ofImport(what.id()).orElse(null), products.of(what));
    }
}
