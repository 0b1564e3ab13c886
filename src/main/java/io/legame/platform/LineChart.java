package io.legame.platform;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Lines over the same few steps, such as how many of a group come back month after month, drawn as SVG. The page shows
 * the table of their numbers beside it.
 *
 * @param about what the picture shows and how its lines are told apart, in a sentence
 * @param steps the labels below, one for each point
 * @param shares whether the values are shares between 0 and 1
 * @param table the id of the element with the numbers
 */
public record LineChart(String title, String about, List<String> steps, boolean shares, String table, List<Line> lines)
        implements View {
    static final int HEIGHT = BarChart.HEIGHT;
    /** As many of its steps are told as there is room for. */
    public static final int LABELS = 13;

    /** How strongly a line is drawn. */
    public enum Tone {
        FAINT,
        PALE,
        PLAIN,
        STRONG,
        MAIN;

        private static final List<Tone> RISING = List.of(FAINT, PALE, PLAIN, STRONG);

        /** One of the others than the main one, for the line at the place among so many: the later the stronger. */
        public static Tone of(int place, int lines) {
            return RISING.get(RISING.size() - 1 - (lines - 1 - place) * RISING.size() / lines);
        }
    }

    /**
     * @param told its name and values, as a person reads them
     * @param values from the first step on; a line may end before the others
     * @param open whether the last value may still change
     */
    public record Line(String told, List<Double> values, boolean open, Tone tone) {}

    Scale scale() {
        return Scale.of(lines.stream().flatMap(line -> line.values().stream()).mapToDouble(value -> value));
    }

    String tick(Shell shell, double tick) {
        return shares ? shell.compact(tick * 100) + "%" : shell.compact(tick);
    }

    int width() {
        return Math.max(1, steps.size() - 1);
    }

    /** What is sure of a line. */
    String path(Line line) {
        int points = line.values().size();
        return path(line, 0, line.open() && points > 1 ? points - 1 : points);
    }

    /** The way to a value that may still change; empty without one. */
    String openPath(Line line) {
        int points = line.values().size();
        return line.open() && points > 1 ? path(line, points - 2, points) : "";
    }

    private String path(Line line, int from, int to) {
        Scale scale = scale();
        var path = new StringBuilder();
        IntStream.range(from, to)
                .forEach(step -> path.append(path.isEmpty() ? "M" : "L")
                        .append(step)
                        .append(' ')
                        .append(BarChart.number(
                                HEIGHT * scale.fromTop(line.values().get(step)))));
        // a point alone is a dot: a line of no length with round ends
        return to - from == 1 ? path.append("h0").toString() : path.toString();
    }

    /** Thirteen labels fit, on a phone too when they are numbers. */
    String labelClass(int step) {
        return step % Math.ceilDiv(steps.size(), LABELS) == 0 ? "" : "rare";
    }
}
