package io.legame.intake;

import io.legame.platform.Company;
import io.legame.timeline.Channel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proposes the {@link Plan} for a vCard file: what its properties mean, everybody knows. */
final class CardPlan {
    /**
     * Of cards whose sender does not say where they are from. A card's UID is the number that its address book gave to
     * the person: it finds the same customer again when the book comes a second time, and as it is in a source of its
     * own, it is not taken for a customer number of the company.
     */
    static final String SOURCE = "vcard";

    private CardPlan() {}

    static Plan of(Dialect dialect, String source, Company company) {
        return new Plan(
                ImportKind.CUSTOMERS,
                source.equals(Imports.MAIN) ? SOURCE : source,
                dialect,
                Card.COLUMNS.stream().map(Card.Column::name).toList(),
                new ArrayList<@Nullable Field>(
                        Card.COLUMNS.stream().map(Card.Column::field).toList()),
                DateOrder.usualIn(company.country()),
                false,
                '.',
                false,
                false,
                Channel.OTHER,
                null,
                false,
                false,
                List.of());
    }
}
