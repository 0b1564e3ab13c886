package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.Identity;
import io.legame.customers.MergeId;
import io.legame.customers.MergeRequest;
import io.legame.customers.Merges;
import io.legame.insight.Reconciliation;
import io.legame.insight.Warehouse;
import io.legame.testing.LegameTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that come again after some of their customers became one. */
@LegameTest
class MergedCustomersTests {
    private static final String CUSTOMERS = "Codice cliente;Nome;Cognome;E-mail\nc1;Anna;Rossi;a1@example.com\n"
            + "c2;Annetta;Rossi;a2@example.com\nc3;Bruno;Bianchi;b@example.com\n";
    private static final String LINES = "1;2026-02-23;c1;P;1;5\n1;2026-02-23;c1;P;1;5\n1;2026-02-24;c2;P;1;5\n"
            + "1;2026-02-25;c3;P;1;5\n2;2026-02-26;c2;Q;2;5\n";
    private static final String SALES = "Ordine;Data;Codice cliente;Codice prodotto;Quantità;Prezzo\n" + LINES;
    private static final String NUMBERED = "Ordine;Riga;Data;Codice cliente;Codice prodotto;Quantità;Prezzo\n"
            + "1;1;2026-02-23;c1;P;1;5\n1;2;2026-02-23;c1;Q;1;5\n1;1;2026-02-24;c2;P;3;5\n1;3;2026-02-25;c2;P;1;5\n";

    @Autowired
    private TestImports files;

    @Autowired
    private Customers customers;

    @Autowired
    private Merges merges;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothingThere() {
        files.clear();
    }

    private Import bringIn(String name, String content) {
        return files.run(
                files.receive(name, content),
                plan -> new PlanChange(
                                null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                                true, null)
                        .applyTo(plan));
    }

    private CustomerId known(String number) {
        Identity identity = Identity.number(Identity.MAIN, number);
        return Objects.requireNonNull(customers.find(List.of(identity)).get(identity), number);
    }

    private String lines() {
        return database.sql("select string_agg(concat_ws(' ', i.source_key, l.customer_id, l.amount), E'\\n'"
                        + " order by l.interaction_id, l.line_key) from timeline.purchase_line l"
                        + " join timeline.interaction i on i.id = l.interaction_id")
                .query(String.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(strings = {SALES, NUMBERED})
    void noLineIsCountedTwiceAndNoneIsRefused(String sales) {
        bringIn("clienti.csv", CUSTOMERS);
        Import first = bringIn("vendite.csv", sales);
        long lines = first.counts().created();
        assertThat(lines).isEqualTo(sales.lines().count() - 1);
        String before = lines();
        CustomerId one = known("c1");
        CustomerId two = known("c2");
        MergeId merge = merges.merge(MergeRequest.of(one, Set.of(two)));
        assertThat(known("c2")).isEqualTo(one);

        assertThat(bringIn("clienti.csv", CUSTOMERS).counts().created()).isZero();
        assertThat(customers.count().all()).isEqualTo(2);
        assertThat(bringIn("vendite.csv", sales).counts().unchanged()).isEqualTo(lines);

        merges.undo(merge, Map.of());
        assertThat(lines()).isEqualTo(before);
        assertThat(bringIn("vendite.csv", sales).counts().unchanged()).isEqualTo(lines);
        assertThat(known("c2")).isEqualTo(two);
    }

    @ParameterizedTest
    @ValueSource(strings = {SALES, NUMBERED})
    void theWarehouseFollows(String sales) {
        bringIn("clienti.csv", CUSTOMERS);
        bringIn("vendite.csv", sales);
        warehouseIsEqual();
        MergeId first = merges.merge(MergeRequest.of(known("c1"), Set.of(known("c2"))));
        warehouseIsEqual();
        MergeId second = merges.merge(MergeRequest.of(known("c3"), Set.of(known("c1"))));
        warehouseIsEqual();
        merges.undo(second, Map.of());
        merges.undo(first, Map.of());
        warehouseIsEqual();
        merges.undo(merges.merge(MergeRequest.of(known("c1"), Set.of(known("c2")))), Map.of());
        warehouseIsEqual();
    }

    private void warehouseIsEqual() {
        assertThat(reconciliation.run().differences()).isEmpty();
        String byCustomer = "select string_agg(concat(id, ' ', bought), ',' order by id) from (select c.id,"
                + " coalesce(sum(l.amount), 0)::int as bought from %s c left join %s l on l.customer_id = c.id"
                + " group by c.id) one";
        assertThat(warehouse.<String>query(engine -> engine.fetchSingle(byCustomer.formatted("customer", "line"))
                        .get(0, String.class)))
                .isEqualTo(database.sql(byCustomer.formatted("customers.customer", "timeline.purchase_line"))
                        .query(String.class)
                        .single());
    }

    @Test
    void whatWasMergedSinceStaysWhenAnImportIsTakenBack() {
        Import file = bringIn("clienti.csv", CUSTOMERS);
        MergeId merge = merges.merge(MergeRequest.of(known("c1"), Set.of(known("c2"))));
        files.beginUndo(file);
        Import undone = files.go(file);
        assertThat(undone.state()).isEqualTo(ImportState.UNDONE);
        assertThat(customers.count().all()).isEqualTo(1);
        assertThat(Objects.requireNonNull(undone.undo()).kept()).isEqualTo(2);
        assertThat(merges.undo(merge, Map.of()).back()).hasSize(1);
        assertThat(customers.count().all()).isEqualTo(2);
    }
}
