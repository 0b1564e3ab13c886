package io.legame.access.web;

import io.legame.platform.View;
import org.jspecify.annotations.Nullable;

/**
 * The form that strangers sign in with.
 *
 * @param next where to go on to
 * @param problem why the last attempt failed, as a sentence
 */
public record SignIn(String email, String next, @Nullable String problem) implements View {}
