package io.legame.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** The language of whoever looks, signed in or not. */
@Controller
class LanguageController {
    private final LocaleResolver languages;
    private final ApplicationEventPublisher events;

    LanguageController(LocaleResolver localeResolver, ApplicationEventPublisher events) {
        this.languages = localeResolver;
        this.events = events;
    }

    @PostMapping("/language")
    String update(@RequestParam String language, HttpServletRequest request, HttpServletResponse response) {
        Locale chosen = Locale.forLanguageTag(language);
        if (Texts.LANGUAGES.contains(chosen)) {
            languages.setLocale(request, response, chosen);
            events.publishEvent(new LanguageChosen(chosen));
        }
        return BackTo.origin(request);
    }
}
