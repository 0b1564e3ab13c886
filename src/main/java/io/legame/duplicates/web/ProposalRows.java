package io.legame.duplicates.web;

import io.legame.customers.Customers;
import io.legame.duplicates.Proposal;
import io.legame.platform.Address;
import io.legame.platform.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the list; its last row fetches the next stretch when it comes into view.
 *
 * @param next the address of the next stretch; null at the end
 */
public record ProposalRows(List<ProposalRow> rows, @Nullable String next) implements View {
    static ProposalRows of(Customers customers, List<Proposal> found, int size) {
        List<Proposal> page = found.subList(0, Math.min(size, found.size()));
        return new ProposalRows(
                ProposalRow.of(customers, page),
                found.size() > size
                        ? Address.of("/duplicates")
                                .with("after", page.getLast().id().value())
                                .toString()
                        : null);
    }
}
