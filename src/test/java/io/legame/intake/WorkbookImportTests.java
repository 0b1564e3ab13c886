package io.legame.intake;

import static io.legame.intake.TestWorkbook.cell;
import static io.legame.intake.TestWorkbook.number;
import static io.legame.intake.TestWorkbook.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Workbooks go the whole way that texts go. */
@LegameTest
class WorkbookImportTests {
    private static final TestWorkbook CUSTOMERS = new TestWorkbook()
            .style("dd/mm/yyyy")
            .style("00000")
            .sheet("Istruzioni")
            .sheet(
                    "Clienti",
                    row(1, "Elenco clienti"),
                    row(3, "Codice cliente", "E-mail", "Nome", "Data di nascita", "CAP", "Reddito annuo"),
                    row(
                            4,
                            number("17850", 0),
                            "a@example.com",
                            "anna",
                            number("24206", 1),
                            number("2100", 2),
                            number("1234.5", 0)),
                    row(5, number("17851", 0), "not an address", "Berta", number("24207", 1), "", number("0.1", 0)),
                    row(6, number("17852", 0), "c@example.com", "Carla", cell("e", "#REF!")),
                    row(7, "", " ", ""),
                    row(9, number("17853", 0), "d@example.com", "Dario"))
            .sheet(
                    "Prodotti",
                    row(1, "Codice articolo", "Descrizione", "Prezzo"),
                    row(2, "A1", "Lampada", number("9.9", 0)));

    @Autowired
    private TestImports files;

    @Autowired
    private Imports imports;

    @Autowired
    private Rejections rejections;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothingThere() {
        files.clear();
    }

    @Test
    void customersComeInAndTheRowsNotTakenGoOut() throws IOException {
        Import draft = files.receive("clienti.xlsx", CUSTOMERS.bytes());
        assertThat(draft.plan().dialect()).isEqualTo(new Dialect(Format.XLSX, "UTF-8", ';', true, 3, "Clienti"));
        assertThat(draft.plan().fields())
                .containsExactly(
                        Field.CUSTOMER_NUMBER,
                        Field.EMAIL,
                        Field.GIVEN_NAME,
                        Field.BIRTH_DATE,
                        Field.POSTCODE,
                        Field.ANNUAL_INCOME);
        Preview preview = imports.preview(draft);
        assertThat(preview.sheets()).containsExactly("Istruzioni", "Clienti", "Prodotti");
        assertThat(preview.rows()).hasSize(4);
        assertThat(preview.rows().getFirst().cells().get(4).value()).isEqualTo("02100");
        assertThat(preview.rows().get(2).fault()).isEqualTo("intake.rejected.formula");

        Import done = files.run(draft);
        assertThat(done.state()).as(done.toString()).isEqualTo(ImportState.DONE);
        assertThat(done.rowsInFile()).isEqualTo(4);
        assertThat(done.counts().created()).isEqualTo(3);
        assertThat(database.sql("select given_name || birth_date || postcode || annual_income from customers.customer"
                                + " where email = 'a@example.com'")
                        .query(String.class)
                        .single())
                .isEqualTo("Anna1966-04-09021001234.50");
        var csv = new ByteArrayOutputStream();
        rejections.write(done, Locale.ITALIAN, csv);
        assertThat(csv.toString(StandardCharsets.UTF_8))
                .isEqualTo("\ufeffCodice cliente;E-mail;Nome;Data di nascita;CAP;Reddito annuo;Motivo\r\n"
                        + "17852;c@example.com;Carla;#REF!;;;Una formula in questa riga dà un errore\r\n");
    }

    @Test
    void anotherSheetIsLookedAtAnew() {
        Import draft = files.receive("clienti.xlsx", CUSTOMERS.bytes());
        Import changed = imports.change(draft.id(), sheet("Prodotti"));
        assertThat(changed.plan().dialect().firstLine()).isEqualTo(1);
        assertThat(changed.plan().headers()).containsExactly("Codice articolo", "Descrizione", "Prezzo");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> imports.change(draft.id(), sheet("Nowhere")))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("intake.fault.noSheet"));
    }

    private static PlanChange sheet(String name) {
        return new PlanChange(
                null, null, null, null, null, null, name, null, null, null, null, null, null, null, null, null);
    }

    @Test
    void numbersOfASheetWhoseTextsHaveACommaAreReadAsTheyAre() {
        byte[] book = new TestWorkbook()
                .sheet(
                        "Prodotti",
                        row(1, "Codice articolo", "Prezzo", "Costo"),
                        row(2, "A", "1.234,50", number("1.125", 0)),
                        row(3, "B", "9,90", number("0.5", 0)))
                .bytes();
        Import draft = files.receive("prodotti.xlsx", book);
        assertThat(draft.plan().decimalSign()).isEqualTo(',');
        files.run(draft);
        assertThat(database.sql("select price || ' ' || cost from catalogue.product order by price desc")
                        .query(String.class)
                        .list())
                .containsExactly("1234.5000 1.1250", "9.9000 0.5000");
    }

    @Test
    void aWorkbookInAZipAndOneThatIsCalledOtherwise() {
        byte[] packed = TestArchives.zip("export/clienti.xlsx", CUSTOMERS.bytes());
        assertThat(files.run(files.receive("export.zip", packed)).counts().created())
                .isEqualTo(3);
        assertThat(files.receive("clienti.csv", CUSTOMERS.bytes())
                        .plan()
                        .dialect()
                        .format())
                .isEqualTo(Format.XLSX);
    }

    @Test
    void aCutOffWorkbookSaysSo() {
        byte[] whole = CUSTOMERS.bytes();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> files.receive("c.xlsx", java.util.Arrays.copyOf(whole, whole.length / 2)))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("intake.fault.zip"));
    }
}
