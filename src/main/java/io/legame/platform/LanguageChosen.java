package io.legame.platform;

import java.util.Locale;

/** Whoever looks chose one of {@link Texts#LANGUAGES}. */
public record LanguageChosen(Locale language) {}
