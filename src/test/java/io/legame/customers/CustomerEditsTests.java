package io.legame.customers;

import static io.legame.customers.CustomerField.BIRTH_DATE;
import static io.legame.customers.CustomerField.CARD;
import static io.legame.customers.CustomerField.COMPANY_NAME;
import static io.legame.customers.CustomerField.EMAIL;
import static io.legame.customers.CustomerField.FAMILY_NAME;
import static io.legame.customers.CustomerField.GENDER;
import static io.legame.customers.CustomerField.GIVEN_NAME;
import static io.legame.customers.CustomerField.NUMBER;
import static io.legame.customers.CustomerField.OTHER_EMAIL;
import static io.legame.customers.CustomerField.OTHER_PHONE;
import static io.legame.customers.CustomerField.PHONE;
import static io.legame.customers.CustomerField.PROVINCE;
import static io.legame.customers.CustomerField.REGION;
import static io.legame.customers.CustomerField.TAX_CODE;
import static io.legame.customers.CustomerField.TOWN;
import static io.legame.customers.CustomerField.VAT_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.legame.access.ChangeSetId;
import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import io.legame.timeline.Channel;
import io.legame.timeline.InteractionDraft;
import io.legame.timeline.Timeline;
import io.legame.timeline.Touchpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LegameTest
class CustomerEditsTests {
    @Autowired
    private Customers customers;

    @Autowired
    private CustomerEdits edits;

    @Autowired
    private CustomerHistory history;

    @Autowired
    private CompanyProposals companies;

    @Autowired
    private CustomerSettings settings;

    @Autowired
    private Timeline timeline;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
        // settings that are remembered are those of the test before
        settings.write(Identity.Kind.EMAIL);
    }

    private CustomerId create(Map<CustomerField, String> texts) {
        return ((Edit.Saved) edits.create(CustomerDraft.of(texts))).customer();
    }

    private Edit update(CustomerId id, Map<CustomerField, String> texts, CustomerField... cleared) {
        clock.advance(Duration.ofMinutes(1));
        return edits.update(id, version(id), CustomerDraft.of(texts), Set.of(cleared));
    }

    private static ChangeSetId changes(Edit edit) {
        return Objects.requireNonNull(((Edit.Saved) edit).changes());
    }

    private static Map<CustomerField, EditCheck.Fault> faults(Edit edit) {
        return ((Edit.Refused) edit).check().faults();
    }

    private long version(CustomerId id) {
        return edits.find(id).orElseThrow().version();
    }

    private Customer customer(CustomerId id) {
        return customers.find(id).orElseThrow();
    }

    private List<String> identities(CustomerId id) {
        return customer(id).identities().stream()
                .map(identity -> identity.kind().code() + " " + identity.value())
                .toList();
    }

    /** Everything but the histories. */
    private String contents() {
        return BaseContents.of(database);
    }

    @Test
    void aCustomerIsCreatedByTheRulesOfAFile() {
        CustomerId id = ((Edit.Saved) edits.create(new CustomerDraft(
                        Map.of(
                                GIVEN_NAME, "MARIA",
                                FAMILY_NAME, "de luca",
                                EMAIL, "Maria@Example.com",
                                PHONE, "347 1234567",
                                TOWN, "forli'",
                                CARD, "a 12"),
                        Map.of(),
                        LocalDate.of(1984, 5, 17),
                        new BigDecimal("38000"),
                        2,
                        true)))
                .customer();
        Customer maria = customer(id);
        assertThat(maria.displayName()).isEqualTo("Maria De Luca");
        assertThat(maria.town()).isEqualTo("Forlì");
        assertThat(maria.province()).isEqualTo("FC");
        assertThat(maria.region()).isEqualTo("Emilia-Romagna");
        assertThat(maria.annualIncome()).isEqualByComparingTo("38000");
        assertThat(maria.keyed()).isTrue();
        assertThat(maria.written()).containsEntry("given_name", "MARIA");
        assertThat(maria.source()).isEqualTo(Identity.MAIN);
        assertThat(identities(id)).containsExactly("card A 12", "email maria@example.com");

        customers.upsert("shop", List.of(CustomerDraft.of(Map.of(EMAIL, "maria@example.com", TOWN, "Roma"))));
        assertThat(customers.count().all()).isEqualTo(1);
    }

    @Test
    void whoHasOnlyANameIsIncompleteAndWhoHasNothingIsRefused() {
        CustomerId anna = create(Map.of(GIVEN_NAME, "Anna"));
        assertThat(customer(anna).keyed()).isFalse();
        assertThat(identities(anna)).isEmpty();
        assertThat(faults(edits.create(CustomerDraft.of(TOWN, "Roma")))).containsOnlyKeys(GIVEN_NAME);
        assertThat(faults(edits.create(CustomerDraft.of(Map.of())))).containsOnlyKeys(GIVEN_NAME);
        assertThat(faults(update(anna, Map.of(), GIVEN_NAME))).containsOnlyKeys(GIVEN_NAME);
        assertThat(customers.count().all()).isEqualTo(1);
    }

    @Test
    void aNameAndAPhoneFindThePersonThatAFileBringsAgain() {
        CustomerId anna = create(Map.of(GIVEN_NAME, "Anna", PHONE, "347 1234567"));
        customers.upsert(
                "shop", List.of(CustomerDraft.of(Map.of(GIVEN_NAME, "ANNA", PHONE, "+39 347 1234567", TOWN, "Roma"))));
        assertThat(customers.count().all()).isEqualTo(1);
        assertThat(customer(anna).town()).isEqualTo("Roma");
    }

    @Test
    void furtherAddressesAndPhonesAreAddedPutFirstAndRemoved() {
        CustomerId maria = create(Map.of(GIVEN_NAME, "Maria", EMAIL, "maria@example.com", PHONE, "347 1234567"));
        String before = contents();
        Edit added = update(
                maria, Map.of(OTHER_EMAIL, "M3@Example.com; m2@example.com", OTHER_PHONE, "02 1234567, 3471234567"));
        assertThat(identities(maria))
                .containsExactly("email maria@example.com", "email m2@example.com", "email m3@example.com");
        assertThat(customer(maria).otherPhones()).containsExactly("+39021234567");
        assertThat(history.of(maria, 10).getFirst().fields())
                .containsExactlyInAnyOrder(
                        new CustomerChange.FieldChange("other_email", null, "m2@example.com, m3@example.com"),
                        new CustomerChange.FieldChange("other_phones", null, "+39021234567"));
        assertThat(edits.find(maria).orElseThrow().values())
                .containsEntry(OTHER_EMAIL, "m2@example.com, m3@example.com")
                .containsEntry(OTHER_PHONE, "+39021234567");
        assertThat(((Edit.Saved) update(maria, Map.of(OTHER_EMAIL, "m3@example.com,m2@example.com"))).changes())
                .isNull();

        Edit swapped = update(
                maria,
                Map.of(
                        EMAIL, "m2@example.com",
                        OTHER_EMAIL, "maria@example.com, m3@example.com",
                        PHONE, "+39021234567",
                        OTHER_PHONE, "+393471234567"));
        assertThat(customer(maria).email()).isEqualTo("m2@example.com");
        assertThat(customer(maria).phone()).isEqualTo("+39021234567");
        assertThat(customer(maria).otherPhones()).containsExactly("+393471234567");
        assertThat(identities(maria)).hasSize(3);
        assertThat(edits.undo(maria, changes(swapped))).isEmpty();
        Edit first = update(maria, Map.of(PHONE, "02 1234567"));
        assertThat(customer(maria).otherPhones()).isEmpty();
        assertThat(edits.undo(maria, changes(first))).isEmpty();
        assertThat(edits.undo(maria, changes(added))).isEmpty();
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void whoLosesTheFirstAddressHasTheNextOneAndNobodyGetsAnothers() {
        CustomerId maria = create(Map.of(EMAIL, "maria@example.com", OTHER_EMAIL, "m2@example.com"));
        update(maria, Map.of(), EMAIL);
        assertThat(customer(maria).email()).isEqualTo("m2@example.com");
        assertThat(identities(maria)).containsExactly("email m2@example.com");
        assertThat(customer(maria).keyed()).isTrue();

        CustomerId anna = create(Map.of(EMAIL, "anna@example.com", OTHER_EMAIL, "a2@example.com"));
        Edit removed = update(anna, Map.of(), OTHER_EMAIL);
        create(Map.of(EMAIL, "a2@example.com"));
        assertThat(edits.undo(anna, changes(removed))).contains(CustomerUndo.Kept.CHANGED);
        assertThat(faults(update(anna, Map.of(OTHER_EMAIL, "x@example.com, m2@example.com"))))
                .hasEntrySatisfying(OTHER_EMAIL, fault -> {
                    assertThat(fault.kind()).isEqualTo(ValueFlag.Kind.OF_ANOTHER);
                    assertThat(fault.written()).isEqualTo("m2@example.com");
                });
        assertThat(faults(update(anna, Map.of(OTHER_EMAIL, "x@example.com, wrong", OTHER_PHONE, "12"))))
                .containsOnlyKeys(OTHER_EMAIL, OTHER_PHONE)
                .hasEntrySatisfying(
                        OTHER_EMAIL, fault -> assertThat(fault.written()).isEqualTo("wrong"));
    }

    @Test
    void theNextAddressIsLookedAtWhenItComesFirstAndMayHaveABar() {
        CustomerId maria = create(Map.of(
                EMAIL, "maria@example.com", OTHER_EMAIL, "m@gmial.com, z|b@example.com, n@example.com|o@example.com"));
        assertThat(identities(maria))
                .containsExactly(
                        "email m@gmial.com",
                        "email maria@example.com",
                        "email n@example.com",
                        "email o@example.com",
                        "email z|b@example.com");
        update(maria, Map.of(), EMAIL);
        assertThat(customer(maria).email()).isEqualTo("m@gmial.com");
        assertThat(database.sql("select flags #>> '{email,kind}' from customers.customer")
                        .query(String.class)
                        .single())
                .isEqualTo("TYPO");
    }

    @Test
    void anAddressThatSomebodyRemovedSinceDoesNotComeBackAsTheFirst() {
        CustomerId maria = create(Map.of(EMAIL, "maria@example.com"));
        Edit swapped = update(maria, Map.of(EMAIL, "m2@example.com", OTHER_EMAIL, "maria@example.com"));
        update(maria, Map.of(), OTHER_EMAIL);
        String before = contents();
        assertThat(edits.undo(maria, changes(swapped))).contains(CustomerUndo.Kept.CHANGED);
        assertThat(customer(maria).email()).isEqualTo("m2@example.com");
        assertThat(identities(maria)).containsExactly("email m2@example.com");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void whatIsNamedIsWrittenWhatIsEmptiedIsClearedAndTheRestStays() {
        customers.upsert(
                "shop",
                List.of(CustomerDraft.of(Map.of(
                        NUMBER,
                        "1",
                        EMAIL,
                        "anna@gmial.com",
                        GIVEN_NAME,
                        "Anna",
                        PHONE,
                        "347 1234567",
                        TOWN,
                        "Ostia"))));
        CustomerId anna = customers
                .find(List.of(Identity.number("shop", "1")))
                .values()
                .iterator()
                .next();
        update(anna, Map.of(GIVEN_NAME, "Anna", FAMILY_NAME, "ROSSI", EMAIL, "anna@gmial.com"), PHONE, CARD);

        Customer now = customer(anna);
        assertThat(now.displayName()).isEqualTo("Anna Rossi");
        assertThat(now.phone()).isNull();
        assertThat(now.town()).isEqualTo("Ostia");
        assertThat(now.flags()).containsOnlyKeys("email", "town");
        CustomerChange change = history.of(anna, 10).getFirst();
        assertThat(change.fields())
                .containsExactlyInAnyOrder(
                        new CustomerChange.FieldChange("family_name", null, "Rossi"),
                        new CustomerChange.FieldChange("phone", "+393471234567", null));
        assertThat(Objects.requireNonNull(change.by()).actor().name()).isEqualTo("Legame");
    }

    @Test
    void whatNobodyTouchedStaysWhateverARuleWouldMakeOfIt() {
        settings.write(Set.of(UniformityRule.PERSON_NAMES));
        CustomerId anna = create(Map.of(GIVEN_NAME, "ANNA", EMAIL, "anna@example.com"));
        settings.write(Set.of());
        update(anna, Map.of(GIVEN_NAME, "ANNA", TOWN, "Roma"));
        assertThat(customer(anna).givenName()).isEqualTo("ANNA");
        assertThat(update(anna, Map.of(GIVEN_NAME, "ANNA", TOWN, "Roma"))).isEqualTo(new Edit.Saved(anna, null));
    }

    @Test
    void identitiesFollowTheirValuesAndTheKeyFollowsThem() {
        CustomerId anna = create(Map.of(
                GIVEN_NAME, "Anna", EMAIL, "anna@example.com", CARD, "7", NUMBER, "1", TAX_CODE, "RSSNNA80A41H501L"));
        assertThat(identities(anna)).contains("card 7", "email anna@example.com", "number 1");

        update(anna, Map.of(EMAIL, "anna.rossi@example.com", CARD, "8"), NUMBER);
        assertThat(identities(anna))
                .contains("email anna.rossi@example.com", "card 8")
                .doesNotContain("number 1");
        assertThat(database.sql("select kind || ' ' || value from customers.former_identity order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("card 7", "email anna@example.com", "number 1");
        assertThat(history.of(anna, 10).getFirst().fields())
                .contains(
                        new CustomerChange.FieldChange("card", "7", "8"),
                        new CustomerChange.FieldChange("number", "1", null));

        update(anna, Map.of(), EMAIL);
        assertThat(customer(anna).keyed()).isFalse();
        update(anna, Map.of(EMAIL, "anna@example.com"));
        assertThat(customer(anna).keyed()).isTrue();
    }

    @Test
    void aPhoneTellsWhoItIsOnlyWhenItIsTheKey() {
        CustomerId anna = create(Map.of(GIVEN_NAME, "Anna", EMAIL, "anna@example.com", PHONE, "347 1234567"));
        CustomerId bruno = create(Map.of(GIVEN_NAME, "Bruno", EMAIL, "bruno@example.com", PHONE, "347 1234567"));
        assertThat(identities(anna)).containsExactly("email anna@example.com");
        assertThat(edits.check(null, CustomerDraft.of(PHONE, "3471234567"), Set.of())
                        .alike())
                .extracting(CustomerSummary::id)
                .containsExactly(anna, bruno);

        settings.write(Identity.Kind.PHONE);
        update(anna, Map.of(PHONE, "347 7654321"));
        assertThat(identities(anna)).contains("phone +393477654321");
        assertThat(customer(anna).keyed()).isTrue();
        var fault = faults(update(bruno, Map.of(PHONE, "347 7654321"))).get(PHONE);
        assertThat(Objects.requireNonNull(Objects.requireNonNull(fault).owner()).id())
                .isEqualTo(anna);
    }

    @Test
    void theVatNumberIsWhatACompanyIsKnownBy() {
        CustomerId acme = create(Map.of(COMPANY_NAME, "ACME SRL", VAT_NUMBER, "00743110157"));
        assertThat(identities(acme)).containsExactly("vat_number IT00743110157");
        CustomerId buyer = create(Map.of(GIVEN_NAME, "Anna", COMPANY_NAME, "Acme S.r.l.", VAT_NUMBER, "00743110157"));
        assertThat(identities(buyer)).isEmpty();
        assertThat(faults(edits.create(CustomerDraft.of(Map.of(COMPANY_NAME, "Altra", VAT_NUMBER, "00743110157")))))
                .containsOnlyKeys(VAT_NUMBER);
        // without the name the contact would be the company itself
        assertThat(faults(update(buyer, Map.of(), GIVEN_NAME))).containsOnlyKeys(VAT_NUMBER);
    }

    @Test
    void whatBelongsToAnotherIsRefusedAtItsFieldAndNothingIsWritten() {
        CustomerId anna = create(Map.of(GIVEN_NAME, "Anna", EMAIL, "anna@example.com"));
        CustomerId bruno = create(Map.of(GIVEN_NAME, "Bruno", EMAIL, "bruno@example.com"));
        String before = contents();
        var faults = faults(update(bruno, Map.of(EMAIL, "ANNA@example.com", TOWN, "Roma")));
        assertThat(faults).containsOnlyKeys(EMAIL);
        EditCheck.Fault fault = Objects.requireNonNull(faults.get(EMAIL));
        assertThat(fault.kind()).isEqualTo(ValueFlag.Kind.OF_ANOTHER);
        assertThat(Objects.requireNonNull(fault.owner()).id()).isEqualTo(anna);
        assertThat(faults(edits.create(CustomerDraft.of(EMAIL, "anna@example.com"))))
                .containsOnlyKeys(EMAIL);
        assertThat(contents()).isEqualTo(before);
        assertThat(database.sql("select count(*) from customers.change")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatCannotBeRightIsRefusedAndWhatMayBeWrongIsNot() {
        var faults = faults(edits.create(CustomerDraft.of(new EnumMap<>(Map.of(
                GIVEN_NAME, "Anna",
                EMAIL, "anna(at)example.com",
                PHONE, "12",
                TAX_CODE, "RSSMRA80A01H501V",
                GENDER, "perhaps",
                BIRTH_DATE, "31/02/1980")))));
        assertThat(faults).containsOnlyKeys(EMAIL, PHONE, TAX_CODE, GENDER, BIRTH_DATE);
        assertThat(Objects.requireNonNull(faults.get(TAX_CODE)).kind()).isEqualTo(ValueFlag.Kind.CHECK_CHARACTERS);
        assertThat(customers.count().all()).isZero();

        CustomerId id = create(Map.of(GIVEN_NAME, "Anna", EMAIL, "anna@gmial.com"));
        assertThat(edits.check(id, CustomerDraft.of(Map.of()), Set.of()).doubts())
                .containsExactly(
                        Map.entry(EMAIL, new ValueFlag(ValueFlag.Kind.TYPO, "anna@gmial.com", "anna@gmail.com")));
        update(id, Map.of(EMAIL, "anna@gmail.com"));
        assertThat(customer(id).flags()).isEmpty();
        // a person who insists is right
        update(id, Map.of(EMAIL, "anna@gmial.com"));
        assertThat(customer(id).email()).isEqualTo("anna@gmial.com");
    }

    @Test
    void aTaxCodeIsComparedAnewWhenTheOthersChange() {
        CustomerId mario = ((Edit.Saved) edits.create(new CustomerDraft(
                        Map.of(GIVEN_NAME, "Mario", FAMILY_NAME, "Rossi", TAX_CODE, "RSSMRA80A01H501U"),
                        Map.of(),
                        LocalDate.of(1981, 1, 1),
                        null,
                        null,
                        null)))
                .customer();
        assertThat(customer(mario).flags()).containsOnlyKeys("tax_code");
        edits.update(
                mario,
                null,
                new CustomerDraft(Map.of(), Map.of(), LocalDate.of(1980, 1, 1), null, null, null),
                Set.of());
        assertThat(customer(mario).flags()).isEmpty();
    }

    @Test
    void aPlaceBringsItsProvinceUnlessTheProvinceAloneIsEmptied() {
        CustomerId anna = create(Map.of(GIVEN_NAME, "Anna", TOWN, "Forlì"));
        update(anna, Map.of(TOWN, "Forlì"), PROVINCE, REGION);
        assertThat(customer(anna).province()).isNull();
        update(anna, Map.of(TOWN, "Milano"), PROVINCE, REGION);
        assertThat(customer(anna).province()).isEqualTo("MI");
        assertThat(customer(anna).region()).isEqualTo("Lombardia");
    }

    @Test
    void whoSawAnOlderVersionOverwritesNothingAndIsToldWhatChanged() {
        CustomerId anna = create(Map.of(GIVEN_NAME, "Anna", TOWN, "Roma"));
        long seen = version(anna);
        // the clock stands still: the version is no moment
        edits.update(anna, seen, CustomerDraft.of(TOWN, "Milano"), Set.of());
        Edit late = edits.update(anna, seen, CustomerDraft.of(TOWN, "Torino"), Set.of());
        var outdated = (Edit.Outdated) late;
        assertThat(outdated.meanwhile())
                .singleElement()
                .satisfies(change ->
                        assertThat(change.fields()).contains(new CustomerChange.FieldChange("town", "Roma", "Milano")));
        assertThat(customer(anna).town()).isEqualTo("Milano");
        assertThat(edits.update(anna, outdated.version(), CustomerDraft.of(TOWN, "Torino"), Set.of()))
                .isInstanceOf(Edit.Saved.class);
    }

    @Test
    void ofTwoAtTheSameTimeOneIsToldAndNothingIsLost() throws Exception {
        CustomerId anna = create(Map.of(GIVEN_NAME, "Anna"));
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 10; round++) {
                long seen = version(anna);
                var start = new CountDownLatch(1);
                var answers = new ArrayList<Future<Edit>>();
                for (String town : List.of("Roma " + round, "Milano " + round)) {
                    answers.add(threads.submit(() -> {
                        start.await();
                        return edits.update(anna, seen, CustomerDraft.of(TOWN, town), Set.of());
                    }));
                }
                start.countDown();
                List<Edit> ended = List.of(answers.get(0).get(), answers.get(1).get());
                assertThat(ended).filteredOn(Edit.Saved.class::isInstance).hasSize(1);
                assertThat(ended).filteredOn(Edit.Outdated.class::isInstance).hasSize(1);
            }
        }
        assertThat(history.of(anna, 50)).hasSize(11);
    }

    @Test
    void anEditIsTakenBackByteForByte() {
        CustomerId anna = create(
                Map.of(GIVEN_NAME, "ANNA", EMAIL, "anna@gmial.com", PHONE, "347 1234567", CARD, "7", TOWN, "forli'"));
        String before = contents();
        clock.advance(Duration.ofMinutes(1));
        ChangeSetId changes = changes(edits.update(
                anna,
                null,
                new CustomerDraft(
                        Map.of(EMAIL, "anna.rossi@example.com", CARD, "8", TOWN, "Milano", FAMILY_NAME, "Rossi"),
                        Map.of(),
                        LocalDate.of(1980, 1, 1),
                        new BigDecimal("12.5"),
                        1,
                        false),
                Set.of(PHONE, GIVEN_NAME, PROVINCE)));
        assertThat(contents()).isNotEqualTo(before);
        clock.advance(Duration.ofMinutes(1));
        assertThat(edits.undo(anna, changes)).isEmpty();
        assertThat(contents()).isEqualTo(before);

        ChangeSetId cleared = changes(update(anna, Map.of(), EMAIL, CARD));
        assertThat(customer(anna).keyed()).isFalse();
        edits.undo(anna, cleared);
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aCreationIsTakenBackUnlessSomethingHappenedSince() {
        Edit created = edits.create(CustomerDraft.of(Map.of(GIVEN_NAME, "Anna", EMAIL, "anna@example.com")));
        CustomerId anna = ((Edit.Saved) created).customer();
        assertThat(edits.undo(anna, changes(created))).isEmpty();
        assertThat(customers.find(anna)).isEmpty();
        assertThatThrownBy(() -> edits.undo(anna, changes(created))).isInstanceOf(Refusal.class);

        Edit second = edits.create(CustomerDraft.of(Map.of(GIVEN_NAME, "Bruno", EMAIL, "bruno@example.com")));
        CustomerId bruno = ((Edit.Saved) second).customer();
        update(bruno, Map.of(TOWN, "Roma"));
        assertThat(edits.undo(bruno, changes(second))).isEqualTo(Optional.of(CustomerUndo.Kept.CHANGED));

        Edit third = edits.create(CustomerDraft.of(Map.of(GIVEN_NAME, "Carla", EMAIL, "carla@example.com")));
        CustomerId carla = ((Edit.Saved) third).customer();
        timeline.record(
                "shop",
                List.of(new InteractionDraft(
                        "v1", carla, clock.instant(), "visit", new Touchpoint("Roma", Channel.SHOP), "", Map.of())));
        assertThat(edits.undo(carla, changes(third))).isEqualTo(Optional.of(CustomerUndo.Kept.FACTS));
        assertThat(customers.count().all()).isEqualTo(2);
    }

    @Test
    void whatWasDoneIsInTheAuditTrailWithoutTheValues() {
        CustomerId anna = create(Map.of(GIVEN_NAME, "Anna", EMAIL, "anna@example.com"));
        edits.undo(anna, changes(update(anna, Map.of(TOWN, "Roma"), EMAIL)));
        List<String> entries = database.sql("""
                        select action || ' ' || detail::text from access.audit_entry
                        where subject_type = 'customer' and subject_id = ? order by id desc limit 3
                        """)
                .param(Long.toString(anna.value()))
                .query(String.class)
                .list();
        assertThat(entries).element(0).asString().startsWith("customers.editUndone");
        assertThat(entries).element(1).asString().startsWith("customers.edited").contains("town", "email");
        assertThat(entries).element(2).asString().startsWith("customers.created");
        assertThat(String.join(" ", entries)).doesNotContain("Roma", "Anna", "example.com");
    }

    @Test
    void companiesThatMayBeMeantAreProposed() {
        create(Map.of(COMPANY_NAME, "Ferramenta Bianchi SRL"));
        create(Map.of(COMPANY_NAME, "Ferrovie dello Stato"));
        create(Map.of(COMPANY_NAME, "Zanichelli"));
        assertThat(companies.of("ferr", 5))
                .extracting(CompanyProposals.Near::name)
                .containsExactlyInAnyOrder("Ferramenta Bianchi S.r.l.", "Ferrovie dello Stato");
        assertThat(companies.of("Ferramenta Bianki", 5))
                .extracting(CompanyProposals.Near::name)
                .containsExactly("Ferramenta Bianchi S.r.l.");
        assertThat(companies.of("x", 5)).isEmpty();
    }
}
