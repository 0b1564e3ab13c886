package io.legame.insight;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.CUSTOM_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.legame.access.ChangeSet;
import io.legame.access.ChangeSetId;
import io.legame.access.ChangeSets;
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
import io.legame.customers.CustomerId;
import io.legame.customers.CustomerUndo;
import io.legame.customers.Customers;
import io.legame.customers.Edit;
import io.legame.customers.MergeRequest;
import io.legame.customers.Merges;
import io.legame.platform.Companies;
import io.legame.platform.DataFolder;
import io.legame.testing.LegameTest;
import io.legame.testing.TestDatabase;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The values of the company's own fields follow their customers into the warehouse. */
@LegameTest
class ProjectedCustomValuesTests {
    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Companies companies;

    @Autowired
    private WarehouseProperties properties;

    @Autowired
    private InstantSource clock;

    @Autowired
    private CustomFields fields;

    @Autowired
    private ChoiceLists lists;

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerEdits edits;

    @Autowired
    private CustomerUndo undo;

    @Autowired
    private ChangeSets changeSets;

    @Autowired
    private Merges merges;

    @Autowired
    private TransactionTemplate transaction;

    @TempDir
    private Path folder;

    private DataFolder dataFolder;
    private Warehouse warehouse;
    private Projection projection;
    private Facts facts;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
        facts = new Facts(database);
        dataFolder = DataFolder.take(folder);
        warehouse = new Warehouse(properties, dataFolder);
        projection = new Projection(dataSource, companies, warehouse, properties, clock);
    }

    @AfterEach
    void end() throws Exception {
        warehouse.close();
        dataFolder.close();
    }

    @Test
    void theyComeChangeAndGoWithTheirCustomer() {
        long ada = facts.customer("ada@example.com");
        long bob = facts.customer("bob@example.com");
        facts.describe(ada, "{\"3\":\"40.5\",\"5\":[\"11\",\"12\"]}");
        facts.describe(bob, "{\"3\":\"41\"}");
        assertThat(copied())
                .containsExactly(ada + " 3 40.5 null", ada + " 5 null 11", ada + " 5 null 12", bob + " 3 41 null");

        facts.describe(ada, "{\"5\":[\"12\"]}");
        assertThat(copied()).containsExactly(ada + " 5 null 12", bob + " 3 41 null");

        facts.describe(ada, null);
        facts.leave(bob);
        assertThat(copied()).isEmpty();

        facts.comeBack(bob);
        assertThat(copied()).containsExactly(bob + " 3 41 null");

        facts.eraseCustomer(bob);
        assertThat(copied()).isEmpty();
        assertThat(reconciliation().agrees()).isTrue();
    }

    @Test
    void manyRandomChangesEndWhereAFirstLoadDoes() {
        var random = new Random(11);
        var customers = new ArrayList<Long>();
        var away = new ArrayList<Long>();
        for (int change = 0; change < 400; change++) {
            int kind = random.nextInt(10);
            if (kind < 3 || customers.isEmpty()) {
                customers.add(facts.customer(null));
            } else if (kind < 7) {
                facts.describe(any(customers, random), json(random));
            } else if (kind == 7) {
                Long gone = any(customers, random);
                customers.remove(gone);
                facts.eraseCustomer(gone);
            } else if (kind == 8) {
                Long gone = any(customers, random);
                customers.remove(gone);
                away.add(gone);
                facts.leave(gone);
            } else if (!away.isEmpty()) {
                Long back = away.removeFirst();
                customers.add(back);
                facts.comeBack(back);
            }
            if (random.nextInt(8) == 0) {
                assertThat(copied()).isEqualTo(stored());
            }
        }
        List<String> followed = copied();
        assertThat(followed).hasSizeGreaterThan(20).isEqualTo(stored());
        assertThat(reconciliation().differences()).isEmpty();

        projection.rebuild();
        assertThat(copied()).isEqualTo(followed);
    }

    private static Long any(List<Long> customers, Random random) {
        return customers.get(random.nextInt(customers.size()));
    }

    private static @Nullable String json(Random random) {
        var values = new ArrayList<String>();
        for (int field = 1; field <= 4; field++) {
            switch (random.nextInt(4)) {
                case 0 -> values.add("\"%d\":\"%d.5\"".formatted(field, random.nextInt(50)));
                case 1 ->
                    values.add("\"%d\":[\"%d\",\"%d\"]".formatted(field, random.nextInt(5), 5 + random.nextInt(5)));
                case 2 -> values.add("\"%d\":\"d'Alì \\\"%d\\\" 🍐\"".formatted(field, random.nextInt(50)));
                default -> {}
            }
        }
        return values.isEmpty() ? null : "{" + String.join(",", values) + "}";
    }

    @Test
    void mergesAndWhatIsTakenBackAreFollowed() {
        CustomField shoes = fields.create(CustomFieldDraft.of("Shoe size", CustomFieldType.NUMBER));
        long list = lists.create("Sports", List.of("Ski", "Golf")).id();
        CustomField sports = fields.create(
                new CustomFieldDraft("Sports", null, CustomFieldType.CHOICES, null, "", false, false, null, list));
        CustomerId ada = create("ada@example.com", Map.of(shoes, List.of("38")));
        CustomerId other = create("a.rossi@example.com", Map.of(sports, List.of("Ski", "Golf")));
        List<String> apart = copied();
        assertThat(apart).hasSize(3).isEqualTo(stored());

        var merge = merges.merge(MergeRequest.of(ada, Set.of(other)));
        assertThat(copied())
                .hasSize(3)
                .allMatch(row -> row.startsWith(ada.value() + " "))
                .isEqualTo(stored());

        merges.undo(merge);
        assertThat(copied()).isEqualTo(apart);

        ChangeSetId file = changeSets.open(ChangeSet.Kind.IMPORT, "file.csv", null);
        customers.upsert(
                file,
                "shop",
                List.of(
                        draft("ada@example.com", Map.of(shoes, List.of("39"))),
                        draft("new@example.com", Map.of(sports, List.of("Golf")))));
        assertThat(copied()).hasSize(4).contains(ada.value() + " " + shoes.id().value() + " 39 null");
        transaction.executeWithoutResult(all -> {
            undo.restore(file, changeSets.open(ChangeSet.Kind.UNDO, "file.csv", file.value()), 0, 100);
            undo.remove(file, 0, 100, ids -> Set.of());
        });
        assertThat(copied()).isEqualTo(apart);
        assertThat(reconciliation().agrees()).isTrue();
    }

    private CustomerId create(String email, Map<CustomField, List<String>> values) {
        return ((Edit.Saved) edits.create(draft(email, values))).customer();
    }

    private static CustomerDraft draft(String email, Map<CustomField, List<String>> values) {
        var custom = new HashMap<CustomFieldId, List<String>>();
        values.forEach((field, texts) -> custom.put(field.id(), texts));
        return CustomerDraft.of(CustomerField.EMAIL, email).with(new CustomDraft(custom));
    }

    @Test
    void reconciliationFindsAValueThatWasLostAndOneThatIsAnother() throws Exception {
        facts.describe(facts.customer(null), "{\"3\":\"40\",\"4\":\"red\"}");
        projection.catchUp();
        damage("delete from custom_value where field_id = 3");
        damage("update custom_value set value = 'blue' where field_id = 4");
        assertThat(reconciliation().differences())
                .extracting(row -> row.measure() + " " + row.part())
                .containsExactly("customCharacters 3", "customCharacters 4", "customValues 3");
    }

    @Test
    void whenACustomerCameAndChangedIsKnown() {
        long ada = facts.customer(null);
        database.sql("update customers.customer set created_at = '2024-06-30 23:30:00.123456+00',"
                        + " updated_at = '2024-07-01 02:00:00+02'")
                .update();
        facts.rename(ada, "Ada");
        projection.catchUp();
        var copied = warehouse.query(ask -> ask.selectFrom(CUSTOMER).fetchSingle());
        assertThat(copied.get(CUSTOMER.CREATED_AT)).isEqualTo(LocalDateTime.parse("2024-06-30T23:30:00.123456"));
        assertThat(copied.get(CUSTOMER.UPDATED_AT)).isEqualTo(LocalDateTime.parse("2024-07-01T00:00:00"));
        assertThat(copied.get(CUSTOMER.CREATED_ON)).isEqualTo(LocalDate.of(2024, 7, 1));
    }

    /** The warehouse's rows once it has caught up, in the order of customers, fields and choices. */
    private List<String> copied() {
        projection.catchUp();
        return warehouse.query(ask -> ask.selectFrom(CUSTOM_VALUE)
                .orderBy(CUSTOM_VALUE.CUSTOMER_ID, CUSTOM_VALUE.FIELD_ID, CUSTOM_VALUE.CHOICE)
                .fetch(row -> row.get(CUSTOM_VALUE.CUSTOMER_ID) + " " + row.get(CUSTOM_VALUE.FIELD_ID) + " "
                        + row.get(CUSTOM_VALUE.VALUE) + " " + row.get(CUSTOM_VALUE.CHOICE)));
    }

    /** What they should be, each value of those who are there. */
    private List<String> stored() {
        return database.sql("""
                        select concat(c.id, ' ', f.key, ' ', v.value)
                        from customers.customer c, jsonb_each(c.custom) f, lateral (
                            select concat(f.value #>> '{}', ' null') as value, 0 as choice
                            where jsonb_typeof(f.value) = 'string'
                            union all
                            select concat('null ', each), each::bigint from jsonb_array_elements_text(
                                case jsonb_typeof(f.value) when 'array' then f.value else '[]' end) each) v
                        where c.left_as is null
                        order by c.id, f.key::bigint, v.choice
                        """).query(String.class).list();
    }

    private Reconciliation.Report reconciliation() {
        return new Reconciliation(projection, clock).run();
    }

    private void damage(String sql) throws Exception {
        warehouse.read(file -> {
            try (var connection = file.connect();
                    var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }
}
