package io.legame.customers.web;

import io.legame.customers.CustomerField;
import io.legame.customers.ValueFlag;
import io.legame.platform.View;
import org.jspecify.annotations.Nullable;

/**
 * The customers one of whose values needs a look.
 *
 * @param kind for which reason; null for any
 */
public record FlaggedPage(
        CustomerField field,
        ValueFlag.@Nullable Kind kind,
        @Nullable String source,
        long count,
        FlaggedRows rows) implements View {}
