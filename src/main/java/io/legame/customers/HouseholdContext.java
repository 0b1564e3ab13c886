package io.legame.customers;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What a module knows of customers who live together. Contributed as a bean and loaded by its address.
 *
 * @param path answers with HTML to {@code ?customers=1,2}
 */
public record HouseholdContext(String path, String permission) {
    public String path(Collection<CustomerSummary> members) {
        return path + "?customers="
                + members.stream()
                        .map(member -> Long.toString(member.id().value()))
                        .collect(Collectors.joining(","));
    }
}
