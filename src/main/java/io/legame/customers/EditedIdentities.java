package io.legame.customers;

import io.legame.wording.EmailAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the identities of a customer follow the values that somebody wrote; nobody is given one that is another's. */
final class EditedIdentities {
    private static final List<CustomerField> IDENTIFYING = List.of(
            CustomerField.PHONE,
            CustomerField.TAX_CODE,
            CustomerField.VAT_NUMBER,
            CustomerField.CARD,
            CustomerField.NUMBER);

    private final EditPlan plan;
    private final Identity.Kind key;
    private final Set<Identity> own;
    private final Map<Identity, CustomerField> added = new LinkedHashMap<>();
    private final List<Identity> ended = new ArrayList<>();
    /** Of which nothing is known that identifies it but its name. */
    private @Nullable NamedCompany company;

    private final Map<CustomerField, EditCheck.Fault> faults = new EnumMap<>(CustomerField.class);

    private final List<EditCheck.CustomFault> customFaults = new ArrayList<>();

    private EditedIdentities(EditPlan plan, Collection<Identity> own, Identity.Kind key) {
        this.plan = plan;
        this.own = new LinkedHashSet<>(own);
        this.key = key;
    }

    /**
     * @param before the values that the customer had
     * @param own the identities that it had
     */
    static EditedIdentities of(
            EditPlan plan,
            Map<CustomerField, Object> before,
            Collection<Identity> own,
            Identity.Kind key,
            Customers customers) {
        var identities = new EditedIdentities(plan, own, key);
        identities.followAddresses(text(before, CustomerField.EMAIL), text(before, CustomerField.OTHER_EMAIL));
        IDENTIFYING.forEach(field -> identities.follow(field, text(before, field)));
        identities.followCustom();
        identities.addDetails(customers.home());
        identities.leaveToTheirOwners(customers);
        return identities;
    }

    private static @Nullable String text(Map<CustomerField, Object> values, CustomerField field) {
        return values.get(field) instanceof String text ? text : null;
    }

    /** Which of the addresses is the first makes no difference. */
    private void followAddresses(@Nullable String firstBefore, @Nullable String othersBefore) {
        if (!plan.changes(CustomerField.EMAIL) && !plan.changes(CustomerField.OTHER_EMAIL)) {
            return;
        }
        Map<Identity, CustomerField> after =
                addresses(plan.text(CustomerField.EMAIL), plan.text(CustomerField.OTHER_EMAIL));
        after.forEach((address, field) -> {
            if (!own.contains(address)) {
                added.put(address, field);
            }
        });
        addresses(firstBefore, othersBefore).keySet().stream()
                .filter(address -> own.contains(address) && !after.containsKey(address))
                .forEach(ended::add);
    }

    private static Map<Identity, CustomerField> addresses(@Nullable String first, @Nullable String others) {
        var addresses = new LinkedHashMap<Identity, CustomerField>();
        Identity main = identity(CustomerField.EMAIL, first);
        if (main != null) {
            addresses.put(main, CustomerField.EMAIL);
        }
        for (String other : others == null ? List.<String>of() : SeveralValues.split(others)) {
            Identity address = identity(CustomerField.EMAIL, other);
            if (address != null) {
                addresses.putIfAbsent(address, CustomerField.OTHER_EMAIL);
            }
        }
        return addresses;
    }

    private void follow(CustomerField field, @Nullable String valueBefore) {
        Identity before = identity(field, valueBefore);
        Identity after = identity(field, plan.text(field));
        boolean had = before != null && own.contains(before);
        boolean companyNow = field == CustomerField.VAT_NUMBER
                && (plan.changes(CustomerField.GIVEN_NAME) || plan.changes(CustomerField.FAMILY_NAME));
        if (!plan.changes(field) && !companyNow) {
            return;
        }
        if (after != null && !own.contains(after) && (had || identifies(field))) {
            added.put(after, field);
        }
        if (had && before != null && !before.equals(after)) {
            ended.add(before);
        }
    }

    private void followCustom() {
        CustomValues values = plan.state().custom();
        for (CustomField field : plan.custom().changed()) {
            Identity.of(field, values.original(field.id()))
                    .filter(own::contains)
                    .ifPresent(ended::add);
            Identity.of(field, values.get(field.id()))
                    .filter(identity -> !own.contains(identity))
                    .ifPresent(identity -> added.put(identity, CustomerField.FULL_NAME));
        }
    }

    /** Many people share a phone, and many contacts name the VAT number of the company they work for. */
    private boolean identifies(CustomerField field) {
        return switch (field) {
            case PHONE -> key == Identity.Kind.PHONE;
            case VAT_NUMBER ->
                plan.text(CustomerField.GIVEN_NAME) == null && plan.text(CustomerField.FAMILY_NAME) == null;
            default -> true;
        };
    }

    private static @Nullable Identity identity(CustomerField field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return switch (field) {
            case EMAIL -> {
                String address = EmailAddress.uniform(value);
                yield address == null ? null : Identity.email(address);
            }
            case CARD -> new Identity(Identity.Kind.CARD, Identity.MAIN, value);
            case NUMBER -> Identity.number(Identity.MAIN, value);
            default -> new Identity(Identity.Kind.valueOf(field.name()), "", value);
        };
    }

    /** Who has nothing better is found by them when a file brings the same person. */
    private void addDetails(String home) {
        if (all().findAny().isEmpty()) {
            var named = new DraftIdentities(Identity.MAIN, key, home).of(plan.draft());
            company = named.company();
            named.all()
                    .filter(identity -> identity.kind() == Identity.Kind.DETAILS)
                    .forEach(identity -> added.put(identity, CustomerField.FULL_NAME));
        }
    }

    private void leaveToTheirOwners(Customers customers) {
        Map<Identity, CustomerId> owners = customers.find(added.keySet());
        if (owners.isEmpty()) {
            return;
        }
        Map<CustomerId, CustomerSummary> summaries = customers.summaries(owners.values()).stream()
                .collect(Collectors.toMap(CustomerSummary::id, owner -> owner));
        owners.forEach((identity, owner) -> {
            CustomerField field = added.remove(identity);
            addSecond(identity, customers);
            plan.custom().changed().stream()
                    .filter(custom -> identity.kind() == Identity.Kind.FIELD
                            && custom.code().equals(identity.source()))
                    .map(custom -> new EditCheck.CustomFault(
                            custom, EditCheck.CustomFault.Why.OF_ANOTHER, identity.value(), summaries.get(owner)))
                    .forEach(customFaults::add);
            if (field != null && field != CustomerField.FULL_NAME) {
                faults.put(
                        field, new EditCheck.Fault(ValueFlag.Kind.OF_ANOTHER, identity.value(), summaries.get(owner)));
            }
        });
    }

    /** A company that only shares its name with one that is known. */
    private void addSecond(Identity ofAnother, Customers customers) {
        NamedCompany named = company;
        if (named != null
                && ofAnother.equals(named.name())
                && customers.find(List.of(named.second())).isEmpty()) {
            added.put(named.second(), CustomerField.FULL_NAME);
        }
    }

    private Stream<Identity> all() {
        return Stream.concat(own.stream().filter(identity -> !ended.contains(identity)), added.keySet().stream());
    }

    Map<CustomerField, EditCheck.Fault> faults() {
        return faults;
    }

    List<EditCheck.CustomFault> customFaults() {
        return customFaults;
    }

    Set<Identity> added() {
        return added.keySet();
    }

    List<Identity> ended() {
        return ended;
    }

    Identity.Kind key() {
        return key;
    }

    /** Whether the customer will have the unique key. */
    boolean keyed() {
        return all().anyMatch(identity -> key.asKey().contains(identity.kind()));
    }
}
