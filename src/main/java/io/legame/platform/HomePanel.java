package io.legame.platform;

/**
 * A part of the home page, contributed by a module as a bean and loaded by its address.
 *
 * @param path answers with the panel's HTML
 * @param permission who sees it
 * @param wide whether it takes the whole width
 * @param position smaller is higher
 */
public record HomePanel(String path, String permission, boolean wide, int position) {}
