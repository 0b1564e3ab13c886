package io.legame.catalogue.web;

import io.legame.catalogue.Product;
import io.legame.platform.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the list; its last row fetches the next stretch when it comes into view.
 *
 * @param next the address of the next stretch; null at the end
 */
public record ProductRows(List<Product> products, @Nullable String next) implements View {}
