package io.legame.platform;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Light, dark, or as the device likes it; kept in a cookie, because it belongs to a screen and not to a person. */
@Controller
class ThemeController {
    @PostMapping("/theme")
    String update(@RequestParam String theme, HttpServletRequest request, HttpServletResponse response) {
        boolean chosen = Shells.THEMES.contains(theme);
        var cookie = new Cookie(Shells.THEME_COOKIE, chosen ? theme : "");
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(chosen ? (int) Duration.ofDays(365).toSeconds() : 0);
        response.addCookie(cookie);
        return BackTo.origin(request);
    }
}
