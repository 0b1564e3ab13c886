package io.legame.insight;

import java.util.List;

/** All that was computed of customers, row by row as text: the same text, the same figures. */
final class FigureRows {
    private FigureRows() {}

    /** The metrics, the stages, the tiers of months. */
    static List<List<String>> of(Warehouse warehouse) {
        return warehouse.query(ask -> List.of(
                ask.fetch("select m::varchar from metrics m order by customer_id")
                        .getValues(0, String.class),
                ask.fetch("select s::varchar from stage_span s order by customer_id, from_on")
                        .getValues(0, String.class),
                ask.fetch("select t::varchar from tier_month t order by month, customer_id")
                        .getValues(0, String.class)));
    }
}
