package io.legame.customers;

import org.jspecify.annotations.Nullable;

/**
 * A draft as it will be stored.
 *
 * @param draft with every value uniform; what says nothing ("n/a", a gender "NA") is left out
 * @param fault the first value that cannot be right, if any: such a draft is not stored
 */
public record UniformDraft(CustomerDraft draft, Upsert.@Nullable Rejected fault) {}
