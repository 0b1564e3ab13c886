package io.legame.intake;

import io.legame.customers.CustomField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the cells of staged rows as the plan says. A cell that cannot be read is an {@link Unreadable} row. */
final class Cells {
    private static final int EXACT_DECIMALS = 4;
    /** What a spreadsheet's binary fractions add to an honest decimal number: {@code 2.5499999999999998}. */
    private static final BigDecimal ARTEFACT = new BigDecimal("1e-9");

    private final Map<Field, Integer> positions = new EnumMap<>(Field.class);
    private final List<Field> mapped;
    private final Decimals decimals;
    private final Dates dates;
    private final boolean wholeNumbers;
    private final Map<Field, Map<String, String>> replaced;

    Cells(Plan plan, ZoneId zone, Instant now) {
        this.mapped = plan.mapped();
        for (int i = 0; i < mapped.size(); i++) {
            positions.putIfAbsent(mapped.get(i), i);
        }
        this.decimals = new Decimals(plan.decimalSign());
        this.dates = new Dates(plan.dateOrder(), zone, now.atZone(zone).getYear());
        this.wholeNumbers = plan.wholeNumbers();
        this.replaced = Replacement.inOrder(plan.replacements());
    }

    private Cells(Cells others) {
        this.positions.putAll(others.positions);
        this.mapped = others.mapped;
        this.decimals = others.decimals;
        this.dates = others.dates;
        this.wholeNumbers = others.wholeNumbers;
        this.replaced = Map.of();
    }

    /** The same without replacements. */
    Cells asWritten() {
        return new Cells(this);
    }

    boolean replacesAnything() {
        return !replaced.isEmpty();
    }

    boolean has(Field field) {
        return positions.containsKey(field);
    }

    @Nullable
    String raw(@Nullable String[] cells, Field field) {
        String written = written(cells, field);
        return written == null ? null : replaced(field, written);
    }

    private @Nullable String written(@Nullable String[] cells, Field field) {
        Integer position = positions.get(field);
        return position == null ? null : cells[position];
    }

    /** What is read instead of the value, as the plan says. */
    String replaced(Field field, String value) {
        Map<String, String> values = replaced.get(field);
        return values == null ? value : values.getOrDefault(value, value);
    }

    @Nullable
    String text(@Nullable String[] cells, Field field) {
        String written = written(cells, field);
        return written == null ? null : replaced(field, asRead(wholeNumbers, field, written));
    }

    /** The value as replacements name it. */
    static String asRead(Plan plan, Field field, String written) {
        return asRead(plan.wholeNumbers(), field, written);
    }

    private static String asRead(boolean wholeNumbers, Field field, String written) {
        return wholeNumbers && field.type() == Field.Type.CODE ? whole(written) : written;
    }

    /** The cells of all columns that are the field, those empty left out. */
    List<String> texts(@Nullable String[] cells, Field field) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < mapped.size(); i++) {
            String cell = cells[i];
            if (mapped.get(i) == field && cell != null) {
                texts.add(replaced(field, asRead(wholeNumbers, field, cell)));
            }
        }
        return texts;
    }

    String required(@Nullable String[] cells, Field field) {
        String text = text(cells, field);
        if (text == null) {
            throw new Unreadable("intake.rejected.missing", field, "");
        }
        return text;
    }

    /** {@code 17850.0} was {@code 17850} before a spreadsheet saw it. */
    private static String whole(String raw) {
        int end = raw.length();
        while (end > 0 && raw.charAt(end - 1) == '0') {
            end--;
        }
        if (end < 2 || end == raw.length() || (raw.charAt(end - 1) != '.' && raw.charAt(end - 1) != ',')) {
            return raw;
        }
        for (int i = 0; i < end - 1; i++) {
            if (raw.charAt(i) < '0' || raw.charAt(i) > '9') {
                return raw;
            }
        }
        return raw.substring(0, end - 1);
    }

    /** At most four decimals. */
    @Nullable
    BigDecimal number(@Nullable String[] cells, Field field) {
        String raw = raw(cells, field);
        if (raw == null) {
            return null;
        }
        BigDecimal number = decimals.parse(raw);
        if (number == null || number.precision() - number.scale() > 12) {
            throw new Unreadable("intake.rejected.number", field, raw);
        }
        if (number.scale() <= EXACT_DECIMALS) {
            return number;
        }
        BigDecimal rounded = number.setScale(EXACT_DECIMALS, RoundingMode.HALF_UP);
        if (rounded.subtract(number).abs().compareTo(ARTEFACT) > 0) {
            throw new Unreadable("intake.rejected.decimals", field, raw);
        }
        return rounded;
    }

    @Nullable
    BigDecimal notNegative(@Nullable String[] cells, Field field) {
        BigDecimal number = number(cells, field);
        if (number != null && number.signum() < 0) {
            throw new Unreadable("intake.rejected.negative", field, String.valueOf(raw(cells, field)));
        }
        return number;
    }

    @Nullable
    Integer count(@Nullable String[] cells, Field field) {
        BigDecimal number = notNegative(cells, field);
        try {
            return number == null ? null : number.intValueExact();
        } catch (ArithmeticException e) {
            throw new Unreadable("intake.rejected.whole", field, String.valueOf(raw(cells, field)));
        }
    }

    @Nullable
    LocalDate date(@Nullable String[] cells, Field field) {
        String raw = raw(cells, field);
        if (raw == null) {
            return null;
        }
        LocalDate date = dates.date(raw);
        if (date == null) {
            throw new Unreadable("intake.rejected.date", field, raw);
        }
        return date;
    }

    Instant moment(@Nullable String[] cells, Field field) {
        String raw = required(cells, field);
        Instant moment = dates.moment(raw);
        if (moment == null) {
            throw new Unreadable("intake.rejected.date", field, raw);
        }
        return moment;
    }

    @Nullable
    Boolean yesNo(@Nullable String[] cells, Field field) {
        String raw = raw(cells, field);
        if (raw == null) {
            return null;
        }
        Boolean answer = YesNo.parse(raw);
        if (answer == null) {
            throw new Unreadable("intake.rejected.yesNo", field, raw);
        }
        return answer;
    }

    /** What is written in a cell of a custom field, with numbers and dates as programs write them where they can be read. */
    String custom(CustomField field, String written) {
        Object read = switch (field.type()) {
            case NUMBER -> decimals.parse(written);
            case MONEY -> money(written);
            case DATE -> dates.date(written);
            case YES_NO -> YesNo.parse(written);
            case TEXT, CHOICE, CHOICES, LINK, EMAIL, PHONE -> null;
        };
        return read instanceof BigDecimal number ? number.toPlainString() : read == null ? written : read.toString();
    }

    /** The currency beside it stays beside it. */
    private @Nullable String money(String written) {
        BigDecimal amount = decimals.parse(written);
        String currency = Decimals.beside(written);
        return amount == null
                ? null
                : currency == null ? amount.toPlainString() : amount.toPlainString() + " " + currency;
    }

    /** A number as far as it can be read: for sums over rows that are not taken. */
    @Nullable
    BigDecimal leniently(@Nullable String[] cells, Field field) {
        String raw = raw(cells, field);
        return raw == null ? null : decimals.parse(raw);
    }
}
