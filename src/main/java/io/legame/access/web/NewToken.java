package io.legame.access.web;

import io.legame.platform.View;
import java.util.List;
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
        @Nullable String problem) implements View {}
