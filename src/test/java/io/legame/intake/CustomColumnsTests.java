package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.customers.BaseContents;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldDraft;
import io.legame.customers.CustomFieldType;
import io.legame.customers.CustomFields;
import io.legame.customers.Customer;
import io.legame.customers.Customers;
import io.legame.customers.Identity;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.Visitor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Columns of files that are custom fields. */
@LegameTest
class CustomColumnsTests {
    private static final String FILE = """
            E-mail;Data tessera;Fido;Hobby;Nascita
            anna@example.com;05/04/2024;1.500,50;sci;01/02/1990
            bruno@example.com;31/12/2023;molto;mare;13/02/1991
            """;

    @Autowired
    private TestImports files;

    @Autowired
    private Imports imports;

    @Autowired
    private CustomFields fields;

    @Autowired
    private Customers customers;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothingThere() {
        files.clear();
    }

    private Customer customer(String email) {
        return customers.find(List.of(Identity.email(email))).values().stream()
                .findFirst()
                .flatMap(customers::find)
                .orElseThrow();
    }

    @Test
    void columnsCalledAsFieldsAreReadByTheirTypesAndTakenBackWhole() {
        fields.create(CustomFieldDraft.of("Data tessera", CustomFieldType.DATE));
        fields.create(CustomFieldDraft.of("Fido", CustomFieldType.NUMBER));
        String before = BaseContents.of(database);

        Import file = files.receive("soci.csv", FILE);
        assertThat(file.plan().custom()).isEqualTo(Map.of(1, "data_tessera", 2, "fido"));
        Preview preview = imports.preview(file);
        assertThat(preview.rows().get(1).cells())
                .extracting(Preview.Cell::fault)
                .contains("customers.fields.fault.number");
        files.run(file);

        assertThat(customer("anna@example.com").custom())
                .isEqualTo(Map.of("data_tessera", LocalDate.of(2024, 4, 5), "fido", new BigDecimal("1500.5")));
        assertThat(customer("anna@example.com").birthDate()).isEqualTo(LocalDate.of(1990, 2, 1));
        assertThat(customer("bruno@example.com").custom())
                .isEqualTo(Map.of("data_tessera", LocalDate.of(2023, 12, 31)));
        assertThat(files.again(file).counts().unchanged()).isEqualTo(2);
        files.beginUndo(file);
        files.go(file);
        assertThat(BaseContents.of(database)).isEqualTo(before);
    }

    @Test
    void anAmountKeepsTheCurrencyThatStandsBesideIt() {
        fields.create(CustomFieldDraft.of("Fido", CustomFieldType.MONEY));

        files.run(
                files.receive(
                        "soci.csv",
                        "E-mail;Fido\na@example.com;USD 1.500,50\nb@example.com;£ 20\nc@example.com;1.500,50\nd@example.com;99 XYZ\n"));

        assertThat(customer("a@example.com").custom()).isEqualTo(Map.of("fido", "1500.50 USD"));
        assertThat(customer("b@example.com").custom()).isEqualTo(Map.of("fido", "20.00 GBP"));
        assertThat(customer("c@example.com").custom()).isEqualTo(Map.of("fido", "1500.50 EUR"));
        assertThat(customer("d@example.com").custom()).isEmpty();
    }

    @Test
    void aColumnBecomesANewFieldInOneClickOfWhoeverMayAddFields() {
        Import file = files.receive("soci.csv", FILE);
        Visitor marketing = signedIn.as("MARKETING");

        marketing.get("/intake/" + file.id().value());
        var form = new ArrayList<>(List.of("kind", "customers", "source", "main", "header", "true"));
        List<String> meanings = List.of("email", "", "", "custom-new", "birth_date");
        for (int column = 0; column < meanings.size(); column++) {
            form.addAll(List.of("field" + column, meanings.get(column)));
        }
        marketing.post("/intake/" + file.id().value() + "/plan", form.toArray(String[]::new));

        assertThat(fields.inUse()).extracting(CustomField::name).containsExactly("Hobby");
        assertThat(imports.get(file.id()).plan().custom()).isEqualTo(Map.of(3, "hobby"));
        files.run(imports.get(file.id()));
        assertThat(customer("bruno@example.com").custom()).isEqualTo(Map.of("hobby", "mare"));
    }
}
