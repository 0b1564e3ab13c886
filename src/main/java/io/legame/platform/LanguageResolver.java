package io.legame.platform;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/** The language a person chose (a cookie), else the first of the browser's that we speak, else English. */
final class LanguageResolver implements LocaleResolver {
    static final String COOKIE = "legame-language";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(COOKIE)) {
                    return spoken(Locale.forLanguageTag(cookie.getValue()));
                }
            }
        }
        for (Locale wish : Collections.list(request.getLocales())) {
            if (Texts.LANGUAGES.contains(Locale.of(wish.getLanguage()))) {
                return spoken(wish);
            }
        }
        return Locale.ENGLISH;
    }

    private static Locale spoken(Locale wish) {
        Locale language = Locale.of(wish.getLanguage());
        return Texts.LANGUAGES.contains(language) ? language : Locale.ENGLISH;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null) {
            var cookie = new Cookie(COOKIE, locale == null ? "" : spoken(locale).getLanguage());
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setSecure(request.isSecure());
            cookie.setAttribute("SameSite", "Lax");
            cookie.setMaxAge(locale == null ? 0 : 365 * 24 * 3600);
            response.addCookie(cookie);
        }
    }
}
