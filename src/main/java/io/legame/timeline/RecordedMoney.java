package io.legame.timeline;

import io.legame.platform.Company;
import io.legame.platform.CompanyGuard;
import io.legame.platform.Refusal;
import java.time.ZoneId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Amounts and rates that are there are in the company's currency: they would not be converted when it changes. */
@Component
class RecordedMoney implements CompanyGuard {
    private final DSLContext database;

    RecordedMoney(DSLContext database) {
        this.database = database;
    }

    @Override
    public void check(Company before, Company after) {
        if (!before.currency().equals(after.currency())) {
            String currency = before.currency().getCurrencyCode();
            refuseWhere("from timeline.purchase_line", "timeline.company.error.purchases", currency);
            refuseWhere("from timeline.exchange_rate", "timeline.company.error.rates", currency);
        }
        if (!before.timeZone().equals(after.timeZone())) {
            refuseWhere(
                    "from timeline.purchase_line l where l.currency is not null and " + converted(after.timeZone())
                            + " is null",
                    "timeline.company.error.days",
                    after.timeZone().getId());
        }
    }

    private static String converted(ZoneId timeZone) {
        return "(" + ExchangeRates.inCompanyCurrency("l", "l.amount", timeZone) + ")";
    }

    private void refuseWhere(String rows, String key, String argument) {
        // nobody records any before the company is another one
        database.execute("lock table timeline.purchase_line, timeline.exchange_rate in share mode");
        if (database.fetchSingle("select exists (select " + rows + ")").get(0, Boolean.class)) {
            throw Refusal.of(key, argument);
        }
    }
}
