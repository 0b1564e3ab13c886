package io.legame.intake.web;

import io.legame.intake.Import;
import io.legame.intake.ImportId;
import io.legame.intake.Imports;
import io.legame.intake.NearProducts;
import io.legame.intake.PlanChange;
import io.legame.intake.Replacement;
import io.legame.intake.SavedMappings;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Values of a waiting file that are read as others: what is proposed is taken or left, and taken back. */
@Controller
@PreAuthorize("hasAuthority('intake:run')")
class ReplacementController {
    private final Imports imports;
    private final NearProducts products;
    private final SavedMappings mappings;

    ReplacementController(Imports imports, NearProducts products, SavedMappings mappings) {
        this.imports = imports;
        this.products = products;
        this.mappings = mappings;
    }

    /** With the draft's form as it is now, and the value whose proposal is taken or left; without one all are taken. */
    @PostMapping("/intake/{id}/replacements")
    ImportDraft create(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String use,
            @RequestParam(required = false) @Nullable String leave,
            @RequestParam MultiValueMap<String, String> form) {
        Import what = changed(id, form);
        NearProducts.Found found = products.of(what);
        List<Replacement> added = use != null
                ? found.use(use)
                : leave != null && found.field() != null
                        ? List.of(Replacement.left(Objects.requireNonNull(found.field()), leave))
                        : found.useAll();
        return draft(replace(what, Replacement.with(what.plan().replacements(), added)));
    }

    /** @param position in the list of replacements, counted from zero */
    @PostMapping("/intake/{id}/replacements/remove")
    ImportDraft destroy(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int position,
            @RequestParam MultiValueMap<String, String> form) {
        Import what = changed(id, form);
        List<Replacement> replacements = what.plan().replacements();
        return position < 0 || position >= replacements.size()
                ? draft(what)
                : draft(replace(what, Replacement.without(replacements, List.of(replacements.get(position)))));
    }

    private Import changed(long id, MultiValueMap<String, String> form) {
        var importId = new ImportId(id);
        return form.containsKey("kind") ? imports.change(importId, PlanForm.read(form)) : imports.get(importId);
    }

    private Import replace(Import what, List<Replacement> replacements) {
        return imports.change(what.id(), PlanChange.replacements(replacements));
    }

    private ImportDraft draft(Import what) {
        return new ImportDraft(
                what, imports.preview(what), mappings.ofImport(what.id()).orElse(null), products.of(what));
    }
}
