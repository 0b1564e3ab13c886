package io.legame.access;

import io.legame.platform.Errors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Leads strangers to the sign-in (or, on an empty database, to the welcome) and tells the others what they may not. */
@Component
class PageRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final Accounts accounts;
    private final Errors errors;

    PageRefusals(Accounts accounts, Errors errors) {
        this.accounts = accounts;
        this.errors = errors;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        boolean htmx = request.getHeader("HX-Request") != null;
        String target = accounts.none() ? "/welcome" : signIn(wanted(request, htmx));
        if (htmx) {
            // a redirect would be followed by the browser and swapped into the middle of the page
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Redirect", target);
        } else {
            response.sendRedirect(target);
        }
    }

    /** Where to go on after signing in: the page that was asked for, or that the htmx request was sent from. */
    private static String wanted(HttpServletRequest request, boolean htmx) {
        if (htmx) {
            String page = request.getHeader("HX-Current-URL");
            try {
                URI address = URI.create(page == null ? "/" : page);
                return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
            } catch (IllegalArgumentException e) {
                return "/";
            }
        }
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return "/";
        }
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    private static String signIn(String next) {
        return next.equals("/") ? "/sign-in" : "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        errors.answer(
                request,
                response,
                HttpStatus.FORBIDDEN,
                reason instanceof CsrfException ? "access.error.stalePage" : "platform.error.forbidden");
    }
}
