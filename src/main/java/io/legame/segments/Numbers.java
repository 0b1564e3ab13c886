package io.legame.segments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers and amounts as the language writes them, and a little as people do. */
final class Numbers {
    private static final BigDecimal SAMPLE = new BigDecimal("12345.5");

    private Numbers() {}

    static Piece<BigDecimal> decimal(Words words) {
        Pattern pattern = pattern(words);
        return (hearing, place) -> {
            Matcher found = found(hearing, place, pattern);
            if (found == null) {
                return List.of();
            }
            BigDecimal number = number(found.group(), words);
            return List.of(new Heard<>(found.end(), number, words.decimal(number), number));
        };
    }

    /** With the sign of the currency, its code, or without both. */
    static Piece<BigDecimal> money(Words words) {
        var currency = words.formats().currency();
        String signs = "(?:" + Pattern.quote(words.currencySign()) + "|" + Pattern.quote(currency.getSymbol()) + "|"
                + currency.getCurrencyCode() + ")";
        String digits = pattern(words).pattern().substring(2);
        var before = Pattern.compile("(?<minus>-?)" + signs + " ?(?<digits>" + digits + ")");
        var behind = Pattern.compile("(?<minus>-?)(?<digits>" + digits + ") ?" + signs);
        var without = Pattern.compile("(?<minus>-?)(?<digits>" + digits + ")");
        return (hearing, place) -> {
            var amounts = new ArrayList<Heard<BigDecimal>>();
            for (Pattern each : List.of(before, behind, without)) {
                Matcher found = found(hearing, place, each);
                if (found != null) {
                    BigDecimal amount = number(found.group("minus") + found.group("digits"), words);
                    amounts.add(new Heard<>(found.end(), amount, words.money(amount), amount));
                }
            }
            return amounts;
        };
    }

    /** A number of at most nine digits, as a property of JSON. */
    static Whole whole(Words words, String property) {
        return new Whole(property, pattern(words), words);
    }

    record Whole(String property, Pattern pattern, Words words) implements Piece<Map<String, Object>> {
        private static final BigDecimal MOST = BigDecimal.valueOf(999_999_999);

        @Override
        public List<Heard<Map<String, Object>>> at(Hearing hearing, int place) {
            Matcher found = found(hearing, place, pattern);
            var heard = found == null ? null : of(number(found.group(), words));
            return found == null || heard == null
                    ? List.of()
                    : List.of(new Heard<>(found.end(), heard.value(), heard.told(), heard.number()));
        }

        /** As if the number were there; null if it is none of these. */
        @Nullable
        Heard<Map<String, Object>> of(BigDecimal number) {
            if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(MOST) > 0) {
                return null;
            }
            Integer whole = number.intValue();
            return new Heard<>(0, Map.of(property, whole), whole, number);
        }
    }

    /** Digits and nothing else, for what is a number but none to count with. */
    static Piece<Map<String, Object>> digits(String property) {
        var pattern = Pattern.compile("[1-9]\\d{0,17}");
        return (hearing, place) -> {
            Matcher found = found(hearing, place, pattern);
            return found == null
                    ? List.of()
                    : List.of(Heard.of(found.end(), Map.of(property, Long.parseLong(found.group())), found.group()));
        };
    }

    static @Nullable Matcher found(Hearing hearing, int place, Pattern pattern) {
        hearing.step(1);
        Matcher matcher =
                pattern.matcher(hearing.text()).region(place, hearing.text().length());
        if (matcher.lookingAt()) {
            return matcher;
        }
        hearing.expect(place, "");
        return null;
    }

    /** With groups of three or without: "1,000.5" and "1000.5". Begins with its optional sign. */
    private static Pattern pattern(Words words) {
        String group = Pattern.quote(String.valueOf(group(words)));
        String point = Pattern.quote(String.valueOf(point(words)));
        return Pattern.compile("-?(?:\\d{1,3}(?:" + group + "\\d{3})+(?!\\d)|\\d{1,15})(?:" + point + "\\d{1,6})?");
    }

    private static BigDecimal number(String digits, Words words) {
        return new BigDecimal(digits.replace(String.valueOf(group(words)), "").replace(point(words), '.'));
    }

    private static char group(Words words) {
        return words.decimal(SAMPLE).charAt(2);
    }

    private static char point(Words words) {
        String sample = words.decimal(SAMPLE);
        return sample.charAt(sample.length() - 2);
    }
}
