package io.legame.access.web;

import io.legame.platform.View;
import org.jspecify.annotations.Nullable;

/**
 * The first page of an empty installation.
 *
 * @param problem why the form was not taken, as a sentence
 */
public record Welcome(
        FounderForm founder,
        CompanyForm company,
        Places places,
        @Nullable String problem) implements View {}
