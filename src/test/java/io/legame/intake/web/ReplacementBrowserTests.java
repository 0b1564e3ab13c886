package io.legame.intake.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestBrowser.Visit;
import io.legame.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file that writes a product in another way than the catalogue, in a real browser. */
@LegameTest
class ReplacementBrowserTests {
    private static final LocatorAssertions.IsVisibleOptions PATIENT =
            new LocatorAssertions.IsVisibleOptions().setTimeout(40_000);
    private static final Path CRM = Path.of("../shared/data/maven_crm");

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothingThere() {
        TestDatabase.clear(database, "intake", "timeline", "catalogue", "customers");
        TestDatabase.skipIds(database, "intake.import");
    }

    private Visit visit(int width, String language, boolean dark) {
        Visit visit = TestBrowser.visit(signedIn.url(""), width, language, dark);
        visit.context().setDefaultTimeout(40_000);
        signedIn.account("marketing@legame.test", "Marta Marketing", "MARKETING");
        signedIn.signIn(visit.page(), "marketing@legame.test");
        return visit;
    }

    private static void receive(Page page, Path file) {
        page.navigate("/intake/new");
        page.locator("input[type=file]").setInputFiles(file);
        page.waitForURL(Pattern.compile(".*/intake/\\d+"));
    }

    private static void bringIn(Page page) {
        page.locator(".form-actions .btn-primary").click();
        assertThat(page.locator("#status :is(.badge-good, .badge-warn)").first())
                .isVisible(PATIENT);
    }

    @ParameterizedTest
    @CsvSource({"1280,en-GB,false", "390,it-IT,true"})
    void aProposalIsTakenTriedAndBroughtIn(int width, String language, boolean dark) {
        String name = "-" + width + "-" + language.substring(0, 2) + (dark ? "-dark" : "");
        try (Visit visit = visit(width, language, dark)) {
            Page page = visit.page();
            receive(page, CRM.resolve("accounts.csv"));
            visit.screenshot("crm-accounts" + name);
            bringIn(page);
            receive(page, CRM.resolve("products.csv"));
            bringIn(page);
            receive(page, CRM.resolve("sales_pipeline.csv"));
            assertThat(page.locator("#near-products")).containsText("GTXPro");
            assertThat(page.locator("#near-products"))
                    .containsText(language.startsWith("it") ? "1.480 righe dicono" : "1,480 rows say");
            visit.screenshot("crm-proposal" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator(".form-actions button[formaction$='/rehearse']").click();
            assertThat(page.locator("#would-be a[href='#near-products']"))
                    .hasText(Pattern.compile("1.480"), new LocatorAssertions.HasTextOptions().setTimeout(40_000));
            visit.screenshot("crm-tried" + name);
            page.locator("button[name=leave]").click();
            assertThat(page.locator("button[name=use]")).hasCount(0);
            page.locator("button[name=position]").click();
            page.locator("button[name=use]").click();
            assertThat(page.locator("button[name=position]")).hasCount(1);
            assertThat(page.locator("button[name=use]")).hasCount(0);
            visit.screenshot("crm-replaced" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            bringIn(page);
            assertThat(page.locator("#replaced")).containsText("GTXPro");
            visit.screenshot("crm-report" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            assertThat(visit.complaints()).isEmpty();
            assertThat(database.sql("select count(*) from catalogue.product")
                            .query(Long.class)
                            .single())
                    .isEqualTo(7);
        }
    }

    @Test
    void manyHostileNamesAreShownAsTheyAreAndTakenAtOnce() {
        var catalogue = new StringBuilder("Product code,Product name,Price\n");
        var sales = new StringBuilder("Order number,Date,Customer number,Product code,Quantity,Unit price\n");
        for (int i = 0; i < 60; i++) {
            catalogue
                    .append("\"<b>Thing</b> ")
                    .append(i)
                    .append(" è\",Thing ")
                    .append(i)
                    .append(",1\n");
            sales.append(i).append(",2026-02-23,c1,<b>thing</b>-").append(i).append("-E',1,1\n");
        }
        catalogue.append("=1+1 sum,Sum,1\n");
        sales.append("99,2026-02-23,c1,=1+1 SUM,1,1\n");
        try (Visit visit = visit(390, "en-GB", false)) {
            Page page = visit.page();
            for (String[] file :
                    new String[][] {{"products.csv", catalogue.toString()}, {"sales.csv", sales.toString()}}) {
                page.navigate("/intake/new");
                page.locator("input[type=file]")
                        .setInputFiles(new FilePayload(file[0], "text/csv", file[1].getBytes(StandardCharsets.UTF_8)));
                page.waitForURL(Pattern.compile(".*/intake/\\d+"));
                if (file[0].equals("products.csv")) {
                    bringIn(page);
                }
            }
            assertThat(page.locator("button[name=use]")).hasCount(50);
            assertThat(page.locator("#near-products")).containsText("<b>thing</b>-0-E'");
            assertThat(page.locator("#near-products b")).hasCount(0);
            assertThat(page.locator("#near-products")).containsText("11 more resemble");
            visit.screenshot("near-hostile");
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator("#near-products .panel-head button").click();
            assertThat(page.locator("button[name=position]")).hasCount(61);
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
