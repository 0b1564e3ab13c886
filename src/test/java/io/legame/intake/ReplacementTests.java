package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Values of a file that are read as others. */
@LegameTest
class ReplacementTests {
    private static final String PRODUCTS = "Codice prodotto;Nome prodotto;Prezzo\nP-1;Caffè Più;3,50\nP-2;Tè;2,00\n";
    private static final String SALES = "Ordine;Data;Codice cliente;Prodotto;Quantità;Prezzo\n"
            + "1;23/02/2026;c1;CAFFE' PIU';2;3,50\n2;24/02/2026;c1;Tè;1;2,00\n3;24/02/2026;c2;caffe piu;1;3,50\n"
            + "4;25/02/2026;c2;<script>alert(1)</script>;1;1,00\n5;25/02/2026;c2;=1+1;1;1,00\n";

    @Autowired
    private TestImports files;

    @Autowired
    private Imports imports;

    @Autowired
    private NearProducts products;

    @Autowired
    private JsonMapper json;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothingThere() {
        files.clear();
        files.run(files.receive("prodotti.csv", PRODUCTS));
    }

    private Import receive(String name, String content) {
        return imports.receive(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static Import decided(Imports imports, Import draft, List<Replacement> replacements) {
        return imports.change(draft.id(), PlanChange.replacements(replacements));
    }

    @Test
    void theNextFileHasWhatWasDecidedOfTheLastOne() {
        Import february = receive("febbraio.csv", SALES);
        assertThat(products.of(february).products())
                .containsExactly(
                        new NearProduct("CAFFE' PIU'", 1, "P-1", "Caffè Più"),
                        new NearProduct("Tè", 1, "P-2", "Tè"),
                        new NearProduct("caffe piu", 1, "P-1", "Caffè Più"));
        Import accepted = decided(imports, february, products.of(february).useAll());
        imports.start(accepted.id());

        Import next = receive("gennaio.csv", SALES.replace("/02/", "/01/"));
        assertThat(next.plan().replacements()).isEqualTo(accepted.plan().replacements());
        assertThat(products.of(next).products()).isEmpty();
        assertThat(products.of(next).replaced())
                .extracting(NearProducts.Replaced::rows)
                .containsOnly(1L);
        assertThat(imports.preview(next).rows().getFirst().cells()).anySatisfy(cell -> {
            assertThat(cell.raw()).isEqualTo("CAFFE' PIU'");
            assertThat(cell.value()).isEqualTo("P-1");
        });
        Import done = files.run(next, OnlineRetailTests::createCustomers);
        assertThat(done.counts().created()).isEqualTo(done.plan().createProducts() ? 5 : 3);
        assertThat(database.sql("select sum(quantity) from timeline.purchase_line l join catalogue.product p"
                                + " on p.id = l.product_id where p.name = 'Caffè Più'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void oneIsTakenBackAndProposedAnew() {
        Import draft = receive("febbraio.csv", SALES);
        Import one = decided(imports, draft, products.of(draft).use("caffe piu"));
        assertThat(products.of(one).products()).extracting(NearProduct::written).containsExactly("CAFFE' PIU'", "Tè");
        Import none = decided(
                imports,
                one,
                Replacement.without(one.plan().replacements(), one.plan().replacements()));
        assertThat(products.of(none).products()).hasSize(3);
        assertThat(products.of(none).use("no such")).isEmpty();
    }

    @Test
    void theyAreMadeOneAfterTheOtherOnAnyField() {
        assertThat(Replacement.inOrder(List.of(
                        new Replacement(Field.TOWN, "a", "b"),
                        new Replacement(Field.TOWN, "b", "c"),
                        new Replacement(Field.TOWN, "c", "c"))))
                .isEqualTo(Map.of(Field.TOWN, Map.of("a", "c", "b", "c", "c", "c")));
        Import draft =
                files.receive("clienti.csv", "E-mail,Town,Birth date\na@example.com,MI,mai\nb@example.com,MI,\n");
        Import done = files.run(decided(
                imports,
                draft,
                List.of(
                        new Replacement(Field.TOWN, "MI", "Milano"),
                        new Replacement(Field.BIRTH_DATE, "mai", "1990-02-01"))));
        assertThat(database.sql("select count(*) from customers.customer where town = 'Milano'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(files.flags(done)).isEmpty();
        assertThat(products.replaced(done))
                .extracting(NearProducts.Replaced::rows)
                .containsExactly(2L, 1L);
    }

    @Test
    void whatCannotBeAValueIsRefused() {
        Import draft = receive("febbraio.csv", SALES);
        for (String value : List.of(" ", "x".repeat(201), "a\u0000")) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(
                            () -> decided(imports, draft, List.of(new Replacement(Field.PRODUCT_NAME, "a", value))));
        }
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> decided(
                        imports,
                        draft,
                        java.util.stream.IntStream.rangeClosed(0, Replacement.MOST)
                                .mapToObj(i -> Replacement.left(Field.PRODUCT_NAME, "p" + i))
                                .toList()));
    }

    @Test
    void theReportTellsWhatTheCatalogueWasWhenTheFileCameIn() {
        Import draft = files.receive("vendite.csv", SALES);
        files.beginRehearsal(draft);
        assertThat(products.noted(files.go(draft))).hasSize(3);
        files.run(files.receive("altri.csv", "Codice prodotto;Nome prodotto\nTè;Tè\ncaffe piu;Altro\n"));
        Import done = files.run(imports.get(draft.id()));
        assertThat(products.noted(done)).isEmpty();
    }

    @Test
    void plansOfBeforeAreStillRead() {
        Plan plan = receive("febbraio.csv", SALES).plan();
        var old = (ObjectNode) json.readTree(json.writeValueAsString(plan));
        old.remove("replacements");
        assertThat(json.readValue(json.writeValueAsString(old), Plan.class)).isEqualTo(plan);
    }

    @Test
    void aHundredThousandUnknownProductsAreBounded() {
        var csv = new StringBuilder("Ordine;Data;Codice cliente;Codice prodotto;Quantità;Prezzo\n");
        for (int i = 0; i < 250_000; i++) {
            csv.append(i)
                    .append(";23/02/2026;c1;")
                    .append(i % 3 == 0 ? "p 1" : "Ignoto " + i)
                    .append(";1;3,50\n");
        }
        Import draft = files.receive("vendite.csv", csv.toString());
        NearProducts.Found found = products.of(draft);
        assertThat(found.whole()).isFalse();
        assertThat(found.lookedAt()).isEqualTo(ColumnValues.LOOKED_AT);
        assertThat(found.products()).containsExactly(new NearProduct("p 1", 66_667, "P-1", "Caffè Più"));
        files.beginRehearsal(draft);
        Import tried = files.go(draft);
        assertThat(products.noted(tried)).containsExactly(new NearProduct("p 1", 83_334, "P-1", "Caffè Più"));
        assertThat(products.of(tried).whole()).isTrue();
        assertThat(database.sql("select count(*) from intake.written_value")
                        .query(Long.class)
                        .single())
                .isLessThanOrEqualTo(ColumnValues.MOST);
        imports.removeFile(draft.id());
        assertThat(database.sql("select count(*) from intake.written_value")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
