package io.legame.intake.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitUntilState;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestBrowser.Visit;
import io.legame.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bringing files in, in a real browser. */
@LegameTest
class ImportPagesTests {
    private static final Path DATA = Path.of("../shared/data/adventureworks");

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothingThere() {
        TestDatabase.clear(database, "intake", "timeline", "catalogue", "customers");
    }

    private Visit visit(int width, String language) {
        Visit visit = TestBrowser.visit(signedIn.url(""), width, language);
        visit.context().setDefaultTimeout(40_000);
        signedIn.account("marketing@legame.test", "Marta Marketing", "MARKETING");
        Page page = visit.page();
        signedIn.signIn(page, "marketing@legame.test");
        return visit;
    }

    @Test
    void customersComeInFromTheFileToTheReport() {
        try (Visit visit = visit(1280, "en-GB")) {
            Page page = visit.page();
            page.navigate("/intake/new");
            visit.screenshot("intake-new");
            page.locator("input[type=file]").setInputFiles(DATA.resolve("AdventureWorks_Customers.csv"));
            page.waitForURL(Pattern.compile(".*/intake/\\d+"));
            Locator preview = page.locator(".intake-preview tbody tr").first();
            shown(preview).containsText("Jon");
            shown(preview).containsText("90,000");
            shown(preview).containsText("8 Apr 1966");
            visit.screenshot("intake-draft");
            page.selectOption("#field11", "");
            shown(page.locator("main")).containsText("One column is left out: Occupation.");
            page.locator("button:has-text('Bring in')").click();
            shown(page.locator("#status")).containsText("All 18,148 rows were brought in.");
            visit.screenshot("intake-report");
            assertThat(visit.scrollsSideways()).isFalse();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void severalFilesAtOnceOnAPhoneInItalian() {
        try (Visit visit = visit(390, "it-IT")) {
            Page page = visit.page();
            page.navigate("/intake");
            visit.screenshot("intake-empty-390");
            page.navigate("/intake/new");
            visit.screenshot("intake-new-390");
            page.locator("input[type=file]").setInputFiles(new Path[] {
                DATA.resolve("AdventureWorks_Returns_unshifted_2015-2017.csv"),
                DATA.resolve("AdventureWorks_Sales_2017.csv")
            });
            page.waitForURL("**/intake");
            page.locator("a.row-link:has-text('Sales')").click();
            shown(page.locator("main")).containsText("Come sarà salvato");
            visit.screenshot("intake-draft-390");
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator("button:has-text('Importa')").last().click();
            shown(page.locator("#status")).containsText("Questo cliente non è noto", 30_000);
            visit.screenshot("intake-report-390");
            assertThat(visit.scrollsSideways()).isFalse();
            page.navigate("/intake");
            page.locator("a.row-link:has-text('Returns')").click();
            page.locator("button:has-text('Importa')").last().click();
            shown(page.locator("#status")).containsText("Questi resi non si possono attribuire", 30_000);
            visit.screenshot("intake-returns-390");
            page.navigate("/intake");
            visit.screenshot("intake-list-390");
            assertThat(visit.scrollsSideways()).isFalse();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aFileChosenBeforeThePageIsWholeIsTakenToo() {
        try (Visit visit = visit(1280, "en-GB")) {
            Page page = visit.page();
            var scripts = new ArrayList<Route>();
            page.route(Pattern.compile(".*/intake[^/]*\\.js.*"), scripts::add);
            page.navigate("/intake/new", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            page.waitForCondition(() -> !scripts.isEmpty());
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload(
                            "clienti.csv", "text/csv", "id,email\n1,anna@example.com\n".getBytes(UTF_8)));
            scripts.getFirst().resume();
            page.waitForURL(Pattern.compile(".*/intake/\\d+"));
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void whatCannotBeReadIsToldOnThePage() {
        try (Visit visit = visit(1280, "en-GB")) {
            Page page = visit.page();
            page.navigate("/intake/new");
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload("budget.csv", "text/csv", new byte[] {'P', 'K', 3, 4, 0}));
            shown(page.locator(".note-bad")).containsText("budget.csv: The zip file is damaged");
            page.navigate("/intake/new");
            String csv = "Codice cliente;E-mail;Nome;Cognome;Data di nascita;Sesso\n"
                    + "1;anna@example.com;ANNA;DE ROSSI;28/02/1990;F\n;sbagliata;<b>Ugo</b>;Verdi;31/02/1990;M\n";
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload("clienti.csv", "text/csv", csv.getBytes(UTF_8)));
            page.waitForURL(Pattern.compile(".*/intake/\\d+"));
            shown(page.locator(".intake-preview tbody tr").first()).containsText("De Rossi");
            shown(page.locator(".intake-preview td.faulty").first()).containsText("sbagliata");
            visit.screenshot("intake-faults");
            page.locator("button:has-text('Bring in')").click();
            shown(page.locator("#status")).containsText("1 of 2 rows were brought in");
            visit.screenshot("intake-rejected");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aFileIsTriedBroughtInAndTakenBack() {
        for (String language : new String[] {"it-IT", "en-GB"}) {
            nothingThere();
            boolean italian = language.startsWith("it");
            try (Visit visit = visit(italian ? 390 : 1280, language)) {
                Page page = visit.page();
                bringIn(page, "1;anna@example.com;ANNA;DE ROSSI;28/02/1990;Milano\n2;ugo@gmial.com;Ugo;Verdi;;Roma\n");
                page.locator("form#draft button.btn-primary").click();
                shown(page.locator("#status")).containsText("2");
                page.locator("form[action$='/undo'] button").waitFor();

                bringIn(
                        page,
                        "1;anna@example.com;ANNA;DE ROSSI;31/02/1990;Torino\n2;ugo@gmial.com;Ugo;Verdi;;Roma\n"
                                + "3;verdi@example.com;Ugo;Verdi;;Roma\n;sbagliata;Eva;;;\n");
                page.locator("button[formaction$='/rehearse']").click();
                shown(page.locator("#would-be")).containsText("Milano → Torino");
                visit.screenshot("intake-would-be-" + language);
                assertThat(visit.scrollsSideways()).isFalse();
                page.locator("form#draft button.btn-primary").click();
                page.locator("form[action$='/undo'] button").waitFor();
                visit.screenshot("intake-told-" + language);
                page.navigate("/customers");
                page.locator("text=Anna De Rossi").first().click();
                shown(page.locator("main")).containsText("Torino");
                visit.screenshot("customer-history-" + language);
                assertThat(visit.scrollsSideways()).isFalse();
                page.navigate("/intake");
                page.locator("a:has-text('clienti.csv')").first().click();
                page.locator("form[action$='/undo'] button").click();
                shown(page.locator("#status"))
                        .containsText(italian ? "Tutto ciò che questo file aveva portato" : "was taken back");
                visit.screenshot("intake-undone-" + language);
                page.navigate("/customers");
                page.locator("text=Anna De Rossi").first().click();
                shown(page.locator("main")).containsText("Milano");
                assertThat(visit.complaints()).isEmpty();
            }
        }
    }

    private static void bringIn(Page page, String rows) {
        page.navigate("/intake/new");
        String csv = "Codice cliente;E-mail;Nome;Cognome;Data di nascita;Città\n" + rows;
        page.locator("input[type=file]").setInputFiles(new FilePayload("clienti.csv", "text/csv", csv.getBytes(UTF_8)));
        page.waitForURL(Pattern.compile(".*/intake/\\d+"));
    }

    @Test
    void aWorkbookIsBroughtInBySheetAndRecognisedTheNextTimeOnAPhoneInItalian() throws java.io.IOException {
        for (int width : new int[] {1280, 390}) {
            nothingThere();
            try (Visit visit = visit(width, "it-IT")) {
                Page page = visit.page();
                upload(page, workbook("Clienti di marzo"));
                shown(page.locator("main")).containsText("La tabella comincia alla riga 3");
                shown(page.locator(".intake-preview tbody tr").first()).containsText("02100");
                page.locator("#reading summary").click();
                visit.screenshot("intake-workbook-" + width);
                page.selectOption("#field2", "");
                shown(page.locator("main")).containsText("Una colonna è esclusa: Nome.");
                page.locator("button:has-text('Importa')").last().click();
                shown(page.locator("#status")).containsText("righe");

                upload(page, workbook("Clienti di aprile"));
                shown(page.locator("#recognised")).containsText("Riconosciuto: si importa come «clienti.xlsx» del");
                shown(page.locator("main")).containsText("Una colonna è esclusa: Nome.");
                assertThat(visit.scrollsSideways()).isFalse();
                visit.screenshot("intake-recognised-" + width);
                page.navigate("/intake");
                page.locator("#mappings input[name=name]").fill("Clienti del mese");
                page.locator("#mappings button:has-text('Rinomina')").click();
                shown(page.locator("body")).containsText("Rinominata");
                assertThat(page.locator("#mappings input[name=name]").inputValue())
                        .isEqualTo("Clienti del mese");
                assertThat(visit.scrollsSideways()).isFalse();
                visit.screenshot("intake-mappings-" + width);

                page.locator(".data-table a.row-link").first().click();
                page.locator("#recognised button").click();
                shown(page.locator("body")).containsText("Dimenticata");
                PlaywrightAssertions.assertThat(page.locator("#recognised")).hasCount(0);
                shown(page.locator("main")).containsText("Tutte le colonne sono usate.");
                assertThat(visit.complaints()).isEmpty();
            }
        }
    }

    private static void upload(Page page, byte[] workbook) {
        page.navigate("/intake/new");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "clienti.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook));
        page.waitForURL(Pattern.compile(".*/intake/\\d+"));
    }

    private static byte[] workbook(String title) throws java.io.IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var book = new org.dhatim.fastexcel.Workbook(bytes, "Test", "1.0")) {
            var sheet = book.newWorksheet("Clienti");
            sheet.value(0, 0, title);
            String[] names = {"Codice cliente", "E-mail", "Nome", "CAP", "Data di nascita"};
            for (int column = 0; column < names.length; column++) {
                sheet.value(2, column, names[column]);
            }
            for (int row = 3; row < 8; row++) {
                sheet.value(row, 0, 17850 + row);
                sheet.value(row, 1, "cliente" + row + "@example.com");
                sheet.value(row, 2, "Anna");
                sheet.value(row, 3, 2100);
                sheet.style(row, 3).format("00000").set();
                sheet.value(row, 4, java.time.LocalDate.of(1980, row, 14));
                sheet.style(row, 4).format("dd/mm/yyyy").set();
            }
            book.newWorksheet("Note").value(0, 0, "Niente");
        }
        return bytes.toByteArray();
    }

    @Test
    void contactsNeedNoMapping() {
        try (Visit visit = visit(390, "it-IT")) {
            Page page = visit.page();
            page.navigate("/intake/new");
            page.locator("input[type=file]")
                    .setInputFiles(Path.of("../shared/data/contact_exports/vcard/ezvcard_John_Doe_ANDROID.vcf"));
            page.waitForURL(Pattern.compile(".*/intake/\\d+"));
            shown(page.locator(".intake-preview tbody tr").first()).containsText("john.doe@company.com");
            assertThat(page.locator(".intake-preview thead select").count()).isLessThan(15);
            assertThat(visit.scrollsSideways()).isFalse();
            visit.screenshot("intake-contacts-390");
            page.locator("button:has-text('Importa')").last().click();
            shown(page.locator("#status")).containsText("righe");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private static Shown shown(Locator locator) {
        return new Shown(locator);
    }

    /** Waits for what the page will show. */
    private record Shown(Locator locator) {
        void containsText(String text) {
            containsText(text, 30_000);
        }

        void containsText(String text, int milliseconds) {
            PlaywrightAssertions.assertThat(locator)
                    .containsText(
                            text,
                            new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                    .setTimeout(milliseconds));
        }
    }
}
