package io.legame.duplicates.web;

import io.legame.customers.CustomerId;
import io.legame.customers.CustomerSummary;
import io.legame.customers.Customers;
import io.legame.duplicates.Proposal;
import io.legame.platform.View;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A proposal as a line of a list. */
public record ProposalRow(Proposal proposal, List<CustomerSummary> members) implements View {
    private static final int SHOWN = 3;

    static List<ProposalRow> of(Customers customers, List<Proposal> proposals) {
        Map<CustomerId, CustomerSummary> known = customers
                .summaries(proposals.stream()
                        .flatMap(proposal -> proposal.members().stream())
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(CustomerSummary::id, Function.identity()));
        return proposals.stream()
                .map(proposal -> new ProposalRow(
                        proposal,
                        proposal.members().stream()
                                .map(known::get)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }

    public List<CustomerSummary> shown() {
        return members.subList(0, Math.min(SHOWN, members.size()));
    }

    public int more() {
        return members.size() - shown().size();
    }

    /** How to tell it from the others, such as "anna@example.com · Milano"; may be empty. */
    public static String details(CustomerSummary member) {
        return Stream.of(member.email(), member.phone(), member.town())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
