package io.legame.segments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.legame.catalogue.ProductId;
import io.legame.customers.CustomerId;
import io.legame.insight.Projection;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import io.legame.timeline.Channel;
import io.legame.timeline.InteractionDraft;
import io.legame.timeline.PurchaseLineDraft;
import io.legame.timeline.Timeline;
import io.legame.timeline.Touchpoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Segments by what customers bought and did, in the browser. */
@LegameTest
class FactConditionPagesTests {
    private static final Instant TODAY = Instant.parse("2024-06-20T09:00:00Z");

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Projection projection;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    /** Every third customer bought a bicycle of another brand, every second one at a discount. */
    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "customers", "catalogue", "timeline", "segments", "access");
        clock.set(TODAY);
        long[] bicycles = {
            product("Corsa", "Legnano"), product("Via Veneto", "Bianchi"), product("Gravel", "O'Neill & Figli")
        };
        var lines = new ArrayList<PurchaseLineDraft>();
        var calls = new ArrayList<InteractionDraft>();
        for (int i = 0; i < 12; i++) {
            CustomerId customer = customer(i);
            lines.add(new PurchaseLineDraft(
                    "o" + i,
                    "1",
                    customer,
                    TODAY.minusSeconds(86_400L * i),
                    new Touchpoint("e-shop", Channel.of("online")),
                    new ProductId(bicycles[i % 3]),
                    BigDecimal.ONE,
                    BigDecimal.valueOf(500),
                    BigDecimal.valueOf(i % 2 * 50L),
                    null));
            calls.add(new InteractionDraft(
                    "c" + i,
                    customer,
                    TODAY.minusSeconds(86_400L * i + 3_600L * 24 * 3),
                    "call",
                    new Touchpoint("Call centre", Channel.of("phone")),
                    null,
                    i % 4 == 0
                            ? Map.of("outcome", "no answer", "Reason: \"why\"", "<b>too dear</b>")
                            : Map.of("outcome", "success", "campaign", "Spring")));
        }
        timeline.recordPurchases("test", lines);
        timeline.record("test", calls);
        projection.catchUp();
    }

    @AfterEach
    void clear() {
        TestDatabase.clear(database, "customers", "catalogue", "timeline", "segments");
    }

    private long product(String name, String brand) {
        return database.sql("""
                        insert into catalogue.product (name, category, brand, source, created_at, updated_at)
                        values (?, 'Bikes', ?, 'test', now(), now()) returning id
                        """).params(name, brand).query(Long.class).single();
    }

    private CustomerId customer(int number) {
        return new CustomerId(database.sql("""
                        insert into customers.customer
                            (given_name, family_name, email, sort_name, keyed, source, created_at, updated_at)
                        values ('Ada', 'Rossi', ?, 'rossi', true, 'test', '2024-01-01', now()) returning id
                        """)
                .param("ada" + number + "@example.com")
                .query(Long.class)
                .single());
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "it, 390"})
    void somebodyFindsWhoBoughtABrandAtADiscount(String language, int width) {
        try (var visit = builder(language, width)) {
            Page page = visit.page();

            add(page, "offer.purchases.largestOrder");
            page.locator("#f-0-a").fill("100");
            restrict(page, 0, "brands");
            pick(page, "Legnano");
            restrict(page, 0, "discounted");
            assertThat(page.locator("#sentence"))
                    .containsText(
                            italian(language)
                                    ? "nell'acquisto più grande di prodotti della marca Legnano in sconto negli ultimi 90 giorni"
                                    : "in their largest purchase of the brand Legnano at a discount in the last 90 days");
            assertThat(page.locator("#side")).containsText("2");
            page.locator("#f-0-discounted").selectOption("false");
            assertThat(page.locator("#sentence")).containsText(italian(language) ? "a prezzo pieno" : "at full price");
            add(page, "offer.purchases.discount");
            page.locator("#f-1-measure").selectOption("brands");
            page.locator("#f-1-a").fill("1");
            assertThat(page.locator("#sentence"))
                    .containsText(italian(language) ? "di almeno 1 marca" : "from at least 1 brand");
            seen(visit, "bought", language);

            page.locator("button[value='unrestrict:f.0:discounted']").click();
            assertThat(page.locator("#sentence")).not().containsText(italian(language) ? "prezzo" : "price");
            save(page, "Legnano");
            assertThat(page.locator("table.data-table .row-link")).hasCount(4);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "it, 390"})
    void somebodyFindsWhomACallReachedByWhatWasRecordedOfIt(String language, int width) {
        try (var visit = builder(language, width)) {
            Page page = visit.page();
            add(page, "offer.interactions.some");
            page.locator("label.chip:has(#f-0-kinds-call)").click();
            String outcome = DetailField.of("outcome");
            restrict(page, 0, outcome);
            pick(page, "no answer");
            restrict(page, 0, DetailField.of("Reason: \"why\""));
            pick(page, "too dear");
            assertThat(page.locator("#sentence"))
                    .containsText(
                            italian(language)
                                    ? "chiamata con esito «no answer» e «Reason: \"why\"» «<b>too dear</b>»"
                                    : "call with outcome “no answer” and “Reason: \"why\"” “<b>too dear</b>”");
            page.locator("#f-0-measure").selectOption("daysSinceLast");
            page.locator("#f-0-op").selectOption("atMost");
            page.locator("#f-0-a").fill("8");
            assertThat(page.locator("#sentence")).containsText(italian(language) ? "8 giorni fa" : "8 days ago");
            page.locator("#f-0-" + outcome + "-search").fill("succ");
            assertThat(page.locator("button.chip").filter(new Locator.FilterOptions().setHasText("success")))
                    .isVisible();
            seen(visit, "called", language);

            save(page, "Called");
            assertThat(page.locator("table.data-table .row-link")).hasCount(2);
            page.locator("a[href$='/edit']").first().click();
            assertThat(page.locator("span.chip.active").filter(new Locator.FilterOptions().setHasText("no answer")))
                    .isVisible();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    /** A customer bought three days after the call: within four days all did, within two days nobody. */
    @ParameterizedTest
    @CsvSource({"en, 1280", "it, 390"})
    void somebodyFindsWhoDidOneThingAndThenAnother(String language, int width) {
        try (var visit = builder(language, width)) {
            Page page = visit.page();
            add(page, "offer.sequence.did");
            page.locator("label.chip:has(#f-0-s0-kinds-call)").click();
            restrict(page, 0, "s0-" + DetailField.of("outcome"));
            pick(page, "success");
            page.locator("#f-0-s1-within").fill("4");
            restrict(page, 0, "s1-brands");
            pick(page, "Legnano");
            assertThat(page.locator("#sentence"))
                    .containsText(
                            italian(language)
                                    ? "hanno avuto prima un contatto di tipo chiamata con esito success negli ultimi 90 giorni,"
                                            + " poi entro 4 giorni un acquisto di prodotti della marca Legnano"
                                    : "first had a contact by call with outcome success in the last 90 days,"
                                            + " then within 4 days a purchase of the brand Legnano");
            page.locator("#f-0-steps").selectOption("3");
            assertThat(page.locator("#f-0-s1-did option")).hasCount(2);
            page.locator("#f-0-s2-did").selectOption("nopurchase");
            page.locator("#f-0-s2-within").fill("5");
            page.locator("#f-0-s2-unit").selectOption("days");
            assertThat(page.locator("#sentence"))
                    .containsText(
                            italian(language)
                                    ? "poi entro 5 giorni nessun acquisto"
                                    : "then within 5 days no purchase");
            seen(visit, "sequence", language);

            save(page, "Called and bought");
            assertThat(page.locator("table.data-table .row-link")).hasCount(2);
            page.locator("a[href$='/edit']").first().click();
            assertThat(page.locator("#f-0-s2-did")).hasValue("nopurchase");
            assertThat(page.locator("#f-0-s2-within")).hasValue("5");
            page.locator("#f-0-steps").selectOption("2");
            page.locator("#f-0-s1-did").selectOption("nopurchase");
            assertThat(page.locator("#sentence"))
                    .containsText(
                            italian(language) ? "nessun acquisto di prodotti della marca" : "no purchase of the brand");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private static boolean italian(String language) {
        return language.equals("it");
    }

    /** Italian in the dark. */
    private TestBrowser.Visit builder(String language, int width) {
        var visit = TestBrowser.visit(signedIn.url(""), width, language, italian(language));
        signedIn.signIn(visit.page());
        visit.page().navigate("/segments/new");
        return visit;
    }

    private static void seen(TestBrowser.Visit visit, String what, String language) {
        visit.screenshot("fact-conditions-" + what + "-" + language);
        assertThat(visit.scrollsSideways()).isFalse();
    }

    private static void save(Page page, String name) {
        page.locator("#name").fill(name);
        page.locator("button[formaction='/segments']").click();
        page.waitForURL(Pattern.compile(".*/segments/\\d+"));
    }

    private static void add(Page page, String offer) {
        page.locator("#f-add summary").click();
        int rows = page.locator("li.condition").count();
        page.locator("#f-add button[value='add:f:" + offer + "']").click();
        assertThat(page.locator("li.condition")).hasCount(rows + 1);
    }

    private static void restrict(Page page, int row, String what) {
        page.locator("button[value='restrict:f." + row + ":" + what + "']").click();
        assertThat(page.locator("button[value='unrestrict:f." + row + ":" + what + "']"))
                .isVisible();
    }

    private static void pick(Page page, String value) {
        page.locator("button.chip")
                .filter(new Locator.FilterOptions().setHasText(value))
                .click();
        assertThat(page.locator("span.chip.active").filter(new Locator.FilterOptions().setHasText(value)))
                .isVisible();
    }
}
