package io.legame.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.legame.access.ChangeSet;
import io.legame.access.ChangeSetId;
import io.legame.access.ChangeSets;
import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Another key says of everybody anew who is complete, as the report said before, and only that. */
@LegameTest
class UniqueKeyTests {
    @Autowired
    private Customers customers;

    @Autowired
    private UniqueKeys keys;

    @Autowired
    private KeyChangeRun run;

    @Autowired
    private CustomerUndo undo;

    @Autowired
    private CustomerSettings settings;

    @Autowired
    private ChangeSets changeSets;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
        TestDatabase.skipIds(database, "customers.key_change");
    }

    @AfterEach
    void asItWas() {
        database.sql("drop trigger if exists lost on customers.customer").update();
        settings.write(Identity.Kind.EMAIL);
    }

    private KeyChange choose(Identity.Kind key) {
        run.run(keys.begin(key));
        return keys.changes().getFirst();
    }

    private KeyReport.OfKind report(Identity.Kind key) {
        return keys.report().kinds().stream()
                .filter(of -> of.kind() == key)
                .findFirst()
                .orElseThrow();
    }

    private long count(String condition) {
        return database.sql("select count(*) from customers.customer c where " + condition)
                .query(Long.class)
                .single();
    }

    private static String has(String... kinds) {
        return "exists (select from customers.identity i where i.customer_id = c.id and i.kind in ('"
                + String.join("', '", kinds) + "'))";
    }

    private String contents() {
        return BaseContents.of(database);
    }

    private Upsert bring(Map<CustomerField, String> texts) {
        return customers.upsert("till", List.of(CustomerDraft.of(texts))).getFirst();
    }

    private static CustomerId created(Upsert upsert) {
        assertThat(upsert).isInstanceOf(Upsert.Created.class);
        return ((Upsert.Created) upsert).customer();
    }

    private boolean keyed(CustomerId id) {
        return customers.find(id).orElseThrow().keyed();
    }

    @ParameterizedTest
    @EnumSource(
            value = Identity.Kind.class,
            names = {"PHONE", "CARD", "NUMBER", "TAX_CODE"})
    void theReportSaysWhatTheChangeDoes(Identity.Kind key) {
        customers.upsert("till", new DirtyCustomers(1).drafts(300));
        customers.upsert("e-shop", new DirtyCustomers(2).drafts(100));
        // a phone that nobody shares
        bring(Map.of(CustomerField.NUMBER, "p", CustomerField.PHONE, "02 86461235"));
        bring(Map.of(CustomerField.CARD, "c1"));
        long keyedBefore = count("keyed");
        KeyReport.OfKind told = report(key);
        UniqueKeys.Preview preview = keys.preview(key);
        Set<CustomerId> completed =
                Set.copyOf(preview.gaining().stream().map(CustomerSummary::id).toList());

        KeyChange change = choose(key);
        assertThat(change.state()).isEqualTo(KeyChange.State.DONE);
        assertThat(change.gained()).isEqualTo(told.gained());
        assertThat(change.lost()).isEqualTo(told.lost());
        // everybody who came from the till has a number
        assertThat(told.lost() > 0).isEqualTo(key != Identity.Kind.NUMBER);
        assertThat(preview.losing())
                .hasSize((int) Math.min(10, told.lost()))
                .allMatch(customer -> !keyed(customer.id()));
        assertThat(completed).allMatch(this::keyed);
        assertThat(preview.gaining()).hasSize((int) Math.min(10, told.gained()));
        String having = switch (key) {
            case PHONE ->
                "phone is not null and not exists (select from customers.customer o"
                        + " where o.phone = c.phone and o.id < c.id)";
            case TAX_CODE -> has("tax_code", "vat_number");
            default -> has(key.code());
        };
        assertThat(count("keyed"))
                .isEqualTo(told.has())
                .isEqualTo(count(having))
                .isPositive();
        assertThat(count("keyed <> (" + having + ")")).isZero();
        assertThat(told.has() + told.lacking()).isEqualTo(count("true"));
        assertThat(keyedBefore + told.gained() - told.lost()).isEqualTo(told.has());
        if (key == Identity.Kind.PHONE) {
            assertThat(told.shared())
                    .isEqualTo(count("phone is not null and not keyed"))
                    .isPositive();
            assertThat(told.leftOut())
                    .isEqualTo(count("phone is null and flags->'phone'->>'kind' = 'IMPOSSIBLE'"))
                    .isPositive();
        }
        // seen again, it says that nothing is to gain or to lose
        assertThat(report(key).gained() + report(key).lost()).isZero();
    }

    @Test
    void theOldKeyBringsEverythingBack() {
        customers.upsert("till", new DirtyCustomers(3).drafts(300));
        String before = contents();
        choose(Identity.Kind.NUMBER);
        assertThat(count("keyed")).isEqualTo(count("true")).isPositive();
        assertThat(contents()).isNotEqualTo(before);
        choose(Identity.Kind.EMAIL);
        assertThat(contents()).isEqualTo(before);
        assertThat(keys.changes()).extracting(KeyChange::to).containsExactly(Identity.Kind.EMAIL, Identity.Kind.NUMBER);
    }

    @Test
    void whatComesAfterIsFoundByTheNewKey() {
        CustomerId mother = created(bring(Map.of(CustomerField.NUMBER, "1", CustomerField.PHONE, "347 1234567")));
        CustomerId son = created(bring(Map.of(
                CustomerField.NUMBER,
                "2",
                CustomerField.PHONE,
                "347 1234567",
                CustomerField.EMAIL,
                "son@example.com")));
        choose(Identity.Kind.PHONE);
        assertThat(keyed(mother)).isTrue();
        assertThat(keyed(son)).isFalse();
        assertThat(bring(Map.of(CustomerField.PHONE, "+39 347 123 4567", CustomerField.TOWN, "Monza")))
                .isInstanceOfSatisfying(
                        Upsert.Updated.class,
                        updated -> assertThat(updated.customer()).isEqualTo(mother));
        bring(Map.of(CustomerField.EMAIL, "son@example.com", CustomerField.PHONE, "348 7654321"));
        assertThat(keyed(son)).isTrue();
        assertThat(report(Identity.Kind.PHONE).shared()).isZero();
    }

    @Test
    void companiesAreCompleteByTheirVatNumber() {
        CustomerId company = created(
                bring(Map.of(CustomerField.COMPANY_NAME, "Acme S.p.A.", CustomerField.VAT_NUMBER, "00905811006")));
        CustomerId person = created(bring(Map.of(
                CustomerField.GIVEN_NAME, "Anna",
                CustomerField.EMAIL, "anna@example.com",
                CustomerField.VAT_NUMBER, "00905811006")));
        choose(Identity.Kind.TAX_CODE);
        assertThat(keyed(company)).isTrue();
        assertThat(keyed(person)).isFalse();
    }

    @Test
    void anImportOfBeforeCanStillBeTakenBack() {
        ChangeSetId by = changeSets.open(ChangeSet.Kind.IMPORT, "file.csv", 1L);
        customers.upsert(by, "till", new DirtyCustomers(4).drafts(50));
        choose(Identity.Kind.PHONE);
        assertThat(count(has("phone"))).isPositive();
        transaction.executeWithoutResult(status -> undo.remove(by, 0, 1_000, ids -> Set.of()));
        assertThat(count("true")).isZero();
    }

    @Test
    void aPhoneThatIsTakenBackIsNoKeyAnyMore() {
        CustomerId anna = created(bring(Map.of(CustomerField.NUMBER, "1")));
        ChangeSetId by = changeSets.open(ChangeSet.Kind.IMPORT, "phones.csv", 1L);
        customers.upsert(
                by,
                "till",
                List.of(CustomerDraft.of(Map.of(CustomerField.NUMBER, "1", CustomerField.PHONE, "347 1234567"))));
        choose(Identity.Kind.PHONE);
        assertThat(keyed(anna)).isTrue();
        ChangeSetId back = changeSets.open(ChangeSet.Kind.UNDO, "phones.csv", by.value());
        transaction.executeWithoutResult(status -> undo.restore(by, back, 0, 1_000));
        assertThat(keyed(anna)).isFalse();
        created(bring(Map.of(CustomerField.PHONE, "347 1234567", CustomerField.GIVEN_NAME, "Luca")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 57})
    void killedInTheMiddleNothingIsChangedAndItIsDoneAgain(int customer) {
        customers.upsert("till", new DirtyCustomers(5).drafts(300));
        String before = contents();
        database.sql("""
                create or replace function customers.lose() returns trigger language plpgsql as $$
                begin
                    if old.id >= tg_argv[0]::bigint then
                        raise exception 'lost' using errcode = '57P01';
                    end if;
                    return new;
                end $$
                """).update();
        database.sql("create trigger lost before update on customers.customer for each row execute function"
                        + " customers.lose('" + customer + "')")
                .update();
        long change = keys.begin(Identity.Kind.PHONE);
        assertThatException().isThrownBy(() -> run.run(change));
        assertThat(contents()).isEqualTo(before);
        assertThat(settings.read().key()).isEqualTo(Identity.Kind.EMAIL);
        assertThat(keys.changes().getFirst().state()).isEqualTo(KeyChange.State.RUNNING);
        assertThatThrownBy(() -> keys.begin(Identity.Kind.CARD))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("customers.error.keyChanging"));

        database.sql("drop trigger lost on customers.customer").update();
        run.run(change);
        assertThat(settings.read().key()).isEqualTo(Identity.Kind.PHONE);
        String after = contents();
        assertThat(after).isNotEqualTo(before);
        // the job may come twice
        run.run(change);
        assertThat(contents()).isEqualTo(after);
        assertThat(Objects.requireNonNull(keys.changes().getFirst().gained())).isNotNegative();
    }

    @ParameterizedTest
    @EnumSource(
            value = Identity.Kind.class,
            names = {"EMAIL", "DETAILS", "VAT_NUMBER"})
    void whatCannotBeTheKeyIsRefused(Identity.Kind key) {
        assertThatThrownBy(() -> keys.begin(key)).isInstanceOf(Refusal.class);
        assertThat(keys.changes()).isEmpty();
    }
}
