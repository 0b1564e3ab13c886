package io.legame.customers.web;

import io.legame.platform.View;
import org.jspecify.annotations.Nullable;

/**
 * The value that is to be written into a field of many customers.
 *
 * @param own of one of the company's own fields; null for another
 * @param field null for one of the company's own
 * @param several whether there are several choices to add or to take
 */
public record BulkFieldInput(
        @Nullable FieldInput field, @Nullable CustomInput own, EditNotes notes, boolean several) implements View {}
