package io.legame.access.web;

import io.legame.access.ApiTokens;
import io.legame.access.Permissions;
import io.legame.access.Units;
import io.legame.platform.Refusal;
import io.legame.platform.View;
import io.legame.platform.ViewRenderer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/access/tokens")
@PreAuthorize("hasAuthority('access:manage')")
class TokenController {
    private static final int MOST_DAYS = 3650;

    private final ApiTokens tokens;
    private final Units units;
    private final Permissions permissions;
    private final Forms forms;
    private final Sentences sentences;
    private final ViewRenderer renderer;
    private final InstantSource clock;

    TokenController(
            ApiTokens tokens,
            Units units,
            Permissions permissions,
            Forms forms,
            Sentences sentences,
            ViewRenderer renderer,
            InstantSource clock) {
        this.tokens = tokens;
        this.units = units;
        this.permissions = permissions;
        this.forms = forms;
        this.sentences = sentences;
        this.renderer = renderer;
        this.clock = clock;
    }

    @GetMapping
    Tokens index() {
        return new Tokens(tokens.all(), clock.instant());
    }

    @GetMapping("/new")
    NewToken new_() {
        return form(TokenForm.EMPTY, null);
    }

    /** Answers with the secret itself: after a redirect it would have to be kept somewhere. */
    @PostMapping
    void create(@ModelAttribute TokenForm form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        View answer;
        try {
            var fresh = tokens.create(form.nameOrEmpty(), form.scopesOrNone(), form.sight(), expiry(form.days()));
            answer = new FreshToken(fresh.token(), fresh.secret());
        } catch (Refusal refusal) {
            response.setStatus(refusal.status().value());
            answer = form(form, sentences.of(refusal.key(), refusal.arguments()));
        }
        renderer.write(answer, request, response);
    }

    @PostMapping("/{id}/revoke")
    void destroy(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        forms.take(
                request,
                response,
                () -> {
                    tokens.revoke(id);
                    return Done.to("/access/tokens").saying(sentences.of("access.tokens.revoked"));
                },
                problem -> index());
    }

    private @Nullable Instant expiry(@Nullable Integer days) {
        if (days == null) {
            return null;
        }
        if (days < 1 || days > MOST_DAYS) {
            throw Refusal.of("access.error.days", MOST_DAYS);
        }
        return clock.instant().plus(Duration.ofDays(days));
    }

    private NewToken form(TokenForm form, @Nullable String problem) {
        List<Choice> scopes = permissions.names().stream()
                .map(name -> new Choice(name, sentences.orElse(name, "access.scope." + name.replace(':', '.'))))
                .toList();
        return new NewToken(form, scopes, SeenUnits.of(units.all(), form.some(), form.units()), problem);
    }
}
