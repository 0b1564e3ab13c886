package io.legame.wording;

import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Structure and check digits of the VAT numbers of each country, without the prefix. Structures: the European
 * Commission's VIES; check digits: the algorithms that the tax offices of the member states publish.
 */
final class VatRules {
    private static final String MEMBER_STATES =
            "040|056|100|191|196|203|208|233|246|250|276|300|348|372|380|428|440|442"
                    + "|470|528|616|620|642|703|705|724|752";

    private static final Map<String, Rule> RULES = Map.ofEntries(
            rule("AT", 9, 9, "U\\d{8}", VatChecks::austria),
            padded("BE", 9, 10, "[01]\\d{9}", VatChecks::belgium),
            rule("BG", 9, 10, "\\d{9,10}", VatChecks::bulgaria),
            rule("CY", 9, 9, "(?!12)\\d{8}[A-Z]", VatChecks::cyprus),
            rule("CZ", 8, 10, "[0-8]\\d{7}|\\d{9,10}", VatChecks::czechia),
            rule("DE", 9, 9, "[1-9]\\d{8}", VatChecks::mod11And10),
            rule("DK", 8, 8, "[1-9]\\d{7}", number -> VatChecks.sum(number, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
            rule("EE", 9, 9, "\\d{9}", number -> VatChecks.sum(number, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0),
            padded("EL", 8, 9, "\\d{9}", VatChecks::greece),
            rule("ES", 9, 9, "[A-Z]\\d{7}[A-Z0-9]|\\d{8}[A-Z]", VatChecks::spain),
            // the one stop shop: a member state's number in ISO 3166-1; how its last digit is computed is not published
            rule("EU", 9, 9, "(" + MEMBER_STATES + ")\\d{6}", number -> true),
            rule("FI", 8, 8, "\\d{8}", number -> VatChecks.sum(number, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0),
            rule("FR", 11, 11, "[0-9A-HJ-NP-Z]{2}\\d{9}", VatChecks::france),
            rule("GB", 5, 12, "\\d{9}|\\d{12}|GD[0-4]\\d\\d|HA[5-9]\\d\\d", VatChecks::unitedKingdom),
            rule("HR", 11, 11, "\\d{11}", VatChecks::mod11And10),
            rule("HU", 8, 8, "\\d{8}", number -> VatChecks.sum(number, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0),
            rule("IE", 8, 9, "\\d{7}[A-W][A-IW]?|\\d[A-Z+*]\\d{5}[A-W]", VatChecks::ireland),
            // the three digits before the last are the province of the tax office
            rule("IT", 11, 11, "(?!0{7})\\d{7}(?!000)(0\\d\\d|100|12[01]|888|999)\\d", VatChecks::luhn),
            rule("LT", 9, 12, "\\d{7}1\\d|\\d{10}1\\d", VatChecks::lithuania),
            rule("LU", 8, 8, "\\d{8}", VatChecks::luxembourg),
            rule("LV", 11, 11, "\\d{11}", VatChecks::latvia),
            rule("MT", 8, 8, "[1-9]\\d{7}", number -> VatChecks.sum(number, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0),
            padded("NL", 10, 12, "\\d{9}B(?!00)\\d\\d", VatChecks::netherlands),
            rule("PL", 10, 10, "\\d{10}", number -> VatChecks.sum(number, 6, 5, 7, 2, 3, 4, 5, 6, 7, -1) % 11 == 0),
            rule("PT", 9, 9, "[1-9]\\d{8}", VatChecks::portugal),
            rule("RO", 2, 13, "[1-9]\\d{1,9}|[1-9]\\d{12}", VatChecks::romania),
            rule("SE", 12, 12, "\\d{10}(?!00|9[5-9])\\d\\d", number -> VatChecks.luhn(number.substring(0, 10))),
            rule("SI", 8, 8, "[1-9]\\d{7}", VatChecks::slovenia),
            rule("SK", 10, 10, "[1-9]\\d[2-47-9]\\d{7}", number -> Long.parseLong(number) % 11 == 0),
            rule("XI", 5, 12, "\\d{9}|\\d{12}|GD[0-4]\\d\\d|HA[5-9]\\d\\d", VatChecks::unitedKingdom));

    private VatRules() {}

    static @Nullable Rule of(String prefix) {
        return RULES.get(prefix);
    }

    private static Map.Entry<String, Rule> rule(
            String prefix, int shortest, int longest, String form, Predicate<String> check) {
        return Map.entry(prefix, new Rule(shortest, longest, false, Pattern.compile(form), check));
    }

    /** Of a country where people leave zeros out at the beginning. */
    private static Map.Entry<String, Rule> padded(
            String prefix, int shortest, int longest, String form, Predicate<String> check) {
        return Map.entry(prefix, new Rule(shortest, longest, true, Pattern.compile(form), check));
    }

    record Rule(int shortest, int longest, boolean zeros, Pattern form, Predicate<String> check) {
        String padded(String number) {
            return zeros ? "0".repeat(Math.max(0, longest - number.length())) + number : number;
        }

        @Nullable
        CodeFault fault(String number) {
            if (number.length() < shortest || number.length() > longest) {
                return CodeFault.LENGTH;
            }
            if (!form.matcher(padded(number)).matches()) {
                return CodeFault.FORMAT;
            }
            return check.test(padded(number)) ? null : CodeFault.CHECK_DIGIT;
        }
    }
}
