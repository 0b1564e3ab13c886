package io.legame.intake;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.sum;

import io.legame.insight.Cohort;
import io.legame.insight.CohortChoice;
import io.legame.insight.CohortMeasure;
import io.legame.insight.CohortPeriod;
import io.legame.insight.CohortTable;
import io.legame.insight.Cohorts;
import io.legame.insight.Projection;
import io.legame.insight.PurchasePeriods;
import io.legame.insight.Warehouse;
import io.legame.testing.LegameTest;
import io.legame.wording.Countries;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Half a million real lines come to the published tables of cohorts, months and countries, row by row. */
@LegameTest
class OnlineRetailCohortsTests {
    private static final Path FOLDER = TestImports.DATA.resolve("online_retail");

    @Autowired
    private TestImports files;

    @Autowired
    private Projection projection;

    @Autowired
    private Cohorts cohorts;

    @Autowired
    private PurchasePeriods periods;

    @Autowired
    private Warehouse warehouse;

    @Test
    void thePublishedTablesComeOutRowByRow() throws IOException {
        files.clear();
        Import draft = files.receive(FOLDER.resolve("online_retail.csv.gz"), null);
        Import done = files.run(draft, OnlineRetailTests::createCustomers);
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        projection.catchUp();

        assertThat(cohortRows()).isEqualTo(expected("cohort_retention_clean"));
        assertThat(monthRows()).isEqualTo(expected("monthly_clean"));
        assertThat(countries()).isEqualTo(expectedCountries());
    }

    private List<String> cohortRows() {
        CohortTable table = cohorts.of(CohortChoice.by(CohortPeriod.MONTH, 12));
        Cohort first = table.cohorts().getFirst();
        assertThat(CohortMeasure.RETAINED.value(first, 1)).isEqualByComparingTo("0.366102");
        var rows = new ArrayList<String>();
        for (Cohort cohort : table.cohorts()) {
            for (int age = 0; age < cohort.cells().size(); age++) {
                Cohort.Cell cell = cohort.cells().get(age);
                rows.add(String.join(
                        ",",
                        table.by().name(cohort.number()),
                        Integer.toString(age),
                        Long.toString(cell.customers()),
                        number(cell.revenue())));
            }
        }
        return rows;
    }

    private List<String> monthRows() {
        return periods.latest(CohortPeriod.MONTH, 13).stream()
                .map(row -> String.join(
                        ",",
                        CohortPeriod.MONTH.name(row.number()),
                        Long.toString(row.lines()),
                        Long.toString(row.orders()),
                        Long.toString(row.customers()),
                        number(row.revenue())))
                .toList();
    }

    /** Customers, orders and revenue of a country. */
    private record Sold(int customers, int orders, BigDecimal revenue) {
        Sold and(Sold other) {
            return new Sold(customers + other.customers(), orders + other.orders(), revenue.add(other.revenue()));
        }

        Sold without(Sold other) {
            return new Sold(customers - other.customers(), orders - other.orders(), revenue.subtract(other.revenue()));
        }
    }

    private Map<String, Sold> countries() {
        var countries = new TreeMap<String, Sold>();
        warehouse
                .query(ask -> ask.select(
                                CUSTOMER.COUNTRY,
                                countDistinct(LINE.CUSTOMER_ID),
                                countDistinct(LINE.INTERACTION_ID),
                                sum(LINE.AMOUNT))
                        .from(LINE)
                        .join(CUSTOMER)
                        .on(CUSTOMER.ID.eq(LINE.CUSTOMER_ID))
                        .where(LINE.KIND.eq("purchase"), LINE.AMOUNT.gt(BigDecimal.ZERO))
                        .groupBy(CUSTOMER.COUNTRY)
                        .fetch())
                .forEach(row -> countries.put(
                        Objects.requireNonNullElse(row.value1(), NO_COUNTRY),
                        new Sold(row.value2(), row.value3(), row.value4().setScale(2, RoundingMode.HALF_UP))));
        return countries;
    }

    private static final String NO_COUNTRY = "";

    /**
     * The published table counts by the country of the line. A customer has one country here, that of their first line,
     * of eight customers the file has two; and "Unspecified" and "European Community" are none.
     */
    private static Map<String, Sold> expectedCountries() throws IOException {
        var countries = new TreeMap<String, Sold>();
        for (String row : expected("country_clean")) {
            String[] cells = row.split(",", -1);
            String code = Objects.requireNonNullElse(Countries.code(cells[0]), NO_COUNTRY);
            countries.merge(
                    code,
                    new Sold(Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), new BigDecimal(cells[3])),
                    Sold::and);
        }
        assertThat(countries)
                .hasEntrySatisfying(
                        NO_COUNTRY, sold -> assertThat(sold.customers()).isEqualTo(5));
        move(countries, "AT", "CY", 1, "277.20"); // customer 12370
        move(countries, "DK", "BE", 1, "891.40"); // 12394
        move(countries, "ES", "BE", 1, "436.30"); // 12417
        move(countries, "CH", "AU", 1, "417.36"); // 12422
        move(countries, "AT", "DK", 1, "437.98"); // 12429
        move(countries, "BE", "AU", 2, "972.78"); // 12431
        move(countries, "ES", "CY", 4, "767.96"); // 12455
        move(countries, "CY", "CH", 2, "392.70"); // 12457
        countries.replaceAll((code, sold) ->
                new Sold(sold.customers(), sold.orders(), sold.revenue().setScale(2, RoundingMode.UNNECESSARY)));
        return countries;
    }

    /** What a customer of the second country bought in the first; that customer was counted in both. */
    private static void move(Map<String, Sold> countries, String from, String to, int orders, String revenue) {
        var moved = new Sold(1, orders, new BigDecimal(revenue));
        countries.computeIfPresent(from, (code, sold) -> sold.without(moved));
        countries.computeIfPresent(to, (code, sold) -> sold.and(new Sold(0, orders, moved.revenue())));
    }

    /** As the published tables write it: to the cent, without zeros at the end. */
    static String number(BigDecimal amount) {
        BigDecimal rounded = amount.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.setScale(Math.max(1, rounded.scale())).toPlainString();
    }

    private static List<String> expected(String table) throws IOException {
        return Files.readAllLines(FOLDER.resolve("expected/" + table + ".csv")).stream()
                .skip(1)
                .toList();
    }
}
