package io.legame.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.legame.access.Unit;
import io.legame.access.UnitId;
import io.legame.access.Units;
import io.legame.testing.Answer;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import io.legame.timeline.Channel;
import io.legame.timeline.InteractionDraft;
import io.legame.timeline.Timeline;
import io.legame.timeline.Touchpoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop's staff see their shop's customers and nobody else, whichever door they try. */
@LegameTest
class ScopeTests {
    private static final Touchpoint MILANO = new Touchpoint("Shop Milano", Channel.SHOP);
    private static final Touchpoint ROMA = new Touchpoint("Shop Roma", Channel.SHOP);

    @Autowired
    private Units units;

    @Autowired
    private CustomerUnits customerUnits;

    @Autowired
    private CustomerAddresses addresses;

    @Autowired
    private Relations relations;

    @Autowired
    private CustomerEdits edits;

    @Autowired
    private Customers customers;

    @Autowired
    private Merges merges;

    @Autowired
    private Timeline timeline;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    private CustomerId anna = new CustomerId(0);
    private CustomerId bruno = new CustomerId(0);
    private UnitId milano = new UnitId(0);

    @BeforeEach
    void twoShops() {
        TestDatabase.clear(database, "timeline", "customers", "access");
        TestDatabase.skipIds(database, "customers.customer");
        milano = units.create(Unit.Kind.SHOP, "Milano", List.of("Shop Milano")).id();
        units.create(Unit.Kind.SHOP, "Roma", List.of("Shop Roma"));
        anna = create("Anna", "Verdi", "anna@example.com", "+39 347 1234567");
        bruno = create("Bruno", "Verdi", "bruno@example.com", "+39 347 7654321");
        meet(anna, MILANO, "1");
        meet(bruno, ROMA, "2");
    }

    private CustomerId create(String given, String family, String email, String phone) {
        return ((Edit.Saved) edits.create(CustomerDraft.of(Map.of(
                        CustomerField.GIVEN_NAME, given,
                        CustomerField.FAMILY_NAME, family,
                        CustomerField.EMAIL, email,
                        CustomerField.PHONE, phone))))
                .customer();
    }

    private void meet(CustomerId customer, Touchpoint where, String key) {
        timeline.record(
                "shop",
                List.of(new InteractionDraft(
                        key, customer, Instant.parse("2026-02-02T10:00:00Z"), "visit", where, null, Map.of())));
    }

    /** Somebody of the shop in Milano. */
    private Visitor clerk() {
        signedIn.account("milano@legame.test", "Mila", "SHOP");
        see("account", milano);
        return signedIn.signIn("milano@legame.test");
    }

    private Visitor program(String... scopes) {
        Visitor program = signedIn.token(scopes);
        see("api_token", milano);
        return program;
    }

    private void see(String table, UnitId unit) {
        database.sql("update access." + table + " set sees = array[?] where id = (select max(id) from access." + table
                        + ")")
                .param(unit.value())
                .update();
    }

    private List<CustomerId> seenBy(Visitor program, String query) {
        return List.of(anna, bruno).stream()
                .filter(id -> program.get("/api/v1/customers" + query).body().contains("\"id\":" + id.value() + ","))
                .toList();
    }

    @Test
    void aClerkSeesTheShopsCustomersOnEveryPage() {
        Visitor clerk = clerk();
        assertThat(clerk.get("/customers").body())
                .contains("Anna Verdi", "one customer")
                .doesNotContain("Bruno");
        for (String query :
                List.of("?q=verdi", "?q=bruno", "?q=bruno@example.com", "?q=3477654321", "?q=brumo", "?q=v")) {
            assertThat(clerk.get("/customers" + query).body()).as(query).doesNotContain("Bruno Verdi");
            assertThat(clerk.get("/customers" + query + "&sort=-email").body())
                    .as(query)
                    .doesNotContain("Bruno Verdi");
            assertThat(clerk.get("/customers/find" + query).body()).as(query).doesNotContain("Bruno Verdi");
        }
        for (String page : List.of(
                "/customers/%d",
                "/customers/%d/edit", "/customers/%d/units", "/timeline/customers/%d", "/insight/customers/%d")) {
            assertThat(clerk.get(page.formatted(anna.value())).status())
                    .as(page)
                    .isEqualTo(200);
            assertThat(clerk.get(page.formatted(bruno.value())).status())
                    .as(page)
                    .isEqualTo(404);
        }
        assertThat(clerk.post("/customers/" + bruno.value(), "seen", "0", "town", "Como")
                        .status())
                .isEqualTo(404);
        assertThat(clerk.post("/customers/" + bruno.value() + "/units", "unit", "" + milano.value())
                        .status())
                .isEqualTo(404);
        assertThat(customers.find(bruno).orElseThrow().town()).isNull();
    }

    @Test
    void whatConcernsEverybodyIsNotOpenToWhoSeesSome() {
        signedIn.account("milano@legame.test", "Mila", "MARKETING", "SALES", "ANALYST");
        see("account", milano);
        Visitor marketing = signedIn.signIn("milano@legame.test");
        for (String page : List.of(
                "/customers/quality", "/duplicates", "/segments", "/intake", "/customers/" + anna.value() + "/merge")) {
            assertThat(marketing.get(page).status()).as(page).isEqualTo(403);
        }
        assertThat(marketing.get("/").body()).doesNotContain("/segments", "/intake", "/duplicates");
        assertThat(program("*").get("/api/v1/segments").status()).isEqualTo(403);
    }

    @Test
    void aProgramReachesTheShopsCustomersOnly() {
        Visitor program = program("customers:view", "customers:edit", "timeline:view", "timeline:record");
        assertThat(seenBy(program, "")).containsExactly(anna);
        assertThat(seenBy(program, "?q=verdi")).containsExactly(anna);
        assertThat(seenBy(program, "?q=bruno@example.com")).isEmpty();
        assertThat(program.get("/api/v1/customers/" + bruno.value()).status()).isEqualTo(404);
        assertThat(program.get("/api/v1/customers/" + bruno.value() + "/timeline")
                        .status())
                .isEqualTo(404);
        assertThat(program.json("PATCH", "/api/v1/customers/" + bruno.value(), "{\"town\":\"Como\"}")
                        .status())
                .isEqualTo(404);
        // neither is Bruno written over by who knows his address, nor told whose it is
        Answer batch = program.json(
                "POST",
                "/api/v1/customers",
                "{\"source\":\"till\",\"customers\":[{\"email\":\"bruno@example.com\",\"town\":\"Como\"},"
                        + "{\"email\":\"carla@example.com\",\"givenName\":\"Carla\"}]}");
        assertThat(batch.body())
                .contains("\"rejected\":1", "customers.rejected.outOfSight", "\"created\":1")
                .doesNotContain("\"id\":" + bruno.value());
        assertThat(customers.find(bruno).orElseThrow().town()).isNull();
        // who is created is seen
        assertThat(program.get("/api/v1/customers?q=carla").body()).contains("Carla");
        Answer taken = program.json("PATCH", "/api/v1/customers/" + anna.value(), "{\"email\":\"bruno@example.com\"}");
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.body()).doesNotContain("Bruno", "\"owner\":" + bruno.value());
        // a number that is only guessed is nobody's
        assertThat(program.json(
                                "POST",
                                "/api/v1/interactions?source=till",
                                "[{\"key\":\"9\",\"kind\":\"visit\",\"customer\":{\"id\":" + bruno.value()
                                        + "},\"occurredAt\":\"2026-02-03T10:00:00Z\",\"touchpoint\":\"Shop Milano\",\"channel\":\"shop\"}]")
                        .body())
                .contains("\"rejected\"");
        assertThat(seenBy(program, "")).containsExactly(anna);
    }

    @Test
    void whatLiesBesideACustomerIsSeenWithThem() {
        CustomerAddress address = addresses.add(bruno, CustomerAddress.Kind.HOME, Map.of(CustomerField.TOWN, "Como"));
        RelationId relation = relations.add(new RelationDraft(anna, bruno, "partner", null, null, null));
        Visitor program = program("customers:view", "customers:edit");
        String path = "/api/v1/addresses/" + address.id().value();
        assertThat(program.json("PUT", path, "{\"kind\":\"home\",\"town\":\"Lecco\"}")
                        .status())
                .isEqualTo(404);
        assertThat(program.json("DELETE", path, "").status()).isEqualTo(404);
        assertThat(program.get("/api/v1/customers/" + anna.value() + "/relations")
                        .body())
                .doesNotContain("Bruno", "\"" + bruno.value());
        assertThat(program.json("DELETE", "/api/v1/relations/" + relation.value(), "")
                        .status())
                .isEqualTo(404);
        assertThat(clerk().get("/customers/" + anna.value() + "/relations").body())
                .doesNotContain("Bruno");
        assertThat(addresses.of(bruno)).extracting(CustomerAddress::town).containsExactly("Como");
    }

    @Test
    void companiesAreProposedOfTheShopsCustomersOnly() {
        for (String name : List.of("Rinascente S.p.A.", "Rinaldi S.r.l.")) {
            CustomerId company =
                    ((Edit.Saved) edits.create(CustomerDraft.of(CustomerField.COMPANY_NAME, name))).customer();
            meet(company, name.startsWith("Rinas") ? MILANO : ROMA, name);
        }
        String proposed = clerk().get("/customers/companies?companyName=Rina").body();
        assertThat(proposed).contains("Rinascente").doesNotContain("Rinaldi");
    }

    @Test
    void whoeverIsMetThereIsOfTheShop() {
        Visitor program = program("customers:view");
        meet(bruno, MILANO, "3");
        assertThat(seenBy(program, "")).containsExactly(anna, bruno);
        timeline.eraseSource("shop");
    }

    @Test
    void aUnitGetsThePastWithItsTouchpoints() {
        Visitor program = program("customers:view");
        units.edit(milano, Unit.Kind.SHOP, "Milano", List.of("Shop Roma"));
        await().until(() -> seenBy(program, "").equals(List.of(bruno)));
        units.edit(milano, Unit.Kind.TEAM, "Milano", List.of());
        await().until(() -> seenBy(program, "").isEmpty());
        customerUnits.assign(anna, milano);
        assertThat(seenBy(program, "")).containsExactly(anna);
        customerUnits.unassign(anna, milano);
        assertThat(seenBy(program, "")).isEmpty();
    }

    @Test
    void mergesUniteTheUnitsAndSeparatingLeavesEachTheirs() {
        Visitor program = program("customers:view");
        MergeId merge = merges.merge(MergeRequest.of(bruno, Set.of(anna)));
        assertThat(seenBy(program, "")).containsExactly(bruno);
        merges.undo(merge);
        assertThat(seenBy(program, "")).containsExactly(anna);
        assertThat(customerUnits.of(bruno)).singleElement().matches(unit -> unit.met() && !unit.merged());
    }
}
