package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameTest;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Half a million real lines, with sales to nobody, returns, exact duplicates and numbers that a program floated. */
@LegameTest
class OnlineRetailTests {
    @Autowired
    private TestImports files;

    @Autowired
    private JdbcClient database;

    @Test
    void everyLineIsAccountedForAndComingInAgainChangesNothing() {
        files.clear();
        Import draft = files.receive(TestImports.DATA.resolve("online_retail/online_retail.csv.gz"), null);
        assertThat(draft.kind()).isEqualTo(ImportKind.PURCHASES);
        assertThat(draft.plan().leftOut()).isEmpty();
        assertThat(draft.plan().wholeNumbers()).isTrue();
        assertThat(draft.plan().createProducts()).isTrue();
        Import done = files.run(draft, OnlineRetailTests::createCustomers);
        assertThat(done.state()).as(done.toString()).isEqualTo(ImportState.DONE);
        assertThat(files.reasons(done)).singleElement().satisfies(reason -> {
            assertThat(reason.key()).isEqualTo("intake.rejected.negative");
            assertThat(reason.field()).isEqualTo(Field.UNIT_PRICE);
            assertThat(reason.rows()).isEqualTo(2);
            assertThat(reason.amount()).isEqualByComparingTo("-22124.12");
        });
        assertThat(done.counts().created()).isEqualTo(541_907);
        assertThat(done.counts().anonymous()).isEqualTo(135_078);
        assertThat(done.counts().customersCreated()).isEqualTo(4_372);
        assertThat(done.counts().amounts().all()).isEqualByComparingTo("9747747.934");
        assertThat(number("select count(*) from timeline.purchase_line where quantity < 0"))
                .isEqualByComparingTo("10624");
        assertThat(number("""
                        select sum(amount) from timeline.purchase_line
                        where customer_id is not null and quantity > 0 and unit_price > 0
                        """)).isEqualByComparingTo("8911407.904");
        assertThat(number("select count(*) from customers.identity where kind = 'number' and value = '17850'"))
                .isEqualByComparingTo("1");

        Import again = files.again(done);
        assertThat(again.counts().created()).isZero();
        assertThat(again.counts().customersCreated()).isZero();
        assertThat(again.counts().unchanged()).isEqualTo(541_907);
        assertThat(number("select count(*) from timeline.purchase_line")).isEqualByComparingTo("541907");
    }

    static Plan createCustomers(Plan plan) {
        return new PlanChange(
                        null, null, null, null, null, null, null, null, null, null, null, null, null, true, null, null)
                .applyTo(plan);
    }

    private BigDecimal number(String sql) {
        return database.sql(sql).query(BigDecimal.class).single();
    }
}
