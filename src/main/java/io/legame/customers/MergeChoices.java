package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Which of several customers' values the one that stays has. A value that nothing is wrong with comes before one that may
 * be wrong, the survivor's before the others', and of those the latest. Phones and notes are not chosen between: all stay.
 */
final class MergeChoices {
    /** Stands for the whole address: a street of one and a town of another are nobody's. */
    static final CustomerField ADDRESS = CustomerField.STREET;

    private static final List<CustomerField> PLACE = List.of(
            CustomerField.STREET,
            CustomerField.POSTCODE,
            CustomerField.TOWN,
            CustomerField.PROVINCE,
            CustomerField.REGION,
            CustomerField.COUNTRY);

    /** What makes a person of a company, or the other way round. */
    private static final Set<CustomerField> NAMES = EnumSet.of(
            CustomerField.TITLE, CustomerField.GIVEN_NAME, CustomerField.FAMILY_NAME, CustomerField.COMPANY_NAME);

    private static final Set<CustomerField> UNITED = EnumSet.of(CustomerField.OTHER_PHONE, CustomerField.NOTE);

    private final CustomerState survivor;
    /** The survivor first, then those that changed last. */
    private final List<CustomerState> all;

    private final Map<CustomerField, CustomerId> wanted;
    private final SeenFields seen;
    private final CustomMergeChoices custom;

    MergeChoices(
            CustomerState survivor,
            Collection<CustomerState> others,
            Map<CustomerField, CustomerId> wanted,
            Map<CustomFieldId, CustomerId> wantedCustom,
            CustomReader reader,
            SeenFields seen) {
        this.survivor = survivor;
        this.all = Stream.concat(
                        Stream.of(survivor),
                        others.stream()
                                .sorted(Comparator.comparing((CustomerState state) ->
                                                state.row().getUpdatedAt())
                                        .reversed()
                                        .thenComparingLong(CustomerState::id)))
                .toList();
        this.wanted = wanted;
        this.seen = seen;
        this.custom = new CustomMergeChoices(all, wantedCustom, reader, seen);
    }

    /** The fields between whose values there is a choice, in the order of the form. */
    private static List<CustomerField> fields() {
        return EditableCustomer.FIELDS.stream()
                .filter(field -> EditableCustomer.column(field) != null)
                .filter(field -> !UNITED.contains(field) && (field == ADDRESS || !PLACE.contains(field)))
                .toList();
    }

    List<CustomerState> all() {
        return all;
    }

    List<MergeProposal.Choice> choices() {
        return fields().stream()
                .map(field -> new MergeProposal.Choice(
                        field, values(field), chosen(field).customer()))
                .filter(choice -> !choice.values().isEmpty())
                .toList();
    }

    CustomMergeChoices custom() {
        return custom;
    }

    private Map<CustomerId, Object> values(CustomerField field) {
        var values = new LinkedHashMap<CustomerId, Object>();
        for (CustomerState state : all) {
            Object value = shown(state, field);
            if (value != null) {
                values.put(state.customer(), value);
            }
        }
        return values;
    }

    /** As much of the value as whoever chooses sees. */
    private @Nullable Object shown(CustomerState state, CustomerField field) {
        if (field == ADDRESS) {
            String address = PLACE.stream()
                    .map(part -> seen(part, column(state, part)))
                    .filter(Objects::nonNull)
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
            return address.isEmpty() ? null : address;
        }
        return seen(field, column(state, field));
    }

    private @Nullable Object seen(CustomerField field, @Nullable Object value) {
        return value == null || seen.full(field) ? value : seen.text(field, value.toString());
    }

    private static boolean has(CustomerState state, CustomerField field) {
        return (field == ADDRESS ? PLACE : List.of(field)).stream().anyMatch(part -> column(state, part) != null);
    }

    private static @Nullable Object column(CustomerState state, CustomerField field) {
        Field<?> column = EditableCustomer.column(field);
        return column == null ? null : state.row().get(column);
    }

    private CustomerState chosen(CustomerField field) {
        CustomerId wish = wanted.get(field);
        return all.stream()
                .filter(state -> state.customer().equals(wish))
                .findFirst()
                .or(() -> all.stream()
                        .filter(state -> has(state, field) && fits(state, field))
                        .min(Comparator.comparing(state -> isDoubtful(state, field))))
                .orElse(survivor);
    }

    private boolean fits(CustomerState state, CustomerField field) {
        return !NAMES.contains(field)
                || state.row().getKind().equals(survivor.row().getKind());
    }

    private static boolean isDoubtful(CustomerState state, CustomerField field) {
        return (field == ADDRESS ? PLACE : List.of(field))
                .stream().map(state::flag).anyMatch(flag -> flag != null && flag.needsLook());
    }

    /** Writes the chosen values into the survivor. */
    void write() {
        var taken = new EnumMap<CustomerField, CustomerState>(CustomerField.class);
        fields().forEach(field -> taken.put(field, chosen(field)));
        String[] phones = phones(chosen(CustomerField.PHONE));
        String note = note();
        taken.forEach((field, from) -> {
            if (from != survivor) {
                (field == ADDRESS ? PLACE : List.of(field)).forEach(part -> survivor.take(part, from));
            }
        });
        custom.write();
        survivor.row().setOtherPhones(phones.length == 0 ? null : phones);
        survivor.row().setNote(note);
        survivor.finish();
    }

    /** All that are known but the first. */
    private String[] phones(CustomerState first) {
        var phones = new LinkedHashSet<String>();
        for (CustomerState state : all) {
            Stream.ofNullable(state.row().get(CUSTOMER.PHONE)).forEach(phones::add);
            Stream.ofNullable(state.row().getOtherPhones()).flatMap(Stream::of).forEach(phones::add);
        }
        phones.remove(first.row().getPhone());
        return phones.toArray(String[]::new);
    }

    private @Nullable String note() {
        String notes = all.stream()
                .map(state -> state.row().getNote())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("\n\n"));
        return notes.isEmpty() ? null : notes;
    }
}
