package io.legame.customers.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import io.legame.access.Role;
import io.legame.customers.Beside;
import io.legame.customers.BesideChange;
import io.legame.customers.BesideHistory;
import io.legame.customers.ContactPreference;
import io.legame.customers.ContactPreferences;
import io.legame.customers.CustomerAddress;
import io.legame.customers.CustomerAddresses;
import io.legame.customers.CustomerChange;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerEdits;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerHistory;
import io.legame.customers.CustomerId;
import io.legame.customers.Edit;
import io.legame.customers.FieldAccess;
import io.legame.customers.FieldLevel;
import io.legame.customers.MergeId;
import io.legame.customers.MergeRequest;
import io.legame.customers.Merges;
import io.legame.customers.RelationDraft;
import io.legame.customers.RelationId;
import io.legame.customers.Relations;
import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestBrowser.Visit;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history tells relations, further addresses and contact preferences too, and survives merges. */
@LegameTest
class BesideHistoryTests {
    private static final ContactPreference MORNINGS = new ContactPreference(
            "phone", List.of("it", "de"), List.of(1, 2), LocalTime.of(9, 0), LocalTime.of(12, 0), "prefers mornings");

    @Autowired
    private CustomerEdits edits;

    @Autowired
    private CustomerHistory history;

    @Autowired
    private BesideHistory beside;

    @Autowired
    private Relations relations;

    @Autowired
    private CustomerAddresses addresses;

    @Autowired
    private ContactPreferences preferences;

    @Autowired
    private Merges merges;

    @Autowired
    private FieldAccess access;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    private CustomerId anna = new CustomerId(0);
    private CustomerId acme = new CustomerId(0);

    @BeforeEach
    void aPersonAndACompany() {
        TestDatabase.clear(database, "timeline", "customers", "access");
        TestDatabase.skipIds(database, "customers.customer");
        anna = create(Map.of(CustomerField.GIVEN_NAME, "Anna", CustomerField.EMAIL, "anna@example.com"));
        acme = create(Map.of(CustomerField.COMPANY_NAME, "Acme S.r.l.", CustomerField.EMAIL, "info@acme.example"));
    }

    private CustomerId create(Map<CustomerField, String> texts) {
        clock.advance(Duration.ofMinutes(1));
        return ((Edit.Saved) edits.create(CustomerDraft.of(texts))).customer();
    }

    private RelationId work(CustomerId who) {
        clock.advance(Duration.ofMinutes(1));
        return relations.add(new RelationDraft(who, acme, "works_at", LocalDate.of(2020, 1, 2), null, null));
    }

    private CustomerAddress live(CustomerId who, String street) {
        clock.advance(Duration.ofMinutes(1));
        return addresses.add(
                who,
                CustomerAddress.Kind.DELIVERY,
                Map.of(CustomerField.STREET, street, CustomerField.TOWN, "Como", CustomerField.COUNTRY, "IT"));
    }

    private void prefer(CustomerId who, ContactPreference preference) {
        clock.advance(Duration.ofMinutes(1));
        preferences.write(who, preference);
    }

    private List<BesideChange> changes(CustomerId id) {
        return history.of(id, 50).stream()
                .flatMap(change -> change.beside().stream())
                .toList();
    }

    private static String told(@Nullable Beside state) {
        return switch (state) {
            case null -> "nothing";
            case Beside.Related related ->
                related.kind().code() + " " + related.side().code() + " " + related.otherName() + " until "
                        + related.until();
            case Beside.Located located -> located.address().line();
            case Beside.Reached reached -> String.valueOf(reached.preference().channel());
        };
    }

    private List<String> told(CustomerId id) {
        return changes(id).stream()
                .map(change -> told(change.before()) + " -> " + told(change.after()))
                .toList();
    }

    private void revert(CustomerId id, int place) {
        clock.advance(Duration.ofMinutes(1));
        beside.revert(id, changes(id).get(place).number());
    }

    @Test
    void aRelationIsToldOnBothSidesAndEachChangeIsTakenBack() {
        RelationId job = work(anna);
        clock.advance(Duration.ofMinutes(1));
        relations.end(job, LocalDate.of(2026, 3, 1));
        relations.end(job, LocalDate.of(2026, 3, 1));
        clock.advance(Duration.ofMinutes(1));
        relations.remove(job);
        assertThat(told(anna))
                .containsExactly(
                        "works_at forth Acme S.r.l. until 2026-03-01 -> nothing",
                        "works_at forth Acme S.r.l. until null -> works_at forth Acme S.r.l. until 2026-03-01",
                        "nothing -> works_at forth Acme S.r.l. until null");
        assertThat(told(acme)).hasSize(3).last().isEqualTo("nothing -> works_at back Anna until null");
        List<CustomerChange> all = history.of(anna, 50);
        assertThat(all).hasSize(4);
        assertThat(all.getLast().created()).isTrue();
        assertThat(all).isSortedAccordingTo((one, other) -> other.at().compareTo(one.at()));

        revert(acme, 0);
        assertThat(relations.get(job).until()).isEqualTo(LocalDate.of(2026, 3, 1));
        revert(anna, 2);
        assertThat(relations.get(job).until()).isNull();
        revert(anna, 4);
        assertThat(relations.of(anna)).isEmpty();
        // that is told too, and can be taken back again
        revert(anna, 0);
        assertThat(relations.of(anna)).hasSize(1);
    }

    @Test
    void addressesAndPreferencesAreToldAndTakenBack() {
        CustomerAddress sea = live(anna, "Via Mare 1");
        clock.advance(Duration.ofMinutes(1));
        addresses.edit(
                sea.id(),
                CustomerAddress.Kind.HOME,
                Map.of(CustomerField.STREET, "Via Monte 2", CustomerField.TOWN, "Como", CustomerField.COUNTRY, "IT"));
        prefer(anna, MORNINGS);
        prefer(anna, ContactPreference.NONE);
        assertThat(told(anna))
                .containsExactly(
                        "phone -> nothing",
                        "nothing -> phone",
                        "Via Mare 1, Como (CO) -> Via Monte 2, Como (CO)",
                        "nothing -> Via Mare 1, Como (CO)");

        revert(anna, 0);
        assertThat(preferences.of(anna)).isEqualTo(MORNINGS);
        revert(anna, 3);
        assertThat(addresses.get(sea.id()).line()).isEqualTo("Via Mare 1, Como (CO)");
        assertThat(addresses.get(sea.id()).kind()).isEqualTo(CustomerAddress.Kind.DELIVERY);
        revert(anna, 5);
        assertThat(addresses.of(anna)).isEmpty();
        long ofAnna = changes(anna).getFirst().number();
        assertThatThrownBy(() -> beside.revert(acme, ofAnna)).isInstanceOf(Refusal.class);
    }

    @Test
    void aMergeTellsTheSurvivorWhatItGotAndSeparatedEachHasItsOwn() {
        CustomerId annetta = create(Map.of(CustomerField.GIVEN_NAME, "Annetta", CustomerField.TOWN, "Lecco"));
        work(annetta);
        live(annetta, "Via Mare 1");
        prefer(annetta, MORNINGS);
        List<String> before = told(annetta);
        clock.advance(Duration.ofMinutes(1));
        MergeId merge = merges.merge(MergeRequest.of(anna, Set.of(annetta)));

        CustomerChange merged = history.of(anna, 50).getFirst();
        assertThat(merged.fields())
                .extracting(CustomerChange.FieldChange::field)
                .contains("town");
        assertThat(merged.beside())
                .extracting(change -> told(change.after()))
                .containsExactlyInAnyOrder("works_at forth Acme S.r.l. until null", "Via Mare 1, Como (CO)", "phone");
        assertThat(history.parts(anna)).singleElement().satisfies(part -> {
            assertThat(part.customer()).isEqualTo(annetta);
            assertThat(part.name()).isEqualTo("Annetta");
        });
        assertThat(history.of(anna, annetta, 50).orElseThrow())
                .flatExtracting(CustomerChange::beside)
                .extracting(change -> told(change.before()) + " -> " + told(change.after()))
                .isEqualTo(before);
        assertThat(history.of(acme, annetta, 50)).isEmpty();
        // who is named is who they are now
        assertThat(told(acme)).containsExactly("nothing -> works_at back Anna until null");

        clock.advance(Duration.ofMinutes(1));
        merges.undo(merge);
        assertThat(told(anna)).isEmpty();
        assertThat(told(annetta)).isEqualTo(before);
        assertThat(history.parts(anna)).isEmpty();
    }

    @Test
    void ofAChainEveryHistoryIsReachedWithWhatItsIdentitiesWere() {
        CustomerId second = create(Map.of(CustomerField.GIVEN_NAME, "Anna", CustomerField.EMAIL, "a2@example.com"));
        CustomerId third = create(Map.of(CustomerField.GIVEN_NAME, "Anna", CustomerField.EMAIL, "a3@example.com"));
        clock.advance(Duration.ofMinutes(1));
        edits.update(third, null, CustomerDraft.of(CustomerField.CARD, "C-77"), Set.of());
        clock.advance(Duration.ofMinutes(1));
        merges.merge(MergeRequest.of(second, Set.of(third)));
        clock.advance(Duration.ofMinutes(1));
        merges.merge(MergeRequest.of(anna, Set.of(second)));

        assertThat(history.parts(anna))
                .extracting(CustomerHistory.Part::customer)
                .containsExactly(second, third);
        assertThat(history.of(anna, third, 50).orElseThrow())
                .flatExtracting(CustomerChange::fields)
                .extracting(CustomerChange.FieldChange::after)
                .contains("C-77");
        Visitor program = signedIn.token("customers:view");
        String path = "/api/v1/customers/" + anna.value() + "/history";
        assertThat(program.get(path).body()).contains("\"parts\":[{\"customer\":" + second.value());
        assertThat(program.get(path + "/parts/" + third.value()).body()).contains("C-77");
        assertThat(program.get(path + "/parts/" + acme.value()).status()).isEqualTo(404);
    }

    @Test
    void whatIsNotSeenIsNotTold() {
        CustomerId annetta = create(Map.of(
                CustomerField.GIVEN_NAME, "Annetta", CustomerField.PHONE, "347 1234567", CustomerField.TOWN, "Lecco"));
        clock.advance(Duration.ofMinutes(1));
        edits.update(annetta, null, CustomerDraft.of(CustomerField.PHONE, "348 7654321"), Set.of());
        live(annetta, "Via Segreta 1");
        live(anna, "Via Nascosta 2");
        merges.merge(MergeRequest.of(anna, Set.of(annetta)));
        access.limit(
                Role.SHOP, Map.of(CustomerField.PHONE, FieldLevel.MASKED, CustomerField.STREET, FieldLevel.HIDDEN));
        Visitor clerk = signedIn.as("SHOP");
        String part = "/customers/" + anna.value() + "/history/parts/" + annetta.value();
        assertThat(clerk.get(part).body())
                .contains("•••")
                .doesNotContain("3471234567", "3487654321", "Segreta", "revert");
        assertThat(clerk.get("/customers/" + anna.value()).body()).doesNotContain("Segreta", "Nascosta");
        Visitor administrator = signedIn.administrator();
        assertThat(administrator.get(part).body())
                .contains("3471234567", "Segreta")
                .doesNotContain("revert");
        assertThat(administrator.get("/customers/" + anna.value()).body()).contains("Nascosta", "/beside/");
        long number = changes(anna).getLast().number();
        assertThat(clerk.post("/customers/" + anna.value() + "/history/beside/" + number + "/revert")
                        .status())
                .isIn(403, 404);
        assertThat(addresses.of(anna)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"1280,en-GB,false", "390,it-IT,true"})
    void itIsReadOnTheCardAndTakenBackThere(int width, String language, boolean dark) {
        CustomerId annetta = create(Map.of(
                CustomerField.GIVEN_NAME,
                "Annetta Maria Vittoria",
                CustomerField.FAMILY_NAME,
                "Castiglioni della Rovere",
                CustomerField.TOWN,
                "Lecco"));
        edits.update(annetta, null, CustomerDraft.of(CustomerField.TOWN, "Bergamo"), Set.of());
        work(annetta);
        CustomerAddress sea = live(anna, "Via Mare 1");
        prefer(anna, MORNINGS);
        merges.merge(MergeRequest.of(anna, Set.of(annetta)));
        clock.advance(Duration.ofMinutes(1));
        addresses.remove(sea.id());
        try (Visit visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            signedIn.account("marketing@legame.test", "Marta Marketing", "MARKETING");
            signedIn.signIn(visit.page(), "marketing@legame.test");
            Page page = visit.page();
            page.navigate("/customers/" + anna.value());
            page.locator(".history-parts summary").click();
            assertThat(page.locator(".history-parts")).containsText("Bergamo");
            page.locator(".history-parts").scrollIntoViewIfNeeded();
            visit.screenshot("history-beside-" + width);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator("form[action*='/beside/'] button").first().click();
            page.waitForURL(Pattern.compile(".*/customers/" + anna.value()));
            assertThat(page.locator("#toasts")).not().isEmpty();
            assertThat(visit.complaints()).isEmpty();
        }
        assertThat(addresses.of(anna)).hasSize(1);
    }
}
