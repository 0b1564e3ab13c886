package io.legame.customers.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.legame.catalogue.Catalogue;
import io.legame.catalogue.ProductDraft;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.Identity;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestBrowser.Visit;
import io.legame.testing.TestDatabase;
import io.legame.timeline.Channel;
import io.legame.timeline.InteractionDraft;
import io.legame.timeline.PurchaseLineDraft;
import io.legame.timeline.Timeline;
import io.legame.timeline.Touchpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a shop assistant sees of a customer, in a real browser. */
@LegameTest
class CustomerPagesTests {
    private static final Touchpoint SHOP = new Touchpoint("Milano Duomo", Channel.SHOP);
    private static final Touchpoint NEWSLETTER = new Touchpoint("Newsletter", Channel.EMAIL);
    private static final Instant LAST = Instant.parse("2026-03-09T16:42:00Z");

    @Autowired
    SignedIn signedIn;

    @Autowired
    Customers customers;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Timeline timeline;

    @Autowired
    JdbcClient database;

    CustomerId maria = new CustomerId(0);

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "catalogue", "customers");
        customers.upsert(
                "shop",
                List.of(
                        new CustomerDraft(
                                Map.of(
                                        CustomerField.NUMBER, "10001",
                                        CustomerField.GIVEN_NAME, "Maria Antonietta",
                                        CustomerField.FAMILY_NAME, "Della Valle-Montecuccoli",
                                        CustomerField.EMAIL, "maria@esempio.it",
                                        CustomerField.PHONE, "347 1234567",
                                        CustomerField.GENDER, "F",
                                        CustomerField.TOWN, "Reggio nell'Emilia"),
                                Map.of(),
                                LocalDate.parse("1984-05-17"),
                                new BigDecimal("38000"),
                                2,
                                true),
                        CustomerDraft.of(Map.of(
                                CustomerField.NUMBER, "10002", CustomerField.FULL_NAME, "<script>alert(1)</script>"))));
        maria = customers
                .find(List.of(Identity.number("shop", "10001")))
                .values()
                .iterator()
                .next();
        catalogue.upsert(
                "shop",
                List.of(new ProductDraft(
                        "P1",
                        null,
                        "Cappotto di lana color cammello",
                        null,
                        null,
                        "Capispalla",
                        null,
                        null,
                        null,
                        new BigDecimal("189.90"),
                        new BigDecimal("80"))));
        var product = catalogue.find("shop", List.of("P1")).get("P1");
        timeline.recordPurchases(
                "shop",
                IntStream.range(0, 50)
                        .mapToObj(i -> new PurchaseLineDraft(
                                "SO" + i / 2,
                                Integer.toString(i),
                                maria,
                                LAST.minus(Duration.ofDays(i / 2 * 20L)),
                                SHOP,
                                product == null ? null : product.id(),
                                BigDecimal.ONE,
                                new BigDecimal("189.90"),
                                BigDecimal.ZERO,
                                null))
                        .toList());
        timeline.record(
                "mailer",
                IntStream.range(0, 20)
                        .mapToObj(i -> new InteractionDraft(
                                "m" + i,
                                maria,
                                LAST.minus(Duration.ofDays(i * 15L + 3)),
                                "message",
                                NEWSLETTER,
                                "Saldi di fine stagione: -30% sui cappotti",
                                Map.of("outcome", "opened")))
                        .toList());
    }

    private Visit visit(int width, String language, boolean dark) {
        Visit visit = TestBrowser.visit(signedIn.url(""), width, language, dark);
        signedIn.account("shop@legame.test", "Sara Negozio", "SHOP");
        Page page = visit.page();
        signedIn.signIn(page, "shop@legame.test");
        return visit;
    }

    @Test
    void theShopAssistantFindsACustomerAndReadsTheTimelineOnAPhone() {
        try (Visit visit = visit(390, "it-IT", false)) {
            Page page = visit.page();
            page.navigate("/customers");
            assertThat(page.getByText("Della Valle-Montecuccoli")).isVisible();
            visit.screenshot("customers-390-it");
            page.getByPlaceholder("Nome, e-mail, telefono o codice").fill("della v");
            assertThat(page.locator("#customer-rows tr")).hasCount(1);
            page.getByText("Della Valle-Montecuccoli").click();
            assertThat(page.locator(".timeline-item:not(.timeline-landmark)").first())
                    .containsText("Acquisto SO0");
            visit.screenshot("customer-card-390-it");
            assertThat(visit.scrollsSideways()).isFalse();
            int before = page.locator(".timeline-item:not(.timeline-landmark)").count();
            page.locator(".timeline-item:not(.timeline-landmark)").last().scrollIntoViewIfNeeded();
            assertThat(page.locator(".timeline-item:not(.timeline-landmark)")).hasCount(45);
            assertThat(before).isLessThan(45);
            page.locator(".timeline").evaluate("window.scrollTo(0, 0)");
            page.locator("label.chip", new Page.LocatorOptions().setHasText("Messaggio"))
                    .click();
            assertThat(page.locator(".timeline-item[data-kind=purchase]")).hasCount(0);
            assertThat(page.locator(".timeline-item[data-kind=message]")).hasCount(20);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void theCardReadsWellOnADesktopInTheDark() {
        try (Visit visit = visit(1280, "en-GB", true)) {
            Page page = visit.page();
            page.navigate("/customers/" + maria.value());
            assertThat(page.locator(".timeline-item:not(.timeline-landmark)").first())
                    .containsText("Purchase SO0");
            assertThat(page.locator(".timeline-item:not(.timeline-landmark)").first())
                    .containsText("€379.80");
            assertThat(page.getByText("41 years")).isVisible();
            visit.screenshot("customer-card-1280-en-dark");
            page.navigate("/customers");
            visit.screenshot("customers-1280-en-dark");
            page.navigate("/catalogue");
            assertThat(page.getByText("Cappotto di lana")).isVisible();
            visit.screenshot("catalogue-1280-en-dark");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aScriptInANameIsOnlyText() {
        try (Visit visit = visit(1280, "en-GB", false)) {
            Page page = visit.page();
            page.onDialog(dialog -> {
                throw new AssertionError("the script ran");
            });
            page.navigate("/customers");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("script"))
                    .click();
            assertThat(page.locator(".record-name")).containsText("alert(1)");
            assertThat(page.getByText("Incomplete: the e-mail address")).isVisible();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void whoViewedACardIsInTheAuditTrail() {
        signedIn.as("SHOP").get("/customers/" + maria.value());
        assertThat(database.sql(
                                "select count(*) from access.audit_entry where action = 'customers.viewed' and subject_id = ?")
                        .param(Long.toString(maria.value()))
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void aForgedIdIsAPageThatDoesNotExist() {
        var visitor = signedIn.as("SHOP");
        assertThat(visitor.get("/customers/999999999").status()).isEqualTo(404);
        assertThat(visitor.get("/customers/abc").status()).isEqualTo(404);
        assertThat(visitor.get("/customers/1;drop").status())
                .isGreaterThanOrEqualTo(400)
                .isLessThan(500);
    }
}
