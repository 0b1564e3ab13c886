package io.legame.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.legame.customers.CustomerId;
import io.legame.customers.CustomerSubjects;
import io.legame.customers.Customers;
import io.legame.customers.MergeRequest;
import io.legame.customers.Merges;
import io.legame.matching.Field;
import io.legame.matching.Level;
import io.legame.matching.Matching;
import io.legame.matching.Model;
import io.legame.matching.Pair;
import io.legame.matching.Records;
import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.LostConnection;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The search through all customers, and proposals that follow what people do. */
@LegameTest
class ScanTests {
    @Autowired
    private Duplicates duplicates;

    @Autowired
    private Distinctions distinctions;

    @Autowired
    private ScanRun run;

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerSubjects subjects;

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
        persons = TestPeople.british(customers);
    }

    @AfterEach
    void noFaults() {
        LostConnection.never(database);
    }

    private Scan scan() {
        clock.advance(Duration.ofMinutes(1));
        Scan begun = duplicates.prepare();
        run.run(begun.id());
        return duplicates.scan(begun.id());
    }

    private List<Proposal> open() {
        return duplicates.open(null, 10_000);
    }

    private Set<List<CustomerId>> members() {
        var members = new HashSet<List<CustomerId>>();
        open().forEach(proposal -> members.add(proposal.members()));
        return members;
    }

    /** Everything that is proposed, and how. */
    private String contents() {
        return database.sql("""
                        select concat_ws(E'\\n',
                            (select string_agg(p::text, E'\\n' order by id) from duplicates.proposal p),
                            (select string_agg(p::text, E'\\n' order by low_id, high_id) from duplicates.pair p))
                        """).query(String.class).single();
    }

    /** The largest open one. */
    private Proposal largest() {
        return open().stream()
                .max(java.util.Comparator.comparingInt(
                        proposal -> proposal.members().size()))
                .orElseThrow();
    }

    private void merge(CustomerId survivor, CustomerId... others) {
        clock.advance(Duration.ofMinutes(1));
        merges.merge(MergeRequest.of(survivor, Set.of(others)));
    }

    @Test
    void aScanProposesWhatMatchingFindsAndSaysWhy() {
        Scan done = scan();
        assertThat(done.state()).isEqualTo(Scan.State.DONE);
        assertThat(done.customers()).isEqualTo(customers.count().all());
        assertThat(duplicates.complete()).contains(done);

        var records = Records.builder();
        subjects.each(customer -> records.add(Subjects.of(customer)));
        Model model = Matching.learn(records.build(), 1);
        var pairs = new ArrayList<Pair>();
        model.pairs(Model.DEFAULT_PROBABILITY, pairs::add);
        var expected = new HashSet<List<CustomerId>>();
        Same.groups(pairs, List.of())
                .forEach(group ->
                        expected.add(group.stream().map(CustomerId::new).toList()));
        assertThat(members()).isEqualTo(expected).hasSizeGreaterThan(100);
        assertThat(done.proposals()).isEqualTo(expected.size());
        assertThat(duplicates.openCount()).isEqualTo(expected.size());

        List<Proposal> open = open();
        assertThat(open).isSortedAccordingTo((one, other) -> Double.compare(other.weight(), one.weight()));
        for (Proposal proposal : open) {
            int members = proposal.members().size();
            assertThat(proposal.pairs()).hasSize(members * (members - 1) / 2);
            assertThat(proposal.weight()).isEqualTo(proposal.weakest().weight());
            CandidatePair first = proposal.pairs().getFirst();
            assertThat(first.explanation().fields()).isNotEmpty().allMatch(field -> field.level() != Level.MISSING);
        }
        assertThat(open.getFirst().pairs().getFirst().explanation().fields())
                .anyMatch(field -> field.field() == Field.BIRTH_DATE && field.level() == Level.EXACT);
        long right = open.stream()
                .filter(proposal ->
                        proposal.members().stream().map(persons::get).distinct().count() == 1)
                .count();
        assertThat((double) right / open.size()).isGreaterThan(0.95);
    }

    @Test
    void pagesFollowEachOther() {
        scan();
        var found = new ArrayList<Proposal>();
        Proposal last = null;
        while (true) {
            List<Proposal> page = duplicates.open(last, 17);
            if (page.isEmpty()) {
                break;
            }
            found.addAll(page);
            last = page.getLast();
        }
        assertThat(found).isEqualTo(open());
    }

    @Test
    void theSameCustomersAreProposedAgainUnderTheSameNumber() {
        scan();
        String first = contents();
        scan();
        assertThat(contents()).isEqualTo(first);
    }

    @Test
    void whoIsNotTheSameNeverComesAgainUntilItIsTakenBack() {
        scan();
        String before = contents();
        Proposal proposal = largest();
        List<CustomerId> all = proposal.members();
        assertThat(all).hasSizeGreaterThan(2);
        distinctions.different(all.getFirst(), all.subList(1, all.size()));
        assertThat(duplicates.get(proposal.id()).state()).isEqualTo(Proposal.State.DIFFERENT);
        assertThat(members()).doesNotContain(all).contains(all.subList(1, all.size()));
        distinctions.maybeSame(all);
        assertThat(database.sql("select string_agg(p::text, E'\\n' order by id) from duplicates.proposal p")
                        .query(String.class)
                        .single())
                .isSubstringOf(before);

        distinctions.different(all);
        scan();
        assertThat(open())
                .noneMatch(each -> each.members().stream().filter(all::contains).count() > 1);
        assertThat(distinctions.count()).isEqualTo(all.size() * (all.size() - 1) / 2);
        assertThat(distinctions.list(null, 1).getFirst().saidBy()).isEqualTo("Legame");
        List<Different> first = distinctions.list(null, 2);
        assertThat(distinctions.list(first.getFirst(), 1)).containsExactly(first.getLast());
        distinctions.maybeSame(all);
        scan();
        assertThat(members()).contains(all);
        assertThatThrownBy(() -> distinctions.maybeSame(all)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> distinctions.different(all.subList(0, 1))).isInstanceOf(Refusal.class);
    }

    @Test
    void whatWasSaidOfSomebodyHoldsForWhoHeBecame() {
        scan();
        List<CustomerId> all = largest().members();
        CustomerId first = all.getFirst();
        CustomerId last = all.getLast();
        CustomerId other = all.get(1);
        distinctions.different(List.of(first, last));
        merge(other, first);
        scan();
        assertThat(open())
                .noneMatch(
                        each -> each.members().contains(other) && each.members().contains(last));
    }

    @Test
    void proposalsFollowMergesAndTheirUndoing() {
        scan();
        String before = contents();
        Proposal proposal = largest();
        List<CustomerId> all = proposal.members();
        CustomerId survivor = all.getFirst();
        clock.advance(Duration.ofMinutes(1));
        var one = merges.merge(MergeRequest.of(survivor, Set.of(all.get(1))));
        Proposal some = duplicates.get(proposal.id());
        assertThat(some.state()).isEqualTo(Proposal.State.OPEN);
        assertThat(some.members()).hasSize(all.size() - 1).doesNotContain(all.get(1));
        clock.advance(Duration.ofMinutes(1));
        var rest = merges.merge(MergeRequest.of(survivor, new HashSet<>(all.subList(2, all.size()))));
        assertThat(duplicates.get(proposal.id()).state()).isEqualTo(Proposal.State.MERGED);
        assertThat(members()).noneMatch(each -> each.contains(survivor));
        merges.undo(rest);
        merges.undo(one);
        assertThat(contents()).isEqualTo(before);
        assertThat(duplicates.get(proposal.id())).isEqualTo(proposal);
    }

    @Test
    void whoIsNoMoreIsNotProposed() {
        scan();
        Proposal pair = open().stream()
                .filter(proposal -> proposal.members().size() == 2)
                .findFirst()
                .orElseThrow();
        database.sql("delete from customers.customer where id = ?")
                .param(pair.members().getFirst().value())
                .update();
        assertThat(members()).doesNotContain(pair.members());
        assertThat(duplicates.get(pair.id()).state()).isEqualTo(Proposal.State.GONE);
    }

    @Test
    void aStoppedScanLeavesWhatWasFoundBefore() {
        scan();
        String before = contents();
        Scan begun = duplicates.prepare();
        assertThat(duplicates.prepare()).isEqualTo(begun);
        duplicates.stop(begun.id());
        run.run(begun.id());
        assertThat(duplicates.scan(begun.id()).state()).isEqualTo(Scan.State.STOPPED);
        assertThat(contents()).isEqualTo(before);
        assertThatThrownBy(() -> duplicates.stop(begun.id())).isInstanceOf(Refusal.class);
    }

    @Test
    void nobodyTwiceMakesNoProposal() {
        scan();
        TestDatabase.clear(database, "customers");
        Scan done = scan();
        assertThat(done.state()).isEqualTo(Scan.State.DONE);
        assertThat(open()).isEmpty();
    }

    @Test
    void killedAtAnyMomentTheLastCompleteScanStays() {
        scan();
        String before = contents();
        List<CustomerId> apart = largest().members();
        distinctions.different(apart);
        var random = new Random(11);
        clock.advance(Duration.ofMinutes(1));
        Scan counted = duplicates.prepare();
        int moments = LostConnection.moments(database, () -> run.run(counted.id()), "duplicates");
        assertThat(moments).isGreaterThan(100);
        for (int time = 0; time < 10; time++) {
            clock.advance(Duration.ofMinutes(1));
            Scan begun = duplicates.prepare();
            String last = contents();
            LostConnection.at(database, 1 + random.nextInt(moments), "duplicates");
            assertThatException().isThrownBy(() -> run.run(begun.id()));
            noFaults();
            assertThat(contents()).isEqualTo(last);
            assertThat(duplicates.scan(begun.id()).state()).isEqualTo(Scan.State.RUNNING);
            run.run(begun.id());
            assertThat(duplicates.scan(begun.id()).state()).isEqualTo(Scan.State.DONE);
            assertThat(members()).doesNotContain(apart);
        }
        distinctions.maybeSame(apart);
        scan();
        assertThat(members()).contains(apart);
        assertThat(before.lines().count()).isEqualTo(contents().lines().count());
    }
}
