package io.legame.access.web;

import io.legame.access.AuditTrail;
import io.legame.platform.Companies;
import io.legame.platform.Company;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/access/company")
@PreAuthorize("hasAuthority('company:manage')")
class CompanyController {
    private final Companies companies;
    private final AuditTrail audit;
    private final Forms forms;
    private final Sentences sentences;

    CompanyController(Companies companies, AuditTrail audit, Forms forms, Sentences sentences) {
        this.companies = companies;
        this.audit = audit;
        this.forms = forms;
        this.sentences = sentences;
    }

    @GetMapping
    CompanyPage edit() {
        return page(CompanyForm.of(companies.get()), null);
    }

    @PostMapping
    void update(@ModelAttribute CompanyForm form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        forms.take(
                request,
                response,
                () -> {
                    Company company = form.toCompany();
                    companies.describe(company);
                    audit.record(
                            "access.company-described",
                            "company",
                            null,
                            Map.of(
                                    "name", company.name(),
                                    "currency", company.currency().getCurrencyCode(),
                                    "timeZone", company.timeZone().getId(),
                                    "country", company.country()));
                    return Done.to("/access/company").saying(sentences.of("access.company.saved"));
                },
                problem -> page(form, problem));
    }

    private static CompanyPage page(CompanyForm form, @Nullable String problem) {
        return new CompanyPage(form, Places.in(LocaleContextHolder.getLocale()), problem);
    }
}
