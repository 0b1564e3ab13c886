package io.legame.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.legame.customers.BaseContents;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.MergeRequest;
import io.legame.customers.Merges;
import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.LostConnection;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proposals that are made one by a threshold, and taken back whole. */
@LegameTest
class AutomaticMergeTests {
    private static final double THRESHOLD = 0.95;

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private AutomaticMerges automatic;

    @Autowired
    private AutomaticMergeRun run;

    @Autowired
    private ScanRun scanRun;

    @Autowired
    private Customers customers;

    @Autowired
    private Merges merges;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    private Map<CustomerId, String> persons = Map.of();

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers", "duplicates");
        TestDatabase.skipIds(database, "duplicates.scan");
        TestDatabase.skipIds(database, "duplicates.automatic_merge");
        persons = TestPeople.british(customers);
        clock.advance(Duration.ofMinutes(1));
        scanRun.run(duplicates.prepare().id());
        clock.advance(Duration.ofMinutes(1));
    }

    @AfterEach
    void noFaults() {
        LostConnection.never(database);
    }

    private AutomaticMerge go(AutomaticMerge what) {
        run.run(what.id());
        return automatic.get(what.id());
    }

    private AutomaticMerge undo(AutomaticMerge what) {
        clock.advance(Duration.ofMinutes(1));
        automatic.prepareUndo(what.id());
        return go(what);
    }

    private String contents() {
        return BaseContents.of(database)
                + database.sql("select string_agg(p::text, E'\\n' order by id) from duplicates.proposal p")
                        .query(String.class)
                        .single();
    }

    private List<Proposal> sure() {
        return duplicates.open(null, 10_000).stream()
                .filter(proposal -> proposal.probability() >= THRESHOLD && !proposal.contradictory())
                .toList();
    }

    @Test
    void theSureOnesBecomeOneAndPeopleKeepTheOthers() {
        List<Proposal> all = duplicates.open(null, 10_000);
        List<Proposal> sure = sure();
        assertThat(automatic.count(THRESHOLD)).isEqualTo(sure.size()).isGreaterThan(20);
        Likelihoods likelihoods = automatic.likelihoods();
        assertThat(likelihoods.from(THRESHOLD)).isEqualTo(sure.size());
        assertThat(likelihoods.from(0.7) + likelihoods.contradictory()).isEqualTo(all.size());
        assertThat(likelihoods.contradictory()).isPositive();
        List<Proposal> samples = automatic.samples(THRESHOLD, 5);
        assertThat(samples).hasSize(5).allMatch(sure::contains);
        assertThat(samples.getFirst().weight()).isEqualTo(sure.getLast().weight());

        long before = customers.count().all();
        AutomaticMerge done = go(automatic.prepare(THRESHOLD));

        assertThat(done.state()).isEqualTo(AutomaticMerge.State.DONE);
        assertThat(done.outcome().merged()).isEqualTo(sure.size());
        long members =
                sure.stream().mapToLong(proposal -> proposal.members().size()).sum();
        assertThat(done.outcome().customers()).isEqualTo(members - sure.size());
        assertThat(customers.count().all()).isEqualTo(before - members + sure.size());
        assertThat(duplicates.open(null, 10_000)).hasSize(all.size() - sure.size());
        assertThat(duplicates.get(sure.getFirst().id()).state()).isEqualTo(Proposal.State.MERGED);
        long right = sure.stream()
                .filter(proposal ->
                        proposal.members().stream().map(persons::get).distinct().count() == 1)
                .count();
        assertThat((double) right / sure.size()).isGreaterThan(0.97);
        assertThatThrownBy(() -> automatic.prepare(THRESHOLD)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> automatic.prepare(0.2)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> automatic.prepare(1)).isInstanceOf(Refusal.class);
    }

    @Test
    void takenBackEverythingIsAsItWas() {
        String before = contents();
        AutomaticMerge done = go(automatic.prepare(0.7));
        assertThat(contents()).isNotEqualTo(before);
        AutomaticMerge undone = undo(done);
        assertThat(undone.state()).isEqualTo(AutomaticMerge.State.UNDONE);
        assertThat(undone.undo())
                .isEqualTo(new AutomaticMerge.Undo(done.outcome().merged(), 0, 0));
        assertThat(contents()).isEqualTo(before);
        assertThat(automatic.kept(done.id(), 10)).isEmpty();
        assertThatThrownBy(() -> automatic.prepareUndo(done.id())).isInstanceOf(Refusal.class);
        // and it can be done again
        clock.advance(Duration.ofMinutes(1));
        assertThat(go(automatic.prepare(0.7)).outcome()).isEqualTo(done.outcome());
    }

    @Test
    void whatSomebodyChangedSinceTheScanIsLeftToPeople() {
        List<Proposal> sure = sure();
        CustomerId changed = sure.getFirst().members().getFirst();
        String number = database.sql(
                        "select value from customers.identity where kind = 'number' and customer_id = ? limit 1")
                .param(changed.value())
                .query(String.class)
                .single();
        customers.upsert(
                "crm", List.of(CustomerDraft.of(Map.of(CustomerField.NUMBER, number, CustomerField.NOTE, "another"))));
        clock.advance(Duration.ofMinutes(1));
        merges.merge(MergeRequest.of(
                sure.get(1).members().getFirst(), Set.copyOf(sure.get(1).members())));
        AutomaticMerge done = go(automatic.prepare(THRESHOLD));
        assertThat(done.outcome().changed()).isEqualTo(1);
        assertThat(done.outcome().merged()).isEqualTo(sure.size() - 2);
        assertThat(duplicates.get(sure.getFirst().id()).state()).isEqualTo(Proposal.State.OPEN);
    }

    @Test
    void whatStaysIsTold() {
        AutomaticMerge done = go(automatic.prepare(THRESHOLD));
        List<CustomerId> survivors = database.sql(
                        "select survivor_id from duplicates.automatic_merge_note order by merge_id")
                .query((row, number) -> new CustomerId(row.getLong(1)))
                .list();
        CustomerId further = survivors.getFirst();
        clock.advance(Duration.ofMinutes(1));
        merges.merge(MergeRequest.of(survivors.get(1), Set.of(further)));
        database.sql("delete from customers.identity where kind = 'number' and customer_id = ?")
                .param(survivors.get(2).value())
                .update();
        AutomaticMerge undone = undo(done);
        assertThat(undone.state()).isEqualTo(AutomaticMerge.State.UNDONE);
        assertThat(undone.undo())
                .isEqualTo(new AutomaticMerge.Undo(done.outcome().merged() - 1, 1, 1));
        assertThat(automatic.kept(done.id(), 10))
                .containsExactly(
                        new AutomaticMerge.Kept(survivors.get(2), false), new AutomaticMerge.Kept(further, true));
    }

    @Test
    void stoppedItKeepsWhatIsMergedAndCanBeTakenBack() {
        String before = contents();
        AutomaticMerge begun = automatic.prepare(THRESHOLD);
        assertThatThrownBy(duplicates::prepare).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> automatic.prepare(0.7)).isInstanceOf(Refusal.class);
        LostConnection.at(database, 4, "duplicates.automatic_merge");
        assertThatException().isThrownBy(() -> run.run(begun.id()));
        noFaults();
        automatic.stop(begun.id());
        AutomaticMerge stopped = go(begun);
        assertThat(stopped.state()).isEqualTo(AutomaticMerge.State.STOPPED);
        assertThat(stopped.outcome().merged()).isEqualTo(3);
        assertThat(undo(stopped).undo().undone()).isEqualTo(3);
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void killedAtAnyMomentNothingIsLostDoubledOrHalfDone() {
        String before = contents();
        long expected = automatic.count(THRESHOLD);
        var random = new Random(5);
        for (int moment = 0; moment < 6; moment++) {
            clock.advance(Duration.ofMinutes(1));
            AutomaticMerge what = automatic.prepare(THRESHOLD);
            loseConnection(random, expected);
            assertThatException().isThrownBy(() -> run.run(what.id()));
            noFaults();
            AutomaticMerge done = go(what);
            assertThat(done.state()).isEqualTo(AutomaticMerge.State.DONE);
            assertThat(done.outcome().merged()).isEqualTo(expected);
            assertThat(database.sql("""
                                    select count(*) from customers.merge m join duplicates.automatic_merge_note n
                                        on n.merge_id = m.id and n.automatic_merge_id = ? and m.undone_at is null
                                    """)
                            .param(what.id().value())
                            .query(Long.class)
                            .single())
                    .isEqualTo(expected);
            assertThat(database.sql("select count(*) from customers.merge where undone_at is null")
                            .query(Long.class)
                            .single())
                    .isEqualTo(expected);

            clock.advance(Duration.ofMinutes(1));
            automatic.prepareUndo(what.id());
            loseConnection(random, expected);
            assertThatException().isThrownBy(() -> run.run(what.id()));
            noFaults();
            AutomaticMerge undone = go(what);
            assertThat(undone.state()).isEqualTo(AutomaticMerge.State.UNDONE);
            assertThat(undone.undo()).isEqualTo(new AutomaticMerge.Undo(expected, 0, 0));
            assertThat(contents()).as("after moment " + moment).isEqualTo(before);
        }
    }

    private void loseConnection(Random random, long most) {
        String table =
                List.of("automatic_merge", "automatic_merge_note", "proposal").get(random.nextInt(3));
        LostConnection.at(database, 1 + random.nextInt((int) most), "duplicates." + table);
    }
}
