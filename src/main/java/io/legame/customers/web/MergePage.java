package io.legame.customers.web;

import io.legame.customers.Choice;
import io.legame.customers.ChoiceList;
import io.legame.customers.Customer;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.FieldMask;
import io.legame.customers.Identity;
import io.legame.customers.MergeProposal;
import io.legame.platform.Shell;
import io.legame.platform.View;
import io.legame.wording.PhoneNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    public List<MergeRow> differing(Shell shell) {
        return rows(shell).filter(MergeRow::differs).toList();
    }

    /** What only some know, and those who know it agree. */
    public List<MergeRow> agreeing(Shell shell) {
        return rows(shell).filter(row -> !row.differs()).toList();
    }

    private Stream<MergeRow> rows(Shell shell) {
        return Stream.concat(
                proposal.choices().stream()
                        .map(choice -> new MergeRow(
                                "choice." + choice.field().code(),
                                field(shell, choice.field()),
                                shown(choice.values(), value -> shown(shell, choice.field(), value)),
                                choice.chosen(),
                                choice.differs())),
                proposal.custom().stream()
                        .filter(choice -> !isTogether(choice))
                        .map(choice -> new MergeRow(
                                choice.field().id().name(),
                                choice.field().name(),
                                shown(choice.values(), held -> CustomTexts.shown(shell, held)),
                                choice.chosen(),
                                choice.differs())));
    }

    private <T> Map<CustomerId, String> shown(Map<CustomerId, T> values, Function<T, String> text) {
        var shown = new LinkedHashMap<CustomerId, String>();
        values.forEach((id, value) -> shown.put(id, text.apply(value)));
        return shown;
    }

    private static boolean isTogether(MergeProposal.CustomChoice choice) {
        return choice.field().isUnited() && choice.differs();
    }

    /**
     * Values of which all stay.
     *
     * @param text all of them in one line
     */
    public record Together(String label, String text) {}

    public List<Together> together(Shell shell) {
        var together = new ArrayList<Together>();
        Set<String> phones = phones();
        if (phones.size() > 1) {
            together.add(new Together(shell.text("customers.merge.phones"), String.join(", ", phones)));
        }
        proposal.custom().stream()
                .filter(MergePage::isTogether)
                .map(choice -> new Together(choice.field().name(), labels(choice)))
                .forEach(together::add);
        return together;
    }

    /** In the order of the list. */
    private static String labels(MergeProposal.CustomChoice choice) {
        var chosen = new HashSet<Object>();
        choice.values().values().forEach(held -> {
            if (held.typed() instanceof List<?> labels) {
                chosen.addAll(labels);
            }
        });
        ChoiceList list = choice.field().choices();
        return list == null
                ? ""
                : list.choices().stream()
                        .map(Choice::label)
                        .filter(chosen::contains)
                        .collect(Collectors.joining(", "));
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

    private static String field(Shell shell, CustomerField field) {
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
    private Set<String> phones() {
        var phones = new TreeSet<String>();
        customers().stream()
                .map(MergeProposal.Candidate::customer)
                .flatMap(
                        customer -> Stream.concat(Stream.ofNullable(customer.phone()), customer.otherPhones().stream()))
                .forEach(phone -> phones.add(phone(phone)));
        return phones;
    }

    private String phone(String number) {
        return FieldMask.masked(number) ? number : PhoneNumber.display(number, country);
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
            case PHONE -> phone(value);
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
