package io.legame.intake.web;

import io.legame.intake.Import;
import io.legame.platform.View;
import org.jspecify.annotations.Nullable;

/**
 * One import as it is now: what will be done, what is being done, or what was done.
 *
 * @param draft while it waits
 * @param status once it was started
 */
public record ImportPage(
        Import what, @Nullable ImportDraft draft, @Nullable ImportStatus status) implements View {}
