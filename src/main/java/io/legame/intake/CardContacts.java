package io.legame.intake;

import ezvcard.VCard;
import ezvcard.parameter.AddressType;
import ezvcard.parameter.EmailType;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Address;
import ezvcard.property.Email;
import ezvcard.property.Telephone;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a vCard's person can be reached, the best way first. */
final class CardContacts {
    private static final Set<TelephoneType> NO_TALK = Set.of(
            TelephoneType.FAX,
            TelephoneType.PAGER,
            TelephoneType.MODEM,
            TelephoneType.BBS,
            TelephoneType.ISDN,
            TelephoneType.CAR,
            TelephoneType.TEXTPHONE);

    /** Of a telephone number that can be dialled from elsewhere. */
    private static final int FEWEST_DIGITS = 5;

    private static final Set<String> ITALY = Set.of("italia", "italy", "it");

    private CardContacts() {}

    /** Smallest number first, as vCard 4.0 has it; those without one last. */
    static <T> Comparator<T> byPreference(Function<T, @Nullable Integer> preference) {
        return Comparator.comparing(each -> Objects.requireNonNullElse(preference.apply(each), 101));
    }

    /** What is no address of the internet, as that of a colleague in Exchange, is left out if there is another. */
    static List<String> emails(VCard card) {
        List<String> all = card.getEmails().stream()
                .sorted(CardContacts.<Email>byPreference(Email::getPref)
                        .thenComparing(email -> !email.getTypes().contains(EmailType.PREF)))
                .map(Email::getValue)
                .map(CellText::stripped)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<String> addresses =
                all.stream().filter(each -> each.indexOf('@') > 0).toList();
        return addresses.isEmpty() ? all : addresses;
    }

    /** Mobile first, then who prefers what, then home; no fax, no pager, no assistant. */
    static List<String> phones(VCard card) {
        return card.getTelephoneNumbers().stream()
                .filter(phone -> phone.getTypes().stream().noneMatch(NO_TALK::contains))
                .filter(phone -> !isAssistant(card, phone.getGroup()))
                .sorted(Comparator.<Telephone, Boolean>comparing(phone -> !isLong(number(phone)))
                        .thenComparing(phone -> !phone.getTypes().contains(TelephoneType.CELL))
                        .thenComparing(byPreference(Telephone::getPref))
                        .thenComparing(phone -> !phone.getTypes().contains(TelephoneType.PREF))
                        .thenComparing(phone -> !phone.getTypes().contains(TelephoneType.HOME))
                        .thenComparing(phone -> phone.getTypes().contains(TelephoneType.WORK)))
                .map(CardContacts::number)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static @Nullable String number(Telephone phone) {
        if (phone.getUri() == null) {
            return CellText.stripped(phone.getText());
        }
        String extension = phone.getUri().getExtension();
        return phone.getUri().getNumber() + (extension == null ? "" : " ext. " + extension);
    }

    static boolean isLong(@Nullable String number) {
        return number != null && number.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
    }

    private static boolean isAssistant(VCard card, @Nullable String group) {
        return group != null
                && card.getExtendedProperties("X-ABLABEL").stream()
                        .anyMatch(label -> group.equals(label.getGroup())
                                && String.valueOf(label.getValue())
                                        .toLowerCase(Locale.ROOT)
                                        .contains("assistant"));
    }

    /**
     * Street, postcode, town, province, region and country of where the person lives, or else of another address. What
     * vCards call a region is the province in Italy.
     */
    static List<@Nullable String> address(VCard card) {
        Address best = card.getAddresses().stream()
                .min(Comparator.<Address, Boolean>comparing(
                                address -> !address.getTypes().contains(AddressType.HOME))
                        .thenComparing(byPreference(Address::getPref))
                        .thenComparing(address -> !address.getTypes().contains(AddressType.PREF)))
                .orElseGet(Address::new);
        String street = String.join(
                ", ",
                Stream.of(best.getStreetAddresses(), best.getExtendedAddresses(), best.getPoBoxes())
                        .flatMap(List::stream)
                        .map(CellText::stripped)
                        .filter(Objects::nonNull)
                        .toList());
        boolean italian = ITALY.contains(joined(best.getCountries()).toLowerCase(Locale.ROOT));
        return java.util.Arrays.asList(
                street.replaceAll("\\s*\\R\\s*", ", "),
                joined(best.getPostalCodes()),
                joined(best.getLocalities()),
                italian ? joined(best.getRegions()) : null,
                italian ? null : joined(best.getRegions()),
                joined(best.getCountries()));
    }

    private static String joined(List<String> values) {
        return String.join(", ", values);
    }
}
