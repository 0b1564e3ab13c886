package io.legame.segments.web;

import io.legame.platform.Refusal;
import io.legame.segments.Filter;
import io.legame.segments.FilterSentences;
import io.legame.segments.Telling;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The sentence that somebody writes on the builder's page instead of choosing conditions.
 *
 * @param sentence empty while it is the one that the page wrote there
 * @param problem why it was not understood
 */
public record Written(String sentence, @Nullable String problem) {
    static final Written NOTHING = new Written("", null);

    /** Enter anywhere in the form updates. */
    private static final Set<String> MEANT = Set.of("read", "update");

    static Written of(MultiValueMap<String, String> form) {
        String sentence = one(form, "sentence");
        return sentence.equals(one(form, "told")) ? NOTHING : new Written(sentence, null);
    }

    private static String one(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** Whether it shall be read now, and not only be kept while something else is done. */
    boolean isMeant(String action) {
        return MEANT.contains(action) && !(sentence.isEmpty() && action.equals("update"));
    }

    /** What becomes of it when it is read. */
    <T> T read(
            FilterSentences sentences, Telling telling, Function<Filter, T> understood, Function<Written, T> refused) {
        Filter filter;
        try {
            filter = sentences.read(sentence, null);
        } catch (Refusal refusal) {
            return refused.apply(new Written(sentence, telling.reason(refusal)));
        }
        return understood.apply(filter);
    }
}
