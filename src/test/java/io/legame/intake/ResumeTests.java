package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.legame.testing.LegameTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An import that loses its database, or its process, at any moment goes on and ends as if nothing had happened. */
@LegameTest
class ResumeTests {
    private static final int ROWS = 7 * TestStepSize.SMALL / 2;

    @Autowired
    private TestImports files;

    @Autowired
    private Imports imports;

    @Autowired
    private TestStepSize steps;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothingThere() {
        files.clear();
        steps.small(true);
    }

    @AfterEach
    void largeSteps() {
        steps.small(false);
    }

    @AfterEach
    void noFaults() {
        database.sql("drop trigger if exists lost on intake.import").update();
    }

    @Test
    void aLostConnectionAtAnyBatchIsResumedWithoutATrace() {
        List<String> uninterrupted = everything(files.run(draft()));
        for (int position : new int[] {TestStepSize.SMALL, 2 * TestStepSize.SMALL, 3 * TestStepSize.SMALL}) {
            files.clear();
            loseConnectionAt(position);
            Import what = draft();
            assertThatException().isThrownBy(() -> files.run(what));
            assertThat(imports.get(what.id()).state()).isEqualTo(ImportState.APPLYING);
            assertThat(imports.get(what.id()).position()).isEqualTo(position - TestStepSize.SMALL);
            noFaults();
            Import resumed = files.go(what);
            assertThat(resumed.state()).isEqualTo(ImportState.DONE);
            assertThat(resumed.resumed()).isEqualTo(1);
            assertThat(everything(resumed)).isEqualTo(uninterrupted);
        }
    }

    @Test
    void aCrashOfThePostgresThatEmptiedTheStagingReadsTheFileAgainAndGoesOn() {
        List<String> uninterrupted = everything(files.run(draft()));
        files.clear();
        loseConnectionAt(3 * TestStepSize.SMALL);
        Import what = draft();
        assertThatException().isThrownBy(() -> files.run(what));
        noFaults();
        database.sql("truncate intake.staging_" + what.id().value() + ", intake.repeat_"
                        + what.id().value())
                .update();
        assertThat(everything(files.go(what))).isEqualTo(uninterrupted);
    }

    @Test
    void aStoppedImportKeepsWhatItWroteAndSaysSo() {
        Import what = draft();
        database.sql("""
                create or replace function intake.stop_it() returns trigger language plpgsql as $$
                begin new.state := 'cancelling'; return new; end $$
                """).update();
        database.sql("""
                create trigger lost before update on intake.import for each row
                when (new.position = %d and new.state = 'applying') execute function intake.stop_it()
                """.formatted(TestStepSize.SMALL)).update();
        Import stopped = files.run(what);
        assertThat(stopped.state()).isEqualTo(ImportState.CANCELLED);
        assertThat(stopped.position()).isEqualTo(TestStepSize.SMALL);
        assertThat(stopped.counts().created() + stopped.counts().rejected()).isEqualTo(TestStepSize.SMALL);
    }

    /** 57P01 is what a connection says when PostgreSQL was stopped under it. */
    private void loseConnectionAt(int position) {
        database.sql("""
                create or replace function intake.lose() returns trigger language plpgsql as $$
                begin raise exception 'lost' using errcode = '57P01'; end $$
                """).update();
        database.sql("create trigger lost before update on intake.import for each row when (new.position = " + position
                        + ") execute function intake.lose()")
                .update();
    }

    private Import draft() {
        var csv = new StringBuilder("Customer number,E-mail,First name,Last name,Birth date\n");
        for (int i = 1; i <= ROWS; i++) {
            // each hundredth has an impossible date, each thousandth the number of the row before
            csv.append(i % 1000 == 0 ? i - 1 : i)
                    .append(",c")
                    .append(i)
                    .append("@example.com,Anna,Rossi,")
                    .append(i % 100 == 7 ? "31/02/1990" : "28/02/1990")
                    .append('\n');
        }
        return files.receive("customers.csv", csv.toString());
    }

    /** What is in the base, and the report. */
    private List<String> everything(Import what) {
        List<String> lines = database.sql("""
                        select concat_ws('|', c.given_name, c.family_name, c.email, c.birth_date, c.keyed, i.kind, i.value)
                        from customers.customer c join customers.identity i on i.customer_id = c.id
                        order by i.kind, i.value
                        """).query(String.class).list();
        var everything = new java.util.ArrayList<String>(lines);
        everything.add(what.counts().toString());
        everything.add(files.reasons(what).toString());
        return everything;
    }
}
