package io.legame.access.web;

import io.legame.access.Account;
import io.legame.access.Accounts;
import io.legame.access.Password;
import io.legame.access.Sessions;
import io.legame.access.SignIns;
import io.legame.platform.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

@Controller
@RequestMapping("/sign-in")
class SignInController {
    private final Accounts accounts;
    private final SignIns signIns;
    private final Sessions sessions;
    private final LocaleResolver languages;
    private final Forms forms;

    SignInController(
            Accounts accounts, SignIns signIns, Sessions sessions, LocaleResolver localeResolver, Forms forms) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.sessions = sessions;
        this.languages = localeResolver;
        this.forms = forms;
    }

    @GetMapping
    @Nullable
    SignIn new_(@RequestParam(defaultValue = "/") String next, HttpServletResponse response) throws IOException {
        if (accounts.none()) {
            response.sendRedirect("/welcome");
            return null;
        }
        if (Viewer.current().signedIn()) {
            response.sendRedirect(LocalPath.of(next).path());
            return null;
        }
        return new SignIn("", LocalPath.of(next).path(), null);
    }

    @PostMapping
    void create(
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(defaultValue = "") Password password,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String target = LocalPath.of(next).path();
        String typed = email == null ? "" : email;
        forms.take(
                request,
                response,
                () -> {
                    Account account = signIns.signIn(typed, password, request.getRemoteAddr());
                    sessions.begin(account, request, response);
                    if (account.language() != null) {
                        languages.setLocale(request, response, Locale.of(account.language()));
                    }
                    return Done.to(account.passwordGiven() ? "/access/me" : target);
                },
                problem -> new SignIn(typed, target, problem));
    }
}
