package io.legame.platform;

import java.util.List;
import java.util.Locale;

/**
 * Vertical bars for a series, such as revenue by month, drawn as SVG with the table of its numbers behind it. Values
 * may be negative.
 */
public record BarChart(String title, List<Bar> bars) implements View {
    /** The height of the drawing; its width is one for each bar. */
    static final int HEIGHT = 100;

    private static final double WIDTH_OF_A_BAR = 0.72;
    private static final double THINNEST = 0.6;
    private static final int LABELS = 8;

    /**
     * @param label what the bar stands for, short, such as a month
     * @param value its length
     * @param shown the value as a person reads it, with its unit
     */
    public record Bar(String label, double value, String shown) {}

    /** Where and how large a rectangle is, as SVG wants its numbers. */
    record Rectangle(String x, String y, String width, String height) {}

    Scale scale() {
        return Scale.of(bars.stream().mapToDouble(Bar::value));
    }

    Rectangle rectangle(int index) {
        Scale scale = scale();
        double value = bars.get(index).value();
        double top = HEIGHT * scale.fromTop(Math.max(value, 0));
        double bottom = HEIGHT * scale.fromTop(Math.min(value, 0));
        // what is not nothing must be seen
        double height = value == 0 ? 0 : Math.max(bottom - top, THINNEST);
        return new Rectangle(
                number(index + (1 - WIDTH_OF_A_BAR) / 2),
                number(value < 0 ? top : bottom - height),
                number(WIDTH_OF_A_BAR),
                number(height));
    }

    /** Eight labels fit under a chart and four on a phone; the last one always stays. */
    String labelClass(int index) {
        return labelClass(index, bars.size());
    }

    static String labelClass(int index, int bars) {
        int step = Math.ceilDiv(bars, LABELS);
        int fromLast = bars - 1 - index;
        if (fromLast % step != 0) {
            return "rare";
        }
        return bars > LABELS / 2 && fromLast / step % 2 != 0 ? "sparse" : "";
    }

    static String number(double number) {
        return String.format(Locale.ROOT, "%.3f", number).replaceAll("\\.?0+$", "");
    }
}
