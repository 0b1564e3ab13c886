package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same file read in two ways, one after the other: no line is counted twice, whatever was replaced. */
@LegameTest
class ReplacedLinesTests {
    private static final String HEADER = "Ordine;Data;Codice cliente;Codice prodotto;Quantità;Prezzo\n";
    private static final List<Replacement> NONE = List.of();
    private static final List<Replacement> PRODUCT = of(Field.PRODUCT_CODE, "GTXPro", "GTX Pro");

    @Autowired
    private TestImports files;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothingThere() {
        files.clear();
    }

    private static List<Replacement> of(Field field, String from, String to) {
        return List.of(new Replacement(field, from, to));
    }

    static Stream<Arguments> readings() {
        String both = "1;2026-02-23;c1;GTXPro;1;5\n1;2026-02-23;c1;GTX Pro;1;5\n1;2026-02-23;c1;Mouse;1;5\n";
        String twice = "1;2026-02-23;c1;GTXPro;1;5\n1;2026-02-23;c1;GTXPro;1;5\n";
        String shared = "1;2026-02-23;c1;GTXPro;1;5\n1;2026-02-24;c2;GTXPro;1;5\n1;2026-02-25;c3;GTXPro;1;5\n";
        String orders = "1;2026-02-23;c1;GTXPro;1;5\nI;2026-02-24;c2;Mouse;1;5\n";
        return Stream.of(
                Arguments.of("both writings in one order", both, PRODUCT),
                Arguments.of("equal lines", twice, PRODUCT),
                Arguments.of("an order number of three customers", shared, PRODUCT),
                Arguments.of("the order's number", orders, of(Field.ORDER_NUMBER, "I", "3")),
                Arguments.of("the customer", shared, of(Field.CUSTOMER_NUMBER, "c2", "c4")),
                Arguments.of("the customer who is the other one too", shared, of(Field.CUSTOMER_NUMBER, "c2", "c1")),
                Arguments.of("which way the goods went", both, of(Field.QUANTITY, "1", "-1")),
                Arguments.of(
                        "one becomes what another no longer is",
                        both,
                        List.of(
                                new Replacement(Field.PRODUCT_CODE, "GTX Pro", "Mouse"),
                                new Replacement(Field.PRODUCT_CODE, "GTXPro", "GTX Pro"))));
    }

    private Import bringIn(String rows, List<Replacement> replacements) {
        return files.run(files.receive("vendite.csv", HEADER + rows), plan -> createAll(plan, replacements));
    }

    private static Plan createAll(Plan plan, List<Replacement> replacements) {
        return new PlanChange(
                        null, null, null, null, null, null, null, null, null, null, null, null, null, null, true, null)
                .applyTo(OnlineRetailTests.createCustomers(
                        PlanChange.replacements(replacements).applyTo(plan)));
    }

    private long count(String table) {
        return database.sql("select count(*) from timeline." + table)
                .query(Long.class)
                .single();
    }

    private void undo(Import what) {
        files.beginUndo(imports.get(what.id()));
        files.go(what);
    }

    private void neverTwice(String rows, List<Replacement> first, List<Replacement> second) {
        long lines = rows.lines().count();
        Import one = bringIn(rows, first);
        assertThat(one.counts().created()).isEqualTo(lines);
        Import other = bringIn(rows, second);
        assertThat(other.counts().created()).isZero();
        assertThat(count("purchase_line")).isEqualTo(lines);
        // the orders as they were too: none begun for lines that were not taken
        assertThat(count("interaction"))
                .isEqualTo(database.sql("select count(distinct interaction_id) from timeline.purchase_line")
                        .query(Long.class)
                        .single());
        assertThat(bringIn(rows, first).counts().unchanged()).isEqualTo(lines);
        undo(one);
        assertThat(count("line_alias")).isZero();
        assertThat(files.again(other).counts().created()).isEqualTo(lines);
        undo(files.again(one));
        assertThat(count("purchase_line")).isEqualTo(lines);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readings")
    void decidedAfterwards(String what, String rows, List<Replacement> replacements) {
        neverTwice(rows, NONE, replacements);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readings")
    void takenBack(String what, String rows, List<Replacement> replacements) {
        neverTwice(rows, replacements, NONE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readings")
    void decidedOtherwise(String what, String rows, List<Replacement> replacements) {
        Replacement one = replacements.getFirst();
        neverTwice(rows, replacements, of(one.field(), one.from(), one.field() == Field.QUANTITY ? "2" : "another"));
    }

    @Test
    void theFileCorrectedAtItsSourceIsTheSame() {
        String rows = "1;2026-02-23;c1;GTXPro;1;5\n1;2026-02-23;c1;GTXPro;1;5\n1;2026-02-23;c1;GTX Pro;1;5\n";
        bringIn(rows, PRODUCT);
        Import corrected = bringIn(rows.replace("GTXPro", "GTX Pro"), NONE);
        assertThat(corrected.counts().unchanged()).isEqualTo(3);
        assertThat(count("purchase_line")).isEqualTo(3);
        // two lines, each by its order and, where customers share its number, by its customer's order
        assertThat(count("line_alias")).isEqualTo(4);
    }

    @Test
    void numberedLinesKeepTheirNumbers() {
        String rows = "Ordine;Riga;Data;Codice cliente;Codice prodotto;Quantità;Prezzo\n"
                + "I;1;2026-02-23;c1;GTXPro;1;5\nI;2;2026-02-23;c1;Mouse;1;5\n";
        Import draft = files.receive("vendite.csv", rows);
        Import first = files.run(draft, plan -> createAll(plan, NONE));
        assertThat(first.counts().created()).isEqualTo(2);
        Import second = files.run(
                files.receive("vendite.csv", rows), plan -> createAll(plan, of(Field.ORDER_NUMBER, "I", "1")));
        assertThat(second.counts().created()).isZero();
        assertThat(files.reasons(second)).extracting(Reason::key).containsExactly("intake.rejected.asWritten");
        assertThat(count("purchase_line")).isEqualTo(2);
    }
}
