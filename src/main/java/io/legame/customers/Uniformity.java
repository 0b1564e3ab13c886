package io.legame.customers;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
    private final LocalDate today;
    private final Set<CustomerField> asWritten = EnumSet.noneOf(CustomerField.class);

    /**
     * @param country where phone numbers without prefix are, ISO 3166-1 alpha-2
     * @param today nobody is born after it
     * @param off the rules that leave values as they are written
     */
    Uniformity(String country, LocalDate today, Set<UniformityRule> off) {
        this.country = country;
        this.today = today;
        off.forEach(rule -> asWritten.addAll(rule.fields()));
    }

    UniformDraft apply(CustomerDraft draft) {
        var values = new Values();
        draft.texts().forEach((field, written) -> {
            if (!saysNothing(written)) {
                add(values, field, written);
            }
        });
        joinMiddleName(values.texts);
        var several = new EnumMap<CustomerField, List<String>>(CustomerField.class);
        draft.several().forEach((field, written) -> several.put(field, severalChecked(field, written, values)));
        LocalDate birthDate = draft.birthDate();
        if (birthDate != null && (birthDate.isBefore(OLDEST) || birthDate.isAfter(today))) {
            values.leaveOut(CustomerField.BIRTH_DATE, birthDate.toString());
            birthDate = null;
        }
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
                values.flags);
    }

    /** What a draft becomes, field by field. */
    private static final class Values {
        final Map<CustomerField, String> texts = new EnumMap<>(CustomerField.class);
        final Map<CustomerField, String> written = new EnumMap<>(CustomerField.class);
        final Map<CustomerField, ValueFlag> flags = new EnumMap<>(CustomerField.class);

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
            flags.put(field, new ValueFlag(ValueFlag.Kind.IMPOSSIBLE, asWritten, null));
        }
    }

    private void add(Values values, CustomerField field, String written) {
        if (field.typed()) {
            values.leaveOut(field, written);
        } else if (field == CustomerField.FULL_NAME) {
            addFullName(values, written);
        } else if (asWritten.contains(field)) {
            values.put(field, Whitespace.collapse(written), written);
        } else if (canBeWrong(field)) {
            String value = checked(field, written);
            if (value == null) {
                values.leaveOut(field, written);
            } else {
                values.put(field, value, written);
            }
        } else {
            values.put(field, plain(field, written), written);
        }
    }

    private static boolean saysNothing(String written) {
        return written.isBlank()
                || (written.length() <= 12
                        && SAYS_NOTHING.contains(written.strip().toLowerCase(Locale.ROOT)));
    }

    private static boolean canBeWrong(CustomerField field) {
        return switch (field) {
            case EMAIL, OTHER_EMAIL, PHONE, OTHER_PHONE, COUNTRY -> true;
            default -> false;
        };
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

    private static @Nullable String plain(CustomerField field, String written) {
        return switch (field) {
            case TITLE -> PersonName.title(written);
            case GIVEN_NAME, MIDDLE_NAME, FAMILY_NAME -> ProperNames.ofPerson(written);
            case TOWN, REGION -> ProperNames.ofPlace(written);
            case STREET -> ProperNames.ofPlace(written);
            case PROVINCE -> province(written);
            case GENDER -> Genders.code(written);
            case MARITAL_STATUS -> MARITAL_STATUS.getOrDefault(Folding.fold(written), Whitespace.collapse(written));
            case LANGUAGE -> language(written);
            case CARD, TAX_CODE, VAT_NUMBER, IBAN, POSTCODE ->
                Whitespace.collapse(written).toUpperCase(Locale.ROOT);
            case NUMBER, COMPANY_NAME, JOB_TITLE, EDUCATION, OCCUPATION, WEBSITE, NOTE -> Whitespace.collapse(written);
            case FULL_NAME,
                    EMAIL,
                    OTHER_EMAIL,
                    PHONE,
                    OTHER_PHONE,
                    COUNTRY,
                    BIRTH_DATE,
                    ANNUAL_INCOME,
                    CHILDREN,
                    HOME_OWNER -> throw new IllegalArgumentException(field.name());
        };
    }

    private static String province(String written) {
        String text = Whitespace.collapse(written);
        return text.length() == 2 ? text.toUpperCase(Locale.ROOT) : ProperNames.ofPlace(text);
    }

    private static @Nullable String language(String written) {
        String folded = Folding.fold(written);
        for (Locale spoken : new Locale[] {Locale.ENGLISH, Locale.ITALIAN}) {
            for (String code : Locale.getISOLanguages()) {
                if (folded.equals(code)
                        || folded.equals(Folding.fold(Locale.of(code).getDisplayLanguage(spoken)))) {
                    return code;
                }
            }
        }
        return folded.length() > 2 && (folded.charAt(2) == '-' || folded.charAt(2) == '_')
                ? folded.substring(0, 2)
                : null;
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
