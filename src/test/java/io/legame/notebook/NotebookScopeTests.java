package io.legame.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.access.AccountId;
import io.legame.access.Actor;
import io.legame.access.Role;
import io.legame.access.Unit;
import io.legame.access.UnitId;
import io.legame.access.Units;
import io.legame.customers.CustomerDepartures;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerEdits;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.CustomerUnits;
import io.legame.customers.Edit;
import io.legame.customers.FieldAccess;
import io.legame.customers.FieldLevel;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop's staff write down, keep and do what is about their shop's customers, and learn of nobody else. */
@LegameTest
class NotebookScopeTests {
    private static final String CLERK = "mila@legame.test";

    @Autowired
    private Notes notes;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Attachments attachments;

    @Autowired
    private Units units;

    @Autowired
    private CustomerUnits customerUnits;

    @Autowired
    private CustomerEdits edits;

    @Autowired
    private CustomerDepartures departures;

    @Autowired
    private FieldAccess fields;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    private UnitId milano = new UnitId(0);
    private AccountId mila = new AccountId(0);
    private AccountId rocco = new AccountId(0);
    private Actor office = Actor.SYSTEM;
    /** Of the shop in Milano. */
    private Notebook anna = Notebook.NONE;
    /** Of the shop in Roma. */
    private Notebook bruno = Notebook.NONE;

    /** What lies with a customer. */
    private record Notebook(CustomerId customer, NoteId note, TaskId task, TaskId done, AttachmentId file) {
        static final Notebook NONE =
                new Notebook(new CustomerId(0), new NoteId(0), new TaskId(0), new TaskId(0), new AttachmentId(0));
    }

    @BeforeEach
    void twoShops() {
        TestDatabase.clear(database, "notebook", "timeline", "customers", "access");
        TestDatabase.skipIds(database, "customers.customer");
        milano = units.create(Unit.Kind.SHOP, "Milano", List.of()).id();
        UnitId roma = units.create(Unit.Kind.SHOP, "Roma", List.of()).id();
        mila = account(CLERK, "Mila", milano);
        rocco = account("rocco@legame.test", "Rocco", roma);
        office = new Actor(Actor.Kind.ACCOUNT, signedIn.account("olga@legame.test", "Olga", "MARKETING"), "Olga");
        anna = notebook("Anna", milano, mila);
        bruno = notebook("Bruno", roma, rocco);
    }

    private AccountId account(String email, String name, UnitId unit) {
        long id = signedIn.account(email, name, "SHOP");
        see("account", unit);
        return new AccountId(id);
    }

    private void see(String table, UnitId unit) {
        database.sql("update access." + table + " set sees = array[?] where id = (select max(id) from access." + table
                        + ")")
                .param(unit.value())
                .update();
    }

    private Notebook notebook(String name, UnitId unit, AccountId assignee) {
        CustomerId customer =
                ((Edit.Saved) edits.create(CustomerDraft.of(Map.of(CustomerField.GIVEN_NAME, name)))).customer();
        customerUnits.assign(customer, unit);
        return office.does(() -> {
            TaskId done = tasks.add(task(customer, "measured " + name, assignee));
            tasks.done(done);
            return new Notebook(
                    customer,
                    notes.add(customer, "secret of " + name + " for @Mila"),
                    tasks.add(task(customer, "call " + name, assignee)),
                    done,
                    attachments.add(
                            customer,
                            "letter of " + name + ".txt",
                            new ByteArrayInputStream("dear".getBytes(StandardCharsets.UTF_8))));
        });
    }

    private TaskDraft task(@Nullable CustomerId customer, String title, @Nullable AccountId assignee) {
        return new TaskDraft(customer, title, null, assignee, tasks.today(), null, null, null);
    }

    private Visitor clerk() {
        Visitor clerk = signedIn.signIn(CLERK);
        clerk.get("/");
        return clerk;
    }

    private Visitor program() {
        Visitor program = signedIn.token("customers:view", "notebook:view", "notebook:write", "notebook:manage");
        see("api_token", milano);
        return program;
    }

    @Test
    void aClerkReadsWhatLiesWithTheShopsCustomers() {
        Visitor clerk = clerk();
        for (String page :
                List.of("/notebook/customers/%d/notes", "/notebook/customers/%d/attachments", "/tasks/customers/%d")) {
            assertThat(clerk.get(page.formatted(anna.customer().value())).body())
                    .as(page)
                    .contains("Anna");
            assertThat(clerk.get(page.formatted(bruno.customer().value())).status())
                    .as(page)
                    .isEqualTo(404);
        }
        assertThat(clerk.get("/customers/" + anna.customer().value()).body())
                .contains("/notebook/customers/", "/tasks/customers/");
        assertThat(clerk.get("/timeline/customers/" + anna.customer().value()).body())
                .contains("secret of Anna", "measured Anna");
        for (String page :
                List.of("/notebook/mentions", "/tasks", "/tasks?view=all", "/tasks/panel", "/tasks?view=done")) {
            assertThat(clerk.get(page).body()).as(page).contains("Anna").doesNotContain("Bruno");
        }
    }

    @Test
    void whatIsCountedIsWhatIsSeen() {
        // Mila is named twice and is to do both, since before she was of one shop
        database.sql("update notebook.task set assignee_id = ?")
                .param(mila.value())
                .update();
        database.sql("update notebook.task set remind_minutes = 0, remind_at = now(), reminded_at = now()")
                .update();
        String badges = clerk().get("/notebook/badges").body();
        assertThat(badges).contains("call Anna", ">1<").doesNotContain("Bruno", ">2<");
        assertThat(clerk().get("/tasks").body()).doesNotContain(">2<");
    }

    @Test
    void whatLiesWithOthersIsNotThereAtAnyDoor() {
        Visitor clerk = clerk();
        String customer = Long.toString(bruno.customer().value());
        long note = bruno.note().value();
        long task = bruno.task().value();
        long file = bruno.file().value();
        for (String page : List.of(
                "/notebook/notes/" + note + "/edit",
                "/notebook/attachments/" + file,
                "/notebook/attachments/" + file + "/preview",
                "/tasks/" + task + "/edit")) {
            assertThat(clerk.get(page).status()).as(page).isEqualTo(404);
        }
        for (String form : List.of(
                "/notebook/customers/" + customer + "/notes",
                "/notebook/notes/" + note,
                "/notebook/notes/" + note + "/pin",
                "/notebook/notes/" + note + "/unpin",
                "/notebook/notes/" + note + "/remove",
                "/notebook/notes/" + note + "/restore",
                "/notebook/attachments/" + file + "/remove",
                "/notebook/attachments/" + file + "/restore",
                "/tasks/" + task,
                "/tasks/" + task + "/done",
                "/tasks/" + bruno.done().value() + "/undone",
                "/tasks/" + task + "/remove",
                "/tasks/" + task + "/restore")) {
            assertThat(clerk.post(form, "text", "mine", "title", "mine", "version", "1")
                            .status())
                    .as(form)
                    .isEqualTo(404);
        }
        assertThat(clerk.post("/tasks", "title", "mine", "customer", customer).status())
                .isEqualTo(404);
        assertThat(clerk.get("/tasks/new?customer=" + customer).body()).doesNotContain("Bruno");
        nothingHappenedToBruno();
    }

    @Test
    void norToAProgram() {
        Visitor program = program();
        String customer = "/api/v1/customers/" + bruno.customer().value();
        assertThat(program.get(customer + "/notes").status()).isEqualTo(404);
        assertThat(program.get(customer + "/attachments").status()).isEqualTo(404);
        assertThat(program.json("POST", customer + "/notes", "{\"text\":\"mine\"}")
                        .status())
                .isEqualTo(404);
        assertThat(program.send(program.request(customer + "/attachments?name=x")
                                .header("Content-Type", "application/octet-stream")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("mine")))
                        .status())
                .isEqualTo(404);
        for (String path : List.of(
                "/api/v1/notes/" + bruno.note().value(),
                "/api/v1/attachments/" + bruno.file().value(),
                "/api/v1/tasks/" + bruno.task().value())) {
            assertThat(program.get(path).status()).as(path).isEqualTo(404);
            assertThat(program.json("DELETE", path, "").status()).as(path).isEqualTo(404);
            assertThat(program.json("POST", path + "/restore", "").status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(program.json("PATCH", "/api/v1/notes/" + bruno.note().value(), "{\"text\":\"mine\"}")
                        .status())
                .isEqualTo(404);
        String task = "/api/v1/tasks/" + bruno.task().value();
        assertThat(program.json("PUT", task, "{\"title\":\"mine\",\"assignee\":" + mila.value() + "}")
                        .status())
                .isEqualTo(404);
        assertThat(program.json("POST", task + "/done", "").status()).isEqualTo(404);
        assertThat(program.json("POST", "/api/v1/tasks/" + bruno.done().value() + "/undone", "")
                        .status())
                .isEqualTo(404);
        assertThat(program.json(
                                "POST",
                                "/api/v1/tasks",
                                "{\"title\":\"mine\",\"assignee\":" + mila.value() + ",\"customer\":"
                                        + bruno.customer().value() + "}")
                        .status())
                .isEqualTo(404);
        for (String list : List.of("all", "done", "mine&assignee=" + rocco.value())) {
            assertThat(program.get("/api/v1/tasks?view=" + list).body())
                    .as(list)
                    .doesNotContain("Bruno");
        }
        assertThat(program.get("/api/v1/tasks").body()).contains("call Anna");
        nothingHappenedToBruno();
    }

    private void nothingHappenedToBruno() {
        assertThat(notes.get(bruno.note()).text()).startsWith("secret of Bruno");
        assertThat(notes.of(bruno.customer(), null, 0, 10)).hasSize(1).noneMatch(Note::pinned);
        assertThat(attachments.of(bruno.customer())).hasSize(1);
        assertThat(tasks.open(bruno.customer(), 10))
                .singleElement()
                .matches(task -> task.title().equals("call Bruno"));
        assertThat(tasks.done(bruno.customer(), 10)).hasSize(1);
    }

    @Test
    void aClerkWritesAboutTheShopsCustomers() {
        Visitor clerk = clerk();
        String customer = Long.toString(anna.customer().value());
        assertThat(clerk.post("/notebook/customers/" + customer + "/notes", "text", "prefers red")
                        .body())
                .contains("prefers red");
        assertThat(clerk.post("/tasks", "title", "keep the red one", "customer", customer)
                        .status())
                .isEqualTo(302);
        assertThat(clerk.post("/tasks/" + anna.task().value() + "/done").status())
                .isEqualTo(302);
        assertThat(tasks.open(anna.customer(), 10))
                .singleElement()
                .matches(task -> task.assignee().equals(mila));
        assertThat(program().get("/api/v1/attachments/" + anna.file().value()).body())
                .isEqualTo("dear");
    }

    @Test
    void ofWhatIsAboutNobodyAClerkSeesWhatIsTheirs() {
        TaskId hers = office.does(() -> tasks.add(task(null, "sweep the floor", mila)));
        TaskId his = office.does(() -> tasks.add(task(null, "count the money", rocco)));
        Visitor clerk = clerk();
        assertThat(clerk.get("/tasks?view=all").body())
                .contains("sweep the floor")
                .doesNotContain("count the money");
        assertThat(clerk.get("/tasks/" + hers.value() + "/edit").status()).isEqualTo(200);
        assertThat(clerk.post("/tasks/" + his.value() + "/done").status()).isEqualTo(404);
        // what she gives to somebody else stays in sight
        assertThat(clerk.post("/tasks", "title", "bring boxes", "assignee", "" + rocco.value())
                        .status())
                .isEqualTo(302);
        assertThat(clerk.get("/tasks?view=all").body()).contains("bring boxes");
    }

    @Test
    void nobodyIsGivenATaskAboutSomebodyWhomTheyDoNotSee() {
        var refused = clerk().post(
                        "/tasks",
                        "title",
                        "call her",
                        "customer",
                        "" + anna.customer().value(),
                        "assignee",
                        "" + rocco.value());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Rocco does not see this customer");
    }

    @Test
    void whoIsDeletedTakesItAllOutOfSightOfEverybody() {
        departures.delete(List.of(anna.customer()));
        Visitor administrator = signedIn.administrator();
        assertThat(administrator
                        .get("/notebook/attachments/" + anna.file().value())
                        .status())
                .isEqualTo(404);
        assertThat(administrator.get("/tasks?view=all").body())
                .contains("Bruno")
                .doesNotContain("Anna");
        departures.restore(List.of(anna.customer()));
        assertThat(administrator.get("/tasks?view=all").body()).contains("Bruno", "Anna");
    }

    @Test
    void whoDoesNotSeeTheCustomersNoteHasNoNotebook() {
        fields.limit(Role.SHOP, Map.of(CustomerField.PHONE, FieldLevel.HIDDEN));
        String notesOfAnna = "/notebook/customers/" + anna.customer().value() + "/notes";
        assertThat(clerk().get(notesOfAnna).body()).contains("secret of Anna");
        fields.limit(Role.SHOP, Map.of(CustomerField.NOTE, FieldLevel.HIDDEN));
        Visitor clerk = clerk();
        assertThat(clerk.get(notesOfAnna).status()).isEqualTo(403);
        assertThat(clerk.get("/tasks").status()).isEqualTo(403);
        assertThat(clerk.get("/customers/" + anna.customer().value()).body()).doesNotContain("/notebook/", "/tasks/");
        assertThat(clerk.get("/timeline/customers/" + anna.customer().value()).body())
                .doesNotContain("secret of Anna");
    }
}
