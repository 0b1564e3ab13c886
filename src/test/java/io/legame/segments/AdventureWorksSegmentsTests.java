package io.legame.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.legame.testing.LegameTest;
import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A real shop's segments: the same numbers as plain SQL finds in the raw files. */
@LegameTest
@TestPropertySource(properties = "legame.test=adventureworks")
@Import(AdventureWorks.class)
class AdventureWorksSegmentsTests {
    private static final LocalDate END = LocalDate.of(2019, 6, 30);

    @Autowired
    private AdventureWorks adventureWorks;

    @Autowired
    private Filters filters;

    @Autowired
    private Weights weights;

    @Autowired
    private AsOf.Days days;

    private static java.sql.Connection raw;

    @BeforeAll
    static void readTheRawFiles() throws SQLException {
        raw = DriverManager.getConnection("jdbc:duckdb:");
        String files = AdventureWorks.FOLDER.toString();
        try (var statement = raw.createStatement()) {
            statement.execute("""
                    create table customer as select CustomerKey id, strptime(BirthDate, '%%m/%%d/%%Y')::date birth, Gender gender,
                        EmailAddress email, Occupation occupation, TotalChildren::int children, HomeOwner home,
                        replace(replace(trim(AnnualIncome), '$', ''), ',', '')::decimal(18, 2) income
                    from read_csv('%s/AdventureWorks_Customers.csv', all_varchar = true, header = true)""".formatted(files));
            statement.execute("""
                    create table line as select CustomerKey id, strptime(OrderDate, '%%m/%%d/%%Y')::date day_, OrderNumber number,
                        s.ProductKey product, OrderQuantity::int quantity, OrderQuantity::int * ProductPrice::decimal(18, 4) amount,
                        OrderQuantity::int * ProductCost::decimal(18, 4) cost
                    from read_csv('%s/AdventureWorks_Sales_*.csv', all_varchar = true, header = true) s
                    join read_csv('%s/AdventureWorks_Products.csv', all_varchar = true, header = true) p
                        on p.ProductKey = s.ProductKey""".formatted(files, files));
        }
    }

    @AfterAll
    static void closeTheRawFiles() throws SQLException {
        raw.close();
    }

    @BeforeEach
    void load() throws Exception {
        adventureWorks.load();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2019-06-30 | {"all":[]} | true
            2019-06-30 | {"purchases":"orders","atLeast":1} | id in (select id from l)
            2019-06-30 | {"attribute":"gender","isOneOf":["F"]} | gender = 'F'
            2019-06-30 | {"attribute":"gender","isKnown":false} | gender = 'NA'
            2019-06-30 | {"not":{"attribute":"gender","isOneOf":["F"]}} | gender <> 'F'
            2019-06-30 | {"all":[{"attribute":"gender","isOneOf":["F"]},{"attribute":"age","between":[35,45]},{"purchases":"amount","moreThan":100,"channels":["online"],"during":{"last":90,"unit":"days"}}]} | gender = 'F' and date_sub('year', birth, date '2019-06-30') between 35 and 45 and (select sum(amount) from l where l.id = c.id and day_ > date '2019-04-01') > 100
            2018-03-15 | {"attribute":"age","lessThan":40} | date_sub('year', birth, date '2018-03-15') < 40
            2019-02-28 | {"attribute":"age","exactly":53} | date_sub('year', birth, date '2019-02-28') = 53
            2018-12-31 | {"purchases":"amount","atLeast":2000} | (select sum(amount) from l where l.id = c.id) >= 2000
            2019-06-30 | {"all":[{"attribute":"annualIncome","atLeast":90000},{"purchases":"orders","atLeast":2,"during":{"last":12,"unit":"months"}}]} | income >= 90000 and (select count(distinct number) from l where l.id = c.id and day_ > date '2018-06-30') >= 2
            2019-06-30 | {"purchases":"orders","none":true,"during":{"last":1,"unit":"years"}} | id not in (select id from l where day_ > date '2018-06-30')
            2019-06-30 | {"all":[{"purchases":"orders","atLeast":1},{"purchases":"daysSinceLast","atLeast":180}]} | (select max(day_) from l where l.id = c.id) <= date '2019-06-30' - 180
            2019-06-30 | {"purchases":"averageOrder","between":[50,100]} | (select sum(amount) / count(distinct number) from l where l.id = c.id) between 50 and 100
            2019-06-30 | {"purchases":"items","exactly":3,"during":{"from":"2018-01-01","to":"2018-12-31"}} | (select sum(quantity) from l where l.id = c.id and year(day_) = 2018) = 3
            2019-06-30 | {"purchases":"firstDate","after":"2019-01-31"} | (select min(day_) from l where l.id = c.id) > date '2019-01-31'
            2019-06-30 | {"any":[{"attribute":"occupation","isOneOf":["Manual","Clerical"]},{"all":[{"attribute":"children","atLeast":4},{"attribute":"homeOwner","is":true}]}]} | occupation in ('Manual', 'Clerical') or (children >= 4 and home = 'Y')
            2019-06-30 | {"attribute":"birthMonth","isOneOf":[6,7]} | month(birth) in (6, 7)
            """)
    void aSegmentHasTheSizeTheRevenueAndTheMarginOfPlainSql(LocalDate asOf, String json, String sql)
            throws SQLException {
        Weight weight = weights.of(filters.read(json), asOf);

        String lines =
                "with l as (select * from line where day_ <= date '%s'), m as (select id from customer c where %s) "
                        .formatted(asOf, sql);
        try (var statement = raw.createStatement();
                var row = statement.executeQuery(lines
                        + "select (select count(*) from m), coalesce(sum(amount) filter (id in (from m)), 0),"
                        + " coalesce(sum(amount - cost) filter (id in (from m)), 0), sum(amount - cost) from l")) {
            assertThat(row.next()).isTrue();
            assertThat(weight.size()).isEqualTo(row.getLong(1));
            assertThat(weight.revenue()).isEqualByComparingTo(row.getBigDecimal(2));
            assertThat(weight.margin()).isEqualByComparingTo(row.getBigDecimal(3));
            assertThat(weight.total().margin()).isEqualByComparingTo(row.getBigDecimal(4));
            assertThat(weight.marginShare()).isCloseTo(row.getDouble(3) / row.getDouble(4), within(1e-9));
        }
    }

    @Test
    void theWholeShopWeighsWhatItsFilesSay() {
        Weight weight = weights.of(Filter.EVERYBODY, END);

        assertThat(weight.size()).isEqualTo(18_148);
        assertThat(weight.revenue().setScale(2, java.math.RoundingMode.HALF_UP))
                .isEqualByComparingTo(new BigDecimal("24914586.82"));
        assertThat(weight.revenueShare()).isEqualTo(1);
        assertThat(weight.marginShare()).isEqualTo(1);
        assertThat(weight.worth().isLargelyUncosted()).isFalse();
    }

    @Test
    void oldFilesAreAskedFromTheirLastDayUnlessAnotherIsWished() {
        assertThat(days.of(null)).isEqualTo(new AsOf(END, END));
        assertThat(days.of(LocalDate.of(2018, 1, 1)).day()).isEqualTo(LocalDate.of(2018, 1, 1));
    }

    @Test
    void theMonthsEndWithTheDayAndAddUp() {
        var months = weights.months(Filter.EVERYBODY, END);

        assertThat(months).hasSize(12);
        assertThat(months.getLast().month().toString()).isEqualTo("2019-06");
        assertThat(months).allSatisfy(month -> assertThat(month.size()).isEqualTo(18_148));
    }
}
