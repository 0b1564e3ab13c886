package io.legame.customers.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.customers.ChoiceList;
import io.legame.customers.ChoiceLists;
import io.legame.customers.CustomDraft;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldDraft;
import io.legame.customers.CustomFieldId;
import io.legame.customers.CustomFieldType;
import io.legame.customers.CustomFields;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerEdits;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerHistory;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.Edit;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One value is put back to what it was, and the others stay. */
@LegameTest
class HistoryTests {
    @Autowired
    private CustomerEdits edits;

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerHistory history;

    @Autowired
    private CustomFields fields;

    @Autowired
    private ChoiceLists lists;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @Test
    void aValueIsPutBackWhateverHappenedSince() {
        TestDatabase.clear(database, "timeline", "customers");
        CustomerId anna = ((Edit.Saved) edits.create(new CustomerDraft(
                        Map.of(
                                CustomerField.EMAIL, "anna@example.com",
                                CustomerField.TOWN, "Como",
                                CustomerField.GIVEN_NAME, "Anna"),
                        Map.of(),
                        LocalDate.of(1980, 2, 3),
                        new BigDecimal("42000.50"),
                        2,
                        true)))
                .customer();
        var wrong = new CustomerDraft(
                Map.of(
                        CustomerField.EMAIL,
                        "a@example.com",
                        CustomerField.TOWN,
                        "Lecco",
                        CustomerField.GIVEN_NAME,
                        "A"),
                Map.of(),
                LocalDate.of(1981, 2, 3),
                new BigDecimal("1"),
                0,
                false);
        var saved = (Edit.Saved) edits.update(anna, null, wrong, Set.of());
        edits.update(anna, null, CustomerDraft.of(CustomerField.TOWN, "Milano"), Set.of());
        Visitor visitor = signedIn.as("SALES");
        assertThat(visitor.get("/customers/" + anna.value()).body()).contains("/revert");
        String path = "/customers/" + anna.value() + "/history/"
                + Objects.requireNonNull(saved.changes()).value() + "/revert";
        for (String field : new String[] {"town", "email", "birth_date", "annual_income", "children", "home_owner"}) {
            assertThat(visitor.post(path, "field", field).status()).as(field).isEqualTo(302);
            assertThat(visitor.get("/customers/" + anna.value()).body())
                    .as(field)
                    .contains("is what it was before");
        }
        var now = customers.find(anna).orElseThrow();
        assertThat(now.town()).isEqualTo("Como");
        assertThat(now.email()).isEqualTo("anna@example.com");
        assertThat(now.birthDate()).isEqualTo(LocalDate.of(1980, 2, 3));
        assertThat(now.annualIncome()).isEqualByComparingTo("42000.50");
        assertThat(now.children()).isEqualTo(2);
        assertThat(now.homeOwner()).isTrue();
        assertThat(now.givenName()).isEqualTo("A");
        assertThat(history.of(anna, 20)).hasSize(9);
        assertThat(visitor.post(path, "field", "nothing").status()).isEqualTo(404);
        // what is another's by now stays theirs
        edits.update(anna, null, CustomerDraft.of(CustomerField.EMAIL, "new@example.com"), Set.of());
        edits.create(CustomerDraft.of(CustomerField.EMAIL, "anna@example.com"));
        assertThat(visitor.post(path, "field", "email").status()).isEqualTo(302);
        assertThat(visitor.get("/customers/" + anna.value()).body()).contains("cannot be put back");
        assertThat(customers.find(anna).orElseThrow().email()).isEqualTo("new@example.com");
        assertThat(signedIn.token("customers:view")
                        .get("/api/v1/customers/" + anna.value() + "/history")
                        .body())
                .contains("\"field\":\"town\"", "\"before\":\"Lecco\"");
    }

    @Test
    void aCustomValueIsPutBackToo() {
        TestDatabase.clear(database, "timeline", "customers");
        ChoiceList list = lists.create("Sport", List.of("sci", "vela", "arte, musica"));
        CustomField sports = fields.create(
                new CustomFieldDraft("Sport", null, CustomFieldType.CHOICES, null, "", false, false, null, list.id()));
        CustomField credit = fields.create(CustomFieldDraft.of("Fido", CustomFieldType.MONEY));
        CustomerId anna =
                ((Edit.Saved) edits.create(CustomerDraft.of(CustomerField.EMAIL, "anna@example.com"))).customer();
        say(anna, Map.of(sports.id(), List.of("vela", "arte, musica"), credit.id(), List.of("1500.50 USD")));
        var wrong = say(anna, Map.of(sports.id(), List.of("sci"), credit.id(), List.of("1")));
        Visitor visitor = signedIn.as("SALES");
        assertThat(visitor.get("/customers/" + anna.value()).body())
                .contains(sports.id().name());
        String path = "/customers/" + anna.value() + "/history/"
                + Objects.requireNonNull(wrong.changes()).value() + "/revert";
        for (CustomField field : List.of(sports, credit)) {
            assertThat(visitor.post(path, "field", field.id().name()).status()).isEqualTo(302);
            assertThat(visitor.get("/customers/" + anna.value()).body())
                    .contains(field.name() + " is what it was before");
        }
        assertThat(customers.find(anna).orElseThrow().custom())
                .containsEntry("sport", List.of("vela", "arte, musica"))
                .containsEntry("fido", "1500.50 USD");
    }

    private Edit.Saved say(CustomerId id, Map<CustomFieldId, List<String>> values) {
        return (Edit.Saved) edits.update(id, null, CustomerDraft.of(Map.of()).with(new CustomDraft(values)), Set.of());
    }
}
