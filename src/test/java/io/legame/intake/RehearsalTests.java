package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.Customers;
import io.legame.testing.LegameTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a file would do is what it does. */
@LegameTest
class RehearsalTests {
    @Autowired
    private TestImports files;

    @Autowired
    private Imports imports;

    @Autowired
    private Customers customers;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothingThere() {
        files.clear();
    }

    /** The file comes in several batches, with rows of one customer in different ones. */
    @Test
    void itTellsWhatTheImportThenDoes() {
        files.run(files.receive("customers.csv", csv(1, 3_000, "Anna", "Milano")));
        String twice = csv(2_000, 24_000, "ANNA", "Roma") + "1,c1@example.com,Zoe,ROSSI,Roma,x\n"
                + "23999,c23999@example.com,Zoe,ROSSI,Roma,\n,,,,,\n,bad,Ugo,,,\n";
        Import draft = files.receive("customers.csv", twice);
        long before = written();

        WouldBe told = rehearse(draft);

        assertThat(written()).isEqualTo(before);
        Import done = files.run(draft);
        assertThat(told.counts()).isEqualTo(done.counts());
        assertThat(told.rows()).isEqualTo(done.position());
        assertThat(told.updates()).isEqualTo(imports.told(done.id()).updates());
        assertThat(told.flags()).isEqualTo(imports.told(done.id()).flags());
        assertThat(told.reasons())
                .extracting(Reason::key, Reason::rows)
                .containsExactlyElementsOf(files.reasons(done).stream()
                        .map(reason -> org.assertj.core.groups.Tuple.tuple(reason.key(), reason.rows()))
                        .toList());
        assertThat(told.updates())
                .filteredOn(update -> update.field() == Field.TOWN)
                .singleElement()
                .satisfies(
                        town -> assertThat(town.examples().getFirst().value()).isEqualTo("Milano → Roma"));
    }

    @Test
    void salesAreTriedWithTheirNewCustomersAndProducts() throws IOException {
        for (String file : List.of("Customers", "Products")) {
            files.run(files.receive(TestImports.ADVENTURE_WORKS.resolve("AdventureWorks_" + file + ".csv"), null));
        }
        String sales = Files.readString(TestImports.ADVENTURE_WORKS.resolve("AdventureWorks_Sales_2018.csv"))
                + "2/1/2018,1/1/2018,SO1,77777,88888,1,1,1\n2/1/2018,1/1/2018,SO2,310,88888,1,1,1\n";
        Import draft = files.receive("AdventureWorks_Sales_2018.csv", sales);
        long before = written();
        WouldBe told = rehearse(draft);
        assertThat(written()).isEqualTo(before);
        Import done = files.run(draft);
        assertThat(told.counts()).isEqualTo(done.counts());
        assertThat(told.counts().created()).isGreaterThanOrEqualTo(23_935);
    }

    @Test
    void whoIsProbablyKnownIsTold() {
        customers.upsert(
                "crm",
                List.of(
                        CustomerDraft.of(Map.of(
                                CustomerField.NUMBER, "1",
                                CustomerField.GIVEN_NAME, "Anna",
                                CustomerField.FAMILY_NAME, "Rossi",
                                CustomerField.TOWN, "Milano")),
                        CustomerDraft.of(Map.of(
                                CustomerField.NUMBER, "2",
                                CustomerField.FAMILY_NAME, "Bianchi",
                                CustomerField.PHONE, "02 86461234"))));
        Import draft = files.receive("clienti.csv", """
                E-mail,First name,Last name,Town,Phone
                anna@example.com,ANNA,ROSSI,MILANO,
                ugo@example.com,Ugo,Verdi,Roma,0286461234
                eva@example.com,Eva,Neri,Bari,
                eva.neri@example.com,Eva,Neri,Bari,
                """);
        WouldBe told = rehearse(draft);
        assertThat(told.counts().created()).isEqualTo(4);
        assertThat(told.probableDuplicates()).isEqualTo(3);
        assertThat(told.duplicates().getFirst().examples()).hasSize(3);
    }

    @Test
    void anotherPlanIsToBeTriedAgain() {
        Import draft = files.receive("customers.csv", csv(1, 10, "Anna", "Roma"));
        rehearse(draft);
        Import changed = imports.change(
                draft.id(),
                new PlanChange(
                        null, null, null, null, null, null, null, null, null, null, true, null, null, null, null,
                        null));
        assertThat(changed.wouldBe()).isNull();
        assertThat(files.run(changed).counts().created()).isEqualTo(10);
    }

    @Test
    void aFaultOfTheFileIsToldAndNothingIsLost() {
        Import draft = files.receive("customers.csv", csv(1, 10, "Anna", "Roma") + "11,\"never closed\n");
        files.beginRehearsal(draft);
        Import told = files.go(draft);
        assertThat(told.state()).isEqualTo(ImportState.DRAFT);
        assertThat(told.fault()).isNotNull();
        assertThat(told.wouldBe()).isNull();
    }

    private WouldBe rehearse(Import draft) {
        files.beginRehearsal(draft);
        Import told = files.go(draft);
        assertThat(told.state()).isEqualTo(ImportState.DRAFT);
        return Objects.requireNonNull(told.wouldBe(), () -> String.valueOf(told.fault()));
    }

    private long written() {
        return database.sql("""
                        select (select count(*) from customers.customer) + (select count(*) from customers.identity)
                            + (select count(*) from customers.change) + (select count(*) from timeline.interaction)
                            + (select count(*) from timeline.purchase_line) + (select count(*) from catalogue.product)
                        """).query(Long.class).single();
    }

    private static String csv(int first, int last, String name, String town) {
        var csv = new StringBuilder("Customer number,E-mail,First name,Last name,Town,Phone\n");
        for (int i = first; i <= last; i++) {
            csv.append(i)
                    .append(",c")
                    .append(i)
                    .append("@example.com,")
                    .append(name)
                    .append(",ROSSI,")
                    .append(town)
                    .append(i % 100 == 0 ? ",12" : ",")
                    .append('\n');
        }
        return csv.toString();
    }
}
