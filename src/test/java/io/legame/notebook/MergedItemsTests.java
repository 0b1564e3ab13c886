package io.legame.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.access.Actor;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.Identity;
import io.legame.customers.MergeId;
import io.legame.customers.MergeRequest;
import io.legame.customers.Merges;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestDatabase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lies in the notebook follows customers who become one, and finds its way back. */
@LegameTest
class MergedItemsTests {
    @Autowired
    private Notes notes;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Attachments attachments;

    @Autowired
    private Customers customers;

    @Autowired
    private Merges merges;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    private Actor anna = Actor.SYSTEM;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "notebook", "customers", "access");
        anna = new Actor(Actor.Kind.ACCOUNT, signedIn.account("anna@legame.test", "Anna", "SHOP"), "Anna");
    }

    private CustomerId create(int number) {
        Identity identity = Identity.email("c" + number + "@example.com");
        customers.upsert("shop", List.of(CustomerDraft.of(CustomerField.EMAIL, identity.value())));
        return Objects.requireNonNull(customers.find(List.of(identity)).get(identity));
    }

    /** Whose everything is. */
    private String contents() {
        return database.sql("""
                        select concat_ws(E'\\n',
                            (select string_agg(concat_ws(' ', 'note', id, customer_id, text, pinned_at, removed_at), E'\\n' order by id)
                             from notebook.note),
                            (select string_agg(concat_ws(' ', 'file', id, customer_id, name), E'\\n' order by id)
                             from notebook.attachment),
                            (select string_agg(concat_ws(' ', 'task', id, customer_id, title, done_at), E'\\n' order by id)
                             from notebook.task))
                        """).query(String.class).single();
    }

    private void write(CustomerId customer, Random random, int number) {
        anna.does(() -> switch (random.nextInt(4)) {
            case 0 -> notes.add(customer, "note " + number);
            case 1 -> notes.remove(notes.add(customer, "removed " + number));
            case 2 -> attachments.add(customer, "f" + number, new java.io.ByteArrayInputStream(new byte[] {1, 2, 3}));
            default ->
                tasks.add(new TaskDraft(customer, "task " + number, null, null, tasks.today(), null, null, null));
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void takenBackInTurnEveryStateComesBack(long seed) {
        var random = new Random(seed);
        var all = new ArrayList<CustomerId>();
        for (int i = 0; i < 7; i++) {
            all.add(create(i));
        }
        for (int i = 0; i < 30; i++) {
            write(all.get(random.nextInt(all.size())), random, i);
        }
        var states = new ArrayDeque<String>();
        var done = new ArrayDeque<MergeId>();
        var left = new ArrayList<>(all);
        while (left.size() > 1) {
            Collections.shuffle(left, random);
            var group = List.copyOf(left.subList(0, Math.min(left.size(), 2 + random.nextInt(2))));
            states.push(contents());
            done.push(merges.merge(MergeRequest.of(group.getFirst(), new HashSet<>(group))));
            left.removeAll(group.subList(1, group.size()));
        }
        assertThat(database.sql(
                                "select count(distinct customer_id) from (select customer_id from notebook.note union all"
                                        + " select customer_id from notebook.task union all"
                                        + " select customer_id from notebook.attachment) items")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        while (!done.isEmpty()) {
            merges.undo(done.pop());
            assertThat(contents()).isEqualTo(states.pop());
        }
        assertThat(database.sql("select (select count(*) from notebook.moved_item)"
                                + " + (select count(*) from notebook.merge_mark)")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
