package io.legame.bench;

import io.legame.matching.Matching;
import io.legame.matching.Model;
import io.legame.matching.Pair;
import io.legame.matching.Records;
import io.legame.matching.SimulatedPeople;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;

/** Who is the same among simulated people, one in twenty twice: learning and all pairs. The argument is how many records. */
public final class MatchBench {
    private static final double SECONDS_OF_A_MILLION = 60;
    private static final int COPIES_PERCENT = 5;

    public static void main(String[] arguments) {
        int count = Integer.parseInt(arguments[0]);
        long[] persons = new long[count + 1];
        var builder = Records.builder();
        new SimulatedPeople(1).generate(count, COPIES_PERCENT, (subject, person) -> {
            builder.add(subject);
            persons[Math.toIntExact(subject.id())] = person;
        });
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long begin = System.nanoTime();
        Records records = builder.build();
        Model model = Matching.learn(records, 1);
        double learned = (System.nanoTime() - begin) / 1e9;
        var pairs = new ArrayList<Pair>();
        model.pairs(Model.DEFAULT_PROBABILITY, pairs::add);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double right = pairs.stream()
                .filter(pair -> persons[Math.toIntExact(pair.first())] == persons[Math.toIntExact(pair.second())])
                .count();
        Report.row("records", count, "");
        Report.row("candidate pairs", (double) model.candidates(), "");
        Report.row("pairs left out", (double) model.leftOut(), "");
        Report.row("learning", learned, "s");
        Report.row("learning and all pairs", seconds, "s");
        Report.row("peak heap", peakHeap(), "MB");
        Report.row("precision", right / pairs.size(), "");
        Report.row("recall", right / truePairs(persons), "");
        Report.atMost(
                "share of a minute for a million", seconds / (SECONDS_OF_A_MILLION * Math.max(0.1, count / 1e6)), 1);
    }

    private static double peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1e6;
    }

    /** The records of one person follow each other. */
    private static double truePairs(long[] persons) {
        long pairs = 0;
        int same = 0;
        for (int i = 2; i < persons.length; i++) {
            same = persons[i] == persons[i - 1] ? same + 1 : 0;
            pairs += same;
        }
        return pairs;
    }
}
