package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameTest;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real shop's files, untouched, through the door. */
@LegameTest
@Import(TestImports.class)
class AdventureWorksTests {
    @Autowired
    private TestImports files;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothingThere() {
        files.clear();
    }

    @Test
    void theWholeShopComesInAsItIsAndComingInAgainChangesNothing() {
        io.legame.intake.Import customers = file("AdventureWorks_Customers.csv");
        assertThat(customers.kind()).isEqualTo(ImportKind.CUSTOMERS);
        assertThat(customers.plan().dateOrder()).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(customers.plan().leftOut()).isEmpty();
        customers = files.run(customers);
        assertThat(customers.state()).isEqualTo(ImportState.DONE);
        assertThat(customers.counts().created()).isEqualTo(18_148);
        assertThat(customers.counts().rejected()).isZero();

        io.legame.intake.Import products = file("AdventureWorks_Products.csv");
        assertThat(products.kind()).isEqualTo(ImportKind.PRODUCTS);
        assertThat(files.run(products).counts().created()).isEqualTo(293);

        for (int year = 2017; year <= 2019; year++) {
            io.legame.intake.Import sales = file("AdventureWorks_Sales_" + year + ".csv");
            assertThat(sales.kind()).isEqualTo(ImportKind.PURCHASES);
            assertThat(sales.plan().dateOrder()).isEqualTo(DateOrder.MONTH_FIRST);
            sales = files.run(sales);
            assertThat(files.reasons(sales)).isEmpty();
            io.legame.intake.Import again = files.again(sales);
            assertThat(again.counts().created()).isZero();
            assertThat(again.counts().unchanged()).isEqualTo(sales.counts().created());
            assertThat(again.counts().amounts().all())
                    .isEqualByComparingTo(sales.counts().amounts().created());
        }

        assertThat(files.again(customers).counts().unchanged()).isEqualTo(18_148);
        assertThat(files.again(products).counts().unchanged()).isEqualTo(293);
        assertThat(number("select count(*) from timeline.purchase_line")).isEqualByComparingTo("56046");
        assertThat(number("select count(distinct split_part(source_key, '/', 1)) from timeline.interaction"))
                .isEqualByComparingTo("25162");
        assertThat(number("select count(distinct customer_id) from timeline.interaction"))
                .isEqualByComparingTo("17411");
        assertThat(number("select round(sum(amount), 2) from timeline.purchase_line"))
                .isEqualByComparingTo("24914586.82");
        assertThat(number("select round(sum(cost), 2) from timeline.purchase_line"))
                .isEqualByComparingTo("14456871.39");
        assertThat(number("select count(*) from customers.customer where gender is null"))
                .isEqualByComparingTo("130");
        assertThat(database.sql("""
                        select concat_ws('|', c.title, given_name, family_name, annual_income, birth_date, home_owner, children)
                        from customers.customer c join customers.identity i on i.customer_id = c.id
                        where i.kind = 'number' and i.value = '11000'
                        """).query(String.class).single()).endsWith("Jon|Yang|90000.00|1966-04-08|t|2");
    }

    @Test
    void returnsThatNameNobodyAreToldInOneSentence() {
        io.legame.intake.Import returns = file("AdventureWorks_Returns_unshifted_2015-2017.csv");
        assertThat(returns.kind()).isEqualTo(ImportKind.RETURNS);
        assertThat(returns.plan().dateOrder()).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(returns.plan().unattachable()).isTrue();
        returns = files.run(returns);
        assertThat(returns.state()).isEqualTo(ImportState.DONE);
        assertThat(returns.counts().rejected()).isEqualTo(1_809);
        assertThat(files.reasons(returns)).singleElement().satisfies(reason -> {
            assertThat(reason.key()).isEqualTo("intake.rejected.unattachable");
            assertThat(reason.rows()).isEqualTo(1_809);
        });
        assertThat(number("select count(*) from timeline.interaction")).isZero();
    }

    @Test
    void salesThatComeBeforeTheirCustomersAreReportedAndComeInLater() {
        files.run(file("AdventureWorks_Products.csv"));
        io.legame.intake.Import early = files.run(file("AdventureWorks_Sales_2017.csv"));
        assertThat(early.counts().created()).isZero();
        assertThat(early.counts().rejected()).isEqualTo(2_630);
        assertThat(files.reasons(early)).singleElement().satisfies(reason -> {
            assertThat(reason.key()).isEqualTo("intake.rejected.unknownCustomer");
            assertThat(reason.examples()).hasSize(3);
            assertThat(reason.examples().getFirst()).isEqualTo(new Reason.Example(2, "14657"));
        });
        files.run(file("AdventureWorks_Customers.csv"));
        assertThat(files.again(early).counts().created()).isEqualTo(2_630);
    }

    private io.legame.intake.Import file(String name) {
        return files.receive(TestImports.ADVENTURE_WORKS.resolve(name), null);
    }

    private BigDecimal number(String sql) {
        return database.sql(sql).query(BigDecimal.class).single();
    }
}
