package io.legame.intake;

import io.legame.platform.Company;
import io.legame.timeline.Channel;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Proposes a {@link Plan} for a file from its beginning. */
final class Detection {
    private static final int LOOKED_AT = 20_000;
    private static final int FOR_DELIMITER = 200;
    private static final Set<String> POINT_COUNTRIES =
            Set.of("US", "GB", "IE", "AU", "NZ", "CA", "IN", "CN", "JP", "KR", "MX", "IL", "TH", "MY", "SG", "PH");

    private final String fileName;
    private final Sample sample;
    private final Company company;

    Detection(String fileName, Sample sample, Company company) {
        this.fileName = fileName;
        this.sample = sample;
        this.company = company;
    }

    /** @param kind what the rows are, if somebody knows; else the columns decide */
    Plan plan(@Nullable ImportKind kind, String source) {
        return plan(dialect(), kind, source);
    }

    /** Of a file whose way of writing rows is known. */
    Plan plan(Dialect dialect, @Nullable ImportKind kind, String source) {
        if (dialect.format() == Format.VCARD) {
            return CardPlan.of(dialect, source, company);
        }
        Table table = Table.of(sample, dialect, LOOKED_AT);
        if (dialect.header() && table.lines().size() == 1 && sample.whole() && !table.faulty()) {
            throw new FileFault("intake.fault.headerOnly");
        }
        List<Column> columns = table.columns(dialect);
        Matching matching = kind == null ? Matching.best(fileName, columns) : Matching.of(kind, fileName, columns);
        DateOrder evidentOrder = dateOrder(columns);
        Character evidentSign = decimalSign(columns);
        if (evidentSign == null && evidentOrder == DateOrder.MONTH_FIRST) {
            evidentSign = '.'; // nobody who writes the month first begins decimals with a comma
        }
        return new Plan(
                matching.kind(),
                source,
                dialect,
                columns.stream().map(Column::name).toList(),
                matching.fields(),
                evidentOrder == null ? DateOrder.usualIn(company.country()) : evidentOrder,
                evidentOrder == null && hasAmbiguousDates(columns, matching),
                evidentSign == null ? usualSign(dialect) : evidentSign,
                evidentSign == null && dialect.format() == Format.CSV && hasAmbiguousNumbers(columns, matching),
                columns.stream().anyMatch(column -> column.content() == Column.Content.FLOATED),
                Channel.OTHER,
                null,
                false,
                matching.kind().hasAmounts()
                        && matching.fields().containsAll(List.of(Field.PRODUCT_NAME, Field.UNIT_PRICE)),
                List.of());
    }

    private char delimiter(String encoding, int first) {
        char best = ',';
        double bestScore = 0;
        for (char candidate : Dialect.DELIMITERS.toCharArray()) {
            Table table =
                    Table.of(sample, Dialect.csv(encoding, candidate, true).from(first, true), FOR_DELIMITER);
            int width = table.width();
            if (width > 1) {
                // the same number of cells in every row weighs more than many cells
                double share = (double) table.ofWidth(width) / table.lines().size();
                double score = share
                        * share
                        * (1 + Math.log(width) / 10)
                        * Math.min(table.lines().size(), 20);
                if (score > bestScore) {
                    best = candidate;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    /** Whether some date in the beginning of the file can only be read in one order. */
    boolean tellsDateOrder(Dialect dialect) {
        return dateOrder(Table.of(sample, dialect, LOOKED_AT).columns(dialect)) != null;
    }

    /** Likewise for the sign that begins decimals; the numbers that a workbook keeps as such tell nothing. */
    boolean tellsDecimalSign(Dialect dialect) {
        Character sign = decimalSign(Table.of(sample, dialect, LOOKED_AT).columns(dialect));
        return sign != null && (dialect.format() == Format.CSV || sign == ',');
    }

    private Dialect dialect() {
        Dialect found = sample.dialect();
        return switch (found.format()) {
            case CSV -> {
                int first = firstReadableLine(found.encoding());
                var written = new Dialect(
                        Format.CSV, found.encoding(), delimiter(found.encoding(), first), false, first, null);
                yield beginning(written);
            }
            // what rejected rows are written with: spreadsheets take a semicolon where the comma begins decimals
            case XLSX ->
                beginning(new Dialect(
                        Format.XLSX, found.encoding(), isPointCountry() ? ',' : ';', false, 1, found.sheet()));
            case VCARD -> found;
        };
    }

    /** What stands above the table may be no CSV: a quote that is never closed would swallow the table. */
    private int firstReadableLine(String encoding) {
        for (int line = 1; line < HeaderSearch.LINES; line++) {
            for (char delimiter : Dialect.DELIMITERS.toCharArray()) {
                Dialect dialect = Dialect.csv(encoding, delimiter, false).from(line, false);
                if (!Table.of(sample, dialect, 1).lines().isEmpty()) {
                    return line;
                }
            }
        }
        return 1;
    }

    private Dialect beginning(Dialect dialect) {
        Table table = Table.of(sample, dialect, FOR_DELIMITER);
        if (table.lines().isEmpty()) {
            throw new FileFault("intake.fault.empty");
        }
        return HeaderSearch.in(table.lines(), dialect);
    }

    private static @Nullable DateOrder dateOrder(List<Column> columns) {
        int dayFirst = 0;
        int monthFirst = 0;
        for (Column column : columns) {
            if (column.content() == Column.Content.DATE) {
                dayFirst += column.evidence().dayFirst();
                monthFirst += column.evidence().monthFirst();
            }
        }
        if (dayFirst == monthFirst) {
            return null;
        }
        return dayFirst > monthFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
    }

    private static @Nullable Character decimalSign(List<Column> columns) {
        int point = 0;
        int comma = 0;
        for (Column column : columns) {
            if (column.content() == Column.Content.NUMBER) {
                point += column.evidence().point();
                comma += column.evidence().comma();
            }
        }
        if (point == comma) {
            return null;
        }
        return point > comma ? '.' : ',';
    }

    private static boolean hasAmbiguousDates(List<Column> columns, Matching matching) {
        for (int column = 0; column < columns.size(); column++) {
            Field field = matching.fields().get(column);
            if (field != null
                    && field.isDate()
                    && columns.get(column).evidence().ambiguousDates() > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasAmbiguousNumbers(List<Column> columns, Matching matching) {
        for (int column = 0; column < columns.size(); column++) {
            Field field = matching.fields().get(column);
            if (field != null
                    && field.isNumber()
                    && columns.get(column).evidence().ambiguousNumbers() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Where the comma parts the cells it hardly parts the cents; else the country's habit. Workbooks have none. */
    private char usualSign(Dialect dialect) {
        boolean point = dialect.format() == Format.XLSX || dialect.delimiter() == ',' || isPointCountry();
        return point ? '.' : ',';
    }

    private boolean isPointCountry() {
        return POINT_COUNTRIES.contains(company.country());
    }
}
