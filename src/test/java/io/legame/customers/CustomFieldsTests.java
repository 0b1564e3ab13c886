package io.legame.customers;

import static io.legame.customers.CustomerField.EMAIL;
import static io.legame.customers.CustomerField.GIVEN_NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.legame.access.ChangeSet;
import io.legame.access.ChangeSetId;
import io.legame.access.ChangeSets;
import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LegameTest
class CustomFieldsTests {
    @Autowired
    private Customers customers;

    @Autowired
    private CustomerEdits edits;

    @Autowired
    private CustomerHistory history;

    @Autowired
    private CustomerUndo undo;

    @Autowired
    private Merges merges;

    @Autowired
    private CustomFields fields;

    @Autowired
    private ChoiceLists lists;

    @Autowired
    private ChangeSets changeSets;

    @Autowired
    private CustomerSettings settings;

    @Autowired
    private TransactionTemplate transaction;

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

    private CustomField field(String name, CustomFieldType type) {
        return fields.create(CustomFieldDraft.of(name, type));
    }

    private CustomField chosen(String name, CustomFieldType type, String... labels) {
        ChoiceList list = lists.create(name, List.of(labels));
        return fields.create(new CustomFieldDraft(name, null, type, null, "", false, false, null, list.id()));
    }

    private CustomField unique(String name) {
        return fields.create(new CustomFieldDraft(name, null, CustomFieldType.TEXT, null, "", false, true, null, null));
    }

    private static CustomerDraft draft(String email, CustomField field, String... texts) {
        return CustomerDraft.of(EMAIL, email).with(custom(field, texts));
    }

    private static CustomDraft custom(CustomField field, String... texts) {
        return new CustomDraft(Map.of(field.id(), List.of(texts)));
    }

    private CustomerId create(CustomerDraft draft) {
        return ((Edit.Saved) edits.create(draft)).customer();
    }

    private Edit update(CustomerId id, CustomField field, String... texts) {
        clock.advance(Duration.ofMinutes(1));
        return edits.update(id, null, CustomerDraft.of(Map.of()).with(custom(field, texts)), Set.of());
    }

    private Object value(CustomerId id, CustomField field) {
        return Objects.requireNonNullElse(
                customers.find(id).orElseThrow().custom().get(field.code()), "nothing");
    }

    private Object read(CustomField field, String... texts) {
        var email = "reader" + clock.instant().toEpochMilli() + "@example.com";
        clock.advance(Duration.ofMillis(1));
        Edit edit = edits.create(draft(email, field, texts));
        return edit instanceof Edit.Saved saved ? value(saved.customer(), field) : "refused";
    }

    private static List<EditCheck.CustomFault.Why> faults(Edit edit) {
        return ((Edit.Refused) edit)
                .check().customFaults().stream().map(EditCheck.CustomFault::why).toList();
    }

    @Test
    void everyTypeIsReadAsItIsWrittenAndRefusedWhenItIsNone() {
        CustomField text = field("Soprannome", CustomFieldType.TEXT);
        CustomField number = field("Scarpe", CustomFieldType.NUMBER);
        CustomField money = field("Fido", CustomFieldType.MONEY);
        CustomField date = field("Iscritto il", CustomFieldType.DATE);
        CustomField answer = field("Socio", CustomFieldType.YES_NO);
        CustomField link = field("Profilo", CustomFieldType.LINK);
        CustomField email = field("PEC", CustomFieldType.EMAIL);
        CustomField phone = field("Fax", CustomFieldType.PHONE);

        assertThat(read(text, "  il   Rosso ")).isEqualTo("il Rosso");
        assertThat(read(number, "1.234,50")).isEqualTo(new BigDecimal("1234.5"));
        assertThat(read(number, "-3")).isEqualTo(new BigDecimal("-3"));
        assertThat(read(number, "many")).isEqualTo("refused");
        assertThat(read(money, "1234.5", "USD")).isEqualTo("1234.50 USD");
        assertThat(read(money, "€ 10")).isEqualTo("10.00 EUR");
        assertThat(read(money, "10 XYZ")).isEqualTo("refused");
        assertThat(read(date, "2024-02-29")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(read(date, "31/12/2023")).isEqualTo(LocalDate.of(2023, 12, 31));
        assertThat(read(date, "2023-02-29")).isEqualTo("refused");
        assertThat(read(answer, "Sì")).isEqualTo(true);
        assertThat(read(answer, "no")).isEqualTo(false);
        assertThat(read(answer, "maybe")).isEqualTo("refused");
        assertThat(read(link, "example.com/me")).isEqualTo("https://example.com/me");
        assertThat(read(link, "javascript:alert(1)")).isEqualTo("refused");
        assertThat(read(email, "Anna@Example.COM")).isEqualTo("anna@example.com");
        assertThat(read(email, "anna@")).isEqualTo("refused");
        assertThat(read(phone, "+39 02 12345678")).isEqualTo("+390212345678");
    }

    @Test
    void choicesAreKeptWhenTheyAreRenamedAndLabelsMayHoldCommas() {
        CustomField stage = chosen("Stadio", CustomFieldType.CHOICE, "Nuovo", "Chiuso, perso", "Vinto");
        CustomField interests = chosen("Interessi", CustomFieldType.CHOICES, "Sci", "Mare", "Arte");

        assertThat(read(stage, "chiuso, perso")).isEqualTo(List.of("Chiuso, perso"));
        assertThat(read(stage, "Sconosciuto")).isEqualTo("refused");
        assertThat(read(interests, "arte; sci")).isEqualTo(List.of("Sci", "Arte"));
        CustomerId anna = create(draft("anna@example.com", stage, "Nuovo"));
        ChoiceList list =
                lists.find(Objects.requireNonNull(stage.choices()).id()).orElseThrow();
        lists.rename(list.id(), list.choices().getFirst().id(), "Appena arrivato");
        lists.archive(list.id(), list.choices().getFirst().id(), true);

        assertThat(value(anna, stage)).isEqualTo(List.of("Appena arrivato"));
    }

    @Test
    void hostileValuesAreStoredAsTextOrRefused() {
        CustomField text = field("Nota", CustomFieldType.TEXT);

        assertThat(read(text, "a\u0000b\uD800c")).isEqualTo("abc");
        assertThat(read(text, "'); drop table customers.customer; --"))
                .isEqualTo("'); drop table customers.customer; --");
        assertThat(read(text, "<script>alert(1)</script>")).isEqualTo("<script>alert(1)</script>");
        assertThat(read(text, "x".repeat(2_001))).isEqualTo("refused");
        assertThat(read(field("N", CustomFieldType.NUMBER), "9".repeat(40))).isEqualTo("refused");
    }

    @Test
    void anEditIsToldInTheHistoryAndTakenBackExactly() {
        CustomField nickname = field("Soprannome", CustomFieldType.TEXT);
        CustomerId anna = create(draft("anna@example.com", nickname, "Nina"));
        String before = BaseContents.of(database);

        var saved = (Edit.Saved) update(anna, nickname, " Annina ");

        assertThat(value(anna, nickname)).isEqualTo("Annina");
        assertThat(history.of(anna, 10).getFirst().fields())
                .containsExactly(new CustomerChange.FieldChange(nickname.id().name(), "Soprannome", "Nina", "Annina"));
        edits.undo(anna, Objects.requireNonNull(saved.changes()));
        assertThat(value(anna, nickname)).isEqualTo("Nina");
        update(anna, nickname, "");
        assertThat(value(anna, nickname)).isEqualTo("nothing");
        edits.undo(anna, Objects.requireNonNull(((Edit.Saved) update(anna, nickname, "X")).changes()));
        assertThat(value(anna, nickname)).isEqualTo("nothing");
        update(anna, nickname, "Nina");
        assertThat(withoutMoment(BaseContents.of(database))).isEqualTo(withoutMoment(before));
    }

    private static String withoutMoment(String contents) {
        return contents.replaceAll("\"updated_at\": \"[^\"]*\"", "");
    }

    @Test
    void whatAFileChangedIsTakenBackByteForByte() {
        CustomField nickname = field("Soprannome", CustomFieldType.TEXT);
        CustomField interests = chosen("Interessi", CustomFieldType.CHOICES, "Sci", "Mare");
        create(draft("anna@example.com", nickname, "Nina"));
        create(CustomerDraft.of(EMAIL, "bruno@example.com"));
        String before = BaseContents.of(database);
        ChangeSetId file = changeSets.open(ChangeSet.Kind.IMPORT, "file.csv", null);
        clock.advance(Duration.ofMinutes(1));

        var both = new CustomDraft(Map.of(nickname.id(), List.of("Altro"), interests.id(), List.of("Mare; Sci")));
        List<Upsert> results = customers.upsert(
                file,
                "shop",
                List.of(
                        CustomerDraft.of(EMAIL, "anna@example.com").with(both),
                        CustomerDraft.of(EMAIL, "bruno@example.com").with(both),
                        CustomerDraft.of(EMAIL, "carla@example.com").with(both)));

        assertThat(results.get(0)).isInstanceOf(Upsert.Updated.class);
        assertThat(results.get(2)).isInstanceOf(Upsert.Created.class);
        transaction.executeWithoutResult(all -> {
            undo.restore(file, changeSets.open(ChangeSet.Kind.UNDO, "file.csv", file.value()), 0, 100);
            undo.remove(file, 0, 100, ids -> Set.of());
        });
        assertThat(BaseContents.of(database)).isEqualTo(before);
    }

    @Test
    void aFileThatSaysNothingOfAFieldErasesNothingAndWhatItCannotSayIsFlagged() {
        CustomField shoes = field("Scarpe", CustomFieldType.NUMBER);
        CustomerId anna = create(draft("anna@example.com", shoes, "38"));

        customers.upsert(
                "shop", List.of(draft("anna@example.com", shoes, " "), draft("bruno@example.com", shoes, "big")));

        assertThat(value(anna, shoes)).isEqualTo(new BigDecimal("38"));
        CustomerId bruno = customers
                .find(List.of(Identity.email("bruno@example.com")))
                .values()
                .iterator()
                .next();
        assertThat(value(bruno, shoes)).isEqualTo("nothing");
        assertThat(customers.find(bruno).orElseThrow().flags())
                .containsKey(shoes.id().name());
    }

    @Test
    void changingATypeAndBackIsTheIdentity() {
        CustomField size = field("Taglia", CustomFieldType.TEXT);
        List<String> texts = List.of("38", "1.234,5", "XL", "31/12/2023", "sì", "anna@example.com");
        for (int i = 0; i < texts.size(); i++) {
            create(draft("c" + i + "@example.com", size, texts.get(i)));
        }
        ChoiceList list = lists.create("Taglie", List.of("38", "XL"));
        String before = BaseContents.of(database);

        assertThat(fields.preview(size.id(), CustomFieldType.NUMBER, null)).satisfies(conversion -> {
            assertThat(conversion.all()).isEqualTo(6);
            assertThat(conversion.read()).isEqualTo(2);
            assertThat(conversion.examples()).containsExactlyInAnyOrder("XL", "31/12/2023", "anna@example.com", "sì");
        });
        for (CustomFieldType type : CustomFieldType.values()) {
            fields.update(
                    size.id(), new CustomFieldDraft("Taglia", null, type, null, "", false, false, null, list.id()));
            fields.archive(size.id(), true);
            fields.archive(size.id(), false);
        }
        fields.update(size.id(), CustomFieldDraft.of("Misura", CustomFieldType.TEXT));

        assertThat(BaseContents.of(database)).isEqualTo(before);
        assertThat(fields.find(size.id()).orElseThrow().code()).isEqualTo("taglia");
    }

    @Test
    void aUniqueValueBelongsToOneCustomerWhoIsFoundByIt() {
        CustomField number = unique("Numero socio");
        CustomerId anna = create(draft("anna@example.com", number, "S-1"));

        Edit second = edits.create(draft("bruno@example.com", number, "S-1"));
        assertThat(faults(second)).containsExactly(EditCheck.CustomFault.Why.OF_ANOTHER);
        Upsert found = customers
                .upsert("shop", List.of(CustomerDraft.of(GIVEN_NAME, "Anna").with(custom(number, "S-1"))))
                .getFirst();
        assertThat(found)
                .isInstanceOfSatisfying(
                        Upsert.Updated.class,
                        updated -> assertThat(updated.customer()).isEqualTo(anna));

        var moved = (Edit.Saved) update(anna, number, "S-2");
        CustomerId bruno = create(draft("bruno@example.com", number, "S-1"));
        assertThat(edits.undo(anna, Objects.requireNonNull(moved.changes()))).contains(CustomerUndo.Kept.CHANGED);
        assertThat(value(anna, number)).isEqualTo("S-2");
        assertThat(value(bruno, number)).isEqualTo("S-1");
    }

    @Test
    void aFieldCannotBecomeUniqueWhileTwoHaveTheSameValue() {
        CustomField number = field("Numero socio", CustomFieldType.TEXT);
        create(draft("anna@example.com", number, "1"));
        CustomerId bruno = create(draft("bruno@example.com", number, "1"));
        var unique =
                new CustomFieldDraft("Numero socio", null, CustomFieldType.TEXT, null, "", false, true, null, null);

        assertThatThrownBy(() -> fields.update(number.id(), unique)).isInstanceOf(Refusal.class);
        update(bruno, number, "2");
        fields.update(number.id(), unique);

        assertThat(customers.find(List.of(new Identity(Identity.Kind.FIELD, number.code(), "2"))))
                .containsValue(bruno);
    }

    @Test
    void whatIsRequiredIsAskedOfWhoWritesAndDefaultsAreGivenToNewCustomers() {
        CustomField needed = fields.create(
                new CustomFieldDraft("Fonte", null, CustomFieldType.TEXT, "person", "", true, false, null, null));
        CustomField given = fields.create(
                new CustomFieldDraft("Lingua", null, CustomFieldType.TEXT, null, "", false, false, "it", null));

        assertThat(faults(edits.create(CustomerDraft.of(EMAIL, "anna@example.com"))))
                .containsExactly(EditCheck.CustomFault.Why.REQUIRED);
        CustomerId anna = create(draft("anna@example.com", needed, "fiera"));
        assertThat(value(anna, given)).isEqualTo("it");
        assertThat(faults(update(anna, needed, ""))).containsExactly(EditCheck.CustomFault.Why.REQUIRED);
        customers.upsert("shop", List.of(CustomerDraft.of(EMAIL, "bruno@example.com")));
        assertThat(fields.lacking(needed)).isEqualTo(1);
    }

    @Test
    void mergingKeepsWhatTheOthersKnowAndTakingItBackIsExact() {
        CustomField nickname = field("Soprannome", CustomFieldType.TEXT);
        CustomField shoes = field("Scarpe", CustomFieldType.NUMBER);
        CustomerId anna = create(draft("anna@example.com", nickname, "Nina"));
        var both = new CustomDraft(Map.of(nickname.id(), List.of("Annina"), shoes.id(), List.of("38")));
        CustomerId other = create(CustomerDraft.of(EMAIL, "anna@work.example").with(both));
        String before = BaseContents.of(database);
        clock.advance(Duration.ofMinutes(1));

        MergeId merge = merges.merge(MergeRequest.of(anna, Set.of(other)));

        assertThat(value(anna, nickname)).isEqualTo("Nina");
        assertThat(value(anna, shoes)).isEqualTo(new BigDecimal("38"));
        merges.undo(merge);
        assertThat(BaseContents.of(database)).isEqualTo(before);
    }

    @Test
    void codesAreMadeOfTheFirstNameAndNeverChange() {
        CustomField first = field("Perché?", CustomFieldType.TEXT);
        fields.archive(first.id(), true);
        CustomField second = field("Perche", CustomFieldType.TEXT);

        assertThat(first.code()).isEqualTo("perche");
        assertThat(second.code()).isEqualTo("perche_2");
        assertThatThrownBy(() -> field("PERCHE", CustomFieldType.TEXT)).isInstanceOf(Refusal.class);
        fields.move(second.id(), true);
        assertThat(fields.inUse()).extracting(CustomField::name).containsExactly("Perche");
    }

    private CustomField grouped(String name, String group) {
        return fields.create(
                new CustomFieldDraft(name, null, CustomFieldType.TEXT, null, group, false, false, null, null));
    }

    private List<String> order() {
        return fields.groups().stream()
                .map(group -> group.name() + ": "
                        + String.join(
                                ", ",
                                group.fields().stream().map(CustomField::name).toList()))
                .toList();
    }

    @Test
    void fieldsAndTheirHeadingsArePutInOrder() {
        CustomField size = grouped("Taglia", "Moda");
        CustomField dog = grouped("Cane", "Casa");
        CustomField shoes = grouped("Scarpe", "Moda");
        CustomField note = grouped("Altro", "");
        assertThat(order()).containsExactly("Moda: Taglia, Scarpe", "Casa: Cane", ": Altro");

        fields.move(shoes.id(), true);
        fields.move(shoes.id(), true);
        fields.moveGroup("Casa", true);
        assertThat(order()).containsExactly("Casa: Cane", "Moda: Scarpe, Taglia", ": Altro");
        fields.order(List.of(
                new CustomFields.Placed(note.id(), null),
                new CustomFields.Placed(size.id(), "Casa"),
                new CustomFields.Placed(shoes.id(), null),
                new CustomFields.Placed(dog.id(), null)));
        assertThat(order()).containsExactly(": Altro", "Casa: Taglia, Cane", "Moda: Scarpe");
        assertThat(fields.inUse()).extracting(CustomField::name).containsExactly("Altro", "Taglia", "Cane", "Scarpe");

        // who did not see the newest field does not lose it, and nobody orders what is not there
        CustomField newest = grouped("Gatto", "Casa");
        fields.order(List.of(new CustomFields.Placed(shoes.id(), null), new CustomFields.Placed(note.id(), null)));
        assertThat(order()).containsExactly("Moda: Scarpe", ": Altro", "Casa: Taglia, Cane, Gatto");
        fields.archive(newest.id(), true);
        assertThatThrownBy(() -> fields.order(List.of(new CustomFields.Placed(newest.id(), null))))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> fields.moveGroup("Nulla", true)).isInstanceOf(Refusal.class);
    }

    @Test
    void listsAreRenamedArchivedAndPutInOrderAndValuesStay() {
        CustomField sports = chosen("Sport", CustomFieldType.CHOICES, "nuoto", "tennis", "vela");
        CustomerId anna = create(draft("anna@example.com", sports, "vela", "nuoto"));
        ChoiceList list = lists.all().getFirst();
        long swimming = list.choices().getFirst().id();
        long sailing = list.choices().getLast().id();
        String before = BaseContents.of(database);

        lists.rename(list.id(), "Sport praticati");
        lists.order(list.id(), List.of(sailing));
        lists.move(list.id(), swimming, false);
        lists.archive(list.id(), true);
        ChoiceList now = lists.find(list.id()).orElseThrow();
        assertThat(now.name()).isEqualTo("Sport praticati");
        assertThat(now.archived()).isTrue();
        assertThat(now.choices()).extracting(Choice::label).containsExactly("vela", "tennis", "nuoto");
        assertThat(BaseContents.of(database)).isEqualTo(before);
        assertThat(value(anna, sports)).isEqualTo(List.of("nuoto", "vela"));

        // saving the same choices again in their new order is no change
        var same = (Edit.Saved) update(anna, sports, "vela", "nuoto");
        assertThat(same.changes()).isNull();
        assertThat(BaseContents.of(database)).isEqualTo(before);
        CustomerId bruno = create(draft("bruno@example.com", sports, "nuoto", "vela"));
        assertThat(value(bruno, sports)).isEqualTo(List.of("vela", "nuoto"));

        lists.archive(list.id(), false);
        assertThat(lists.find(list.id()).orElseThrow().archived()).isFalse();
        ChoiceList other = lists.create("Altro", List.of("x"));
        assertThatThrownBy(() -> lists.rename(other.id(), "sport PRATICATI")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> lists.order(other.id(), List.of(sailing))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> lists.archive(999_999, true)).isInstanceOf(Refusal.class);
    }
}
