package io.legame.intake.web;

import io.legame.intake.Import;
import io.legame.intake.ImportId;
import io.legame.intake.Imports;
import io.legame.intake.Rejections;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The file of an import: the rows of it that were not taken, and its removal. */
@Controller
@PreAuthorize("hasAuthority('intake:run')")
class ImportFileController {
    private final Imports imports;
    private final Rejections rejections;
    private final Texts texts;

    ImportFileController(Imports imports, Rejections rejections, Texts texts) {
        this.imports = imports;
        this.rejections = rejections;
        this.texts = texts;
    }

    @GetMapping("/intake/{id}/rejected.csv")
    void show(@PathVariable long id, Locale language, HttpServletResponse response) throws IOException {
        write(rejections, imports.get(new ImportId(id)), language, response);
    }

    static void write(Rejections rejections, Import what, Locale language, HttpServletResponse response)
            throws IOException {
        String name = what.name().replaceFirst("(?i)(\\.(csv|txt|tsv|tab|xlsx|xlsm|vcf))?(\\.(gz|zip))?$", "");
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "-rejected.csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        rejections.write(what, language, response.getOutputStream());
    }

    @PostMapping("/intake/{id}/file/remove")
    String destroy(@PathVariable long id, RedirectAttributes flash, Locale language) {
        imports.removeFile(new ImportId(id));
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, "intake.fileRemoved"));
        return "redirect:/intake/" + id;
    }
}
