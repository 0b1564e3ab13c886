package io.legame.customers.web;

import io.legame.customers.Identity;
import io.legame.customers.IncompleteCustomer;
import io.legame.platform.Address;
import io.legame.platform.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next the address of the next stretch; null at the end */
public record IncompleteRows(
        Identity.Kind key,
        List<IncompleteCustomer> customers,
        @Nullable String next) implements View {
    static IncompleteRows of(Identity.Kind key, @Nullable String source, List<IncompleteCustomer> found, int size) {
        List<IncompleteCustomer> page = found.subList(0, Math.min(size, found.size()));
        return new IncompleteRows(
                key,
                page,
                found.size() > size
                        ? Address.of("/customers/quality/incomplete")
                                .with("after", page.getLast().id().value())
                                .with("source", source)
                                .toString()
                        : null);
    }
}
