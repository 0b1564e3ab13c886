package io.legame.notebook.web;

import io.legame.customers.CustomerId;
import io.legame.notebook.Attachment;
import io.legame.platform.View;
import java.util.List;

/**
 * The files kept with a customer: a panel of its card.
 *
 * @param faults why some of those that were just sent were not taken
 */
public record CustomerAttachments(CustomerId customer, List<Line> files, List<String> faults) implements View {
    /** One file, and whether who looks may remove it. */
    public record Line(Attachment attachment, boolean changeable) {}

    public String path() {
        return "/notebook/customers/" + customer.value() + "/attachments";
    }
}
