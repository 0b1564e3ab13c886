package io.legame.customers;

import io.legame.customers.db.tables.records.CustomerRecord;
import io.legame.wording.CompanyName;
import io.legame.wording.CompanyParts;
import io.legame.wording.Folding;
import io.legame.wording.PlaceKeys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A company of which nothing is known that identifies it but its name. The name itself belongs to the first company that
 * is called so; another one, which the legal form or the place tells from it, is found only by a row that tells as much.
 *
 * @param key what all writings of the name have in common
 * @param form legal, letters only; empty when it is not said, as the country and the town
 * @param country ISO 3166-1 alpha-2
 */
record NamedCompany(String key, String form, String country, String town) {
    /**
     * Empty for a person: people are not known by a name alone.
     *
     * @param home where companies are that do not say it, ISO 3166-1 alpha-2
     */
    static Optional<NamedCompany> of(CustomerDraft draft, String home) {
        String name = draft.text(CustomerField.COMPANY_NAME);
        if (name == null
                || draft.text(CustomerField.GIVEN_NAME) != null
                || draft.text(CustomerField.FAMILY_NAME) != null) {
            return Optional.empty();
        }
        String country = draft.text(CustomerField.COUNTRY);
        return Optional.of(of(name, country, draft.text(CustomerField.TOWN), home));
    }

    private static NamedCompany of(String name, @Nullable String country, @Nullable String town, String home) {
        String whereItIs = country == null ? home : country;
        return new NamedCompany(
                CompanyName.key(name, whereItIs),
                Folding.fold(CompanyParts.of(name, whereItIs).form()).replaceAll("[^\\p{L}]", ""),
                country == null ? "" : country,
                town == null ? "" : PlaceKeys.key(town));
    }

    /** All that the row says. */
    Identity exact() {
        return form.isEmpty() && country.isEmpty() && town.isEmpty()
                ? name()
                : details(key + '\n' + form + '\n' + country + '\n' + town);
    }

    /** The name alone. */
    Identity name() {
        return details(key);
    }

    /** What the second company of the name has, so that the name alone is known to be no longer enough. */
    Identity second() {
        return details(key + "\n\nsecond");
    }

    /** No details of people have a line end in them. */
    private static Identity details(String text) {
        String value = UUID.nameUUIDFromBytes(("company\n" + text).getBytes(StandardCharsets.UTF_8))
                .toString();
        return new Identity(Identity.Kind.DETAILS, "", value);
    }

    /** Which of the owners of its identities it is, when nothing but the name is to tell. */
    CompanyMatch among(Map<Identity, CustomerState> owners, String home) {
        List<CustomerState> possible = Stream.of(name(), second())
                .map(owners::get)
                .filter(owner -> owner != null && !contradicts(owner.row(), home))
                .distinct()
                .toList();
        return switch (possible.size()) {
            case 0 -> CompanyMatch.NONE;
            case 1 -> new CompanyMatch(new CustomerId(possible.getFirst().id()), false);
            default -> CompanyMatch.SEVERAL;
        };
    }

    /** Whether the customer of that name is another one: both say where or what they are, and do not say the same. */
    boolean contradicts(CustomerRecord customer, String home) {
        if (customer.getCompanyName() == null) {
            return false;
        }
        NamedCompany other = of(customer.getCompanyName(), customer.getCountry(), customer.getTown(), home);
        return differ(form, other.form) || differ(country, other.country) || differ(town, other.town);
    }

    /** Whether the customer's name has a legal form that this one lacks. */
    boolean saysLessThan(CustomerRecord customer, String home) {
        return form.isEmpty()
                && customer.getCompanyName() != null
                && !of(customer.getCompanyName(), customer.getCountry(), null, home)
                        .form
                        .isEmpty();
    }

    private static boolean differ(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }
}
