package io.legame.access;

import io.legame.platform.LanguageChosen;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Remembers the language that somebody chose, for when they sign in on another device. */
@Component
class LanguageMemory {
    private final Accounts accounts;

    LanguageMemory(Accounts accounts) {
        this.accounts = accounts;
    }

    @EventListener
    void on(LanguageChosen chosen) {
        Actor actor = Actor.current();
        if (actor.kind() == Actor.Kind.ACCOUNT) {
            accounts.speak(actor.account(), chosen.language());
        }
    }
}
