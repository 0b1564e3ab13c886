package io.legame.catalogue.web;

import io.legame.platform.View;
import org.jspecify.annotations.Nullable;

/** The page of all products, in the order of their names. */
public record ProductList(@Nullable String search, long count, ProductRows rows) implements View {}
