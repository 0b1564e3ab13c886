package io.legame.intake.web;

import io.legame.intake.Import;
import io.legame.intake.ImportId;
import io.legame.intake.ImportState;
import io.legame.intake.Imports;
import io.legame.intake.InboxFiles;
import io.legame.intake.NearProducts;
import io.legame.intake.Rejections;
import io.legame.intake.SavedMappings;
import io.legame.platform.LegameProperties;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

@Controller
@PreAuthorize("hasAuthority('intake:view')")
class ImportController {
    private static final int PAGE = 50;
    private static final int LATEST = 5;
    private static final String FAULTS = "intakeFaults";

    private final Imports imports;
    private final Rejections rejections;
    private final SavedMappings mappings;
    private final NearProducts products;
    private final InboxFiles inboxFiles;
    private final LegameProperties properties;
    private final Texts texts;
    private final InstantSource clock;

    ImportController(
            Imports imports,
            Rejections rejections,
            SavedMappings mappings,
            NearProducts products,
            InboxFiles inboxFiles,
            LegameProperties properties,
            Texts texts,
            InstantSource clock) {
        this.imports = imports;
        this.rejections = rejections;
        this.mappings = mappings;
        this.products = products;
        this.inboxFiles = inboxFiles;
        this.properties = properties;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/intake")
    ImportList index(@RequestParam @Nullable Long after, HttpServletRequest request) {
        List<Import> page = imports.list(after == null ? null : new ImportId(after), PAGE + 1);
        boolean more = page.size() > PAGE;
        List<Import> shown = more ? page.subList(0, PAGE) : page;
        return new ImportList(
                shown,
                inboxFiles.among(shown.stream().map(Import::id).toList()),
                inboxFiles.attention(),
                faults(request),
                after == null ? mappings.list() : List.of(),
                more ? shown.getLast().id().value() : null,
                properties.uploadLimit().toBytes());
    }

    private static List<String> faults(HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        return flash != null && flash.get(FAULTS) instanceof String faults
                ? faults.lines().toList()
                : List.of();
    }

    @GetMapping("/intake/latest")
    LatestImports latest() {
        return new LatestImports(imports.list(null, LATEST));
    }

    @GetMapping("/intake/new")
    @PreAuthorize("hasAuthority('intake:run')")
    NewImport new_() {
        return new NewImport(properties.uploadLimit().toBytes());
    }

    @PostMapping("/intake")
    @PreAuthorize("hasAuthority('intake:run')")
    String create(
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            RedirectAttributes flash,
            Locale language)
            throws IOException {
        var received = new ArrayList<Import>();
        var faults = new ArrayList<String>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            if (name.isEmpty()) {
                continue;
            }
            try (InputStream content = file.getInputStream()) {
                received.add(imports.receive(name, content));
            } catch (Refusal refusal) {
                faults.add(name + ": " + texts.get(language, refusal.key(), refusal.arguments()));
            }
        }
        if (received.size() == 1 && faults.isEmpty()) {
            return "redirect:/intake/" + received.getFirst().id().value();
        }
        if (received.isEmpty() && faults.isEmpty()) {
            faults.add(texts.get(language, "intake.error.noFile"));
        }
        flash.addFlashAttribute(FAULTS, String.join("\n", faults));
        if (!received.isEmpty()) {
            flash.addFlashAttribute(Shells.TOAST, texts.get(language, "intake.received", received.size()));
        }
        return "redirect:/intake";
    }

    @GetMapping("/intake/{id}")
    ImportPage show(@PathVariable long id) {
        Import what = imports.get(new ImportId(id));
        return what.state() == ImportState.DRAFT
                ? new ImportPage(
                        what,
                        new ImportDraft(
                                what,
                                imports.preview(what),
                                mappings.ofImport(what.id()).orElse(null),
                                products.of(what)),
                        null)
                : new ImportPage(what, null, status(what));
    }

    @GetMapping("/intake/{id}/status")
    ImportStatus status(@PathVariable long id, HttpServletResponse response) {
        Import what = imports.get(new ImportId(id));
        if (what.state() == ImportState.DRAFT) {
            // it was tried and waits again: another page
            response.setHeader("HX-Refresh", "true");
        }
        return status(what);
    }

    private ImportStatus status(Import what) {
        return new ImportStatus(
                what,
                what.duration(clock.instant()),
                rejections.reasons(what.id()),
                imports.told(what.id()),
                products.noted(what),
                products.replaced(what));
    }
}
