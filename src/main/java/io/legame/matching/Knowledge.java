package io.legame.matching;

import java.util.EnumMap;
import java.util.Map;

/**
 * What some records taught, without them: to be kept, and applied to others.
 *
 * @param ratios by field and level how much likelier the same meet it than strangers
 * @param exact by field how often two strangers agree fully
 * @param townShare how often two strangers live in one town and nothing nearer is known
 * @param same odds that two records are of the same subject
 * @param relatives odds that they are of relatives, or colleagues
 */
public record Knowledge(
        Map<Field, Map<Level, Double>> ratios,
        Map<Field, Double> exact,
        double townShare,
        double same,
        double relatives) {

    /** Before anything was learned, of a base of so many records. */
    public static Knowledge usual(long records) {
        return Estimation.usual(Math.max(2, records)).knowledge();
    }

    static Knowledge of(double[][] ratios, double[] exact, double townShare, double same, double relatives) {
        var byLevel = new EnumMap<Field, Map<Level, Double>>(Field.class);
        var byField = new EnumMap<Field, Double>(Field.class);
        for (Field field : Field.values()) {
            var levels = new EnumMap<Level, Double>(Level.class);
            for (int level = 0; level < field.levels().size(); level++) {
                levels.put(field.levels().get(level), ratios[field.place()][level + 1]);
            }
            byLevel.put(field, levels);
            byField.put(field, exact[field.place()]);
        }
        return new Knowledge(byLevel, byField, townShare, same, relatives);
    }

    /** What is not known of a level, as it is newer than the knowledge, says nothing. */
    double[] ratios(Field field) {
        Map<Level, Double> levels = ratios.getOrDefault(field, Map.of());
        double[] result = new double[field.levels().size() + 1];
        result[0] = 1;
        for (int level = 1; level < result.length; level++) {
            result[level] = levels.getOrDefault(field.levels().get(level - 1), 1.0);
        }
        return result;
    }

    double exact(Field field) {
        return exact.getOrDefault(field, 1.0);
    }
}
