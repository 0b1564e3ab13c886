package io.legame.duplicates;

import io.legame.customers.CustomerSubjects;
import io.legame.matching.Matching;
import io.legame.matching.Model;
import io.legame.matching.Pair;
import io.legame.matching.Records;
import io.legame.platform.DatabaseTrouble;
import io.legame.platform.ErrorReference;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Searches the whole customer base for duplicates. All that it finds is written in one transaction at its end: whenever
 * it is killed, what the scan before found is still there, and running it again begins again.
 */
@Component
class ScanRun {
    private static final Logger LOG = LoggerFactory.getLogger(ScanRun.class);
    private static final int TOLD_EVERY = 20_000;
    /** Any number, always the same: the same customers are found to be the same. */
    private static final long SEED = 1;

    private final ScanTable table;
    private final ScanWriting writing;
    private final CustomerSubjects customers;
    private final TransactionTemplate apart;

    ScanRun(ScanTable table, ScanWriting writing, CustomerSubjects customers, PlatformTransactionManager transactions) {
        this.table = table;
        this.writing = writing;
        this.customers = customers;
        // how far it is can be seen while the customers are read in one transaction
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Somebody stopped it, or another node did what was left. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    void run(ScanId id) {
        try {
            Records records = read(id);
            if (records.size() < 2) {
                writing.nothing(id);
                return;
            }
            tell(id, Scan.Phase.LEARNING, records.size(), 0);
            Model model = Matching.learn(records, SEED);
            tell(id, Scan.Phase.COMPARING, records.size(), model.candidates());
            List<Pair> pairs = compare(id, model, records.size());
            tell(id, Scan.Phase.WRITING, records.size(), model.candidates());
            writing.write(id, model, pairs);
        } catch (Stopped stopped) {
            LOG.debug("Scan {} does not run any more", id.value());
        } catch (RuntimeException error) {
            fail(id, error);
        }
    }

    private Records read(ScanId id) {
        tell(id, Scan.Phase.READING, 0, 0);
        var records = Records.builder();
        int[] count = {0};
        customers.each(customer -> {
            records.add(Subjects.of(customer));
            if (++count[0] % TOLD_EVERY == 0) {
                tell(id, Scan.Phase.READING, count[0], 0);
            }
        });
        return records.build();
    }

    private List<Pair> compare(ScanId id, Model model, long read) {
        var pairs = new ArrayList<Pair>();
        model.pairs(Model.DEFAULT_PROBABILITY, pair -> {
            pairs.add(pair);
            if (pairs.size() % TOLD_EVERY == 0) {
                tell(id, Scan.Phase.COMPARING, read, model.candidates());
            }
        });
        return pairs;
    }

    private void tell(ScanId id, Scan.Phase phase, long read, long compared) {
        boolean runs = Boolean.TRUE.equals(apart.execute(status -> table.tell(id, phase, read, compared)));
        if (!runs) {
            throw new Stopped();
        }
    }

    /** A lost connection is no fault of ours: the job is tried again by itself. */
    private void fail(ScanId id, RuntimeException error) {
        if (DatabaseTrouble.of(error) == DatabaseTrouble.AWAY) {
            throw error;
        }
        String reference = ErrorReference.next();
        LOG.error("Error {} in scan {}", reference, id.value(), error);
        table.fail(id, reference);
    }
}
