package io.legame.customers.web;

import io.legame.access.ChangeSetId;
import io.legame.customers.CustomerField;
import io.legame.customers.FlaggedCustomer;
import io.legame.platform.Address;
import io.legame.platform.View;
import org.jspecify.annotations.Nullable;

/**
 * A value that needs a look, and what somebody just decided about it.
 *
 * @param why whether the row says why
 * @param decision {@code corrected} or {@code kept}; null when nothing is decided
 * @param changes by which the decision can be taken back
 */
public record FlaggedRow(
        CustomerField field,
        FlaggedCustomer customer,
        boolean why,
        @Nullable String decision,
        @Nullable ChangeSetId changes)
        implements View {

    /** Where the decisions about the value are sent. */
    public String path(String decision) {
        return address(decision).toString();
    }

    /** Where a POST takes the changes back. */
    String undoPath(ChangeSetId back) {
        return address("undo").with("changes", back.value()).toString();
    }

    private Address address(String decision) {
        return Address.of("/customers/" + customer.id().value() + "/flags/" + field.code() + "/" + decision)
                .with("why", why ? true : null);
    }
}
