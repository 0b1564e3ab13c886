package io.legame.customers.web;

import io.legame.platform.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done to many customers at once, newest first.
 *
 * @param next the address of the next page; null at the end
 */
public record BulkList(List<BulkStatus> actions, @Nullable String next) implements View {}
