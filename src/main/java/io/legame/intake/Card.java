package io.legame.intake;

import ezvcard.VCard;
import ezvcard.property.Birthday;
import ezvcard.property.Organization;
import ezvcard.property.StructuredName;
import ezvcard.property.TextProperty;
import ezvcard.property.VCardProperty;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a vCard says about a customer, in columns that every card has. */
final class Card {
    private static final int EMAILS = 6;
    private static final int PHONES = 8;
    /** iPhones write birthdays of people whose age is not known into this year. */
    private static final int NO_YEAR = 1604;

    /** @param name as the vCard calls the property */
    record Column(String name, Field field) {}

    static final List<Column> COLUMNS = columns();

    private final VCard card;

    Card(VCard card) {
        this.card = card;
    }

    private static List<Column> columns() {
        var columns = new ArrayList<Column>(List.of(
                new Column("UID", Field.CUSTOMER_NUMBER),
                new Column("N prefix", Field.TITLE),
                new Column("N given", Field.GIVEN_NAME),
                new Column("N additional", Field.MIDDLE_NAME),
                new Column("N family", Field.FAMILY_NAME),
                new Column("FN", Field.FULL_NAME),
                new Column("ORG", Field.COMPANY_NAME),
                new Column("TITLE", Field.JOB_TITLE)));
        for (int i = 1; i <= EMAILS; i++) {
            columns.add(i == 1 ? new Column("EMAIL", Field.EMAIL) : new Column("EMAIL " + i, Field.OTHER_EMAIL));
        }
        for (int i = 1; i <= PHONES; i++) {
            columns.add(i == 1 ? new Column("TEL", Field.PHONE) : new Column("TEL " + i, Field.OTHER_PHONE));
        }
        columns.addAll(List.of(
                new Column("ADR street", Field.STREET),
                new Column("ADR code", Field.POSTCODE),
                new Column("ADR locality", Field.TOWN),
                new Column("ADR province", Field.PROVINCE),
                new Column("ADR region", Field.REGION),
                new Column("ADR country", Field.COUNTRY),
                new Column("BDAY", Field.BIRTH_DATE),
                new Column("GENDER", Field.GENDER),
                new Column("LANG", Field.LANGUAGE),
                new Column("URL", Field.WEBSITE),
                new Column("NOTE", Field.NOTE)));
        return List.copyOf(columns);
    }

    /** In the order of {@link #COLUMNS}. */
    List<@Nullable String> values() {
        var values = new ArrayList<@Nullable String>(COLUMNS.size());
        values.add(uid());
        addName(values);
        values.add(organization());
        values.add(text(Stream.concat(card.getTitles().stream(), card.getRoles().stream())));
        addFirst(values, CardContacts.emails(card), EMAILS);
        addPhones(values);
        values.addAll(CardContacts.address(card));
        values.add(birthday());
        values.add(gender());
        values.add(language());
        values.add(text(card.getUrls().stream()));
        values.add(card.getNotes().stream()
                .map(TextProperty::getValue)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n")));
        return values;
    }

    private static void addFirst(List<@Nullable String> values, List<String> found, int count) {
        for (int i = 0; i < count; i++) {
            values.add(i < found.size() ? found.get(i) : null);
        }
    }

    /** A card may have nothing but short numbers, which nobody can dial from elsewhere: they are no reason to refuse it. */
    private void addPhones(List<@Nullable String> values) {
        List<String> phones = CardContacts.phones(card);
        boolean best = !phones.isEmpty() && CardContacts.isLong(phones.getFirst());
        values.add(best ? phones.getFirst() : null);
        addFirst(values, best ? phones.subList(1, phones.size()) : phones, PHONES - 1);
    }

    private @Nullable String uid() {
        String value = card.getUid() == null ? null : card.getUid().getValue();
        return value == null ? null : value.strip().replaceFirst("(?i)^urn:uuid:", "");
    }

    /** The written-out name counts only where its parts are not said, and where it is not the company's. */
    private void addName(List<@Nullable String> values) {
        StructuredName name = card.getStructuredName();
        String given = name == null ? null : CellText.stripped(name.getGiven());
        String family = name == null ? null : CellText.stripped(name.getFamily());
        values.add(name == null ? null : String.join(" ", name.getPrefixes()));
        values.add(given);
        values.add(name == null ? null : String.join(" ", name.getAdditionalNames()));
        values.add(family);
        String whole = card.getFormattedName() == null
                ? null
                : CellText.stripped(card.getFormattedName().getValue());
        boolean company = whole != null && whole.equals(organization());
        values.add(given == null && family == null && !company ? whole : null);
    }

    private @Nullable String organization() {
        return card.getOrganizations().stream()
                .map(Organization::getValues)
                .filter(names -> !names.isEmpty())
                .map(names -> CellText.stripped(names.getFirst()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(Stream<? extends TextProperty> properties) {
        return properties
                .map(TextProperty::getValue)
                .map(CellText::stripped)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Only a whole date is one. */
    private @Nullable String birthday() {
        for (Birthday each : card.getBirthdays()) {
            Temporal date = each.getDate();
            if (date != null && date.isSupported(ChronoField.EPOCH_DAY) && date.get(ChronoField.YEAR) != NO_YEAR) {
                return LocalDate.from(date).toString();
            }
        }
        return null;
    }

    private @Nullable String gender() {
        if (card.getGender() != null) {
            return card.getGender().getGender();
        }
        VCardProperty other = card.getExtendedProperty("X-GENDER");
        return other == null ? null : card.getExtendedProperty("X-GENDER").getValue();
    }

    private @Nullable String language() {
        return card.getLanguages().stream()
                .sorted(CardContacts.byPreference(each -> each.getPref()))
                .map(TextProperty::getValue)
                .findFirst()
                .orElse(null);
    }
}
