package io.legame.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.legame.access.Unit;
import io.legame.access.UnitId;
import io.legame.access.Units;
import io.legame.customers.BulkAction.State;
import io.legame.insight.Projection;
import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.LostConnection;
import io.legame.testing.SignedIn;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same done to many customers at once, taken back, and killed in the middle of either. */
@LegameTest
class BulkActionsTests {
    private static final int CUSTOMERS = 5_100;
    private static final String BOLOGNA = "{\"attribute\":\"town\",\"isOneOf\":[\"Bologna\"]}";

    @Autowired
    private BulkActions actions;

    @Autowired
    private BulkRun run;

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerEdits edits;

    @Autowired
    private CustomerHistory history;

    @Autowired
    private CustomerDepartures departures;

    @Autowired
    private CustomFields fields;

    @Autowired
    private ChoiceLists lists;

    @Autowired
    private Units units;

    @Autowired
    private Projection projection;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient database;

    private CustomField size = field("none");
    private CustomField tags = field("none");
    private UnitId milano = new UnitId(0);

    private static CustomField field(String name) {
        return new CustomField(
                new CustomFieldId(0),
                name,
                name,
                null,
                CustomFieldType.TEXT,
                null,
                "",
                false,
                false,
                null,
                null,
                false);
    }

    @BeforeEach
    void many() {
        TestDatabase.clear(database, "timeline", "customers", "access");
        TestDatabase.skipIds(database, "customers.bulk_action");
        size = fields.create(CustomFieldDraft.of("Shoe size", CustomFieldType.NUMBER));
        long list = lists.create("Interests", List.of("ski", "golf", "art")).id();
        tags = fields.create(
                new CustomFieldDraft("Interests", null, CustomFieldType.CHOICES, null, "", false, false, null, list));
        milano = units.create(Unit.Kind.SHOP, "Milano", List.of()).id();
        var drafts = new ArrayList<CustomerDraft>();
        for (int i = 0; i < CUSTOMERS; i++) {
            var texts = new EnumMap<CustomerField, String>(CustomerField.class);
            texts.put(CustomerField.NUMBER, "N" + i);
            texts.put(CustomerField.GIVEN_NAME, "Ada");
            texts.put(CustomerField.FAMILY_NAME, "Numero" + (i % 7));
            texts.put(CustomerField.EMAIL, "c" + i + "@example.com");
            texts.put(CustomerField.TOWN, i % 3 == 0 ? "Bologna" : "Milano");
            if (i % 5 == 0) {
                texts.put(CustomerField.LANGUAGE, "it");
            }
            var draft = CustomerDraft.of(texts);
            drafts.add(i % 4 == 0 ? draft.with(new CustomDraft(Map.of(tags.id(), List.of("golf")))) : draft);
        }
        customers.upsert("shop", drafts);
        projection.catchUp();
        clock.advance(Duration.ofMinutes(1));
    }

    @AfterEach
    void noFaults() {
        LostConnection.never(database);
    }

    private BulkAction everybody(BulkChange change) {
        return done(actions.pick(CustomerQuery.ALL), change);
    }

    private BulkAction done(BulkAction picked, BulkChange change) {
        clock.advance(Duration.ofMinutes(1));
        return go(actions.begin(picked.id(), change));
    }

    private BulkAction go(BulkAction action) {
        run.run(action.id());
        return actions.get(action.id());
    }

    private BulkAction undone(BulkAction action) {
        clock.advance(Duration.ofMinutes(1));
        actions.beginUndo(action.id());
        return go(action);
    }

    private long count(String condition) {
        return database.sql("select count(*) from customers.customer c where " + condition)
                .query(Long.class)
                .single();
    }

    private String contents() {
        return BaseContents.of(database)
                + database.sql("select string_agg(u::text, '|' order by u::text) from customers.customer_unit u")
                        .query(String.class)
                        .optional()
                        .orElse("")
                + database.sql("select string_agg(customer_id::text, '|' order by 1) from customers.erasure")
                        .query(String.class)
                        .optional()
                        .orElse("");
    }

    @Test
    void aFieldOfAllWhoMatchIsWrittenAndTakenBack() {
        String before = contents();
        long bologna = count("town = 'Bologna'");
        BulkAction picked = actions.pick(CustomerQuery.of(customers.filter(BOLOGNA)));
        assertThat(picked.total()).isEqualTo(bologna);
        assertThat(actions.sample(picked.id())).hasSize(10).allMatch(each -> "Bologna".equals(each.town()));

        BulkAction done = done(picked, new BulkChange.Write(CustomerField.LANGUAGE, "italiano"));
        assertThat(done.state()).isEqualTo(State.DONE);
        long italian = count(
                "town = 'Bologna' and right(email, 1) = 'm' and (substr(email, 2, length(email) - 13))::int % 5 = 0");
        assertThat(done.outcome()).isEqualTo(new BulkAction.Outcome(bologna - italian, italian, 0));
        assertThat(count("town = 'Bologna' and language = 'it'")).isEqualTo(bologna);
        assertThat(count("town <> 'Bologna' and language = 'it'")).isEqualTo(CUSTOMERS / 5 - italian);
        CustomerId one = new CustomerId(database.sql("select min(customer_id) from customers.change")
                .query(Long.class)
                .single());
        assertThat(history.of(one, 5).getFirst().fields())
                .containsExactly(new CustomerChange.FieldChange("language", null, null, "it"));

        assertThat(undone(done).undo())
                .extracting(BulkAction.Undo::undone, BulkAction.Undo::kept)
                .containsExactly(bologna - italian, 0L);
        assertThat(contents()).isEqualTo(before);
        assertThatThrownBy(() -> actions.beginUndo(done.id())).isInstanceOf(Refusal.class);
    }

    @Test
    void whatSomebodyChangedSinceStays() {
        BulkAction done = everybody(new BulkChange.Write(CustomerField.NOTE, "called"));
        assertThat(done.outcome().changed()).isEqualTo(CUSTOMERS);
        CustomerId changed = new CustomerId(database.sql("select min(id) + 7 from customers.customer")
                .query(Long.class)
                .single());
        edits.update(changed, null, CustomerDraft.of(CustomerField.NOTE, "calls back on Monday"), Set.of());
        BulkAction undone = undone(done);
        assertThat(undone.undo()).extracting(BulkAction.Undo::kept).isEqualTo(1L);
        assertThat(count("note is not null")).isEqualTo(1);
    }

    @Test
    void theCompanysOwnFieldsAreWrittenAddedToAndTakenFrom() {
        String before = contents();
        String json = "c.custom ->> '" + tags.id().value() + "'";
        BulkAction sizes = everybody(new BulkChange.WriteOwn(size.id(), List.of("41,5")));
        assertThat(count("c.custom ->> '" + size.id().value() + "' = '41.5'")).isEqualTo(CUSTOMERS);
        BulkAction added = everybody(new BulkChange.AddChoices(tags.id(), List.of("art", "golf")));
        assertThat(added.outcome().changed()).isEqualTo(CUSTOMERS);
        assertThat(count("jsonb_array_length(c.custom -> '" + tags.id().value() + "') = 2"))
                .isEqualTo(CUSTOMERS);
        assertThat(everybody(new BulkChange.AddChoices(tags.id(), List.of("art")))
                        .outcome())
                .isEqualTo(new BulkAction.Outcome(0, CUSTOMERS, 0));
        BulkAction taken = everybody(new BulkChange.TakeChoices(tags.id(), List.of("art", "golf", "ski")));
        assertThat(count(json + " is not null")).isZero();
        undone(taken);
        undone(added);
        assertThat(count(json + " is not null")).isEqualTo(CUSTOMERS / 4);
        BulkAction emptied = everybody(new BulkChange.WriteOwn(size.id(), List.of()));
        assertThat(count("jsonb_exists(c.custom, '" + size.id().value() + "')")).isZero();
        undone(emptied);
        undone(sizes);
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void whatIsNotForThemIsLeft() {
        customers.upsert("shop", List.of(CustomerDraft.of(CustomerField.COMPANY_NAME, "Acme S.r.l.")));
        CustomField forCompanies = fields.create(
                new CustomFieldDraft("Sector", null, CustomFieldType.TEXT, "company", "", false, false, null, null));
        BulkAction done = everybody(new BulkChange.WriteOwn(forCompanies.id(), List.of("steel")));
        assertThat(done.outcome()).isEqualTo(new BulkAction.Outcome(1, 0, CUSTOMERS));
    }

    @Test
    void customersAreGivenToAUnitAndPutAway() {
        String before = contents();
        BulkAction given = everybody(new BulkChange.Assign(milano));
        assertThat(given.outcome().changed()).isEqualTo(CUSTOMERS);
        BulkAction again = everybody(new BulkChange.Assign(milano));
        assertThat(again.outcome()).isEqualTo(new BulkAction.Outcome(0, CUSTOMERS, 0));
        BulkAction taken = everybody(new BulkChange.Unassign(milano));
        assertThat(taken.outcome().changed()).isEqualTo(CUSTOMERS);
        undone(taken);
        undone(given);
        assertThat(contents()).isEqualTo(before);

        BulkAction archived = done(actions.pick(CustomerQuery.of(customers.filter(BOLOGNA))), new BulkChange.Archive());
        assertThat(customers.count().all())
                .isEqualTo(CUSTOMERS - archived.outcome().changed());
        BulkAction deleted = everybody(new BulkChange.Delete());
        assertThat(customers.count().all()).isZero();
        projection.catchUp();
        assertThat(customers.count(CustomerQuery.of(customers.filter("{\"all\":[]}")), 1))
                .isZero();
        undone(deleted);
        undone(archived);
        assertThat(contents()).isEqualTo(before);
        projection.catchUp();
        assertThat(customers.count(CustomerQuery.of(customers.filter("{\"all\":[]}")), 1))
                .isEqualTo(CUSTOMERS);
    }

    @Test
    void whoWasPutAwaySinceByHandStaysAway() {
        BulkAction archived = everybody(new BulkChange.Archive());
        CustomerId one = new CustomerId(database.sql("select min(id) from customers.customer")
                .query(Long.class)
                .single());
        departures.restore(List.of(one));
        clock.advance(Duration.ofMinutes(1));
        departures.archive(List.of(one));
        assertThat(undone(archived).undo())
                .extracting(BulkAction.Undo::undone, BulkAction.Undo::kept)
                .containsExactly((long) CUSTOMERS - 1, 1L);
        assertThat(count("left_as is not null")).isEqualTo(1);
    }

    @Test
    void whatCannotBeIsRefused() {
        BulkAction picked = actions.pick(CustomerQuery.ALL);
        for (BulkChange wrong : List.of(
                new BulkChange.Write(CustomerField.EMAIL, "a@example.com"),
                new BulkChange.Write(CustomerField.FAMILY_NAME, "Rossi"),
                new BulkChange.Write(CustomerField.CHILDREN, "many"),
                new BulkChange.Write(CustomerField.NOTE, "   "),
                new BulkChange.Write(CustomerField.ANNUAL_INCOME, "rich"),
                new BulkChange.Write(CustomerField.HOME_OWNER, "perhaps"),
                new BulkChange.WriteOwn(size.id(), List.of("large")),
                new BulkChange.WriteOwn(new CustomFieldId(99_999), List.of("1")),
                new BulkChange.AddChoices(tags.id(), List.of("chess")),
                new BulkChange.AddChoices(size.id(), List.of("41")),
                new BulkChange.Assign(new UnitId(99_999)))) {
            assertThatThrownBy(() -> actions.begin(picked.id(), wrong))
                    .as(wrong.toString())
                    .isInstanceOf(Refusal.class);
        }
        assertThat(actions.get(picked.id()).state()).isEqualTo(State.PICKED);
        assertThatThrownBy(() -> actions.pick(CustomerQuery.search("nobody at all is called so")))
                .isInstanceOf(Refusal.class);
        actions.begin(picked.id(), new BulkChange.Archive());
        assertThatThrownBy(() -> actions.begin(picked.id(), new BulkChange.Delete()))
                .isInstanceOf(Refusal.class);
        actions.stop(picked.id());
    }

    @Test
    void deletedLateItCanBeRestoredForThirtyDaysFromThenOn() {
        BulkAction begun = actions.begin(actions.pick(CustomerQuery.ALL).id(), new BulkChange.Delete());
        actions.stop(begun.id());
        clock.advance(Duration.ofDays(40));
        actions.goOn(begun.id());
        assertThat(go(begun).outcome().changed()).isEqualTo(CUSTOMERS);
        assertThat(departures.eraseDue()).isZero();
        assertThat(undone(begun).undo()).extracting(BulkAction.Undo::undone).isEqualTo((long) CUSTOMERS);
    }

    @Test
    void whoMayNotDeleteLetsNoDeletingGoOn() {
        BulkAction begun = actions.begin(actions.pick(CustomerQuery.ALL).id(), new BulkChange.Delete());
        actions.stop(begun.id());
        Visitor clerk = signedIn.as("SHOP");
        clerk.get("/customers");
        assertThat(clerk.post("/customers/bulk/" + begun.id().value() + "/run").status())
                .isEqualTo(403);
        assertThat(actions.get(begun.id()).state()).isEqualTo(State.STOPPED);
    }

    @Test
    void whoPickedThemAndSeesFewerByNowChangesFewer() {
        signedIn.account("milano@legame.test", "Mila", "SHOP");
        database.sql("update access.account set sees = array[?] where email = 'milano@legame.test'")
                .param(milano.value())
                .update();
        database.sql("""
                insert into customers.customer_unit (customer_id, unit_id, reason)
                select id, ?, 'assigned' from customers.customer order by id limit 10
                """).param(milano.value()).update();
        Visitor clerk = signedIn.signIn("milano@legame.test");
        clerk.get("/customers");
        String picked =
                clerk.post("/customers/bulk", "all", "true").header("Location").replaceAll("\\?.*", "");
        assertThat(clerk.get(picked).body()).contains("10 customers");
        assertThat(signedIn.as("SHOP").get(picked).status()).isEqualTo(404);
        database.sql("delete from customers.customer_unit where customer_id in (select customer_id"
                        + " from customers.customer_unit order by customer_id limit 4)")
                .update();
        assertThat(clerk.post(picked, "do", "field", "field", "note", "note", "hello")
                        .status())
                .isEqualTo(302);
        await().until(() -> count("note = 'hello'") == 6);
        assertThat(clerk.get(picked).body()).contains("6");
    }

    @Test
    void stoppedItKeepsWhatIsDoneAndGoesOn() {
        BulkAction begun =
                actions.begin(actions.pick(CustomerQuery.ALL).id(), new BulkChange.Write(CustomerField.NOTE, "called"));
        LostConnection.at(database, 2, "customers.bulk_action");
        assertThatException().isThrownBy(() -> run.run(begun.id()));
        noFaults();
        actions.stop(begun.id());
        BulkAction stopped = go(begun);
        assertThat(stopped.state()).isEqualTo(State.STOPPED);
        assertThat(stopped.outcome().changed()).isEqualTo(2_000).isEqualTo(count("note = 'called'"));
        actions.goOn(begun.id());
        assertThat(go(begun).outcome().changed()).isEqualTo(CUSTOMERS);
    }

    @Test
    void killedAtTenRandomMomentsNothingIsLostDoubledOrHalfDone() {
        String before = contents();
        var changes = new LinkedHashMap<BulkChange, String>();
        changes.put(new BulkChange.Write(CustomerField.TOWN, "Torino"), "town = 'Torino'");
        changes.put(new BulkChange.AddChoices(tags.id(), List.of("ski")), "c.custom is not null");
        changes.put(
                new BulkChange.Assign(milano),
                "exists (select from customers.customer_unit u where u.customer_id = c.id)");
        changes.put(new BulkChange.Archive(), "left_as = 'archived'");
        changes.put(new BulkChange.Delete(), "left_as = 'deleted'");
        var random = new Random(11);
        changes.forEach((change, condition) -> {
            BulkAction action = actions.begin(actions.pick(CustomerQuery.ALL).id(), change);
            killedTwice(action, random);
            BulkAction done = go(action);
            assertThat(done.state()).as(change.toString()).isEqualTo(State.DONE);
            assertThat(done.outcome()).as(change.toString()).isEqualTo(new BulkAction.Outcome(CUSTOMERS, 0, 0));
            assertThat(count(condition)).as(change.toString()).isEqualTo(CUSTOMERS);
            clock.advance(Duration.ofMinutes(1));
            actions.beginUndo(action.id());
            killedTwice(action, random);
            BulkAction undone = go(action);
            assertThat(undone.state()).isEqualTo(State.UNDONE);
            assertThat(undone.undo()).extracting(BulkAction.Undo::undone).isEqualTo((long) CUSTOMERS);
            assertThat(contents()).as(change.toString()).isEqualTo(before);
        });
    }

    /** Some rows after the first, in whichever stretch that is. */
    private void killedTwice(BulkAction action, Random random) {
        for (int kill = 0; kill < 2; kill++) {
            LostConnection.at(database, 1 + random.nextInt(2_500), "customers");
            assertThatException().isThrownBy(() -> run.run(action.id()));
            noFaults();
        }
    }
}
