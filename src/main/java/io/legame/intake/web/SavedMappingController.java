package io.legame.intake.web;

import io.legame.intake.ImportId;
import io.legame.intake.Imports;
import io.legame.intake.SavedMapping.SavedMappingId;
import io.legame.intake.SavedMappings;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is remembered of files that were brought in: given another name, or forgotten. */
@Controller
@PreAuthorize("hasAuthority('intake:run')")
class SavedMappingController {
    private final SavedMappings mappings;
    private final Imports imports;
    private final Texts texts;

    SavedMappingController(SavedMappings mappings, Imports imports, Texts texts) {
        this.mappings = mappings;
        this.imports = imports;
        this.texts = texts;
    }

    @PostMapping("/intake/mappings/{id}")
    String update(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String name,
            RedirectAttributes flash,
            Locale language) {
        mappings.rename(new SavedMappingId(id), name == null ? "" : name);
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, "intake.mapping.renamed"));
        return "redirect:/intake";
    }

    @PostMapping("/intake/mappings/{id}/remove")
    String destroy(@PathVariable long id, RedirectAttributes flash, Locale language) {
        mappings.forget(new SavedMappingId(id));
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, "intake.mapping.forgotten"));
        return "redirect:/intake";
    }

    /** From the file that was recognised. */
    @PostMapping("/intake/{id}/mapping/remove")
    String destroyOfImport(@PathVariable long id, RedirectAttributes flash, Locale language) {
        imports.forgetMapping(new ImportId(id));
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, "intake.mapping.forgotten"));
        return "redirect:/intake/" + id;
    }
}
