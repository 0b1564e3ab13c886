package io.legame.access.web;

import io.legame.access.Role;
import io.legame.platform.View;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form for another token.
 *
 * @param scopes all that can be chosen, with what they allow in words
 */
public record NewToken(
        TokenForm form,
        List<Choice> scopes,
        SeenUnits seen,
        @Nullable String problem) implements View {
    /** Those whose fields the program may see; an administrator sees all. */
    public List<Role> roles() {
        return Stream.of(Role.values())
                .filter(role -> role != Role.ADMINISTRATOR)
                .toList();
    }
}
