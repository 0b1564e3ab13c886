package io.legame.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A browser without a screen, or a program: real HTTP, with cookies, the CSRF token of the page seen last, or a bearer
 * token. Redirects are not followed.
 */
public final class Visitor {
    private static final Pattern CSRF = Pattern.compile("name=\"(?:_csrf|csrf-token)\" (?:value|content)=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String base;
    private final @Nullable String token;
    private final List<String> headers = new ArrayList<>();
    private String csrf = "";

    Visitor(String base, @Nullable String token) {
        this.base = base;
        this.token = token;
    }

    /** Goes on to another server with the same cookies. */
    public Visitor at(String otherBase) {
        base = otherBase;
        return this;
    }

    /** Sends the header with every further request. */
    public Visitor with(String header, String value) {
        headers.addAll(List.of(header, value));
        return this;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Sends a form with fields and values in turns, and the CSRF token. */
    public Answer post(String path, String... form) {
        return postWithToken(csrf, path, form);
    }

    /** The same with another CSRF token; empty for none. */
    public Answer postWithToken(String csrfToken, String path, String... form) {
        var fields = new ArrayList<>(List.of(form));
        if (!csrfToken.isEmpty()) {
            fields.addAll(List.of("_csrf", csrfToken));
        }
        var body = new StringBuilder();
        for (int i = 0; i < fields.size(); i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(encode(fields.get(i)))
                    .append('=')
                    .append(encode(fields.get(i + 1)));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** Sends JSON with any method. */
    public Answer json(String method, String path, String json) {
        return send(
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json)));
    }

    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return request;
    }

    /** The status alone, for answers that may never end. */
    public int status(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofInputStream());
            response.body().close();
            return response.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            Matcher matcher = CSRF.matcher(response.body());
            if (matcher.find()) {
                csrf = matcher.group(1);
            }
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The CSRF token of the page seen last. */
    public String csrf() {
        return csrf;
    }

    /** The cookie's value; empty when there is none. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
