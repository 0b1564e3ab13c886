package io.legame.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a file or a program says about a product.
 *
 * @param code the number by which the source's purchases call it
 * @param sku a second code, if it has one
 * @param price in the company's currency, exact
 * @param cost what one costs us
 */
public record ProductDraft(
        String code,
        @Nullable String sku,
        @Nullable String name,
        @Nullable String model,
        @Nullable String description,
        @Nullable String category,
        @Nullable String brand,
        @Nullable String colour,
        @Nullable String size,
        @Nullable BigDecimal price,
        @Nullable BigDecimal cost) {}
