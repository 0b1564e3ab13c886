package io.legame.duplicates.web;

import io.legame.matching.Explanation;
import io.legame.matching.Explanation.FieldWeight;
import io.legame.platform.Shell;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Why two customers are proposed, in plain words. */
public final class ProposalTexts {
    /** Nobody is more than so sure. */
    private static final double SUREST = 0.999;

    private ProposalTexts() {}

    /** What speaks for it, the strongest first, such as "same phone, born the same day"; may be empty. */
    public static String agreeing(Shell shell, Explanation explanation) {
        return words(
                shell,
                explanation,
                field -> field.weight() > 0,
                Comparator.comparingDouble(FieldWeight::weight).reversed());
    }

    /** What speaks against it, the strongest first; may be empty. */
    public static String differing(Shell shell, Explanation explanation) {
        return words(shell, explanation, field -> field.weight() <= 0, Comparator.comparingDouble(FieldWeight::weight));
    }

    private static String words(
            Shell shell, Explanation explanation, Predicate<FieldWeight> which, Comparator<FieldWeight> order) {
        List<String> words = explanation.fields().stream()
                .filter(which)
                .sorted(order)
                .map(field -> shell.text(key(field)))
                // of exchanged names both fields say the same
                .distinct()
                .toList();
        return String.join(", ", words);
    }

    static String key(FieldWeight field) {
        return "duplicates.why." + field.field().name().toLowerCase(Locale.ROOT) + "."
                + field.level().name().toLowerCase(Locale.ROOT);
    }

    /** Never rounded up. */
    public static String probability(Shell shell, double probability) {
        return probability > SUREST
                ? shell.text("duplicates.moreThan", shell.percent(SUREST))
                : shell.percent(Math.floor(probability * 1000) / 1000);
    }
}
