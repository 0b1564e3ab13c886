package io.legame.notebook.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.legame.access.AccountId;
import io.legame.access.Unit;
import io.legame.access.UnitId;
import io.legame.access.Units;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerEdits;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.CustomerUnits;
import io.legame.customers.Edit;
import io.legame.notebook.Notes;
import io.legame.notebook.TaskDraft;
import io.legame.notebook.Tasks;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestBrowser.Visit;
import io.legame.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop assistant, who sees the shop's customers only, with the phone in hand. */
@LegameTest
class ShopNotebookBrowserTests {
    private static final String CLERK = "mila@legame.test";

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private Units units;

    @Autowired
    private CustomerUnits customerUnits;

    @Autowired
    private CustomerEdits edits;

    @Autowired
    private Notes notes;

    @Autowired
    private Tasks tasks;

    @Autowired
    private JdbcClient database;

    private CustomerId anna = new CustomerId(0);

    @BeforeEach
    void oneOfTheShopAndOneOfAnother() {
        TestDatabase.clear(database, "notebook", "timeline", "customers", "access");
        UnitId milano = units.create(Unit.Kind.SHOP, "Milano", List.of()).id();
        signedIn.account(CLERK, "Mila Fumagalli", "SHOP");
        database.sql("update access.account set sees = array[?]")
                .param(milano.value())
                .update();
        anna = create("Anna", "Verdi-Castiglioni della Rovere");
        customerUnits.assign(anna, milano);
        CustomerId bruno = create("Bruno", "Verdi");
        notes.add(anna, "@Mila Fumagalli: i pantaloni di Anna sono pronti");
        notes.add(bruno, "@Mila Fumagalli: chiama Bruno");
        long mila = signedIn.account(CLERK, "Mila Fumagalli", "SHOP");
        for (CustomerId customer : List.of(anna, bruno)) {
            tasks.add(new TaskDraft(
                    customer,
                    "Chiamare " + (customer.equals(anna) ? "Anna" : "Bruno"),
                    null,
                    customer.equals(anna) ? new AccountId(mila) : owner(),
                    tasks.today(),
                    null,
                    null,
                    null));
        }
    }

    private AccountId owner() {
        return new AccountId(signedIn.account("olga@legame.test", "Olga", "MARKETING"));
    }

    private CustomerId create(String given, String family) {
        return ((Edit.Saved) edits.create(
                        CustomerDraft.of(Map.of(CustomerField.GIVEN_NAME, given, CustomerField.FAMILY_NAME, family))))
                .customer();
    }

    @ParameterizedTest
    @CsvSource({"390,it-IT,false", "1280,en-GB,true"})
    void aNoteIsWrittenOnTheirCustomersCard(int width, String language, boolean dark) {
        String name = "-" + width + "-" + language.substring(0, 2) + (dark ? "-dark" : "");
        try (Visit visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            Page page = visit.page();
            signedIn.signIn(page, CLERK);
            page.navigate("/customers");
            Locator rows = page.locator("#customer-rows .row-link");
            assertThat(rows).hasCount(1);
            rows.click();
            Locator box = page.locator(".notebook-form textarea").first();
            assertThat(page.locator("html[data-notebook-script]")).hasCount(1);
            box.fill("Preferisce il rosso, taglia 42");
            box.press("Control+Enter");
            assertThat(page.locator("#note-list .notebook-text").first()).containsText("Preferisce il rosso");
            assertThat(page.locator("main")).containsText("Chiamare Anna");
            visit.screenshot("shop-notebook-card" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            page.navigate("/notebook/mentions");
            assertThat(page.locator("main")).containsText("pantaloni di Anna");
            assertThat(page.locator("main")).not().containsText("Bruno");
            visit.screenshot("shop-notebook-mentions" + name);
            page.navigate("/tasks?view=all");
            assertThat(page.locator("main")).containsText("Chiamare Anna");
            assertThat(page.locator("main")).not().containsText("Bruno");
            visit.screenshot("shop-notebook-tasks" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
