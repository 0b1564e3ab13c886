package io.legame.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** Where a request came from, as a redirect within this application. */
final class BackTo {
    private BackTo() {}

    static String origin(HttpServletRequest request) {
        String referer = request.getHeader("Referer");
        if (referer == null) {
            return "redirect:/";
        }
        try {
            URI origin = URI.create(referer);
            String path = origin.getRawPath();
            // "//elsewhere" and "/\elsewhere" would leave for another host
            if (path == null || !path.startsWith("/") || path.startsWith("//") || !ours(origin, request)) {
                return "redirect:/";
            }
            return "redirect:" + path + (origin.getRawQuery() == null ? "" : "?" + origin.getRawQuery());
        } catch (IllegalArgumentException e) {
            return "redirect:/";
        }
    }

    private static boolean ours(URI origin, HttpServletRequest request) {
        return request.getServerName().equalsIgnoreCase(origin.getHost());
    }
}
