package io.legame.access.web;

import io.legame.platform.Texts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Texts that a handler itself needs, in the reader's language: what a toast says, or why a form was not taken. */
@Component
class Sentences {
    private final Texts texts;

    Sentences(Texts texts) {
        this.texts = texts;
    }

    String of(String key, Object... arguments) {
        return texts.get(LocaleContextHolder.getLocale(), key, arguments);
    }

    /** For what other modules may or may not have put into words. */
    String orElse(String fallback, String key) {
        return texts.has(LocaleContextHolder.getLocale(), key) ? of(key) : fallback;
    }
}
