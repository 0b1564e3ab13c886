package io.legame.timeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something worth seeing among what happened with a customer that is no fact itself.
 *
 * @param icon a symbol of {@code static/assets/icons.svg}
 * @param textKey of a sentence that the arguments fill in
 * @param path where it is told in full; null for nowhere
 * @param permission who may go there
 */
public record Landmark(
        Instant at,
        String icon,
        String textKey,
        List<String> arguments,
        @Nullable String path,
        String permission) {
    public Object[] filling() {
        return arguments.toArray();
    }
}
