package io.legame.segments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.legame.customers.ChoiceLists;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldDraft;
import io.legame.customers.CustomFieldType;
import io.legame.customers.CustomFields;
import io.legame.insight.Projection;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Segments by the company's own fields, in the browser. */
@LegameTest
class CustomConditionPagesTests {
    @Autowired
    private SignedIn signedIn;

    @Autowired
    private CustomFields fields;

    @Autowired
    private ChoiceLists lists;

    @Autowired
    private Projection projection;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "customers", "timeline", "segments", "access");
        CustomField shoes = field("Numero di scarpe", CustomFieldType.NUMBER, null);
        CustomField sports = field(
                "Sport <praticati> & \"seguiti\"",
                CustomFieldType.CHOICES,
                lists.create("Sport", List.of("Sci", "Golf", "Nuoto <b>sincronizzato</b>"))
                        .id());
        CustomField nickname =
                field("Soprannome con il quale lo chiamano gli amici di vecchia data", CustomFieldType.TEXT, null);
        field("Fido", CustomFieldType.MONEY, null);
        field("Socio", CustomFieldType.YES_NO, null);
        field("Iscritto il", CustomFieldType.DATE, null);
        var choices = CustomCondition.choices(sports);
        for (int i = 0; i < 12; i++) {
            database.sql("""
                            insert into customers.customer
                                (given_name, family_name, email, sort_name, keyed, source, created_at, updated_at, custom)
                            values ('Ada', 'Rossi', ?, 'rossi', true, 'test', now(), now(), ?::jsonb)
                            """)
                    .param("ada" + i + "@example.com")
                    .param("{\"%d\":\"%d\",\"%d\":[\"%d\"],\"%d\":\"%s\"}"
                            .formatted(
                                    shoes.id().value(),
                                    36 + i,
                                    sports.id().value(),
                                    choices.get(i % 3).id(),
                                    nickname.id().value(),
                                    i % 4 == 0 ? "Il <Rosso>" : "Nina"))
                    .update();
        }
        projection.catchUp();
    }

    @AfterEach
    void clear() {
        TestDatabase.clear(database, "customers", "segments");
    }

    private CustomField field(String name, CustomFieldType type, @Nullable Long list) {
        return fields.create(new CustomFieldDraft(name, null, type, null, "", false, false, null, list));
    }

    @ParameterizedTest
    @CsvSource({"1280,en,false", "390,it,false", "1280,it,true"})
    void aMarketerFindsCustomersByWhatTheCompanyAsks(int width, String language, boolean dark) {
        boolean italian = language.equals("it");
        String name = "-" + width + "-" + language + (dark ? "-dark" : "");
        try (var visit = TestBrowser.visit(signedIn.url(""), width, language)) {
            Page page = visit.page();
            if (dark) {
                page.emulateMedia(new Page.EmulateMediaOptions()
                        .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
            }
            signedIn.signIn(page);
            page.navigate("/segments/new");
            add(page, "Numero di scarpe", () -> visit.screenshot("custom-conditions-menu" + name));
            page.locator("#f-0-op").selectOption("atLeast");
            assertThat(page.locator("#f-0-b")).hasCount(0);
            page.locator("#f-0-a").fill("40");
            assertThat(page.locator("#sentence"))
                    .containsText(
                            italian
                                    ? "clienti con Numero di scarpe almeno 40"
                                    : "customers whose Numero di scarpe is at least 40");
            assertThat(page.locator("#preview")).containsText("8");

            add(page, "Sport <praticati> & \"seguiti\"", () -> {});
            page.locator("label.chip")
                    .filter(new Locator.FilterOptions().setHasText("Nuoto <b>sincronizzato</b>"))
                    .click();
            assertThat(page.locator("#sentence")).containsText("Nuoto <b>sincronizzato</b>");

            add(page, "Soprannome con il quale", () -> {});
            page.locator("button.chip")
                    .filter(new Locator.FilterOptions().setHasText("Il <Rosso>"))
                    .click();
            assertThat(page.locator("#sentence")).containsText("Il <Rosso>");
            add(page, "Fido", () -> {});
            page.locator("#f-3-op").selectOption("atLeast");
            assertThat(page.locator("#f-3-b")).hasCount(0);
            add(page, "Socio", () -> {});
            add(page, "Iscritto il", () -> {});
            visit.screenshot("custom-conditions" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            assertThat(visit.complaints()).isEmpty();

            for (int row = 5; row >= 2; row--) {
                page.locator("button[value='remove:f." + row + "']").click();
                assertThat(page.locator("#f-" + row)).hasCount(0);
            }
            page.locator("#name").fill("Swimmers");
            page.locator("button[formaction='/segments']").click();
            page.waitForURL(java.util.regex.Pattern.compile(".*/segments/\\d+"));
            assertThat(page.locator("main")).containsText("Nuoto <b>sincronizzato</b>");
            visit.screenshot("custom-segment" + name);
            assertThat(visit.scrollsSideways()).isFalse();
        }
    }

    private static void add(Page page, String label, Runnable seen) {
        page.locator("#f-add summary").click();
        seen.run();
        Locator offered = page.locator("#f-add button").filter(new Locator.FilterOptions().setHasText(label));
        int rows = page.locator("li.condition").count();
        offered.first().click();
        assertThat(page.locator("li.condition")).hasCount(rows + 1);
    }
}
