package io.legame.access.web;

import io.legame.access.Account;
import io.legame.access.AccountId;
import io.legame.access.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Locks somebody out, and lets them in again. */
@Controller
@RequestMapping("/access/users/{id}")
@PreAuthorize("hasAuthority('access:manage')")
class UserDisablementController {
    private final Accounts accounts;
    private final UserPages pages;
    private final Forms forms;
    private final Sentences sentences;

    UserDisablementController(Accounts accounts, UserPages pages, Forms forms, Sentences sentences) {
        this.accounts = accounts;
        this.pages = pages;
        this.forms = forms;
        this.sentences = sentences;
    }

    @PostMapping("/disable")
    void create(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Account account = accounts.get(new AccountId(id));
        forms.take(
                request,
                response,
                () -> {
                    accounts.disable(account.id());
                    return Done.to("/access/users")
                            .saying(sentences.of("access.users.disabled", account.name()))
                            .undoneBy("/access/users/" + id + "/enable");
                },
                problem -> pages.page(account, problem));
    }

    @PostMapping("/enable")
    void destroy(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Account account = accounts.get(new AccountId(id));
        forms.take(
                request,
                response,
                () -> {
                    accounts.enable(account.id());
                    return Done.to("/access/users").saying(sentences.of("access.users.enabled", account.name()));
                },
                problem -> pages.page(account, problem));
    }
}
