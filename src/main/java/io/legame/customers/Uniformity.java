package io.legame.customers;

import io.legame.wording.CompanyName;
import io.legame.wording.Countries;
import io.legame.wording.EmailAddress;
import io.legame.wording.EmailDomains;
import io.legame.wording.Folding;
import io.legame.wording.Genders;
import io.legame.wording.Languages;
import io.legame.wording.PersonName;
import io.legame.wording.PhoneNumber;
import io.legame.wording.ProperNames;
import io.legame.wording.StreetName;
import io.legame.wording.Whitespace;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules by which every value of a customer is written the same way, whoever wrote it. */
final class Uniformity {
    private static final Set<String> SAYS_NOTHING = Set.of(
            "n/a", "#n/a", "n.a.", "n.d.", "nd", "-", "--", "null", "(null)", "none", "unknown", "sconosciuto", "?");

    private static final Map<String, String> MARITAL_STATUS = Map.ofEntries(
            Map.entry("m", "married"),
            Map.entry("married", "married"),
            Map.entry("coniugato", "married"),
            Map.entry("coniugata", "married"),
            Map.entry("sposato", "married"),
            Map.entry("sposata", "married"),
            Map.entry("s", "single"),
            Map.entry("single", "single"),
            Map.entry("celibe", "single"),
            Map.entry("nubile", "single"),
            Map.entry("d", "divorced"),
            Map.entry("divorced", "divorced"),
            Map.entry("divorziato", "divorced"),
            Map.entry("divorziata", "divorced"),
            Map.entry("w", "widowed"),
            Map.entry("widowed", "widowed"),
            Map.entry("vedovo", "widowed"),
            Map.entry("vedova", "widowed"));

    private static final LocalDate OLDEST = LocalDate.of(1850, 1, 1);

    private final String country;
    private final CustomReader custom;
    private final LocalDate today;
    private final CodeRules codes = new CodeRules();
    private final ItalianAddressRules places;
    /** A file has the same few domains again and again. */
    private final Map<String, Optional<String>> proposals = new HashMap<>();

    private final Set<CustomerField> asWritten = EnumSet.noneOf(CustomerField.class);

    /**
     * @param country where phone numbers without prefix are, ISO 3166-1 alpha-2
     * @param today nobody is born after it
     * @param off the rules that leave values as they are written
     * @param custom reads custom fields
     */
    Uniformity(String country, LocalDate today, Set<UniformityRule> off, CustomReader custom) {
        this.country = country;
        this.custom = custom;
        this.today = today;
        off.stream().filter(UniformityRule::canBeOff).forEach(rule -> asWritten.addAll(rule.fields()));
        this.places = new ItalianAddressRules(asWritten);
    }

    private String home(CustomerDraft draft) {
        String written = draft.text(CustomerField.COUNTRY);
        String named = written == null || saysNothing(written) ? null : Countries.code(written);
        return named == null ? country : named;
    }

    /** For what has no custom fields. */
    Uniformity(String country, LocalDate today, Set<UniformityRule> off) {
        this(country, today, off, new CustomReader(CustomFieldList.NONE, country, Currency.getInstance("EUR")));
    }

    /** What a draft says of custom fields. */
    CustomReading custom(CustomDraft draft) {
        return CustomReading.of(draft, custom);
    }

    CustomReader custom() {
        return custom;
    }

    UniformDraft apply(CustomerDraft draft) {
        var values = new Values(home(draft));
        draft.texts().forEach((field, written) -> {
            if (!saysNothing(written)) {
                add(values, field, written);
            }
        });
        joinMiddleName(values.texts);
        if (values.home.equals("IT")) {
            places.complete(values, draft);
        }
        var several = new EnumMap<CustomerField, List<String>>(CustomerField.class);
        draft.several().forEach((field, written) -> several.put(field, severalChecked(field, written, values)));
        LocalDate birthDate = draft.birthDate();
        if (birthDate != null && (birthDate.isBefore(OLDEST) || birthDate.isAfter(today))) {
            values.leaveOut(CustomerField.BIRTH_DATE, birthDate.toString());
            birthDate = null;
        }
        codes.compare(values, birthDate);
        var income = draft.annualIncome();
        return new UniformDraft(
                new CustomerDraft(
                        values.texts,
                        several,
                        birthDate,
                        income == null ? null : income.setScale(2, RoundingMode.HALF_UP),
                        draft.children(),
                        draft.homeOwner()),
                values.written,
                values.flags,
                CustomReading.of(draft.custom(), custom));
    }

    /** What a draft becomes, field by field. */
    static final class Values {
        /** Where the customer is, as far as the draft says: else where the company is. */
        final String home;

        final Map<CustomerField, String> texts = new EnumMap<>(CustomerField.class);
        final Map<CustomerField, String> written = new EnumMap<>(CustomerField.class);
        final Map<CustomerField, ValueFlag> flags = new EnumMap<>(CustomerField.class);

        Values(String home) {
            this.home = home;
        }

        void put(CustomerField field, @Nullable String value, String asWritten) {
            if (value != null && !value.isEmpty()) {
                texts.put(field, value);
                noteWritten(field, value, asWritten);
            }
        }

        void noteWritten(CustomerField field, String value, String asWritten) {
            if (!value.equals(asWritten)) {
                written.put(field, asWritten);
            }
        }

        void leaveOut(CustomerField field, String asWritten) {
            flag(field, ValueFlag.Kind.IMPOSSIBLE, asWritten);
        }

        void flag(CustomerField field, ValueFlag.Kind kind, String asWritten) {
            flags.put(field, new ValueFlag(kind, asWritten, null));
        }
    }

    private void add(Values values, CustomerField field, String written) {
        if (field.typed()) {
            values.leaveOut(field, written);
        } else if (field == CustomerField.FULL_NAME) {
            addFullName(values, written);
        } else if (asWritten.contains(field)) {
            values.put(field, Whitespace.collapse(written), written);
        } else {
            addByRule(values, field, written);
        }
    }

    private void addByRule(Values values, CustomerField field, String written) {
        switch (field) {
            case EMAIL -> addEmail(values, written);
            case PHONE, COUNTRY -> addChecked(values, field, checked(field, written), written);
            case TAX_CODE -> codes.addTaxCode(values, written);
            case VAT_NUMBER -> codes.addVatNumber(values, written);
            case IBAN -> codes.addIban(values, written);
            default -> values.put(field, plain(field, written, values.home), written);
        }
    }

    private static void addChecked(Values values, CustomerField field, @Nullable String value, String written) {
        if (value == null) {
            values.leaveOut(field, written);
        } else {
            values.put(field, value, written);
        }
    }

    private void addEmail(Values values, String written) {
        String address = EmailAddress.uniform(written);
        addChecked(values, CustomerField.EMAIL, address, written);
        if (address == null) {
            return;
        }
        String domain = address.substring(address.lastIndexOf('@') + 1);
        String proposal = proposals
                .computeIfAbsent(domain, each -> Optional.ofNullable(EmailDomains.proposal(each)))
                .orElse(null);
        if (proposal != null) {
            String proposed = address.substring(0, address.length() - domain.length()) + proposal;
            values.flags.put(CustomerField.EMAIL, new ValueFlag(ValueFlag.Kind.TYPO, written, proposed));
        } else if (EmailDomains.isDisposable(domain)) {
            values.flag(CustomerField.EMAIL, ValueFlag.Kind.DISPOSABLE, written);
        }
    }

    private static boolean saysNothing(String written) {
        return written.isBlank()
                || (written.length() <= 12
                        && SAYS_NOTHING.contains(written.strip().toLowerCase(Locale.ROOT)));
    }

    /** Those that can be right, each once. */
    private List<String> severalChecked(CustomerField field, List<String> written, Values values) {
        var right = new LinkedHashSet<String>();
        for (String text : written) {
            if (!saysNothing(text)) {
                String value = checked(field, text);
                if (value == null) {
                    values.leaveOut(field, text);
                } else {
                    right.add(value);
                }
            }
        }
        return List.copyOf(right);
    }

    private static void joinMiddleName(Map<CustomerField, String> texts) {
        String middle = texts.remove(CustomerField.MIDDLE_NAME);
        if (middle != null) {
            texts.merge(CustomerField.GIVEN_NAME, middle, (given, more) -> given + " " + more);
        }
    }

    /** A value that can be wrong in itself: null if it is. */
    private @Nullable String checked(CustomerField field, String written) {
        return switch (field) {
            case EMAIL, OTHER_EMAIL -> EmailAddress.uniform(written);
            case PHONE, OTHER_PHONE -> PhoneNumber.uniform(written, country);
            case COUNTRY -> Countries.code(written);
            default -> throw new IllegalArgumentException(field.name());
        };
    }

    private static @Nullable String plain(CustomerField field, String written, String home) {
        return switch (field) {
            case TITLE -> PersonName.title(written);
            case GIVEN_NAME, MIDDLE_NAME, FAMILY_NAME -> ProperNames.ofPerson(written);
            case COMPANY_NAME -> CompanyName.uniform(written, home);
            case TOWN, PROVINCE, REGION -> ProperNames.ofPlace(written);
            case STREET -> StreetName.uniform(written, home);
            case GENDER -> Genders.code(written);
            case MARITAL_STATUS -> MARITAL_STATUS.getOrDefault(Folding.fold(written), Whitespace.collapse(written));
            case LANGUAGE -> Languages.code(written);
            case CARD, POSTCODE -> Whitespace.collapse(written).toUpperCase(Locale.ROOT);
            default -> Whitespace.collapse(written);
        };
    }

    private void addFullName(Values values, String written) {
        PersonName name = PersonName.parse(written);
        putIfAbsent(values, CustomerField.TITLE, name.title());
        putIfAbsent(values, CustomerField.GIVEN_NAME, name.given());
        putIfAbsent(values, CustomerField.FAMILY_NAME, name.family());
        String again = Stream.of(name.title(), name.given(), name.family())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        values.noteWritten(CustomerField.FULL_NAME, again, written);
    }

    private static void putIfAbsent(Values values, CustomerField field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.texts.putIfAbsent(field, value);
        }
    }
}
