package io.legame.platform;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Makes the {@link Shell} of a request. */
@Component
public class Shells {
    public static final String THEME_COOKIE = "legame-theme";
    /** The name of the flash attribute that becomes a toast on the next page. */
    public static final String TOAST = "toast";
    /** The name of the flash attribute with the path that a POST of the toast's undo button goes to. */
    public static final String TOAST_UNDO = "toastUndo";

    static final Set<String> THEMES = Set.of("light", "dark");

    private final Companies companies;
    private final Texts texts;
    private final Assets assets;
    private final LocaleResolver languages;
    private final List<MenuItem> menu;

    Shells(Companies companies, Texts texts, Assets assets, LocaleResolver localeResolver, List<MenuItem> menu) {
        this.companies = companies;
        this.texts = texts;
        this.assets = assets;
        this.languages = localeResolver;
        this.menu = menu.stream()
                .sorted(Comparator.comparingInt(MenuItem::position))
                .toList();
    }

    public Shell of(HttpServletRequest request, HttpServletResponse response) {
        Viewer viewer = Viewer.current();
        Company company = companies.find().orElse(null);
        return new Shell(
                viewer,
                request.getRequestURI(),
                theme(request),
                csrf(request) == null ? "_csrf" : csrf(request).getParameterName(),
                csrf(request) == null ? "" : csrf(request).getToken(),
                flash(request, TOAST),
                flash(request, TOAST_UNDO),
                company,
                menu.stream().filter(item -> viewer.may(item.permission())).toList(),
                texts,
                formats(languages.resolveLocale(request)),
                assets);
    }

    /** How the company's money and days read in the language. */
    public Formats formats(Locale language) {
        Company company = companies.get();
        return new Formats(language, company.currency(), company.timeZone());
    }

    private static CsrfToken csrf(HttpServletRequest request) {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }

    private static @Nullable String flash(HttpServletRequest request, String attribute) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        return flash == null ? null : (String) flash.get(attribute);
    }

    private static String theme(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(THEME_COOKIE))
                .map(Cookie::getValue)
                .filter(THEMES::contains)
                .findFirst()
                .orElse("auto");
    }
}
