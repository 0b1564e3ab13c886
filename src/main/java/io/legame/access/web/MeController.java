package io.legame.access.web;

import io.legame.access.Account;
import io.legame.access.Accounts;
import io.legame.access.Actor;
import io.legame.access.Password;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody who is signed in may see and change their own account. */
@Controller
@RequestMapping("/access/me")
class MeController {
    private final Accounts accounts;
    private final Forms forms;
    private final Sentences sentences;

    MeController(Accounts accounts, Forms forms, Sentences sentences) {
        this.accounts = accounts;
        this.forms = forms;
        this.sentences = sentences;
    }

    @GetMapping
    Me edit() {
        Account account = own();
        return new Me(account, account.name(), null);
    }

    @PostMapping
    void update(
            @RequestParam(required = false) @Nullable String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String typed = name == null ? "" : name;
        Account account = own();
        forms.take(
                request,
                response,
                () -> {
                    accounts.rename(account.id(), typed);
                    return Done.to("/access/me").saying(sentences.of("access.me.saved"));
                },
                problem -> new Me(account, typed, problem));
    }

    @PostMapping("/password")
    void updatePassword(
            @RequestParam(defaultValue = "") Password current,
            @RequestParam(required = false) @Nullable Password password,
            @RequestParam(required = false) @Nullable Password repeated,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Account account = own();
        forms.take(
                request,
                response,
                () -> {
                    accounts.changePassword(account.id(), current, FounderForm.same(password, repeated));
                    return Done.to("/access/me").saying(sentences.of("access.me.passwordChanged"));
                },
                problem -> new Me(account, account.name(), problem));
    }

    private Account own() {
        return accounts.get(Actor.current().account());
    }
}
