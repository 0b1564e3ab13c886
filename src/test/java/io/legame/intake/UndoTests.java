package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.Customers;
import io.legame.insight.Reconciliation;
import io.legame.testing.LegameTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file that was brought in and taken back leaves the base as it was, wherever the process is killed on the way. */
@LegameTest
class UndoTests {
    private static final List<String> TABLES = List.of(
            "select to_jsonb(t) - 'changed_in' from customers.customer t",
            "select t from customers.identity t",
            "select to_jsonb(t) - 'changed_in' from catalogue.product t",
            "select t from catalogue.product_code t",
            "select t from timeline.interaction t",
            "select t from timeline.purchase_line t",
            "select t from timeline.fact_key t",
            "select to_jsonb(t) - 'changed_in' from timeline.touchpoint t");

    @Autowired
    private TestImports files;

    @Autowired
    private Imports imports;

    @Autowired
    private Customers customers;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private TestStepSize steps;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothingThere() {
        files.clear();
    }

    @AfterEach
    void largeSteps() {
        steps.small(false);
    }

    @AfterEach
    void noFaults() {
        database.sql("drop trigger if exists lost on intake.import").update();
        database.sql("drop sequence if exists intake.moment").update();
    }

    @Test
    void filesTakenBackInTurnLeadBackThroughEveryState() throws IOException {
        var states = new ArrayDeque<Map<String, String>>();
        var brought = new ArrayDeque<Import>();
        List<String> rows = Files.readAllLines(TestImports.ADVENTURE_WORKS.resolve("AdventureWorks_Customers.csv"));
        // a part of them as they were once: other towns of birth and names, without an income
        String earlier = rows.getFirst() + "\n"
                + String.join("\n", rows.subList(1, 6_000))
                        .replaceAll("\\$\\d+,000", "")
                        .replace(",JON,", ",JONNY,");
        brought.push(done(files.run(files.receive("customers.csv", earlier))));
        for (String file : List.of("Customers", "Products", "Sales_2017")) {
            states.push(contents());
            brought.push(done(files.run(
                    files.receive(TestImports.ADVENTURE_WORKS.resolve("AdventureWorks_" + file + ".csv"), null))));
        }
        while (!states.isEmpty()) {
            Import what = brought.pop();
            Import undone = undo(what);
            assertThat(undone.state()).isEqualTo(ImportState.UNDONE);
            assertThat(told(undone).kept()).isZero();
            assertThat(contents()).as(what.name()).isEqualTo(states.pop());
            assertThat(reconciliation.run().differences()).as(what.name()).isEmpty();
        }
        assertThat(files.again(brought.pop()).counts().unchanged()).isEqualTo(5_999);
    }

    @Test
    void whatSomebodyUsedSinceStaysAndIsTold() throws IOException {
        Import people = done(files.run(files.receive("customers.csv", csv(1, 12))));
        customers.upsert(
                "main", List.of(CustomerDraft.of(Map.of(CustomerField.NUMBER, "3", CustomerField.TOWN, "Bari"))));
        done(files.run(files.receive("sales.csv", """
                Order number,Line,Date,Quantity,Customer number,Unit price
                S1,1,2024-05-01,1,5,10.00
                """)));

        Import undone = undo(people);

        assertThat(told(undone).done()).isEqualTo(10);
        assertThat(told(undone).kept()).isEqualTo(2);
        assertThat(imports.told(people.id()).kept())
                .extracting(Reason::key)
                .containsExactlyInAnyOrder("customers.kept.changed", "customers.kept.facts");
        assertThat(customers.count().all()).isEqualTo(2);
    }

    @Test
    void theWarehouseFollowsAnUndoThatItMetHalfWay() throws IOException {
        files.run(files.receive("customers.csv", csv(1, 12)));
        Import sales = done(files.run(files.receive("sales.csv", """
                Order number,Line,Date,Quantity,Customer number,Unit price
                S1,1,2024-05-01,1,5,10.00
                """)));
        files.beginUndo(sales);
        loseConnection(1, "new.undo_phase = 3");
        assertThatException().isThrownBy(() -> files.go(sales));
        noFaults();
        // the purchase is gone, the place of it is not yet
        assertThat(reconciliation.run().differences()).isEmpty();
        assertThat(files.go(sales).state()).isEqualTo(ImportState.UNDONE);
        assertThat(reconciliation.run().differences()).isEmpty();
    }

    @Test
    void killedAtTenMomentsOfImportAndUndoNothingIsLostOrDoubled() throws IOException {
        steps.small(true);
        done(files.run(files.receive("customers.csv", csv(1, 400).replace("Anna", "Bruna"))));
        Map<String, String> before = contents();
        Import whole = files.receive("customers.csv", csv(200, 1_300));
        Map<String, String> after = null;
        var random = new Random(42);
        for (int moment = 0; moment < 10; moment++) {
            Import what = moment == 0 ? whole : imports.again(whole.id());
            files.prepare(what);
            loseConnection(1 + random.nextInt(3), "new.position > 0 and new.state = 'applying'");
            assertThatException().isThrownBy(() -> files.go(what));
            noFaults();
            assertThat(done(files.go(what)).counts().created()).isEqualTo(900);
            after = after == null ? stable() : after;
            assertThat(stable()).isEqualTo(after);

            files.beginUndo(what);
            loseConnection(1 + random.nextInt(6), "new.state = 'undoing'");
            assertThatException().isThrownBy(() -> files.go(what));
            noFaults();
            assertThat(files.go(what).state()).isEqualTo(ImportState.UNDONE);
            assertThat(contents()).as("after moment " + moment).isEqualTo(before);
        }
    }

    @Test
    void whatStoppedHalfWaySaysSoAndGoesOn() throws IOException {
        steps.small(true);
        Map<String, String> before = contents();
        Import what = done(files.run(files.receive("customers.csv", csv(1, 600))));
        files.beginUndo(what);
        breakAt(2, "new.state = 'undoing'", "22012");
        Import failed = files.go(what);
        noFaults();
        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(failed.fault()).isEqualTo(Import.UNEXPECTED);
        assertThat(failed.canGoOn()).isTrue();
        assertThat(failed.canBeUndone()).isFalse();

        files.goOn(failed);
        imports.cancel(what.id());
        Import stopped = files.go(what);
        assertThat(stopped.state()).isEqualTo(ImportState.FAILED);
        assertThat(stopped.fault()).isEqualTo(Import.UNDO_STOPPED);
        assertThat(customers.count().all()).isPositive();

        files.goOn(stopped);
        assertThat(files.go(what).state()).isEqualTo(ImportState.UNDONE);
        assertThat(contents()).isEqualTo(before);
    }

    private Import undo(Import what) {
        files.beginUndo(what);
        return files.go(what);
    }

    private static Import.Undo told(Import undone) {
        return Objects.requireNonNull(undone.undo());
    }

    private static Import done(Import what) {
        assertThat(what.state()).as(what.toString()).isEqualTo(ImportState.DONE);
        return what;
    }

    private static String csv(int first, int last) {
        var csv = new StringBuilder("Customer number,E-mail,First name,Last name,Town\n");
        for (int i = first; i <= last; i++) {
            csv.append(i).append(",c").append(i).append("@example.com,Anna,ROSSI,Milano\n");
        }
        return csv.toString();
    }

    /** The connection is lost at the nth such change of the import, as when PostgreSQL is stopped under it. */
    private void loseConnection(int nth, String condition) {
        breakAt(nth, condition, "57P01");
    }

    private void breakAt(int nth, String condition, String error) {
        database.sql("create sequence intake.moment").update();
        database.sql("""
                create or replace function intake.lose() returns trigger language plpgsql as $$
                begin
                    if nextval('intake.moment') = tg_argv[0]::bigint then
                        raise exception 'lost' using errcode = tg_argv[1];
                    end if;
                    return new;
                end $$
                """).update();
        database.sql("create trigger lost before update on intake.import for each row when (" + condition
                        + ") execute function intake.lose('" + nth + "', '" + error + "')")
                .update();
    }

    private Map<String, String> contents() {
        var sums = new LinkedHashMap<String, String>();
        TABLES.forEach(query -> sums.put(
                query,
                database.sql(
                                "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from ("
                                        + query + ") t")
                        .query(String.class)
                        .single()));
        return sums;
    }

    /** What does not depend on which change set it was. */
    private Map<String, String> stable() {
        return Map.of("customers", database.sql("""
                                select md5(string_agg(concat_ws('|', i.kind, i.value, c.given_name, c.family_name,
                                    c.town, c.email, c.keyed, c.written, c.flags), '#' order by i.kind, i.value))
                                from customers.customer c join customers.identity i on i.customer_id = c.id
                                """).query(String.class).single());
    }
}
