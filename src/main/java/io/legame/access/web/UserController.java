package io.legame.access.web;

import io.legame.access.Account;
import io.legame.access.AccountId;
import io.legame.access.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/access/users")
@PreAuthorize("hasAuthority('access:manage')")
class UserController {
    private final Accounts accounts;
    private final UserPages pages;
    private final Forms forms;
    private final Sentences sentences;

    UserController(Accounts accounts, UserPages pages, Forms forms, Sentences sentences) {
        this.accounts = accounts;
        this.pages = pages;
        this.forms = forms;
        this.sentences = sentences;
    }

    @GetMapping
    Users index() {
        return new Users(accounts.all());
    }

    @GetMapping("/new")
    NewUser new_() {
        return pages.page(UserForm.EMPTY, null);
    }

    @PostMapping
    void create(@ModelAttribute UserForm form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        forms.take(
                request,
                response,
                () -> {
                    Account account = accounts.create(
                            form.emailOrEmpty(),
                            form.nameOrEmpty(),
                            form.rolesOrNone(),
                            form.scope(),
                            form.passwordOrEmpty());
                    return Done.to("/access/users").saying(sentences.of("access.users.created", account.name()));
                },
                problem -> pages.page(form, problem));
    }

    @GetMapping("/{id}")
    EditUser edit(@PathVariable long id) {
        Account account = accounts.get(new AccountId(id));
        return pages.page(account, UserForm.of(account), null);
    }

    @PostMapping("/{id}")
    void update(
            @PathVariable long id,
            @ModelAttribute UserForm form,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Account account = accounts.get(new AccountId(id));
        forms.take(
                request,
                response,
                () -> {
                    accounts.edit(account.id(), form.nameOrEmpty(), form.rolesOrNone(), form.scope());
                    return Done.to("/access/users").saying(sentences.of("access.users.edited", form.nameOrEmpty()));
                },
                problem -> pages.page(account, form, problem));
    }
}
