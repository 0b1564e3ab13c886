package io.legame.access.web;

import io.legame.access.Account;
import io.legame.access.AccountId;
import io.legame.access.Accounts;
import io.legame.access.Password;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new password for somebody who forgot theirs. */
@Controller
@PreAuthorize("hasAuthority('access:manage')")
class UserPasswordController {
    private final Accounts accounts;
    private final UserPages pages;
    private final Forms forms;
    private final Sentences sentences;

    UserPasswordController(Accounts accounts, UserPages pages, Forms forms, Sentences sentences) {
        this.accounts = accounts;
        this.pages = pages;
        this.forms = forms;
        this.sentences = sentences;
    }

    @PostMapping("/access/users/{id}/password")
    void update(
            @PathVariable long id,
            @RequestParam(defaultValue = "") Password password,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Account account = accounts.get(new AccountId(id));
        forms.take(
                request,
                response,
                () -> {
                    accounts.resetPassword(account.id(), password);
                    return Done.to("/access/users/" + id)
                            .saying(sentences.of("access.users.passwordReset", account.name()));
                },
                problem -> pages.page(account, problem));
    }
}
