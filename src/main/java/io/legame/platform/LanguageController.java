package io.legame.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** The language of whoever looks, signed in or not. */
@Controller
class LanguageController {
    private final LocaleResolver languages;

    LanguageController(LocaleResolver localeResolver) {
        this.languages = localeResolver;
    }

    @PostMapping("/language")
    String update(@RequestParam String language, HttpServletRequest request, HttpServletResponse response) {
        languages.setLocale(request, response, Locale.forLanguageTag(language));
        return BackTo.origin(request);
    }
}
