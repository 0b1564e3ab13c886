package io.legame.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Records of which it is known who is the same; the truth is for measuring only. */
final class Labelled {
    private final List<Subject> subjects = new ArrayList<>();
    private final Map<Long, String> truth = new HashMap<>();

    /** How well a model finds the pairs of the same. */
    record Quality(double precision, double recall) {
        double f1() {
            return 2 * precision * recall / (precision + recall);
        }
    }

    static Labelled simulated(int records, int copiesPercent, long seed) {
        var labelled = new Labelled();
        new SimulatedPeople(seed)
                .generate(records, copiesPercent, (subject, person) -> labelled.add(subject, Long.toString(person)));
        return labelled;
    }

    void add(Subject subject, String label) {
        subjects.add(subject);
        truth.put(subject.id(), label);
    }

    List<Subject> subjects() {
        return subjects;
    }

    Records records() {
        return recordsOf(subjects);
    }

    static Records recordsOf(Subject... subjects) {
        return recordsOf(Arrays.asList(subjects));
    }

    static Records recordsOf(List<Subject> subjects) {
        var builder = Records.builder();
        subjects.forEach(builder::add);
        return builder.build();
    }

    Quality quality() {
        var pairs = new ArrayList<Pair>();
        Matching.learn(records(), 1).pairs(Model.DEFAULT_PROBABILITY, pairs::add);
        double right = pairs.stream()
                .filter(pair -> String.valueOf(truth.get(pair.first())).equals(truth.get(pair.second())))
                .count();
        ToDoubleFunction<Long> pairsOf = count -> count * (count - 1) / 2.0;
        double all = truth.values().stream()
                .collect(Collectors.groupingBy(label -> label, Collectors.counting()))
                .values()
                .stream()
                .mapToDouble(pairsOf)
                .sum();
        return new Quality(right / pairs.size(), right / all);
    }
}
