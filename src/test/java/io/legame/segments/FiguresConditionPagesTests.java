package io.legame.segments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.legame.catalogue.ProductId;
import io.legame.customers.CustomerId;
import io.legame.insight.Figures;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import io.legame.timeline.Channel;
import io.legame.timeline.PurchaseLineDraft;
import io.legame.timeline.Timeline;
import io.legame.timeline.Touchpoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Segments by what Legame computes of customers, in the browser. */
@LegameTest
class FiguresConditionPagesTests {
    private static final Instant TODAY = Instant.parse("2024-06-20T09:00:00Z");

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Figures figures;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    /** The higher the number of a customer, the more, the more often and the later they bought. */
    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "customers", "catalogue", "timeline", "segments", "access");
        clock.set(TODAY);
        long product = database.sql("""
                        insert into catalogue.product (name, category, source, created_at, updated_at)
                        values ('Road bike', 'Bikes', 'test', now(), now()) returning id
                        """).query(Long.class).single();
        var lines = new ArrayList<PurchaseLineDraft>();
        for (int i = 0; i < 20; i++) {
            long customer = database.sql("""
                            insert into customers.customer
                                (given_name, family_name, email, sort_name, keyed, source, created_at, updated_at)
                            values ('Ada', 'Rossi', ?, 'rossi', true, 'test', '2024-01-01', now()) returning id
                            """)
                    .param("ada" + i + "@example.com")
                    .query(Long.class)
                    .single();
            for (int order = 0; order < i / 4; order++) {
                Instant at = TODAY.minusSeconds(86_400L * (20 - i) * (4 + 3L * order));
                lines.add(new PurchaseLineDraft(
                        "o" + i + "." + order,
                        "1",
                        new CustomerId(customer),
                        at,
                        new Touchpoint("e-shop", Channel.of("online")),
                        new ProductId(product),
                        BigDecimal.ONE,
                        BigDecimal.valueOf(10L * i),
                        BigDecimal.ZERO,
                        null));
            }
        }
        timeline.recordPurchases("test", lines);
        figures.catchUp();
    }

    @AfterEach
    void clear() {
        TestDatabase.clear(database, "customers", "catalogue", "timeline", "segments");
    }

    @ParameterizedTest
    @CsvSource({"1280,en,false", "390,it,true", "390,en,false"})
    void aMarketerFindsCustomersByWhatTheyAreWorthAndWhereTheyStand(int width, String language, boolean dark) {
        boolean italian = language.equals("it");
        String name = "-" + width + "-" + language + (dark ? "-dark" : "");
        try (var visit = TestBrowser.visit(signedIn.url(""), width, language)) {
            Page page = visit.page();
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
            signedIn.signIn(page);
            page.navigate("/segments/new");
            add(page, "offer.tier", () -> visit.screenshot("figures-conditions-menu" + name));
            check(page, "#f-0-v-gold");
            assertThat(page.locator("#sentence"))
                    .containsText(italian ? "sono nella fascia oro" : "are in the tier gold");
            page.locator("#f-0-on").selectOption("2024-05-31");
            assertThat(page.locator("#sentence")).containsText(italian ? "31 mag 2024" : "31 May 2024");
            page.locator("#f-0-on").selectOption("today");
            assertThat(page.locator("#sentence")).not().containsText(italian ? "31 mag 2024" : "31 May 2024");

            add(page, "offer.moved", () -> {});
            check(page, "#f-1-from-none");
            check(page, "#f-1-from-gold");
            page.locator("#f-1-since").selectOption("2024-04-30");
            assertThat(page.locator("#f-1-since option[value='']")).hasCount(0);
            check(page, "#f-1-to-gold");
            assertThat(page.locator("#sentence")).containsText(italian ? "sono passati da" : "moved from");

            add(page, "offer.stage", () -> {});
            check(page, "#f-2-v-active");
            check(page, "#f-2-v-loyal");
            page.locator("#f-2-when").selectOption("day");
            page.locator("#f-2-on-day").fill("2024-06-01");
            assertThat(page.locator("#sentence")).containsText(italian ? "1 giu 2024" : "1 Jun 2024");

            add(page, "offer.entered", () -> {});
            check(page, "#f-3-v-new");
            add(page, "metric.loyalty", () -> {});
            page.locator("#f-4-a").fill("5");
            add(page, "metric.mainChannel", () -> {});
            check(page, "#f-5-v-online");
            add(page, "metric.mainCategory", () -> {});
            page.locator("button.chip")
                    .filter(new Locator.FilterOptions().setHasText("Bikes"))
                    .click();
            assertThat(page.locator("#sentence")).containsText("Bikes");
            assertThat(page.locator("#sentence"))
                    .containsText(italian ? "fedeltà oggi almeno 5" : "loyalty today is at least 5");
            add(page, "offer.anniversary.birthDate", () -> {});
            page.locator("#f-7-n").fill("30");
            assertThat(page.locator("#sentence"))
                    .containsText(italian ? "oggi o nei prossimi 30 giorni" : "today or in the next 30 days");
            add(page, "offer.top", () -> {});
            page.locator("#f-8-by").selectOption("revenue");
            assertThat(page.locator("#sentence"))
                    .containsText(
                            italian
                                    ? "nel 10% con i valori più alti di ricavi totali"
                                    : "among the 10% with the highest total revenue");
            add(page, "offer.ofBefore", () -> {});
            assertThat(page.locator("#sentence"))
                    .containsText(
                            italian
                                    ? "negli ultimi 90 giorni al massimo 50% di quanto avevano speso"
                                    : "in the last 90 days at most 50% of what they spent in the same time before");
            visit.screenshot("figures-conditions" + name);
            assertThat(visit.scrollsSideways()).isFalse();

            for (int row = 9; row >= 1; row--) {
                page.locator("button[value='remove:f." + row + "']").click();
                assertThat(page.locator("#f-" + row)).hasCount(0);
            }
            String counted = page.locator("label.chip:has(#f-0-v-gold) .muted").textContent();
            page.locator("#name").fill("Gold");
            page.locator("button[formaction='/segments']").click();
            page.waitForURL(Pattern.compile(".*/segments/\\d+"));
            assertThat(page.locator("main")).containsText(italian ? "nella fascia oro" : "in the tier gold");
            assertThat(page.locator("table.data-table .row-link")).hasCount(Integer.parseInt(counted));
            visit.screenshot("figures-segment" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private static void check(Page page, String box) {
        page.locator("label.chip:has(" + box + ")").click();
        assertThat(page.locator(box)).isChecked();
    }

    private static void add(Page page, String offer, Runnable seen) {
        page.locator("#f-add summary").click();
        seen.run();
        int rows = page.locator("li.condition").count();
        page.locator("#f-add button[value='add:f:" + offer + "']").click();
        assertThat(page.locator("li.condition")).hasCount(rows + 1);
    }
}
