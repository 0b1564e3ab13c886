package io.legame.customers.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Amounts in a field of a form, as people of the language write them. */
final class WrittenAmount {
    private static final int LONGEST = 20;

    /** As many as the column has before its point. */
    private static final int MOST_DIGITS = 16;

    private WrittenAmount() {}

    static String of(BigDecimal amount, Locale language) {
        return format(language, false).format(amount);
    }

    /** Null for what is no amount. Separators stand where they belong, or nowhere: 38.000 must not become 38. */
    static @Nullable BigDecimal read(String text, Locale language) {
        if (text.length() > LONGEST) {
            return null;
        }
        BigDecimal plain = read(text, format(language, false));
        BigDecimal amount = plain == null ? read(text, format(language, true)) : plain;
        return amount == null || amount.signum() < 0 || amount.precision() - amount.scale() > MOST_DIGITS
                ? null
                : amount;
    }

    private static @Nullable BigDecimal read(String text, DecimalFormat format) {
        var position = new ParsePosition(0);
        Number read = format.parse(text, position);
        return position.getIndex() == text.length() && read instanceof BigDecimal amount ? amount : null;
    }

    private static DecimalFormat format(Locale language, boolean grouped) {
        var format = (DecimalFormat)
                NumberFormat.getNumberInstance(language.getLanguage().equals("it") ? Locale.ITALY : Locale.UK);
        format.setParseBigDecimal(true);
        format.setGroupingUsed(grouped);
        format.setStrict(true);
        return format;
    }
}
