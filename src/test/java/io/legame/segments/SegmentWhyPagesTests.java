package io.legame.segments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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

/** Somebody wonders why a customer is in a segment, or is not, and is told condition by condition. */
@LegameTest
@TestPropertySource(properties = "legame.test=adventureworks")
@Import(AdventureWorks.class)
class SegmentWhyPagesTests {
    private static final String FILTER = "{\"all\":[{\"attribute\":\"gender\",\"isOneOf\":[\"F\"]},"
            + "{\"any\":[{\"purchases\":\"amount\",\"atLeast\":100000},{\"purchases\":\"orders\",\"none\":true}]},"
            + "{\"not\":{\"attribute\":\"age\",\"lessThan\":18}}]}";

    @Autowired
    private AdventureWorks adventureWorks;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    private long segment;
    private long customer;

    @BeforeEach
    void begin() throws Exception {
        adventureWorks.load();
        TestDatabase.clear(database, "segments", "access");
        signedIn.token().json("POST", "/api/v1/segments", "{\"name\":\"Great spenders\",\"filter\":" + FILTER + "}");
        signedIn.token().json("POST", "/api/v1/segments", "{\"name\":\"All of them\",\"filter\":{\"all\":[]}}");
        segment = database.sql("select id from segments.segment where name = 'Great spenders'")
                .query(Long.class)
                .single();
        customer = database.sql("select id from customers.customer where email = 'caroline20@adventure-works.com'")
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource({"1280,en,false", "390,it,true"})
    void aMarketerAsksWhySomebodyIsNotIn(int width, String language, boolean dark) {
        boolean italian = language.equals("it");
        String name = "-" + width + "-" + language + (dark ? "-dark" : "");
        try (var visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            var page = visit.page();
            signedIn.signIn(page);
            page.navigate("/segments/" + segment);
            page.locator("#why").pressSequentially("caroline alexander");
            page.locator(".why-form [role=option]").first().click();
            page.locator(".why-form button").click();
            assertThat(page.locator(".why-verdict")).hasClass(java.util.regex.Pattern.compile("no"));
            assertThat(page.locator(".why-tree > li")).hasCount(1);
            assertThat(page.locator(".why-tree")).containsText(italian ? "in realtà: 1.767,04" : "in fact: €1,767.04");
            assertThat(page.locator(".why-tree li.decides.no li.decides")).hasCount(3);
            visit.screenshot("segment-why" + name);
            org.assertj.core.api.Assertions.assertThat(visit.scrollsSideways()).isFalse();

            page.navigate("/customers/" + customer);
            assertThat(page.locator(".customer-segments")).containsText("All of them");
            assertThat(page.locator(".customer-segments")).not().containsText("Great spenders");
            visit.screenshot("customer-segments" + name);
            page.locator(
                            ".customer-segments a",
                            new com.microsoft.playwright.Page.LocatorOptions().setHasText(italian ? "perché" : "why"))
                    .click();
            assertThat(page.locator(".why-verdict")).hasClass(java.util.regex.Pattern.compile("yes"));
            org.assertj.core.api.Assertions.assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aProgramAsksTheSameAndItIsWrittenDown() {
        var program = signedIn.token("segments:view", "customers:view");
        var why = program.get("/api/v1/segments/" + segment + "/customers/" + customer + "?asOf=2019-06-30");
        assertThat(why.status()).isEqualTo(200);
        assertThat(why.body())
                .contains(
                        "\"member\":false",
                        "\"hasKey\":true",
                        "\"sentence\":\"are women\",\"actual\":\"Female\",\"holds\":true,\"decides\":false",
                        "\"any\":[",
                        "\"none\":[");
        assertThat(program.get("/api/v1/segments/customers/" + customer).body())
                .contains("All of them")
                .doesNotContain("Great spenders");
        assertThat(database.sql(
                                "select count(*) from access.audit_entry where action = 'segments.why' and subject_id = ?")
                        .param(Long.toString(customer))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(program.get("/api/v1/segments/" + segment + "/customers/999999999")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoDoesNotSeeCustomersIsNotToldOfThem() {
        String path = "/api/v1/segments/" + segment + "/customers/" + customer;
        assertThat(signedIn.token("segments:view").get(path).status()).isEqualTo(403);
        assertThat(signedIn.token("customers:view").get(path).status()).isEqualTo(403);
        assertThat(signedIn.as("SHOP").get("/segments/customers/" + customer).status())
                .isEqualTo(403);
        assertThat(signedIn.as("SHOP")
                        .get("/segments/" + segment + "/why?customer=" + customer)
                        .status())
                .isEqualTo(403);
    }
}
