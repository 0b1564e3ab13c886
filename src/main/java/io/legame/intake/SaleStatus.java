package io.legame.intake;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What the status of an order or a deal says: whether anything was sold. */
final class SaleStatus {
    /** Everything else was sold: systems have more words for what is paid, packed and sent than for what was not. */
    private static final Set<String> NOT_SOLD = plain(
            // deals that are open
            "prospecting, prospect, engaging, engaged, qualification, qualified, appointment scheduled, needs analysis,"
                    + " proposal, proposal sent, proposal price quote, presentation scheduled, contract sent,"
                    + " negotiation, negotiation review, value proposition, decision makers bought in, quote, draft,"
                    + " in trattativa, trattativa, qualifica, proposta, proposta inviata, negoziazione, preventivo,"
                    + " contatto, bozza",
            // deals and orders that came to nothing
            "lost, closed lost, perso, persa, chiuso perso, chiusa persa, cancelled, canceled, annullato, annullata,"
                    + " cancellato, cancellata, void, voided, rejected, rifiutato, rifiutata, failed, fallito, fallita,"
                    + " abandoned, abbandonato, abbandonata, expired, scaduto, scaduta");

    private SaleStatus() {}

    private static Set<String> plain(String... lists) {
        return Arrays.stream(lists)
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(ColumnNames::plain)
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean isSold(String written) {
        return !NOT_SOLD.contains(ColumnNames.plain(written));
    }
}
