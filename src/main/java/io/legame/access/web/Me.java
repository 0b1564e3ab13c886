package io.legame.access.web;

import io.legame.access.Account;
import io.legame.platform.View;
import org.jspecify.annotations.Nullable;

/** One's own account. */
public record Me(Account account, String name, @Nullable String problem) implements View {}
