package io.legame.segments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Segments side by side: who is in both, what each part weighs, and a new segment of a part. */
@LegameTest
@TestPropertySource(properties = "legame.test=adventureworks")
@Import(AdventureWorks.class)
class SegmentComparisonPagesTests {
    @Autowired
    private AdventureWorks adventureWorks;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    private long women;
    private long buyers;
    private long nobody;

    @BeforeEach
    void begin() throws Exception {
        adventureWorks.load();
        TestDatabase.clear(database, "segments", "access");
        women = create("Women", "{\"attribute\":\"gender\",\"isOneOf\":[\"F\"]}");
        buyers = create(
                "Customers who spent a great deal of money with us in all the years that we have known them",
                "{\"purchases\":\"amount\",\"atLeast\":2000}");
        nobody = create("Nobody", "{\"not\":{\"all\":[]}}");
    }

    private long create(String name, String filter) {
        signedIn.token().json("POST", "/api/v1/segments", "{\"name\":\"" + name + "\",\"filter\":" + filter + "}");
        return database.sql("select id from segments.segment where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource({"1280,en,false", "390,it,true"})
    void aMarketerComparesTwoSegmentsAndBuildsOnAPart(int width, String language, boolean dark) {
        boolean italian = language.equals("it");
        String name = "-" + width + "-" + language + (dark ? "-dark" : "");
        try (var visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            var page = visit.page();
            signedIn.signIn(page);
            page.navigate("/segments");
            visit.screenshot("segments-head" + name);
            org.assertj.core.api.Assertions.assertThat(visit.scrollsSideways()).isFalse();
            // on a phone one comes there from a segment
            page.navigate("/segments/compare");
            visit.screenshot("segments-compare-empty" + name);
            page.navigate("/segments/" + women);
            Locator overlaps = page.locator(".overlaps");
            page.locator("a[href='/segments/compare']").first().scrollIntoViewIfNeeded();
            assertThat(overlaps.locator("li")).hasCount(1);
            overlaps.locator("a").click();
            assertThat(page.locator(".venn circle")).hasCount(2);
            assertThat(page.locator(".venn text")).hasCount(3);
            assertThat(page.locator(".compare-table")).containsText(italian ? "A, non B" : "A, not B");
            assertThat(page.locator(".compare-profiles .mix").first()).isVisible();
            assertThat(page.locator(".compare-profiles .skeleton")).hasCount(0);
            visit.screenshot("segments-compare" + name);
            org.assertj.core.api.Assertions.assertThat(visit.scrollsSideways()).isFalse();
            String both = page.locator(".compare-table tbody tr:nth-child(3) td.num")
                    .first()
                    .innerText();

            page.locator("#compare-2").selectOption(Long.toString(nobody));
            page.locator(".compare-form button").click();
            assertThat(page.locator(".venn circle")).hasCount(3);
            assertThat(page.locator(".compare-table tbody tr")).hasCount(11);
            visit.screenshot("segments-compare-three" + name);
            org.assertj.core.api.Assertions.assertThat(visit.scrollsSideways()).isFalse();
            page.goBack();

            page.locator(".compare-table tbody tr:nth-child(3) a").click();
            assertThat(page.locator("#sentence")).containsText("Women");
            assertThat(page.locator("#preview .kpi-value").first()).hasText(both);
            org.assertj.core.api.Assertions.assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aProgramComparesThemToo() {
        var program = signedIn.token("segments:view");
        var compared =
                program.get("/api/v1/segments/compare?segment=" + women + "&segment=" + buyers + "&asOf=2019-06-30");
        assertThat(compared.status()).isEqualTo(200);
        assertThat(compared.body()).contains("{\"in\":[" + women + "],", "{\"in\":[" + women + "," + buyers + "],");
        assertThat(program.get("/api/v1/segments/compare?segment=" + women).status())
                .isEqualTo(422);
        assertThat(program.get("/api/v1/segments/" + women + "/overlaps").body())
                .contains("\"name\":\"Nobody\",\"customers\":0,\"shared\":0");
        assertThat(signedIn.token("customers:view")
                        .get("/api/v1/segments/" + women + "/overlaps")
                        .status())
                .isEqualTo(403);
        assertThat(signedIn.as("SHOP").get("/segments/compare").status()).isEqualTo(403);
    }
}
