package io.legame.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.legame.testing.LegameTest;
import io.legame.testing.LostConnection;
import io.legame.testing.TestClock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Wherever the process is killed on the way, customers are one or they are who they were, and nothing between. */
@LegameTest
class KilledMergesTests {
    private static final String[] MODULES = {"access", "customers", "duplicates", "notebook", "timeline"};

    @Autowired
    private RandomPeople people;

    @Autowired
    private Merges merges;

    @Autowired
    private CustomerEdits edits;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @AfterEach
    void noFaults() {
        LostConnection.never(database);
    }

    private String everything() {
        return BaseContents.allAndHistories(database, MODULES);
    }

    private String contents() {
        return BaseContents.all(database, "customers", "notebook", "timeline");
    }

    @Test
    void killedAtTenMomentsOfAMergeNothingIsLostDoubledOrHalfDone() {
        var random = new Random(21);
        List<CustomerId> all = people.begin(random, 9);
        String before = contents();
        MergeRequest request = MergeRequest.of(all.get(2), new HashSet<>(all.subList(2, 7)));
        var counted = new MergeId[1];
        clock.advance(Duration.ofMinutes(1));
        int moments = LostConnection.moments(database, () -> counted[0] = merges.merge(request), MODULES);
        assertThat(moments).isGreaterThan(60);
        String merged = owners();
        merges.undo(counted[0]);
        assertThat(contents()).isEqualTo(before);
        for (int time = 0; time < 10; time++) {
            clock.advance(Duration.ofMinutes(1));
            String last = everything();
            killed(random, moments, () -> merges.merge(request));
            assertThat(everything()).isEqualTo(last);
            MergeId done = merges.merge(request);
            assertThat(owners()).isEqualTo(merged);
            merges.undo(done);
            assertThat(contents()).isEqualTo(before);
        }
    }

    @Test
    void killedAtTenMomentsOfAnUnmergeNothingIsLostDoubledOrHalfDone() {
        var random = new Random(22);
        List<CustomerId> all = people.begin(random, 9);
        CustomerId survivor = all.get(2);
        CustomerId other = all.get(4);
        clock.advance(Duration.ofMinutes(1));
        MergeId merge = merges.merge(MergeRequest.of(survivor, new HashSet<>(all.subList(2, 7))));
        clock.advance(Duration.ofMinutes(1));
        people.happen(survivor);
        people.write(survivor);
        people.write(survivor);
        edits.update(survivor, null, CustomerDraft.of(CustomerField.OCCUPATION, "sarta"), Set.of());
        long latest = Collections.max(people.items(survivor));
        // of what happened since something is the other's
        var since = Map.of("notebook:" + latest, other);
        clock.advance(Duration.ofMinutes(1));
        int moments = LostConnection.moments(database, () -> separateAndThinkAgain(merge, since), MODULES);
        assertThat(moments).isGreaterThan(60);
        String before = everything();
        for (int time = 0; time < 10; time++) {
            killed(random, moments, () -> merges.undo(merge, since));
            assertThat(everything()).isEqualTo(before);
        }
        assertThat(merges.undo(merge, since).back()).hasSize(4);
        assertThat(people.items(other)).contains(latest);
        assertThat(people.items(survivor)).doesNotContain(latest);
    }

    private void separateAndThinkAgain(MergeId merge, Map<String, CustomerId> since) {
        transaction.executeWithoutResult(status -> {
            merges.undo(merge, since);
            status.setRollbackOnly();
        });
    }

    private void killed(Random random, int moments, Runnable work) {
        LostConnection.at(database, 1 + random.nextInt(moments), MODULES);
        assertThatException().isThrownBy(work::run);
        noFaults();
    }

    /** Whose everything is, whichever merge made it so. */
    private String owners() {
        return database.sql("""
                        select string_agg(line, E'\n' order by line) from (
                            select concat_ws(' ', 'customer', id, given_name, family_name, company_name, email, phone,
                                other_phones, street, note, custom, keyed) as line from customers.customer
                            union all select concat_ws(' ', kind, source, value, customer_id) from customers.identity
                            union all select concat_ws(' ', 'address', id, customer_id) from customers.address
                            union all select concat_ws(' ', 'relation', id, from_id, to_id) from customers.relation
                            union all select concat_ws(' ', 'reached', customer_id, channel, note)
                                from customers.contact_preference
                            union all select concat_ws(' ', 'unit', customer_id, unit_id, reason) from customers.customer_unit
                            union all select concat_ws(' ', 'fact', id, customer_id) from timeline.interaction
                            union all select concat_ws(' ', 'line', interaction_id, line_key, customer_id, amount)
                                from timeline.purchase_line
                            union all select concat_ws(' ', 'note', id, customer_id, text) from notebook.note
                            union all select concat_ws(' ', 'task', id, customer_id, title) from notebook.task
                            union all select concat_ws(' ', 'file', id, customer_id, name) from notebook.attachment) lines
                        """).query(String.class).single();
    }
}
