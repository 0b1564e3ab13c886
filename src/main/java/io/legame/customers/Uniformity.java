package io.legame.customers;

import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    private final String country;

    /** @param country where phone numbers without prefix are, ISO 3166-1 alpha-2 */
    Uniformity(String country) {
        this.country = country;
    }

    UniformDraft apply(CustomerDraft draft) {
        var texts = new EnumMap<CustomerField, String>(CustomerField.class);
        var several = new EnumMap<CustomerField, List<String>>(CustomerField.class);
        Upsert.Rejected fault = null;
        for (var entry : draft.texts().entrySet()) {
            CustomerField field = entry.getKey();
            String written = entry.getValue();
            if (saysNothing(written)) {
                continue;
            }
            switch (field) {
                case FULL_NAME -> addFullName(texts, written);
                case EMAIL, PHONE, COUNTRY -> {
                    String value = checked(field, written);
                    if (value == null) {
                        fault = fault == null ? new Upsert.Rejected(reason(field), field, written) : fault;
                    } else {
                        texts.put(field, value);
                    }
                }
                default -> put(texts, field, plain(field, written));
            }
        }
        draft.several().forEach((field, written) -> several.put(field, severalChecked(field, written)));
        joinMiddleName(texts);
        var income = draft.annualIncome();
        return new UniformDraft(
                new CustomerDraft(
                        texts,
                        several,
                        draft.birthDate(),
                        income == null ? null : income.setScale(2, RoundingMode.HALF_UP),
                        draft.children(),
                        draft.homeOwner()),
                fault);
    }

    /** Those that can be right, each once. */
    private List<String> severalChecked(CustomerField field, List<String> written) {
        return written.stream()
                .filter(text -> !saysNothing(text))
                .map(text -> checked(field, text))
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
    }

    private static void joinMiddleName(Map<CustomerField, String> texts) {
        String middle = texts.remove(CustomerField.MIDDLE_NAME);
        if (middle != null) {
            texts.merge(CustomerField.GIVEN_NAME, middle, (given, more) -> given + " " + more);
        }
    }

    private static boolean saysNothing(String written) {
        return written.isBlank()
                || (written.length() <= 12
                        && SAYS_NOTHING.contains(written.strip().toLowerCase(Locale.ROOT)));
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

    private static String reason(CustomerField field) {
        return "customers.rejected." + field.name().toLowerCase(Locale.ROOT);
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
            case FULL_NAME, EMAIL, OTHER_EMAIL, PHONE, OTHER_PHONE, COUNTRY ->
                throw new IllegalArgumentException(field.name());
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

    private static void addFullName(Map<CustomerField, String> texts, String written) {
        PersonName name = PersonName.parse(written);
        putIfAbsent(texts, CustomerField.TITLE, name.title());
        putIfAbsent(texts, CustomerField.GIVEN_NAME, name.given());
        putIfAbsent(texts, CustomerField.FAMILY_NAME, name.family());
    }

    private static void put(Map<CustomerField, String> texts, CustomerField field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            texts.put(field, value);
        }
    }

    private static void putIfAbsent(Map<CustomerField, String> texts, CustomerField field, @Nullable String value) {
        if (!texts.containsKey(field)) {
            put(texts, field, value);
        }
    }
}
