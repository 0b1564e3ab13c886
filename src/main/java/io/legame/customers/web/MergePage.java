package io.legame.customers.web;

import io.legame.customers.Customer;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Identity;
import io.legame.customers.MergeProposal;
import io.legame.platform.Shell;
import io.legame.platform.View;
import io.legame.wording.PhoneNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Customers side by side, and which of their values the one that stays would have.
 *
 * @param contexts addresses of what other modules know of them
 * @param next where it goes on from here; null for the card of the one that stays
 * @param country where phones need no prefix
 */
public record MergePage(
        MergeProposal proposal,
        List<String> contexts,
        @Nullable String next,
        String country) implements View {
    public boolean mayLeaveOut() {
        return customers().size() > 2;
    }

    public List<MergeProposal.Candidate> customers() {
        return proposal.customers();
    }

    public List<MergeProposal.Choice> differing() {
        return proposal.choices().stream().filter(MergeProposal.Choice::differs).toList();
    }

    /** What only some know, and those who know it agree. */
    public List<MergeProposal.Choice> agreeing() {
        return proposal.choices().stream().filter(choice -> !choice.differs()).toList();
    }

    public boolean isSurvivor(CustomerId id) {
        return proposal.survivor().equals(id);
    }

    public static String since(Shell shell, Customer customer) {
        String day = shell.date(customer.createdAt());
        return customer.source().equals(Identity.MAIN)
                ? shell.text("customers.merge.sinceDay", day)
                : shell.text("customers.merge.since", customer.source(), day);
    }

    /** Whether anybody has a note; all of them stay. */
    public boolean notes() {
        return customers().stream()
                .map(candidate -> candidate.customer().note())
                .anyMatch(Objects::nonNull);
    }

    public static String field(Shell shell, CustomerField field) {
        return shell.text(field == CustomerField.STREET ? "customers.merge.address" : field.textKey());
    }

    /** What the customer is known by besides what its fields say. */
    public List<String> identities(Shell shell, Customer customer) {
        return customer.shownIdentities().stream()
                .filter(identity -> !identity.value().equals(customer.email()))
                .map(identity -> identity.kind() == Identity.Kind.EMAIL
                        ? identity.value()
                        : shell.text("customers.identity." + identity.kind().code())
                                + (identity.hasNamedSource() ? " · " + identity.source() : "")
                                + " " + identity.value())
                .toList();
    }

    public boolean anyIdentities(Shell shell) {
        return customers().stream()
                .anyMatch(candidate -> !identities(shell, candidate.customer()).isEmpty());
    }

    /** All phones of all, as people here write them. */
    public Set<String> phones() {
        var phones = new TreeSet<String>();
        customers().stream()
                .map(MergeProposal.Candidate::customer)
                .flatMap(
                        customer -> Stream.concat(Stream.ofNullable(customer.phone()), customer.otherPhones().stream()))
                .forEach(phone -> phones.add(PhoneNumber.display(phone, country)));
        return phones;
    }

    public @Nullable String shown(Shell shell, MergeProposal.Choice choice, CustomerId id) {
        Object value = choice.values().get(id);
        return value == null ? null : shown(shell, choice.field(), value);
    }

    private String shown(Shell shell, CustomerField field, Object value) {
        return switch (value) {
            case LocalDate date -> shell.date(date);
            case BigDecimal amount -> shell.wholeMoney(amount);
            case Integer number -> shell.number(number);
            case Boolean answer -> shell.text(answer ? "customers.yes" : "customers.no");
            default -> text(shell, field, value.toString());
        };
    }

    private String text(Shell shell, CustomerField field, String value) {
        return switch (field) {
            case PHONE -> PhoneNumber.display(value, country);
            case LANGUAGE -> Locale.of(value).getDisplayLanguage(shell.locale());
            case GENDER -> shell.text("customers.gender." + value);
            case MARITAL_STATUS -> {
                String key = "customers.maritalStatus." + value;
                yield shell.texts().has(shell.locale(), key) ? shell.text(key) : value;
            }
            default -> value;
        };
    }
}
