package io.legame.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the sample of a file says about one of its columns.
 *
 * @param name in the header; a number where there is none
 * @param filled how many cells hold something
 * @param examples the first values that differ
 * @param content what most values look like
 */
record Column(String name, int filled, List<String> examples, Content content, Evidence evidence) {
    enum Content {
        EMPTY,
        EMAIL,
        DATE,
        /** Whole numbers written with a point and zeros: {@code 17850.0}. */
        FLOATED,
        NUMBER,
        TEXT
    }

    /** How many values can only be read in one way. */
    record Evidence(int dayFirst, int monthFirst, int point, int comma, int ambiguousDates, int ambiguousNumbers) {}

    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;]+@[^@\\s,;]+\\.[^@\\s,;.]+");
    private static final Pattern DATE = Pattern.compile(
            "(\\d{1,2}[/.-]\\d{1,2}[/.-](\\d{4}|\\d{2})|\\d{4}[/.-]\\d{1,2}[/.-]\\d{1,2}|\\d{1,2}[ -]\\p{L}{3,}\\.?[ -]\\d{2,4})([T ].*)?");
    private static final Pattern FLOATED = Pattern.compile("\\d+[.,]0+");
    private static final Pattern NUMBER =
            Pattern.compile("[(+-]?\\s*(\\p{Sc}|[A-Z]{3})?\\s*-?\\d[\\d.,'’\\s]*(\\p{Sc}|[A-Z]{3})?\\s*[)-]?");
    private static final Pattern DECIMALS = Pattern.compile("([.,])(\\d+)\\D*$");

    /** Whether every row says the same: it tells nobody from anybody. */
    boolean isAlwaysTheSame() {
        return filled > 2 && examples.size() == 1;
    }

    static Column of(String name, List<@Nullable String> values) {
        var examples = new ArrayList<String>();
        int filled = 0;
        int emails = 0;
        int dates = 0;
        int floated = 0;
        int numbers = 0;
        int[] ways = new int[6];
        for (String value : values) {
            if (value == null) {
                continue;
            }
            filled++;
            if (examples.size() < 3 && !examples.contains(value)) {
                examples.add(value);
            }
            if (value.length() > 60) {
                continue;
            }
            if (DATE.matcher(value).matches()) {
                dates++;
                weighDate(value, ways);
            } else if (NUMBER.matcher(value).matches()) {
                numbers++;
                floated += FLOATED.matcher(value).matches() ? 1 : 0;
                weighNumber(value, ways);
            } else if (EMAIL.matcher(value).matches()) {
                emails++;
            }
        }
        return new Column(
                name,
                filled,
                examples,
                content(filled, emails, dates, floated, numbers),
                new Evidence(ways[0], ways[1], ways[2], ways[3], ways[4], ways[5]));
    }

    private static Content content(int filled, int emails, int dates, int floated, int numbers) {
        if (filled == 0) {
            return Content.EMPTY;
        }
        if (emails * 10 >= filled * 8) {
            return Content.EMAIL;
        }
        if (dates * 10 >= filled * 8) {
            return Content.DATE;
        }
        if (floated == filled) {
            return Content.FLOATED;
        }
        return numbers * 10 >= filled * 8 ? Content.NUMBER : Content.TEXT;
    }

    private static void weighDate(String value, int[] ways) {
        DateOrder order = Dates.evidence(value);
        if (order != null) {
            ways[order == DateOrder.DAY_FIRST ? 0 : 1]++;
        } else if (value.charAt(Math.min(4, value.length() - 1)) != '-') {
            ways[4]++;
        }
    }

    private static void weighNumber(String value, int[] ways) {
        boolean both = value.indexOf('.') >= 0 && value.indexOf(',') >= 0;
        var decimals = DECIMALS.matcher(value);
        if (!decimals.find()) {
            return;
        }
        boolean point = decimals.group(1).equals(".");
        boolean repeated = value.indexOf(decimals.group(1)) != value.lastIndexOf(decimals.group(1));
        if (repeated) {
            ways[point ? 3 : 2]++;
        } else if (both || decimals.group(2).length() != 3) {
            ways[point ? 2 : 3]++;
        } else {
            ways[5]++;
        }
    }
}
