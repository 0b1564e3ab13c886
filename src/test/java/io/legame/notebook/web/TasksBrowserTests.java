package io.legame.notebook.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.legame.access.Actor;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.Identity;
import io.legame.notebook.Repeat;
import io.legame.notebook.TaskDraft;
import io.legame.notebook.Tasks;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestBrowser.Visit;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of tasks, their form, and where else they show: in a browser, and by a program. */
@LegameTest
class TasksBrowserTests {
    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Customers customers;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    private CustomerId rossi = new CustomerId(0);
    private long sara;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "notebook", "timeline", "customers", "access");
        clock.set(Instant.parse("2026-03-10T09:00:00Z"));
        customers.upsert(
                "shop",
                List.of(CustomerDraft.of(Map.of(
                        CustomerField.EMAIL,
                        "rossi@example.com",
                        CustomerField.GIVEN_NAME,
                        "Anna",
                        CustomerField.FAMILY_NAME,
                        "Rossi",
                        CustomerField.TOWN,
                        "Bologna"))));
        Identity identity = Identity.email("rossi@example.com");
        rossi = Objects.requireNonNull(customers.find(List.of(identity)).get(identity));
        sara = signedIn.account("sara@legame.test", "Sara Shop", "SHOP");
        signedIn.account("marta@legame.test", "Marta Marketing", "MARKETING");
    }

    private void add(
            String title,
            @Nullable CustomerId customer,
            @Nullable LocalDate day,
            @Nullable LocalTime time,
            @Nullable Repeat repeat) {
        new Actor(Actor.Kind.ACCOUNT, sara, "Sara Shop")
                .does(() -> tasks.add(
                        new TaskDraft(customer, title, null, null, day, time, time == null ? null : 0, repeat)));
    }

    @ParameterizedTest
    @CsvSource({"1280,en-GB,false", "390,it-IT,false", "1280,it-IT,true"})
    void tasksAreWrittenDoneAndTakenBack(int width, String language, boolean dark) {
        String name = "-" + width + "-" + language.substring(0, 2) + (dark ? "-dark" : "");
        add(
                "Call about the winter coat, the blue one with the long sleeves that she asked for in January",
                rossi,
                TODAY.minusDays(2),
                null,
                null);
        add("Send the offer", rossi, TODAY, LocalTime.of(15, 30), null);
        add("Order the shop window", null, TODAY.plusDays(1), null, Repeat.WEEKLY);
        add("Think about the summer", null, null, null, null);
        try (Visit visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            signedIn.signIn(visit.page(), "sara@legame.test");
            Page page = visit.page();
            page.navigate("/tasks");
            assertThat(page.locator(".task")).hasCount(4);
            assertThat(page.locator(".sidebar [data-badge='/tasks']")).hasText("2");
            visit.screenshot("tasks" + name);
            assertThat(visit.scrollsSideways()).isFalse();

            page.locator(".task-quick [name=title]").fill("New one");
            page.locator(".task-quick [name=title]").press("Enter");
            assertThat(page.locator(".task")).hasCount(5);
            assertThat(page.locator("#toasts form")).hasCount(1);
            page.locator(".task", new Page.LocatorOptions().setHasText("New one"))
                    .locator(".task-check")
                    .click();
            assertThat(page.locator(".task")).hasCount(4);
            assertThat(page.locator(".sidebar [data-badge='/tasks']")).hasText("2");
            page.locator("#toasts form button").last().click();
            assertThat(page.locator(".task")).hasCount(5);

            assertThat(page.locator("html[data-tasks-script]")).hasCount(1);
            page.keyboard().press("j");
            page.keyboard().press("j");
            page.keyboard().press("x");
            assertThat(page.locator(".task")).hasCount(4);
            page.navigate("/tasks?view=done");
            assertThat(page.locator(".task.done")).hasCount(1);
            visit.screenshot("tasks-done" + name);

            page.navigate("/tasks/new");
            page.locator("#task-title").fill("Write about the loyalty card");
            page.locator("#task-customer").pressSequentially("ros");
            assertThat(page.locator("[data-pick] [role=option]")).hasCount(1);
            page.locator("#task-customer").press("Enter");
            assertThat(page.locator("#task-customer")).hasValue("Anna Rossi");
            page.locator("#task-due").fill("2026-03-12");
            page.locator("#task-time").fill("10:15");
            page.locator("#task-remind").selectOption("60");
            page.locator("#task-repeat").selectOption("monthly");
            page.locator("#task-assignee")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Marta Marketing"));
            visit.screenshot("task-form" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator(".form-actions .btn-primary").click();
            page.waitForURL(Pattern.compile(".*/tasks"));
            assertThat(page.locator("#toasts")).isVisible();

            page.navigate("/customers/" + rossi.value());
            assertThat(page.locator(".task:not(.done)")).hasCount(2);
            page.locator(".task .task-check").first().click();
            assertThat(page.locator("details .task.done")).not().hasCount(0);
            visit.screenshot("tasks-card" + name);
            page.reload();
            assertThat(page.locator(".timeline-landmark")).not().hasCount(0);
            page.navigate("/");
            assertThat(page.locator(".home-panels .task-list, .home-panels p.muted")
                            .first())
                    .isVisible();
            visit.screenshot("tasks-home" + name);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void whoBeganOnTheCardGoesBackToIt() {
        Visitor visitor = signedIn.signIn("sara@legame.test");
        String customer = Long.toString(rossi.value());
        assertThat(visitor.get("/tasks/new?customer=" + customer).body())
                .contains("Anna Rossi", "name=\"back\" value=\"customer\"");
        var refused = visitor.post("/tasks", "customer", customer, "back", "customer", "title", " ");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Anna Rossi", "name=\"back\" value=\"customer\"");
        var saved = visitor.post("/tasks", "customer", customer, "back", "customer", "title", "Call");
        assertThat(saved.header("Location")).endsWith("/customers/" + customer);
    }

    @Test
    void whoWantsToBeRemindedIsTold() {
        add("Call at eleven", rossi, TODAY, LocalTime.of(11, 0), null);
        clock.set(Instant.parse("2026-03-10T10:00:00Z"));
        tasks.remind();
        try (Visit visit = TestBrowser.visit(signedIn.url(""), 1280, "en-GB")) {
            signedIn.signIn(visit.page(), "sara@legame.test");
            Page page = visit.page();
            assertThat(page.locator("#toasts")).containsText("Reminder: Call at eleven");
            visit.screenshotOfTheScreen("tasks-reminder-1280");
            page.navigate("/tasks");
            assertThat(page.locator(".task .warn")).hasCount(1);
            assertThat(page.locator("#toasts")).not().containsText("Reminder");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aProgramGivesSomebodySomethingToDo() {
        Visitor program = signedIn.token("notebook:view", "notebook:write");
        assertThat(program.json("POST", "/api/v1/tasks", "{\"title\": \"x\"}").status())
                .isEqualTo(422);
        String body = "{\"title\": \"Call\", \"customer\": " + rossi.value() + ", \"assignee\": " + sara
                + ", \"dueOn\": \"2026-03-31\", \"dueTime\": \"15:30\", \"repeat\": \"monthly\"%s}";
        var created = program.json("POST", "/api/v1/tasks", body.formatted(""));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        JsonNode task = JSON.readTree(created.body());
        assertThat(task.path("dueAt").asString()).isEqualTo("2026-03-31T13:30:00Z");
        String path = "/api/v1/tasks/" + task.path("id").asLong();
        assertThat(program.json("PUT", path, body.formatted(", \"version\": 1")).body())
                .contains("\"version\":2");
        assertThat(program.json("PUT", path, body.formatted(", \"version\": 1")).status())
                .isEqualTo(409);
        assertThat(program.json("POST", path + "/done", "").status()).isEqualTo(200);
        assertThat(program.get("/api/v1/tasks?view=mine&assignee=" + sara).body())
                .contains("2026-04-30");
        assertThat(program.json("POST", path + "/undone", "").status()).isEqualTo(200);
        assertThat(JSON.readTree(program.get("/api/v1/tasks").body()).path("tasks"))
                .hasSize(1);
        assertThat(program.json("DELETE", path, "").status()).isEqualTo(204);
        assertThat(program.json("POST", path + "/restore", "").status()).isEqualTo(200);
        assertThat(program.get("/api/v1/tasks?view=x").status()).isEqualTo(422);
        assertThat(program.json(
                                "POST",
                                "/api/v1/tasks",
                                "{\"title\": \"x\", \"assignee\": " + sara + ", \"repeat\": \"never\"}")
                        .status())
                .isEqualTo(422);
    }
}
