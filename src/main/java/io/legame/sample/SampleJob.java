package io.legame.sample;

import io.legame.access.ChangeSet;
import io.legame.access.ChangeSets;
import io.legame.catalogue.Catalogue;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.CustomersInUse;
import io.legame.platform.Companies;
import io.legame.platform.DatabaseTrouble;
import io.legame.platform.ErrorReference;
import io.legame.sample.SampleState.Phase;
import io.legame.sample.db.tables.records.ShopRecord;
import io.legame.timeline.Timeline;
import java.util.Collection;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes and removes the shop step by step; whenever it is killed, running it again goes on at the step it was at. */
@Component
class SampleJob {
    private static final Logger LOG = LoggerFactory.getLogger(SampleJob.class);
    /** About half a second's work. */
    private static final int PEOPLE_A_STEP = 125;

    private final ShopTable table;
    private final TransactionTemplate transaction;
    private final ChangeSets changeSets;
    private final Companies companies;
    private final Customers customers;
    private final Catalogue catalogue;
    private final Timeline timeline;
    private final CustomersInUse inUse;

    SampleJob(
            ShopTable table,
            TransactionTemplate transaction,
            ChangeSets changeSets,
            Companies companies,
            Customers customers,
            Catalogue catalogue,
            Timeline timeline,
            CustomersInUse inUse) {
        this.table = table;
        this.transaction = transaction;
        this.changeSets = changeSets;
        this.companies = companies;
        this.customers = customers;
        this.catalogue = catalogue;
        this.timeline = timeline;
        this.inUse = inUse;
    }

    /** Works until nothing is ordered any more. */
    void run() {
        try {
            Stories stories = null;
            while (true) {
                ShopRecord shop = table.find().orElse(null);
                if (shop == null) {
                    return;
                }
                switch (ShopTable.phase(shop)) {
                    case MAKING -> {
                        stories = stories == null ? stories(shop) : stories;
                        make(stories, shop.getPosition());
                    }
                    case REMOVING -> remove();
                    case ABSENT, MADE, REMOVED -> {
                        return;
                    }
                }
            }
        } catch (RuntimeException error) {
            if (DatabaseTrouble.of(error) == DatabaseTrouble.AWAY) {
                throw error;
            }
            String reference = ErrorReference.next();
            LOG.error("Error {} in the sample shop", reference, error);
            table.fail(reference);
            throw error;
        }
    }

    Stories stories(ShopRecord shop) {
        var company = companies.get();
        var years = new Years(shop.getUntil(), company.timeZone());
        return Objects.requireNonNull(transaction.execute(status -> new Stories(
                changeSets.open(ChangeSet.Kind.SAMPLE, Stories.SOURCE, null),
                customers,
                catalogue,
                timeline,
                years,
                company.country().equals("IT"))));
    }

    void make(Stories stories, int from) {
        int to = Math.min(from + PEOPLE_A_STEP, Stories.COUNT);
        transaction.executeWithoutResult(status -> {
            if (!table.advance(Phase.MAKING, from, to, stories.write(from, to))) {
                status.setRollbackOnly();
            } else if (to == Stories.COUNT) {
                table.finish(Phase.MADE, 0);
            }
        });
    }

    private void remove() {
        transaction.executeWithoutResult(status -> {
            ShopRecord shop = table.lock().orElseThrow();
            if (ShopTable.phase(shop) != Phase.REMOVING) {
                return;
            }
            int step = shop.getPosition();
            switch (step) {
                case 0 -> timeline.eraseSource(Stories.SOURCE);
                case 1 -> catalogue.eraseSource(Stories.SOURCE);
                default -> {
                    table.finish(Phase.REMOVED, removeCustomers());
                    return;
                }
            }
            table.advance(Phase.REMOVING, step, step + 1, Stories.Written.NOTHING);
        });
    }

    private int removeCustomers() {
        Collection<CustomerId> ours = customers.ofSource(Stories.SOURCE);
        return customers.eraseSource(Stories.SOURCE, inUse.among(ours));
    }
}
