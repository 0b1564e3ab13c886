package io.legame.access.web;

import io.legame.platform.View;
import org.jspecify.annotations.Nullable;

/** The form that describes the company. */
public record CompanyPage(
        CompanyForm company, Places places, @Nullable String problem) implements View {}
