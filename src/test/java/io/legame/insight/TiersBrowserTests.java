package io.legame.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tiers in a real browser: the home page answers, thresholds are tried before they are decided. */
@LegameTest
class TiersBrowserTests {
    private static final Instant TODAY = Instant.parse("2026-03-20T09:00:00Z");

    @Autowired
    private JdbcClient database;

    @Autowired
    private Figures figures;

    @Autowired
    private RuleBook rules;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private TestClock clock;

    @AfterEach
    void end() {
        database.sql("truncate insight.rules, insight.unit_cost").update();
    }

    @ParameterizedTest
    @CsvSource({"1280,en,light", "390,it,dark", "1280,it,dark", "390,en,light"})
    void thresholdsAreTriedAndThenDecided(int width, String language, String theme) {
        aShop();
        figures.catchUp();
        signedIn.account(SignedIn.ADMINISTRATOR, "Ada Amministra", "ADMINISTRATOR");
        try (var visit = TestBrowser.visit(signedIn.url(""), width, language)) {
            Page page = visit.page();
            signedIn.signIn(page);
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setColorScheme(
                            theme.equals("dark")
                                    ? com.microsoft.playwright.options.ColorScheme.DARK
                                    : com.microsoft.playwright.options.ColorScheme.LIGHT));
            String shot = width + "-" + language + "-" + theme;
            page.navigate("/");
            page.locator(".tier-tiles").waitFor();
            visit.screenshot("tiers-home-" + shot);
            page.navigate("/insight/tiers");
            page.locator(".migration-table").waitFor();
            visit.screenshot("tiers-" + shot);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator(".migration-choice select[name=from]").selectOption("2025-12-31");
            page.locator(".migration-choice option[value='2025-12-31'][selected]")
                    .first()
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));

            page.navigate("/insight/tiers/rules");
            page.locator("#tier-effect table").waitFor();
            page.locator("input[name=highFrom]").fill("95");
            page.locator("#tier-effect tr:has(.tier-platinum) td:nth-child(4):has-text('−')")
                    .waitFor();
            visit.screenshot("tiers-rules-" + shot);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator("input[name=goodFrom]").fill("96");
            page.locator("#tier-effect .alert-danger").waitFor();
            page.locator("#tier-rules button.btn-primary").click();
            page.locator("#rule-fault-from:not(:empty)").waitFor();
            assertThat(page.locator("input[name=goodFrom]").inputValue()).isEqualTo("96");
            assertThat(page.locator("input[name=highFrom]").inputValue()).isEqualTo("95");
            visit.screenshot("tiers-rules-refused-" + shot);
            page.locator("input[name=goodFrom]").fill("50");
            page.locator("#tier-effect .effect-changed").waitFor();
            page.locator("#tier-rules button.btn-primary").click();
            page.locator(".toast-note").waitFor();
            assertThat(rules.today(TierRules.class).highFrom()).isEqualTo(95);
            assertThat(visit.complaints()).allMatch(complaint -> complaint.contains("status of 422"));
        }
    }

    /** A hundred customers: the larger the number the more they buy; costs of calls make the first ones piombo. */
    private void aShop() {
        TestDatabase.clear(database, "customers", "catalogue", "timeline");
        database.sql("truncate insight.rules, insight.unit_cost, insight.closing cascade")
                .update();
        database.sql("insert into insight.unit_cost (kind, valid_from, amount, decided_at, decided_by) "
                        + "values ('call', '2020-01-01', 4, now(), 'test')")
                .update();
        clock.set(TODAY);
        var facts = new Facts(database);
        facts.years(2023, 2024, 2025, 2026);
        int shop = facts.touchpoint("Shop Milano", "shop");
        int till = facts.source("till");
        for (int i = 1; i <= 100; i++) {
            long customer = facts.customer("c" + i + "@example.com");
            for (int order = 0; order < 1 + i / 12; order++) {
                Instant at = TODAY.minusSeconds(86_400L * (7 + (long) order * (20L + i % 30) + i % 11 * 20L));
                facts.sale(customer, null, shop, till, String.valueOf(5 + i), at);
            }
            if (i % 10 == 1) {
                for (int call = 0; call < 12; call++) {
                    facts.interaction(customer, TODAY.minusSeconds(86_400L * (3 + call * 9L)), "call", shop, till);
                }
            }
        }
    }
}
