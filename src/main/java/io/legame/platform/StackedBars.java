package io.legame.platform;

import java.util.List;

/**
 * Vertical bars made of parts, such as how many customers are in each tier month by month, drawn as SVG with the table of
 * its numbers behind it. No value is negative.
 *
 * @param parts from the bottom up
 */
public record StackedBars(String title, List<Part> parts, List<Bar> bars) implements View {
    private static final double WIDTH_OF_A_BAR = 0.76;

    /** @param style a class of charts.css that gives it its colour, such as {@code tier-gold} */
    public record Part(String name, String style) {}

    /**
     * @param label what the bar stands for, short, such as a month
     * @param values one for each part
     */
    public record Bar(String label, List<Long> values) {
        long total() {
            return values.stream().mapToLong(value -> value).sum();
        }
    }

    Scale scale() {
        return Scale.of(bars.stream().mapToDouble(Bar::total));
    }

    BarChart.Rectangle rectangle(int bar, int part) {
        Scale scale = scale();
        long below = bars.get(bar).values().subList(0, part).stream()
                .mapToLong(value -> value)
                .sum();
        double bottom = BarChart.HEIGHT * scale.fromTop((double) below);
        double top = BarChart.HEIGHT
                * scale.fromTop((double) below + bars.get(bar).values().get(part));
        return new BarChart.Rectangle(
                BarChart.number(bar + (1 - WIDTH_OF_A_BAR) / 2),
                BarChart.number(top),
                BarChart.number(WIDTH_OF_A_BAR),
                BarChart.number(bottom - top));
    }

    String labelClass(int index) {
        return BarChart.labelClass(index, bars.size());
    }

    /** What a bar says when it is pointed at. */
    String told(Shell shell, Bar bar) {
        var told = new StringBuilder(bar.label());
        for (int i = 0; i < parts.size(); i++) {
            told.append(i == 0 ? ": " : " · ")
                    .append(parts.get(i).name())
                    .append(' ')
                    .append(shell.number(bar.values().get(i)));
        }
        return told.toString();
    }
}
