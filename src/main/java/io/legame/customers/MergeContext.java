package io.legame.customers;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What a module knows of customers that are compared to be made one: why they may be the same, what else can be done.
 * Contributed as a bean and loaded by its address.
 *
 * @param path answers with HTML to {@code ?customers=1,2}
 */
public record MergeContext(String path, String permission) {
    public String path(Collection<CustomerId> customers) {
        return path + "?customers="
                + customers.stream().map(id -> Long.toString(id.value())).collect(Collectors.joining(","));
    }
}
