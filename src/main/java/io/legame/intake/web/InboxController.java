package io.legame.intake.web;

import io.legame.intake.Inbox;
import io.legame.intake.InboxFile;
import io.legame.intake.InboxFileId;
import io.legame.intake.InboxFiles;
import io.legame.intake.InboxSettings;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The watched folder and the files that came through it. */
@Controller
@PreAuthorize("hasAuthority('intake:view')")
class InboxController {
    private static final int PAGE = 30;

    private final Inbox inbox;
    private final InboxFiles files;
    private final InboxSettings settings;
    private final Texts texts;

    InboxController(Inbox inbox, InboxFiles files, InboxSettings settings, Texts texts) {
        this.inbox = inbox;
        this.files = files;
        this.settings = settings;
        this.texts = texts;
    }

    @GetMapping("/intake/inbox")
    InboxPage index(@RequestParam @Nullable Long after) {
        return new InboxPage(status(after), settings.startsRecognised());
    }

    @GetMapping("/intake/inbox/status")
    InboxStatus status(@RequestParam @Nullable Long after) {
        List<InboxFile> page = files.list(after == null ? null : new InboxFileId(after), PAGE + 1);
        boolean more = page.size() > PAGE;
        List<InboxFile> shown = more ? page.subList(0, PAGE) : page;
        return new InboxStatus(
                inbox.now(),
                files.attention(),
                shown,
                more ? shown.getLast().id().value() : null,
                after == null);
    }

    @PostMapping("/intake/inbox")
    @PreAuthorize("hasAuthority('intake:run')")
    String update(@RequestParam(defaultValue = "false") boolean on, RedirectAttributes flash, Locale language) {
        settings.setStartsRecognised(on);
        flash.addFlashAttribute(
                Shells.TOAST, texts.get(language, on ? "intake.inbox.switchedOn" : "intake.inbox.switchedOff"));
        return "redirect:/intake/inbox";
    }

    @PostMapping("/intake/inbox/{id}/seen")
    @PreAuthorize("hasAuthority('intake:run')")
    String see(@PathVariable long id) {
        files.see(new InboxFileId(id));
        return "redirect:/intake/inbox";
    }

    @PostMapping("/intake/inbox/seen")
    @PreAuthorize("hasAuthority('intake:run')")
    String seeAll() {
        files.seeAll();
        return "redirect:/intake/inbox";
    }
}
