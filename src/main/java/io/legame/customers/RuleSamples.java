package io.legame.customers;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Values by which a rule shows what it does while it has no values of the company to show. */
final class RuleSamples {
    private RuleSamples() {}

    /** @param text a value of the field, as somebody might write it */
    record Sample(CustomerField field, String text) {
        /** In Italy, where most of the rules are from. */
        CustomerDraft draft() {
            var texts = new EnumMap<CustomerField, String>(CustomerField.class);
            texts.put(CustomerField.COUNTRY, "IT");
            texts.put(field, text);
            return CustomerDraft.of(texts);
        }
    }

    private static final Map<UniformityRule, List<String>> TEXTS = new EnumMap<>(Map.ofEntries(
            Map.entry(UniformityRule.PERSON_NAMES, List.of("MARIA GRAZIA", "d'angelo", "VON TRAPP")),
            Map.entry(UniformityRule.TITLES, List.of("DOTT.SSA", "ing", "sig.ra")),
            Map.entry(UniformityRule.COMPANY_NAMES, List.of("ROSSI & FIGLI S.R.L.", "acme spa")),
            Map.entry(UniformityRule.GENDERS, List.of("Femmina", "m", "Sig.ra")),
            Map.entry(UniformityRule.EMAILS, List.of("Anna.Rossi@Example.COM", " mailto:luca@example.com ")),
            Map.entry(UniformityRule.PHONES, List.of("347 12 34 567", "0039 02/86461234")),
            Map.entry(UniformityRule.STREETS, List.of("V. ROMA 12", "c.so garibaldi, 3/a")),
            Map.entry(UniformityRule.POSTCODES, List.of(" sw1a  1aa ", "20121 ")),
            Map.entry(UniformityRule.TOWNS, List.of("REGGIO EMILIA", "s. giovanni rotondo", "FORLI'")),
            Map.entry(UniformityRule.PROVINCES, List.of("Milano", "prov. di Roma", "(to)")),
            Map.entry(UniformityRule.REGIONS, List.of("LOMBARDY", "emilia romagna", "trentino a.a.")),
            Map.entry(UniformityRule.COUNTRIES, List.of("Italia", "Germany", "fra")),
            Map.entry(UniformityRule.LANGUAGES, List.of("Italiano", "en-GB", "German")),
            Map.entry(UniformityRule.TAX_CODES, List.of("rss mra 85t10 a562 s")),
            Map.entry(UniformityRule.VAT_NUMBERS, List.of("IT 0090 5811 006", "00905811006")),
            Map.entry(UniformityRule.IBANS, List.of("it60 x054 2811 1010 0000 0123 456")),
            Map.entry(UniformityRule.WORDS, List.of("Coniugata", "celibe", "D"))));

    static List<Sample> of(UniformityRule rule) {
        CustomerField field = rule.fields().getFirst();
        return TEXTS.getOrDefault(rule, List.of()).stream()
                .map(text -> new Sample(rule == UniformityRule.PERSON_NAMES ? CustomerField.FAMILY_NAME : field, text))
                .toList();
    }
}
