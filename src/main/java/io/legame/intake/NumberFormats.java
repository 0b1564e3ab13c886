package io.legame.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the styles of a workbook say about its numbers: which are days or times, which have zeros in front. */
final class NumberFormats {
    static final NumberFormats NONE = new NumberFormats(List.of());

    private static final int MOST = 100_000;
    /** Quoted texts, escaped and padding characters, and brackets other than those of hours, minutes, seconds. */
    private static final Pattern DECORATION =
            Pattern.compile("\"[^\"]*\"?|\\\\.|_.|\\*.|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]", Pattern.CASE_INSENSITIVE);

    /** {@code [$€-410]}, {@code "USD"}, {@code \$} or a sign alone. */
    private static final Pattern CURRENCY =
            Pattern.compile("\\[\\$([^\\]-]+)[^\\]]*\\]|\"\\s*([A-Z]{3}|\\p{Sc})\\s*\"|(\\p{Sc})");

    private static final Pattern ZEROS = Pattern.compile("0{2,40}");

    /** What a number is shown as. */
    enum Kind {
        NUMBER,
        DATE,
        TIME,
        /** Digits filled up with zeros: a postcode, a code. */
        CODE
    }

    /**
     * How a number is shown.
     *
     * @param digits of a code
     * @param currency the sign or code that is shown with it, none of which is the number's; null without one
     */
    record NumberFormat(Kind kind, int digits, @Nullable String currency) {
        private static final NumberFormat PLAIN = new NumberFormat(Kind.NUMBER, 0);

        NumberFormat(Kind kind, int digits) {
            this(kind, digits, null);
        }

        static NumberFormat of(String pattern) {
            String bare = DECORATION.matcher(pattern).replaceAll("");
            int end = bare.indexOf(';');
            String first = (end < 0 ? bare : bare.substring(0, end)).toLowerCase(Locale.ROOT);
            if (ZEROS.matcher(first).matches()) {
                return new NumberFormat(Kind.CODE, first.length());
            }
            if (first.contains("general")) {
                return PLAIN;
            }
            boolean hours = first.indexOf('h') >= 0 || first.indexOf('s') >= 0;
            boolean days = first.indexOf('y') >= 0 || first.indexOf('d') >= 0 || (first.indexOf('m') >= 0 && !hours);
            return days
                    ? new NumberFormat(Kind.DATE, 0)
                    : hours ? new NumberFormat(Kind.TIME, 0) : new NumberFormat(Kind.NUMBER, 0, currency(pattern));
        }

        private static @Nullable String currency(String pattern) {
            Matcher currency = CURRENCY.matcher(pattern);
            while (currency.find()) {
                for (int group = 1; group <= 3; group++) {
                    String sign = currency.group(group) == null
                            ? ""
                            : currency.group(group).strip();
                    if (sign.matches("[A-Z]{3}|\\p{Sc}")) {
                        return sign;
                    }
                }
            }
            return null;
        }

        /** The formats that need no pattern, ECMA-376 18.8.30, with those of East Asian languages. */
        static NumberFormat builtIn(int id) {
            if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) {
                return new NumberFormat(Kind.DATE, 0);
            }
            return (id >= 18 && id <= 21) || (id >= 45 && id <= 47) ? new NumberFormat(Kind.TIME, 0) : PLAIN;
        }
    }

    private final List<NumberFormat> styles;

    private NumberFormats(List<NumberFormat> styles) {
        this.styles = styles;
    }

    static NumberFormats read(XmlPart xml) {
        Map<Integer, NumberFormat> own = new HashMap<>();
        var styles = new ArrayList<NumberFormat>();
        boolean ofCells = false;
        while (xml.next() && styles.size() < MOST && own.size() < MOST) {
            if (xml.begins("numFmt")) {
                String pattern = xml.attribute("formatCode");
                own.put(xml.number("numFmtId", -1), NumberFormat.of(pattern == null ? "" : pattern));
            } else if (xml.begins("cellXfs") || xml.ends("cellXfs")) {
                ofCells = xml.isBeginning();
            } else if (ofCells && xml.begins("xf")) {
                int id = xml.number("numFmtId", 0);
                NumberFormat format = own.get(id);
                styles.add(format == null ? NumberFormat.builtIn(id) : format);
            }
        }
        return new NumberFormats(Arrays.asList(styles.toArray(NumberFormat[]::new)));
    }

    /** Of a cell with the style. */
    NumberFormat of(int style) {
        return style >= 0 && style < styles.size() ? styles.get(style) : NumberFormat.PLAIN;
    }
}
