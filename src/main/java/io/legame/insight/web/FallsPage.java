package io.legame.insight.web;

import io.legame.customers.CustomerId;
import io.legame.customers.CustomerSummary;
import io.legame.insight.Falls;
import io.legame.platform.Address;
import io.legame.platform.Shell;
import io.legame.platform.View;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param names of those whom the reader sees
 * @param all whether those are shown too that somebody looked at
 * @param more whether another page follows
 * @param unseen how many nobody looked at yet
 */
public record FallsPage(
        List<Falls.Fall> falls, Map<CustomerId, CustomerSummary> names, boolean all, boolean more, long unseen)
        implements View {
    public String name(Shell shell, Falls.Fall fall) {
        CustomerSummary name = names.get(fall.customer());
        return name == null
                ? shell.text(
                        "insight.falls.unknown", Long.toString(fall.customer().value()))
                : name.name();
    }

    /** Where the next page is; null when this is the last one. */
    public @Nullable String next() {
        if (!more) {
            return null;
        }
        Falls.Fall last = falls.getLast();
        return Address.of("/insight/tiers/falls")
                .with("all", Boolean.toString(all))
                .with("after", last.noticedAt() + "," + last.customer().value())
                .toString();
    }
}
