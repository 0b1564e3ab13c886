package io.legame.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.legame.customers.CorrectionTarget.Proposals;
import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Corrections do what they say to everybody they are meant for, once, and can be taken back. */
@LegameTest
class CorrectionTests {
    private static final Proposals TYPOS = new Proposals(CustomerField.EMAIL, "gmial.com", "gmail.com");

    @Autowired
    private Customers customers;

    @Autowired
    private Corrections corrections;

    @Autowired
    private CorrectionRun run;

    @Autowired
    private CustomerSettings settings;

    @Autowired
    private RuleChecks checks;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
        // a job that an earlier test left behind must not meet a correction of ours
        TestDatabase.skipIds(database, "customers.correction");
    }

    @AfterEach
    void noFaults() {
        database.sql("drop trigger if exists lost on customers.correction").update();
        database.sql("drop sequence if exists customers.moment").update();
        settings.write(Set.of());
    }

    private void bring(String number, CustomerField field, String text) {
        customers.upsert("shop", List.of(CustomerDraft.of(Map.of(CustomerField.NUMBER, number, field, text))));
    }

    private Customer customer(String number) {
        CustomerId id = customers
                .find(List.of(Identity.number("shop", number)))
                .values()
                .iterator()
                .next();
        return customers.find(id).orElseThrow();
    }

    private Correction correct(CorrectionTarget target) {
        clock.advance(Duration.ofMinutes(1));
        return go(corrections.create(target));
    }

    private Correction undo(Correction what) {
        clock.advance(Duration.ofMinutes(1));
        corrections.beginUndo(what.id());
        return go(what);
    }

    private Correction go(Correction what) {
        run.run(what.id());
        return corrections.get(what.id());
    }

    private String contents() {
        return BaseContents.of(database);
    }

    @Test
    void addressesAreCorrectedWithTheirIdentities() {
        bring("1", CustomerField.EMAIL, "Anna@Gmial.com");
        bring("2", CustomerField.EMAIL, "luca@gmial.com");
        bring("3", CustomerField.EMAIL, "luca@gmail.com");
        bring("4", CustomerField.EMAIL, "eva@hotmial.it");
        assertThat(corrections.proposals().getFirst().largest())
                .contains(new Corrections.Proposed(TYPOS, 2))
                .hasSize(2);

        Correction done = correct(TYPOS);

        assertThat(done.state()).isEqualTo(CorrectionState.DONE);
        assertThat(done.outcome()).isEqualTo(new Correction.Outcome(1, 1, 0));
        Customer anna = customer("1");
        assertThat(anna.email()).isEqualTo("anna@gmail.com");
        assertThat(anna.identities())
                .contains(Identity.email("anna@gmail.com"))
                .doesNotContain(Identity.email("anna@gmial.com"));
        assertThat(customer("2").email()).isEqualTo("luca@gmial.com");
        assertThat(customer("4").email()).isEqualTo("eva@hotmial.it");
        assertThat(database.sql(
                                "select written ->> 'email' || coalesce(flags::text, '') from customers.customer where email = 'anna@gmail.com'")
                        .query(String.class)
                        .single())
                .isEqualTo("Anna@Gmial.com");
        assertThatThrownBy(() -> corrections.create(new Proposals(CustomerField.EMAIL, "gmial.com", "x.com")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theSameFileWithTheSameSlipsChangesNothingAfterwards() {
        List<CustomerDraft> file = List.of(
                CustomerDraft.of(Map.of(CustomerField.NUMBER, "1", CustomerField.EMAIL, "anna@gmial.com")),
                CustomerDraft.of(Map.of(CustomerField.EMAIL, "luca@gmial.com", CustomerField.GIVEN_NAME, "Luca")),
                CustomerDraft.of(
                        Map.of(CustomerField.NUMBER, "3", CustomerField.TOWN, "Monza", CustomerField.PROVINCE, "MI")));
        customers.upsert("shop", file);
        correct(TYPOS);
        correct(new Proposals(CustomerField.PROVINCE, null, null));
        String corrected = contents();

        assertThat(customers.upsert("shop", file)).allMatch(Upsert.Unchanged.class::isInstance);

        assertThat(contents()).isEqualTo(corrected);
    }

    @Test
    void twoWhoWouldHaveTheSameAddressDoNotBothGetIt() {
        bring("1", CustomerField.EMAIL, "anna@gmial.com");
        bring("2", CustomerField.EMAIL, "anna@gmal.com");
        Correction done = correct(new Proposals(CustomerField.EMAIL, null, null));
        assertThat(done.outcome()).isEqualTo(new Correction.Outcome(1, 1, 0));
        assertThat(customer("1").email()).isEqualTo("anna@gmail.com");
        assertThat(customer("2").email()).isEqualTo("anna@gmal.com");
    }

    @Test
    void whatSomebodyChangedMeanwhileStays() {
        bring("1", CustomerField.EMAIL, "anna@gmial.com");
        bring("2", CustomerField.EMAIL, "luca@gmial.com");
        Correction begun = corrections.create(TYPOS);
        bring("2", CustomerField.EMAIL, "luca@libero.it");
        assertThat(go(begun).outcome()).isEqualTo(new Correction.Outcome(1, 0, 0));
        assertThat(customer("2").email()).isEqualTo("luca@libero.it");

        // and who changed it since keeps it when the correction is taken back
        bring("1", CustomerField.EMAIL, "anna@libero.it");
        Correction undone = undo(begun);
        assertThat(customer("1").email()).isEqualTo("anna@libero.it");
        assertThat(Objects.requireNonNull(undone.undo()).kept()).isEqualTo(1);
    }

    @Test
    void anAddressThatAnotherTookSinceIsNotTakenBack() {
        bring("1", CustomerField.EMAIL, "anna@gmial.com");
        Correction done = correct(TYPOS);
        database.sql("""
                with other as (
                    insert into customers.customer (sort_name, keyed, source, created_at, updated_at, email)
                    values ('~', true, 'shop', now(), now(), 'anna@gmial.com') returning id)
                insert into customers.identity (kind, value, customer_id, since)
                select 'email', 'anna@gmial.com', id, now() from other
                """).update();
        Correction undone = undo(done);
        assertThat(Objects.requireNonNull(undone.undo()).kept()).isEqualTo(1);
        assertThat(customer("1").email()).isEqualTo("anna@gmail.com");
        assertThat(customer("1").identities()).contains(Identity.email("anna@gmail.com"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyCorrectionAndItsUndoLeaveTheBaseAsItWas(long seed) {
        settings.write(EnumSet.of(
                UniformityRule.PERSON_NAMES,
                UniformityRule.PHONES,
                UniformityRule.TOWNS,
                UniformityRule.EMAILS,
                UniformityRule.STREETS));
        customers.upsert("till", new DirtyCustomers(seed).drafts(150));
        settings.write(Set.of());
        customers.upsert("e-shop", new DirtyCustomers(seed + 50).drafts(150));
        checks.run();
        List<CorrectionTarget> targets = new ArrayList<>();
        corrections.proposals().forEach(each -> targets.add(new Proposals(each.field(), null, null)));
        corrections.rules().forEach(each -> targets.add(each.target()));
        assertThat(targets).hasSizeGreaterThanOrEqualTo(6);

        var states = new ArrayList<String>();
        var done = new ArrayList<Correction>();
        for (CorrectionTarget target : targets) {
            states.add(contents());
            Correction correction = correct(target);
            assertThat(correction.state()).as(target.toString()).isEqualTo(CorrectionState.DONE);
            assertThat(correction.outcome().corrected() + correction.outcome().left())
                    .as(target.toString())
                    .isEqualTo(correction.expected());
            done.add(correction);
        }
        assertIdentitiesAgree();
        for (int i = targets.size() - 1; i >= 0; i--) {
            Correction undone = undo(done.get(i));
            assertThat(undone.state()).isEqualTo(CorrectionState.UNDONE);
            assertThat(Objects.requireNonNull(undone.undo()).kept()).isZero();
            assertThat(contents()).as(targets.get(i).toString()).isEqualTo(states.get(i));
        }
    }

    /** Who has an address owns it. */
    private void assertIdentitiesAgree() {
        assertThat(database.sql("""
                        select count(*) from customers.customer c
                        where c.email is not null and not exists (
                            select from customers.identity i
                            where i.customer_id = c.id and i.kind = 'email' and i.value = c.email)
                        """).query(Long.class).single()).isZero();
    }

    @Test
    void aRuleThatWasOffIsAppliedToWhatCameMeanwhile() {
        settings.write(EnumSet.of(UniformityRule.PERSON_NAMES, UniformityRule.PHONES));
        bring("1", CustomerField.FAMILY_NAME, "DE LUCA");
        bring("2", CustomerField.PHONE, "347 1234567");
        bring("3", CustomerField.PHONE, "12");
        settings.write(Set.of());
        bring("4", CustomerField.FAMILY_NAME, "ROSSI");
        checks.run();
        assertThat(corrections.rules())
                .containsExactlyInAnyOrder(
                        new Corrections.Proposed(new CorrectionTarget.Rule(UniformityRule.PHONES), 2),
                        new Corrections.Proposed(new CorrectionTarget.Rule(UniformityRule.PERSON_NAMES), 1));
        var preview = corrections.preview(new CorrectionTarget.Rule(UniformityRule.PERSON_NAMES));
        assertThat(preview.first().getFirst().values().getFirst().value()).isEqualTo("De Luca");

        correct(new CorrectionTarget.Rule(UniformityRule.PERSON_NAMES));
        correct(new CorrectionTarget.Rule(UniformityRule.PHONES));

        assertThat(customer("1").familyName()).isEqualTo("De Luca");
        assertThat(customer("2").phone()).isEqualTo("+393471234567");
        assertThat(customer("3").phone()).isNull();
        assertThat(corrections.rules()).isEmpty();
        assertThat(database.sql("select flags -> 'phone' ->> 'written' from customers.customer where flags is not null")
                        .query(String.class)
                        .single())
                .isEqualTo("12");
    }

    @Test
    void stoppedItGoesOnOrIsTakenBack() {
        bring("1", CustomerField.EMAIL, "anna@gmial.com");
        String before = contents();
        Correction begun = corrections.create(TYPOS);
        corrections.stop(begun.id());
        assertThat(go(begun).outcome().corrected()).isZero();
        corrections.goOn(begun.id());
        Correction done = go(begun);
        assertThat(done.state()).isEqualTo(CorrectionState.DONE);
        assertThat(undo(done).state()).isEqualTo(CorrectionState.UNDONE);
        assertThat(contents()).isEqualTo(before);
        assertThatThrownBy(() -> corrections.beginUndo(begun.id())).isInstanceOf(Refusal.class);
    }

    @Test
    void killedAtTenMomentsNothingIsLostDoubledOrHalfDone() {
        var drafts = new ArrayList<CustomerDraft>();
        for (int i = 0; i < 2_500; i++) {
            drafts.add(CustomerDraft.of(Map.of(
                    CustomerField.NUMBER,
                    "k" + i,
                    CustomerField.EMAIL,
                    "k" + i + (i % 3 == 0 ? "@gmial.com" : "@gmal.com"))));
            if (i % 500 == 0) {
                drafts.add(CustomerDraft.of(CustomerField.EMAIL, "k" + i + "@gmail.com"));
            }
        }
        customers.upsert("shop", drafts);
        String before = contents();
        var random = new Random(7);
        for (int moment = 0; moment < 10; moment++) {
            clock.advance(Duration.ofMinutes(1));
            Correction what = corrections.create(new Proposals(CustomerField.EMAIL, null, null));
            loseConnection(1 + random.nextInt(4));
            assertThatException().isThrownBy(() -> run.run(what.id()));
            noFaults();
            Correction done = go(what);
            assertThat(done.state()).isEqualTo(CorrectionState.DONE);
            assertThat(done.outcome()).isEqualTo(new Correction.Outcome(2_495, 5, 0));
            assertIdentitiesAgree();
            assertThat(database.sql(
                                    "select count(*), count(distinct customer_id) from customers.change where change_set_id = ?")
                            .param(done.changes().value())
                            .query((row, number) -> List.of(row.getLong(1), row.getLong(2)))
                            .single())
                    .containsOnly(2_495L);

            corrections.beginUndo(what.id());
            loseConnection(1 + random.nextInt(4));
            assertThatException().isThrownBy(() -> run.run(what.id()));
            noFaults();
            Correction undone = go(what);
            assertThat(undone.state()).isEqualTo(CorrectionState.UNDONE);
            assertThat(Objects.requireNonNull(undone.undo()).undone()).isEqualTo(2_495);
            assertThat(contents()).as("after moment " + moment).isEqualTo(before);
            assertThat(database.sql("select count(*) from customers.former_identity where change_set_id = ?")
                            .param(done.changes().value())
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    /** The connection is lost at the nth change of the correction, as when PostgreSQL is stopped under it. */
    private void loseConnection(int nth) {
        database.sql("create sequence customers.moment").update();
        database.sql("""
                create or replace function customers.lose() returns trigger language plpgsql as $$
                begin
                    if nextval('customers.moment') = tg_argv[0]::bigint then
                        raise exception 'lost' using errcode = '57P01';
                    end if;
                    return new;
                end $$
                """).update();
        database.sql("create trigger lost before update on customers.correction for each row execute function"
                        + " customers.lose('" + nth + "')")
                .update();
    }
}
