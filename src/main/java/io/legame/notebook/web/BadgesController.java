package io.legame.notebook.web;

import io.legame.access.AccountId;
import io.legame.access.Actor;
import io.legame.notebook.Mentions;
import io.legame.notebook.Tasks;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the menu says by itself, asked for now and then by every page that is open. */
@Controller
class BadgesController {
    private final Mentions mentions;
    private final Tasks tasks;

    BadgesController(Mentions mentions, Tasks tasks) {
        this.mentions = mentions;
        this.tasks = tasks;
    }

    @GetMapping("/notebook/badges")
    @PreAuthorize("hasAuthority('notebook:view')")
    Badges show() {
        AccountId account = Actor.current().account();
        return new Badges(mentions.unread(account), tasks.countDue(account), tasks.tell(account));
    }
}
