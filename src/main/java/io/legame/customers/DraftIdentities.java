package io.legame.customers;

import io.legame.wording.EmailAddress;
import io.legame.wording.Folding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The identities by which a draft names its customer.
 *
 * @param source whose numbers and cards they are
 * @param key the company's unique key
 * @param home where customers are that do not say it, ISO 3166-1 alpha-2
 */
record DraftIdentities(String source, Identity.Kind key, String home) {
    /**
     * @param own those that tell who it is: two owners of them are a contradiction
     * @param more those that are kept besides, unless they belong to another
     * @param company what is named by nothing but a company's name; null for whoever has something better
     */
    record Named(
            List<Identity> own,
            List<Identity> more,
            @Nullable NamedCompany company) {
        Stream<Identity> all() {
            return Stream.concat(own.stream(), more.stream());
        }

        /** All whose owners decide what becomes of the draft. */
        Stream<Identity> deciding() {
            return company == null ? all() : Stream.concat(all(), Stream.of(company.second()));
        }

        /** Of a company that only shares its name with one that is known. */
        Named apart(NamedCompany apart) {
            return new Named(own, List.of(apart.second()), apart);
        }
    }

    /** Of what is written by hand, whose custom fields are followed apart. */
    Named of(CustomerDraft draft) {
        return of(draft, List.of());
    }

    Named of(UniformDraft uniform) {
        return of(uniform.draft(), uniform.custom().identities());
    }

    private Named of(CustomerDraft draft, List<Identity> custom) {
        var own = new ArrayList<Identity>(4);
        String email = draft.text(CustomerField.EMAIL);
        add(own, Identity.Kind.EMAIL, "", email == null ? null : EmailAddress.uniform(email));
        add(own, Identity.Kind.NUMBER, source, draft.text(CustomerField.NUMBER));
        add(own, Identity.Kind.CARD, source, draft.text(CustomerField.CARD));
        add(own, Identity.Kind.TAX_CODE, "", draft.text(CustomerField.TAX_CODE));
        if (key == Identity.Kind.PHONE) {
            add(own, Identity.Kind.PHONE, "", draft.text(CustomerField.PHONE));
        }
        if (isCompany(draft)) {
            add(own, Identity.Kind.VAT_NUMBER, "", draft.text(CustomerField.VAT_NUMBER));
        }
        own.addAll(custom);
        List<Identity> more = draft.several(CustomerField.OTHER_EMAIL).stream()
                .map(Identity::email)
                .filter(identity -> !own.contains(identity))
                .toList();
        if (own.isEmpty() && !more.isEmpty()) {
            return new Named(more, List.of(), null);
        }
        if (own.isEmpty()) {
            details(draft).ifPresent(own::add);
        }
        NamedCompany company = own.isEmpty() ? NamedCompany.of(draft, home).orElse(null) : null;
        return company == null
                ? new Named(own, more, null)
                : new Named(List.of(company.exact()), List.of(company.name()), company);
    }

    private static void add(List<Identity> identities, Identity.Kind kind, String source, @Nullable String value) {
        if (value != null) {
            identities.add(new Identity(kind, source, value));
        }
    }

    /** Many contacts may name the VAT number of the company they work for. */
    private static boolean isCompany(CustomerDraft draft) {
        return draft.text(CustomerField.GIVEN_NAME) == null && draft.text(CustomerField.FAMILY_NAME) == null;
    }

    /** A name with a phone, a birth date or an address: weak, but the same row brought in again finds itself. */
    private static Optional<Identity> details(CustomerDraft draft) {
        String name = joined(
                draft.text(CustomerField.GIVEN_NAME),
                draft.text(CustomerField.FAMILY_NAME),
                draft.text(CustomerField.COMPANY_NAME));
        String phone = draft.text(CustomerField.PHONE) != null
                ? draft.text(CustomerField.PHONE)
                : draft.several(CustomerField.OTHER_PHONE).stream().findFirst().orElse(null);
        String address = draft.text(CustomerField.STREET) == null
                ? ""
                : joined(
                        draft.text(CustomerField.STREET),
                        draft.text(CustomerField.POSTCODE),
                        draft.text(CustomerField.TOWN));
        String second = phone != null
                ? phone
                : draft.birthDate() != null ? draft.birthDate().toString() : Folding.fold(address);
        if (name.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        String value = UUID.nameUUIDFromBytes((Folding.fold(name) + "|" + second).getBytes(StandardCharsets.UTF_8))
                .toString();
        return Optional.of(new Identity(Identity.Kind.DETAILS, "", value));
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null).collect(Collectors.joining(" "));
    }
}
