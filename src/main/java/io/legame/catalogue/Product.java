package io.legame.catalogue;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product with the codes it is known by. */
public record Product(
        ProductId id,
        String name,
        @Nullable String model,
        @Nullable String description,
        @Nullable String category,
        @Nullable String brand,
        @Nullable String colour,
        @Nullable String size,
        @Nullable BigDecimal price,
        @Nullable BigDecimal cost,
        List<String> codes) {}
