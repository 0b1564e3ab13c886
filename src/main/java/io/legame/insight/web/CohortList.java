package io.legame.insight.web;

import io.legame.insight.CohortPeriod;
import io.legame.platform.Address;

/** The customers of a cell, as a list of customers in the language of its filters, see docs/segment-language.md. */
final class CohortList {
    private CohortList() {}

    /** @param missing whether those are meant who did not buy in the period */
    static String address(CohortPeriod by, int cohort, int period, boolean missing) {
        String filter = """
                {"all":[{"purchases":"firstDate","between":["%s","%s"]},{"purchases":"orders",%s,"during":{"from":"%s","to":"%s"}}]}""".formatted(
                        by.firstDay(cohort),
                        by.lastDay(cohort),
                        missing ? "\"none\":true" : "\"atLeast\":1",
                        by.firstDay(period),
                        by.lastDay(period));
        return Address.of("/customers").with("filter", filter).toString();
    }
}
