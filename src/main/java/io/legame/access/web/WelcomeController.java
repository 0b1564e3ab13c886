package io.legame.access.web;

import io.legame.access.Account;
import io.legame.access.Accounts;
import io.legame.access.Founding;
import io.legame.access.Sessions;
import io.legame.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first visit: whoever comes first becomes the administrator and says whose customers these are. */
@Controller
@RequestMapping("/welcome")
class WelcomeController {
    private final Accounts accounts;
    private final Founding founding;
    private final Sessions sessions;
    private final Forms forms;

    WelcomeController(Accounts accounts, Founding founding, Sessions sessions, Forms forms) {
        this.accounts = accounts;
        this.founding = founding;
        this.sessions = sessions;
        this.forms = forms;
    }

    /** With a country, the currency and the time zone are those that go with it. */
    @GetMapping
    @Nullable
    Welcome new_(
            @RequestParam(required = false) @Nullable String country,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!accounts.none()) {
            response.sendRedirect("/");
            return null;
        }
        var company = country != null && Places.isCountry(country)
                ? CompanyForm.guess(country)
                : CompanyForm.guess(request.getLocale());
        return welcome(FounderForm.EMPTY, company, null);
    }

    @PostMapping
    void create(
            @ModelAttribute FounderForm founder,
            @ModelAttribute CompanyForm company,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!accounts.none()) {
            throw new Refusal(HttpStatus.CONFLICT, "access.error.founded");
        }
        forms.take(
                request,
                response,
                () -> {
                    Account account = founding.found(
                            founder.emailOrEmpty(), founder.nameOrEmpty(), founder.samePassword(), company.toCompany());
                    sessions.begin(account, request, response);
                    return Done.to("/");
                },
                problem -> welcome(founder, company, problem));
    }

    private static Welcome welcome(FounderForm founder, CompanyForm company, @Nullable String problem) {
        return new Welcome(founder, company, Places.in(LocaleContextHolder.getLocale()), problem);
    }
}
