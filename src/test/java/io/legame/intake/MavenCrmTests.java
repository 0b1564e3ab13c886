package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The companies, products and deals of a CRM, untouched: no numbers, no codes, and a product written in two ways. */
@LegameTest
class MavenCrmTests {
    private static final java.nio.file.Path CRM = TestImports.DATA.resolve("maven_crm");

    @Autowired
    private TestImports files;

    @Autowired
    private Imports imports;

    @Autowired
    private NearProducts products;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothingThere() {
        files.clear();
    }

    /** As an independent reader: the files have neither quotes nor commas in their cells. */
    private static List<String[]> rows(String file) {
        try {
            return Files.readAllLines(CRM.resolve(file)).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Import bringIn(String file) {
        return files.run(files.receive(CRM.resolve(file), null));
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    @Test
    void companiesWithNothingButANameComeInAsTheyAre() {
        Import draft = files.receive(CRM.resolve("accounts.csv"), null);
        assertThat(draft.kind()).isEqualTo(ImportKind.CUSTOMERS);
        assertThat(draft.plan().missing()).isEmpty();
        assertThat(draft.plan().mapped()).containsExactly(Field.COMPANY_NAME, Field.COUNTRY);
        Import done = files.run(draft);
        assertThat(done.counts().rejected()).isZero();
        assertThat(done.counts().created()).isEqualTo(rows("accounts.csv").size());
        assertThat(count("select count(*) from customers.customer where not keyed"))
                .isEqualTo(85);
        assertThat(count("select count(*) from customers.customer where country = 'US'"))
                .isEqualTo(rows("accounts.csv").stream()
                        .filter(row -> row[5].equals("United States"))
                        .count());
        Import again = files.again(done);
        assertThat(again.counts().unchanged()).isEqualTo(85);
        assertThat(count("select count(*) from customers.change")).isZero();
    }

    @Test
    void productsWithoutCodesAreCalledByTheirNames() {
        Import draft = files.receive(CRM.resolve("products.csv"), null);
        assertThat(draft.kind()).isEqualTo(ImportKind.PRODUCTS);
        assertThat(draft.plan().missing()).isEmpty();
        Import done = files.run(draft);
        Map<String, String> prices = rows("products.csv").stream()
                .collect(Collectors.toMap(row -> row[0], row -> row[1] + " " + row[2], (a, b) -> a, TreeMap::new));
        assertThat(prices).hasSize(7);
        assertThat(database.sql("select code, category || ' ' || trim_scale(price) from catalogue.product p"
                                + " join catalogue.product_code c on c.product_id = p.id where p.name = c.code")
                        .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                        .list())
                .containsExactlyInAnyOrderElementsOf(prices.entrySet());
        assertThat(files.again(done).counts().unchanged()).isEqualTo(7);
    }

    @Test
    void aProductInAnotherWritingIsToldBeforeAnythingIsWritten() {
        bringIn("accounts.csv");
        bringIn("products.csv");
        Import draft = files.receive(CRM.resolve("sales_pipeline.csv"), null);
        assertThat(draft.kind()).isEqualTo(ImportKind.PURCHASES);
        assertThat(draft.plan().missing()).isEmpty();
        assertThat(draft.plan().mapped())
                .containsExactly(
                        Field.ORDER_NUMBER,
                        Field.PRODUCT_NAME,
                        Field.COMPANY_NAME,
                        Field.STATUS,
                        Field.DATE_TIME,
                        Field.UNIT_PRICE);
        NearProducts.Found found = products.of(draft);
        assertThat(found.whole()).isTrue();
        assertThat(found.products()).containsExactly(new NearProduct("GTXPro", 1_480, "GTX Pro", "GTX Pro"));
        assertThat(rows("sales_pipeline.csv").stream()
                        .filter(row -> row[2].equals("GTXPro"))
                        .count())
                .isEqualTo(1_480);

        files.beginRehearsal(draft);
        Import tried = files.go(draft);
        assertThat(tried.wouldBe()).isNotNull();
        assertThat(products.noted(tried)).isEqualTo(found.products());
        assertThat(products.of(tried)).isEqualTo(found);
        assertThat(tried.plan().replacements()).isEmpty();
        assertThat(count("select count(*) from timeline.purchase_line")).isZero();

        Import left = imports.change(
                draft.id(),
                PlanChange.replacements(List.of(Replacement.left(Objects.requireNonNull(found.field()), "GTXPro"))));
        assertThat(products.of(left).products()).isEmpty();
        assertThat(products.of(left).replaced().getFirst().rows()).isEqualTo(1_480);
    }

    @Test
    void withoutAYesNothingIsChanged() {
        bringIn("accounts.csv");
        bringIn("products.csv");
        Import draft = files.receive(CRM.resolve("sales_pipeline.csv"), null);
        Import done = files.run(draft, plan -> createProducts(plan, false));
        Map<String, Long> won = rows("sales_pipeline.csv").stream()
                .filter(row -> row[4].equals("Won"))
                .collect(Collectors.groupingBy(row -> row[2], Collectors.counting()));
        long near = won.getOrDefault("GTXPro", 0L);
        assertThat(done.counts().created()).isEqualTo(4_238 - near);
        assertThat(files.reasons(done))
                .extracting(Reason::key, Reason::rows)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("intake.rejected.notSold", 8_800L - 4_238),
                        org.assertj.core.groups.Tuple.tuple("intake.rejected.unknownProduct", near));
        assertThat(products.noted(done)).hasSize(1);
        assertThat(count("select count(*) from catalogue.product")).isEqualTo(7);
    }

    @Test
    void whatWasBroughtInAsWrittenIsNotBroughtInTwice() {
        bringIn("accounts.csv");
        bringIn("products.csv");
        Import draft = files.receive(CRM.resolve("sales_pipeline.csv"), null);
        Import first = files.run(draft, plan -> createProducts(plan, true));
        assertThat(first.counts().created()).isEqualTo(4_238);
        var gtxPro = new Replacement(Objects.requireNonNull(products.of(first).field()), "GTXPro", "GTX Pro");
        Import again = files.run(
                imports.again(first.id()),
                plan -> PlanChange.replacements(List.of(gtxPro)).applyTo(plan));
        long near = files.reasons(again).stream()
                .filter(reason -> reason.key().equals("intake.rejected.asWritten"))
                .mapToLong(Reason::rows)
                .sum();
        assertThat(near)
                .isEqualTo(rows("sales_pipeline.csv").stream()
                        .filter(row -> row[4].equals("Won") && row[2].equals("GTXPro"))
                        .count());
        assertThat(again.counts().created()).isZero();
        assertThat(again.counts().unchanged()).isEqualTo(4_238 - near);

        takenBack(first);
        assertThat(files.again(again).counts().created()).isEqualTo(4_238);
    }

    private static Plan createProducts(Plan plan, boolean create) {
        return new PlanChange(
                        null, null, null, null, null, null, null, null, null, null, null, null, null, null, create,
                        null)
                .applyTo(plan);
    }

    @Test
    void whatWasWonIsBoughtByProductAsTheFileSaysAndAllIsTakenBack() {
        Import accounts = bringIn("accounts.csv");
        Import catalogue = bringIn("products.csv");
        Import draft = files.receive(CRM.resolve("sales_pipeline.csv"), null);
        Import accepted = imports.change(
                draft.id(), PlanChange.replacements(products.of(draft).useAll()));
        Import done = files.run(accepted);
        assertThat(done.counts().created()).isEqualTo(4_238);
        assertThat(done.counts().productsCreated()).isZero();
        assertThat(done.counts().amounts().created()).isEqualByComparingTo("10005534");
        assertThat(products.noted(done)).isEmpty();
        assertThat(products.replaced(done).getFirst().rows()).isEqualTo(1_480);

        var byProduct = new TreeMap<String, BigDecimal>();
        var byCompany = new TreeMap<String, BigDecimal>();
        for (String[] row : rows("sales_pipeline.csv")) {
            if (row[4].equals("Won")) {
                BigDecimal value = new BigDecimal(row[7]);
                byProduct.merge(row[2].equals("GTXPro") ? "GTX Pro" : row[2], value, BigDecimal::add);
                byCompany.merge(row[3], value, BigDecimal::add);
            }
        }
        assertThat(byProduct).hasSize(7);
        assertThat(sums("select p.name, sum(l.amount) from timeline.purchase_line l"
                        + " join catalogue.product p on p.id = l.product_id group by 1"))
                .isEqualTo(byProduct);
        Map<String, BigDecimal> bought = sums("select coalesce(c.written ->> 'company_name', c.company_name),"
                + " sum(l.amount) from timeline.purchase_line l"
                + " join customers.customer c on c.id = l.customer_id group by 1");
        assertThat(bought).isEqualTo(byCompany);

        assertThat(files.again(done).counts().unchanged()).isEqualTo(4_238);
        for (Import each : List.of(done, catalogue, accounts)) {
            takenBack(each);
        }
        assertThat(count("""
                select (select count(*) from customers.customer) + (select count(*) from customers.identity)
                    + (select count(*) from catalogue.product) + (select count(*) from timeline.purchase_line)
                    + (select count(*) from timeline.interaction)
                """)).isZero();
    }

    private void takenBack(Import what) {
        files.beginUndo(what);
        assertThat(files.go(what).state()).isEqualTo(ImportState.UNDONE);
    }

    private Map<String, BigDecimal> sums(String sql) {
        return database
                .sql(sql)
                .query((row, number) -> Map.entry(row.getString(1), row.getBigDecimal(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().setScale(0), BigDecimal::add, TreeMap::new));
    }

    @Test
    void dealsOfUnknownCompaniesCreateThemOnce() {
        bringIn("products.csv");
        Import draft = files.receive(CRM.resolve("sales_pipeline.csv"), null);
        imports.change(draft.id(), PlanChange.replacements(products.of(draft).useAll()));
        Import done = files.run(imports.get(draft.id()), OnlineRetailTests::createCustomers);
        assertThat(done.counts().created()).isEqualTo(4_238);
        long companies = rows("sales_pipeline.csv").stream()
                .filter(row -> row[4].equals("Won"))
                .map(row -> row[3])
                .distinct()
                .count();
        assertThat(done.counts().customersCreated()).isEqualTo(companies);
        Import accounts = bringIn("accounts.csv");
        assertThat(accounts.counts().created()).isEqualTo(85 - companies);
        assertThat(count("select count(*) from customers.customer")).isEqualTo(85);
    }
}
