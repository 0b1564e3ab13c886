package io.legame.access.web;

import io.legame.platform.View;
import org.jspecify.annotations.Nullable;

/** The form for another account. */
public record NewUser(
        UserForm form, SeenUnits seen, @Nullable String problem) implements View {}
