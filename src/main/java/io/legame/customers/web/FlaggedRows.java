package io.legame.customers.web;

import io.legame.customers.CustomerField;
import io.legame.customers.FlaggedCustomer;
import io.legame.customers.ValueFlag;
import io.legame.platform.Address;
import io.legame.platform.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the list; its last row fetches the next stretch when it comes into view.
 *
 * @param next the address of the next stretch; null at the end
 */
public record FlaggedRows(List<FlaggedRow> rows, @Nullable String next) implements View {
    static FlaggedRows of(
            CustomerField field,
            ValueFlag.@Nullable Kind kind,
            @Nullable String source,
            List<FlaggedCustomer> found,
            int size) {
        List<FlaggedCustomer> page = found.subList(0, Math.min(size, found.size()));
        return new FlaggedRows(
                page.stream()
                        .map(each -> new FlaggedRow(field, each, kind == null, null, null))
                        .toList(),
                found.size() > size
                        ? path(field, kind, source, page.getLast().id().value())
                        : null);
    }

    static String path(
            CustomerField field, ValueFlag.@Nullable Kind kind, @Nullable String source, @Nullable Long after) {
        return Address.of("/customers/quality/flags/" + field.code() + (kind == null ? "" : "/" + kind.code()))
                .with("after", after)
                .with("source", source)
                .toString();
    }
}
