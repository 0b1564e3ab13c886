package io.legame.intake;

import io.legame.access.ChangeSetId;
import io.legame.customers.CompanyMatch;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.Identity;
import io.legame.customers.Upsert;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds, or creates, the customers that the facts of a batch name. */
final class CustomerReferences {
    private static final CompanyMatch NO_COMPANY = new CompanyMatch(null, false);

    private final Customers customers;
    private final @Nullable ChangeSetId by;
    private final String source;
    private final Map<Named, List<Identity>> identities = new HashMap<>();
    private final Map<Identity, CustomerId> known = new HashMap<>();
    private final Map<String, CompanyMatch> companies = new HashMap<>();

    /** How a row names its customer: nobody when it does not. A company's name tells who it is only when nothing else does. */
    record Named(
            @Nullable String number,
            @Nullable String email,
            @Nullable String company,
            @Nullable String country) {
        boolean nobody() {
            return number == null && email == null && company == null;
        }

        boolean isCompany() {
            return number == null && email == null && company != null;
        }

        Field field() {
            return isCompany() ? Field.COMPANY_NAME : number == null ? Field.EMAIL : Field.CUSTOMER_NUMBER;
        }

        String value() {
            return isCompany() ? String.valueOf(company) : number != null ? number : String.valueOf(email);
        }
    }

    /** @param by the changes that creating customers is part of; null where none are created */
    CustomerReferences(Customers customers, @Nullable ChangeSetId by, String source) {
        this.by = by;
        this.customers = customers;
        this.source = source;
    }

    /** Looks all of them up at once. */
    void find(Collection<Named> named) {
        named.forEach(each -> identities.computeIfAbsent(each, this::uniform));
        known.putAll(customers.find(
                identities.values().stream().flatMap(List::stream).distinct().toList()));
        List<String> names = named.stream()
                .filter(Named::isCompany)
                .map(Named::value)
                .distinct()
                .toList();
        if (!names.isEmpty()) {
            companies.putAll(customers.companies(names));
        }
    }

    /** Creates those that are not known. Returns what each is known by. */
    List<String> create(Collection<Named> named) {
        var unknown = new LinkedHashMap<List<Identity>, CustomerDraft>();
        var unknownCompanies = new LinkedHashMap<String, CustomerDraft>();
        for (Named each : named) {
            List<Identity> own = identities.getOrDefault(each, List.of());
            if (!own.isEmpty() && id(each) == null) {
                unknown.putIfAbsent(own, draft(each));
            } else if (each.isCompany() && id(each) == null && !nobody(each) && !several(each)) {
                unknownCompanies.putIfAbsent(each.value(), draft(each));
            }
        }
        List<String> created = new ArrayList<>(unknown.isEmpty() ? List.of() : create(unknown));
        if (!unknownCompanies.isEmpty()) {
            created.addAll(createCompanies(unknownCompanies));
        }
        return created;
    }

    /** Two writings of a name that is new create one company. */
    private List<String> createCompanies(Map<String, CustomerDraft> unknown) {
        List<Upsert> results = customers.upsert(Objects.requireNonNull(by), source, new ArrayList<>(unknown.values()));
        var created = new ArrayList<String>();
        int i = 0;
        for (String name : unknown.keySet()) {
            if (results.get(i++) instanceof Upsert.Created) {
                created.add(name);
            }
        }
        companies.putAll(customers.companies(unknown.keySet()));
        return created;
    }

    private List<String> create(Map<List<Identity>, CustomerDraft> unknown) {
        List<Upsert> results = customers.upsert(Objects.requireNonNull(by), source, new ArrayList<>(unknown.values()));
        var created = new ArrayList<String>();
        int i = 0;
        for (List<Identity> own : unknown.keySet()) {
            switch (results.get(i++)) {
                case Upsert.Created one -> {
                    created.add(own.getFirst().value());
                    own.forEach(identity -> known.put(identity, one.customer()));
                }
                case Upsert.Updated one -> own.forEach(identity -> known.put(identity, one.customer()));
                case Upsert.Unchanged one -> own.forEach(identity -> known.put(identity, one.customer()));
                case Upsert.Rejected rejected -> {}
            }
        }
        return created;
    }

    /** Null when nobody is known by what the row says; the number decides before the e-mail address. */
    @Nullable
    CustomerId id(Named named) {
        if (named.isCompany()) {
            return companies.getOrDefault(named.value(), NO_COMPANY).customer();
        }
        for (Identity identity : identities.getOrDefault(named, List.of())) {
            CustomerId id = known.get(identity);
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    /** Whether what the row says, such as {@code n/a}, says that there is no customer. */
    boolean nobody(Named named) {
        return named.nobody()
                || (named.isCompany()
                        ? !companies.containsKey(named.value())
                        : identities.getOrDefault(named, List.of()).isEmpty() && !faulty(named));
    }

    /** Whether more than one company is called so, and the row does not say which it means. */
    boolean several(Named named) {
        return named.isCompany()
                && companies.getOrDefault(named.value(), NO_COMPANY).several();
    }

    private boolean faulty(Named named) {
        return customers.uniform(draft(named)).leftOut(CustomerField.EMAIL) != null;
    }

    private List<Identity> uniform(Named named) {
        if (named.nobody() || named.isCompany()) {
            return List.of();
        }
        CustomerDraft draft = customers.uniform(draft(named)).draft();
        var own = new ArrayList<Identity>(2);
        String number = draft.text(CustomerField.NUMBER);
        if (number != null) {
            own.add(Identity.number(source, number));
        }
        String email = draft.text(CustomerField.EMAIL);
        if (email != null) {
            own.add(Identity.email(email));
        }
        return own;
    }

    /** Without the country when it is not one: a sale to "Unspecified" has a customer all the same. */
    private CustomerDraft draft(Named named) {
        var texts = new EnumMap<CustomerField, String>(CustomerField.class);
        put(texts, CustomerField.NUMBER, named.number());
        put(texts, CustomerField.EMAIL, named.email());
        put(texts, CustomerField.COMPANY_NAME, named.company());
        if (named.country() != null
                && customers
                                .uniform(CustomerDraft.of(CustomerField.COUNTRY, named.country()))
                                .leftOut(CustomerField.COUNTRY)
                        == null) {
            texts.put(CustomerField.COUNTRY, named.country());
        }
        return CustomerDraft.of(texts);
    }

    private static void put(Map<CustomerField, String> texts, CustomerField field, @Nullable String value) {
        if (value != null) {
            texts.put(field, value);
        }
    }
}
