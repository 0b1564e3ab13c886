package io.legame.access;

import io.legame.platform.Companies;
import io.legame.platform.Company;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The beginning of an installation: its first administrator and its company, both or neither. */
@Component
public class Founding {
    private final Accounts accounts;
    private final Companies companies;

    Founding(Accounts accounts, Companies companies) {
        this.accounts = accounts;
        this.companies = companies;
    }

    /** Refused with 409 when somebody else was first. */
    @Transactional
    public Account found(String email, String name, Password password, Company company) {
        Account founder = accounts.found(email, name, password);
        companies.describe(company);
        return founder;
    }
}
