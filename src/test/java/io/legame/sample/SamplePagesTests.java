package io.legame.sample;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.legame.sample.SampleState.Phase;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestBrowser.Visit;
import io.legame.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first minutes of somebody who has no data yet, in a real browser, in Italian. */
@LegameTest
class SamplePagesTests {
    /** The machine may be busy with other things. */
    private static final double PATIENCE = Duration.ofMinutes(5).toMillis();

    @Autowired
    SignedIn signedIn;

    @Autowired
    ShopTable table;

    @Autowired
    JdbcClient database;

    @Test
    void theShopIsMadeExploredAndRemovedWithAClickEach() {
        TestDatabase.clear(database, "sample", "timeline", "catalogue", "customers");
        signedIn.account("admin@legame.test", "Ada Amministra", "ADMINISTRATOR");
        try (Visit visit = TestBrowser.visit(signedIn.url(""), 1280, "it-IT");
                Visit phone = TestBrowser.visit(signedIn.url(""), 390, "it-IT")) {
            signedIn.signIn(visit.page());
            signedIn.signIn(phone.page());
            Page page = visit.page();
            page.getByText("Esplora un negozio di esempio").click();
            page.waitForURL("**/sample");
            assertThat(page.getByText("Stiamo creando il negozio di esempio")).isVisible();
            assertThat(page.getByText("Scriviamo la storia dei clienti")).isVisible(patiently());
            visit.screenshot("sample-making-1280-it");
            phone.page().navigate("/sample");
            assertThat(phone.page().getByText("Scriviamo la storia dei clienti"))
                    .isVisible();
            phone.screenshot("sample-making-390-it");
            phone.page().navigate("/");
            assertThat(phone.page().getByText("Il negozio di esempio è in preparazione"))
                    .isVisible();

            assertThat(page.getByText("Il negozio di esempio è pronto")).isVisible(patiently());
            visit.screenshot("sample-made-1280-it");
            page.getByText("Guarda i clienti").click();
            page.waitForURL("**/customers");
            assertThat(page.locator("#customer-rows tr").first()).isVisible();
            visit.screenshot("sample-customers-1280-it");

            String card = "/customers/" + goodCustomer();
            for (Visit each : new Visit[] {visit, phone}) {
                each.page().navigate(card);
                assertThat(each.page().locator(".timeline-item").first()).isVisible();
                each.screenshot("sample-card-" + each.page().viewportSize().width + "-it");
                assertThat(each.scrollsSideways()).isFalse();
                each.page().navigate("/");
                assertThat(each.page().getByText("Stai guardando il negozio di esempio"))
                        .isVisible();
                each.page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
                each.screenshot("sample-home-" + each.page().viewportSize().width + "-it");
                assertThat(each.scrollsSideways()).isFalse();
            }

            page.getByText("Rimuovilo").click();
            page.waitForURL("**/sample");
            assertThat(page.getByText("Il negozio di esempio è stato rimosso")).isVisible(patiently());
            visit.screenshot("sample-removed-1280-it");
            assertThat(table.state().phase()).isEqualTo(Phase.REMOVED);
            page.navigate("/");
            assertThat(page.getByText("Esplora un negozio di esempio")).isVisible();
            assertThat(visit.complaints()).isEmpty();
            assertThat(phone.complaints()).isEmpty();
        }
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
    }

    /** Somebody who bought and was met on many ways. */
    private long goodCustomer() {
        return database.sql("""
                select i.customer_id from timeline.interaction i join customers.customer c on c.id = i.customer_id
                where c.birth_date is not null and c.phone is not null
                group by 1 order by count(distinct i.kind) desc, count(*) desc, 1 limit 1
                """).query(Long.class).single();
    }

    @Test
    void onlyWhoMayBringInFilesMayMakeOrRemoveTheShop() {
        var visitor = signedIn.as("SHOP");
        assertThat(visitor.get("/sample").status()).isEqualTo(403);
        visitor.get("/");
        assertThat(visitor.post("/sample").status()).isEqualTo(403);
        assertThat(visitor.post("/sample/remove").status()).isEqualTo(403);
        assertThat(signedIn.stranger().get("/sample").status()).isEqualTo(302);
    }
}
