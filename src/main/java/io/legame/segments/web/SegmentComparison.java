package io.legame.segments.web;

import io.legame.platform.Shell;
import io.legame.platform.View;
import io.legame.segments.AsOf;
import io.legame.segments.Overlap;
import io.legame.segments.Segment;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Two or three segments beside each other.
 *
 * @param all those that can be chosen
 * @param chosen those that are compared
 * @param overlap null until two are chosen
 * @param parts the rows of the table
 */
public record SegmentComparison(
        AsOf asOf,
        List<Segment> all,
        List<Segment> chosen,
        @Nullable Overlap overlap,
        @Nullable Venn venn,
        List<Part> parts)
        implements View {
    /**
     * A part of the picture.
     *
     * @param in the groups as bits, where it is exactly who is in these and in no other; 0 for all together
     * @param whole whether it is a whole segment, or all of them
     * @param filter as JSON, to begin the builder with
     */
    public record Part(int in, boolean whole, Overlap.Region region, String filter) {}

    /** A, B or C. */
    public static String letter(int index) {
        return String.valueOf((char) ('A' + index));
    }

    /** "A and B, not C" */
    public String label(Shell shell, Part part) {
        if (part.in() == 0) {
            return shell.text("segments.compare.union");
        }
        String in = letters(shell, part.in(), "segments.sentence.and");
        int others = (1 << chosen.size()) - 1 & ~part.in();
        if (part.whole()) {
            return in;
        }
        return others == 0
                ? shell.text("segments.compare.both", in)
                : shell.text("segments.compare.not", in, letters(shell, others, "segments.sentence.or"));
    }

    private String letters(Shell shell, int bits, String join) {
        return String.join(
                " " + shell.text(join) + " ",
                IntStream.range(0, chosen.size())
                        .filter(index -> (bits >> index & 1) == 1)
                        .mapToObj(SegmentComparison::letter)
                        .toList());
    }
}
