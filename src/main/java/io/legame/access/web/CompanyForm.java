package io.legame.access.web;

import io.legame.platform.Company;
import io.legame.platform.Refusal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a company is called and counts in, as a form sends it. */
public record CompanyForm(
        @Nullable String company,
        @Nullable String country,
        @Nullable String currency,
        @Nullable String timeZone) {
    private static final int LONGEST_NAME = 100;
    private static final String HOME = "IT";

    static CompanyForm of(Company company) {
        return new CompanyForm(
                company.name(),
                company.country(),
                company.currency().getCurrencyCode(),
                company.timeZone().getId());
    }

    /** A guess from the browser's language, such as {@code en-GB}. */
    static CompanyForm guess(Locale browser) {
        return guess(Places.isCountry(browser.getCountry()) ? browser.getCountry() : HOME);
    }

    /** The currency and the time zone that go with the country. */
    static CompanyForm guess(String country) {
        return new CompanyForm(
                null,
                country,
                Places.currency(country).map(Currency::getCurrencyCode).orElse("EUR"),
                Places.timeZone(country).map(ZoneId::getId).orElse("Europe/Rome"));
    }

    Company toCompany() {
        String name = company == null
                ? ""
                : company.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Refusal.of("access.error.companyName", LONGEST_NAME);
        }
        if (!Places.isCountry(country)) {
            throw Refusal.of("access.error.country");
        }
        try {
            return new Company(
                    name,
                    Currency.getInstance(currency == null ? "" : currency),
                    ZoneId.of(timeZone == null ? "" : timeZone),
                    java.util.Objects.requireNonNull(country));
        } catch (IllegalArgumentException e) {
            throw Refusal.of("access.error.currency");
        } catch (DateTimeException e) {
            throw Refusal.of("access.error.timeZone");
        }
    }
}
