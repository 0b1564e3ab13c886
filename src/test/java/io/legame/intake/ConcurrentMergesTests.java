package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.customers.CustomerDepartures;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerEdits;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.Edit;
import io.legame.customers.Identity;
import io.legame.customers.Merge;
import io.legame.customers.MergeId;
import io.legame.customers.MergeRequest;
import io.legame.customers.Merges;
import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several people and programs who edit, merge, separate, put away, delete and record at the same time. */
@LegameTest
class ConcurrentMergesTests {
    private static final int CUSTOMERS = 6;
    private static final int TURNS = 60;

    @Autowired
    private Merges merges;

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerEdits edits;

    @Autowired
    private CustomerDepartures departures;

    @Autowired
    private InteractionBatch batch;

    @Autowired
    private JdbcClient database;

    private List<CustomerId> all = List.of();

    @Test
    void nobodyAndNothingIsLostOrCorrupted() throws Exception {
        TestDatabase.clear(database, "timeline", "duplicates", "customers");
        all = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> edits.create(CustomerDraft.of(
                        Map.of(CustomerField.GIVEN_NAME, "Anna " + i, CustomerField.EMAIL, address(i)))))
                .map(edit -> ((Edit.Saved) edit).customer())
                .toList();
        String before = identities();

        var did = new ArrayList<Integer>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            var work = new ArrayList<Future<Integer>>();
            work.add(threads.submit(turns(1, this::merge)));
            work.add(threads.submit(turns(2, this::merge)));
            work.add(threads.submit(turns(3, this::separateOrMerge)));
            work.add(threads.submit(turns(4, this::edit)));
            work.add(threads.submit(turns(6, this::leaveOrComeBack)));
            work.add(threads.submit(turns(5, this::record)));
            for (Future<Integer> each : work) {
                did.add(each.get());
            }
        }
        // each of them did something, so that this was a fight
        assertThat(did).allMatch(count -> count > 3);
        assertThat(count("select count(*) from timeline.interaction"))
                .isEqualTo(did.getLast().longValue());
        assertThat(count("select count(*) from timeline.interaction i left join customers.customer c"
                        + " on c.id = i.customer_id where c.id is null"))
                .isZero();
        assertThat(count("select count(*) from customers.customer")
                        + count("select count(*) from customers.merged_customer"))
                .isEqualTo(CUSTOMERS);

        separateAll();
        departures.restore(all);
        assertThat(count("select count(*) from customers.customer where left_as is null"))
                .isEqualTo(CUSTOMERS);
        assertThat(count("select count(*) from customers.erasure")).isZero();
        assertThat(identities()).isEqualTo(before);
        assertThat(count("select count(*) from timeline.interaction"))
                .isEqualTo(did.getLast().longValue());
        assertThat(count("select count(*) from timeline.moved_fact")).isZero();
    }

    private interface Turn {
        /** Returns whether anything was done. */
        boolean take(Random random, int number);
    }

    private static Callable<Integer> turns(long seed, Turn turn) {
        return () -> {
            var random = new Random(seed);
            int done = 0;
            for (int number = 0; number < TURNS; number++) {
                try {
                    done += turn.take(random, number) ? 1 : 0;
                } catch (Refusal refused) {
                    // somebody else was quicker, and nothing was done
                    assertThat(refused.key())
                            .matches("customers\\.(merge\\.error\\..*|edit\\.merged)|platform\\.error\\.notFound");
                }
            }
            return done;
        };
    }

    private static String address(int number) {
        return "a" + number + "@example.com";
    }

    private CustomerId anybody(Random random) {
        return customers.current(all.get(random.nextInt(CUSTOMERS)));
    }

    private boolean merge(Random random, int number) {
        CustomerId one = anybody(random);
        CustomerId other = anybody(random);
        // when most are one already there would be nothing left to fight for
        return one.equals(other)
                ? separate(random)
                : merges.merge(MergeRequest.of(one, Set.of(other))).value() > 0;
    }

    private boolean separate(Random random) {
        for (Merge merge : merges.of(anybody(random))) {
            if (merge.undoneAt() == null) {
                return !merges.undo(merge.id(), Map.of()).back().isEmpty();
            }
        }
        return false;
    }

    /** So that a turn in which nobody is merged is not a turn without anything done. */
    private boolean separateOrMerge(Random random, int number) {
        return separate(random) || merge(random, number);
    }

    private boolean edit(Random random, int number) {
        return customers
                        .find(anybody(random))
                        .map(found -> edits.update(
                                found.id(), null, CustomerDraft.of(CustomerField.TOWN, "Town " + number), Set.of()))
                        .orElse(null)
                instanceof Edit.Saved;
    }

    /** Mostly back, so that somebody is there to fight for. */
    private boolean leaveOrComeBack(Random random, int number) {
        List<CustomerId> one = List.of(anybody(random));
        List<CustomerId> moved = switch (random.nextInt(6)) {
            case 0 -> departures.archive(one);
            case 1 -> departures.delete(one);
            default -> departures.restore(all);
        };
        return !moved.isEmpty();
    }

    private boolean record(Random random, int number) {
        var who = random.nextBoolean()
                ? new InteractionBatch.Who(null, address(random.nextInt(CUSTOMERS)), null)
                : new InteractionBatch.Who(all.get(random.nextInt(CUSTOMERS)).value(), null, null);
        var fact = new InteractionBatch.Fact(
                "v" + number, "visit", who, "2026-02-23T10:00:00Z", "Roma", "shop", null, null, null);
        return batch.record("shop", List.of(fact)).getFirst().result().equals("created");
    }

    private void separateAll() {
        List<Long> open = database.sql("select id from customers.merge where undone_at is null order by id desc")
                .query(Long.class)
                .list();
        open.forEach(id -> merges.undo(new MergeId(id), Map.of()));
    }

    private String identities() {
        return database.sql("select string_agg(value || ' ' || customer_id, ', ' order by value)"
                        + " from customers.identity where kind = '" + Identity.Kind.EMAIL.code() + "'")
                .query(String.class)
                .single();
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
