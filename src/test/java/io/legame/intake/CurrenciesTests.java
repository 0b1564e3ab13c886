package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.insight.Projection;
import io.legame.insight.Reconciliation;
import io.legame.insight.Warehouse;
import io.legame.insight.WarehouseTables;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.timeline.ExchangeRates;
import io.legame.timeline.RateChange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files whose amounts are in several currencies: each stays what it is, sums are converted, and nothing is guessed. */
@LegameTest
class CurrenciesTests {
    private static final String HEADER = "Order;Date;Customer number;Quantity;Price;Currency\n";

    @Autowired
    private TestImports files;

    @Autowired
    private ExchangeRates rates;

    @Autowired
    private Projection projection;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private JdbcClient database;

    @Autowired
    private SignedIn signedIn;

    @BeforeEach
    void nothingThere() {
        files.clear();
    }

    private record Rate(String currency, LocalDate from, String rate) {}

    private static Rate rate(String currency, String from, String rate) {
        return new Rate(currency, LocalDate.parse(from), rate);
    }

    private static final List<Rate> KNOWN = List.of(
            rate("USD", "2025-12-01", "0.92"),
            rate("USD", "2026-01-10", "0.9135"),
            rate("GBP", "2025-12-01", "1.1527"),
            rate("GBP", "2026-01-20", "1.14991234"),
            rate("JPY", "2025-12-01", "0.00612"));

    private void enter(List<Rate> entered) {
        rates.change(
                entered.stream()
                        .map(each -> new RateChange(each.currency(), each.from(), new BigDecimal(each.rate())))
                        .toList(),
                effect -> true);
    }

    private Import bringIn(String name, String content) {
        return files.run(files.receive(name, content), OnlineRetailTests::createCustomers);
    }

    /** What a person with a calculator finds: the last rate in the list that is not younger. */
    private static BigDecimal converted(BigDecimal amount, String currency, LocalDate day) {
        if (currency.equals("EUR")) {
            return amount;
        }
        Rate valid = KNOWN.stream()
                .filter(each -> each.currency().equals(currency) && !each.from().isAfter(day))
                .max(Comparator.comparing(Rate::from))
                .orElseThrow();
        return amount.multiply(new BigDecimal(valid.rate())).setScale(4, RoundingMode.HALF_UP);
    }

    private Map<String, BigDecimal> recorded() {
        return database
                .sql("select coalesce(currency, 'EUR'), sum(amount) from timeline.purchase_line group by 1")
                .query((row, number) -> Map.entry(row.getString(1), row.getBigDecimal(2)))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private @Nullable BigDecimal revenue() {
        projection.catchUp();
        return warehouse.query(ask -> ask.select(DSL.sum(WarehouseTables.LINE.AMOUNT))
                .from(WarehouseTables.LINE)
                .fetchSingle()
                .value1());
    }

    @Test
    void fourCurrenciesInOneFileAddUpToWhatACalculatorSays() {
        enter(KNOWN);
        var random = new Random(11);
        var rows = new ArrayList<String>();
        var sums = new java.util.HashMap<String, BigDecimal>();
        BigDecimal all = BigDecimal.ZERO;
        List<List<String>> currencies = List.of(
                List.of("EUR", "€", ""),
                List.of("USD", "usd", "$"),
                List.of("GBP", "£", "gbp"),
                List.of("JPY", "jpy", "¥"));
        for (int i = 0; i < 400; i++) {
            List<String> written = currencies.get(random.nextInt(4));
            String currency = written.getFirst();
            LocalDate day = LocalDate.of(2025, 12, 20).plusDays(random.nextInt(50));
            BigDecimal price = new BigDecimal(1 + random.nextInt(999_999)).movePointLeft(2);
            int quantity = random.nextInt(5) == 0 ? -1 : 1 + random.nextInt(3);
            BigDecimal amount = price.multiply(new BigDecimal(quantity));
            sums.merge(currency, amount, BigDecimal::add);
            all = all.add(converted(amount, currency, day));
            rows.add("A%d;%s;c%d;%d;%s;%s".formatted(i, day, i % 40, quantity, price, written.get(i % 3)));
        }

        Import done = bringIn("orders.csv", HEADER + String.join("\n", rows) + "\n");

        assertThat(done.counts().rejected()).as("%s", files.reasons(done)).isZero();
        assertThat(done.counts().created()).isEqualTo(400);
        assertThat(recorded())
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(sums);
        assertThat(done.counts().amounts().created()).isEqualByComparingTo(all);
        assertThat(revenue()).isEqualByComparingTo(all);
        assertThat(reconciliation.run().differences()).isEmpty();
        assertThat(files.again(done).counts().unchanged()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Currency", "currency_code", "VALUTA", "Währung", "Devise", "Moneda", "Moeda", "Order currency"})
    void theColumnIsRecognisedInManyLanguages(String header) {
        Import draft = files.receive(
                "orders.csv", "Order;Date;Customer number;Quantity;Price;" + header + "\nA1;2026-01-15;c1;1;10;usd\n");
        assertThat(draft.kind()).isEqualTo(ImportKind.PURCHASES);
        assertThat(draft.plan().column(Field.CURRENCY)).isEqualTo(5);
    }

    @Test
    void aLineWithoutARateIsToldAndComesInOnceThereIsOne() {
        enter(KNOWN);
        String content = HEADER
                + "A1;2026-01-15;c1;1;10;USD\nA2;2025-11-30;c1;1;20;USD\nA3;2026-01-15;c1;2;30;CHF\nA4;2026-01-15;c1;1;40;EUR\n";

        Import done = bringIn("orders.csv", content);

        assertThat(done.counts().created()).isEqualTo(2);
        assertThat(files.reasons(done)).singleElement().satisfies(reason -> {
            assertThat(reason.key()).isEqualTo("intake.rejected.noRate");
            assertThat(reason.field()).isEqualTo(Field.CURRENCY);
            assertThat(reason.examples())
                    .extracting(Reason.Example::value)
                    .containsExactly("USD, 2025-11-30", "CHF, 2026-01-15");
        });
        assertThat(done.counts().amounts().rejected())
                .as("not added as if it were euro")
                .isZero();
        assertThat(database.sql("select count(*) from timeline.interaction")
                        .query(Long.class)
                        .single())
                .as("no empty purchases")
                .isEqualTo(2);
        assertThat(signedIn.administrator().get("/intake/" + done.id().value()).body())
                .contains("There is no exchange rate for USD, 2025-11-30: enter it under Exchange rates");

        enter(List.of(rate("USD", "2025-11-01", "0.95"), rate("CHF", "2026-01-01", "1.07")));
        Import again = files.again(done);

        assertThat(again.counts().created()).isEqualTo(2);
        assertThat(again.counts().unchanged()).isEqualTo(2);
        assertThat(revenue()).isEqualByComparingTo("132.335"); // 9.135 + 19 + 64.2 + 40
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "–",
            value = {
                "12.50|USD|USD|12.50|–",
                "USD 12.50||USD|12.50|–",
                "12.50 USD||USD|12.50|–",
                "$ 12.50||USD|12.50|–",
                "$12.50|USD|USD|12.50|–",
                "£12.50||GBP|12.50|–",
                "€ 12.50||–|12.50|–",
                "EUR 12.50|eur|–|12.50|–",
                "12.50||–|12.50|–",
                "$ 12.50|EUR|–|–|intake.rejected.currencies",
                "USD 12.50|GBP|–|–|intake.rejected.currencies",
                "12.50|dollars|–|–|intake.rejected.currency",
                "12.50|XAU|–|–|intake.rejected.currency",
                "PCS 12.50||–|–|intake.rejected.currency",
                "¥ 12.50||JPY|12.50|–",
                "kr 12.50||–|–|intake.rejected.number",
                "12.50|kr|–|–|intake.rejected.currencySign",
                "€ 12.50 $||–|–|intake.rejected.currency",
                "12.50|ITL|–|–|intake.rejected.noRate"
            })
    void whatIsWrittenBesideAPriceIsReadOrRefusedAndNeverDropped(
            String price,
            @Nullable String currency,
            @Nullable String read,
            @Nullable String amount,
            @Nullable String reason) {
        enter(KNOWN);

        Import done = bringIn(
                "orders.csv", HEADER + "A1;2026-01-15;c1;1;" + price + ";" + (currency == null ? "" : currency) + "\n");

        if (reason == null) {
            assertThat(files.reasons(done)).isEmpty();
            var line = database.sql("select currency, amount from timeline.purchase_line")
                    .query()
                    .singleRow();
            assertThat(line.get("currency")).isEqualTo(read);
            assertThat((BigDecimal) line.get("amount")).isEqualByComparingTo(amount);
        } else {
            assertThat(files.reasons(done)).extracting(Reason::key).containsExactly(reason);
            assertThat(recorded()).isEmpty();
        }
    }

    @Test
    void whatAWorkbookShowsBesideAPriceCountsToo() {
        enter(KNOWN);
        byte[] workbook = new TestWorkbook()
                .style("\"$\"#,##0.00")
                .style("_-* #,##0.00\\ [$€-410]_-;\\-* #,##0.00\\ [$€-410]_-")
                .style("[$GBP] #,##0.00")
                .style("#,##0.00")
                .sheet(
                        "Orders",
                        TestWorkbook.row(1, "Order", "Date", "Customer number", "Quantity", "Price"),
                        TestWorkbook.row(2, "A1", "2026-01-15", "c1", "1", TestWorkbook.number("10.5", 1)),
                        TestWorkbook.row(3, "A2", "2026-01-15", "c1", "1", TestWorkbook.number("20.5", 2)),
                        TestWorkbook.row(4, "A3", "2026-01-15", "c1", "1", TestWorkbook.number("30.5", 3)),
                        TestWorkbook.row(5, "A4", "2026-01-15", "c1", "1", TestWorkbook.number("40.5", 4)))
                .bytes();

        Import done = files.run(files.receive("orders.xlsx", workbook), OnlineRetailTests::createCustomers);

        assertThat(files.reasons(done)).isEmpty();
        assertThat(recorded().get("USD")).isEqualByComparingTo("10.5");
        assertThat(recorded().get("GBP")).isEqualByComparingTo("30.5");
        assertThat(recorded().get("EUR")).isEqualByComparingTo("61");
    }

    @Test
    void aDollarThatMayBeOfTwoCountriesIsAskedAbout() {
        enter(KNOWN);
        enter(List.of(rate("CAD", "2026-01-01", "0.63")));

        Import done = bringIn("orders.csv", HEADER + "A1;2026-01-15;c1;1;$ 10;\nA2;2026-01-15;c1;1;$ 10;CAD\n");

        assertThat(files.reasons(done)).extracting(Reason::key).containsExactly("intake.rejected.currencySign");
        assertThat(recorded()).containsOnlyKeys("CAD");
    }

    @Test
    void theLinesOfAnOrderMayBeInSeveralCurrencies() {
        enter(KNOWN);

        bringIn(
                "orders.csv",
                "Order;Line number;Date;Customer number;Quantity;Price;Currency\n"
                        + "A1;1;2026-01-15;c1;1;10;USD\nA1;2;2026-01-15;c1;1;10;GBP\nA1;3;2026-01-15;c1;1;10;EUR\n");

        assertThat(recorded()).containsOnlyKeys("USD", "GBP", "EUR");
        assertThat(revenue()).isEqualByComparingTo("30.662"); // 9.135 + 11.527 + 10
        // another currency under the same name is a contradiction, not another line
        Import other = bringIn(
                "orders2.csv",
                "Order;Line number;Date;Customer number;Quantity;Price;Currency\nA1;1;2026-01-15;c1;1;10;EUR\n");
        assertThat(files.reasons(other)).extracting(Reason::key).containsExactly("intake.rejected.conflict");
    }

    @Test
    void theCatalogueIsInTheCompanysCurrencyAndItsCostsAreConverted() {
        enter(KNOWN);
        bringIn("products.csv", "Product code;Product name;Price;Cost\nP1;Scarf;20;9.20\nP2;Hat;$ 15;3\n");
        assertThat(database.sql("select count(*) from catalogue.product")
                        .query(Long.class)
                        .single())
                .as("a price in dollars is no price of the catalogue")
                .isEqualTo(1);

        Import done = bringIn(
                "orders.csv",
                "Order;Date;Customer number;Product code;Quantity;Price;Currency\n"
                        + "A1;2026-01-05;c1;P1;2;30;USD\nA2;2026-01-05;c1;P1;1;;USD\nA3;2026-01-05;c1;P1;1;;\n");

        assertThat(files.reasons(done)).extracting(Reason::key).containsExactly("intake.rejected.noPriceInCurrency");
        assertThat(database.sql("select cost from timeline.purchase_line where currency = 'USD'")
                        .query(BigDecimal.class)
                        .single())
                .as("two times 9.20 euro, in dollars at 0.92")
                .isEqualByComparingTo("20");
        assertThat(revenue()).isEqualByComparingTo("75.2"); // 60 × 0.92 + 20
        assertThat(reconciliation.run().differences()).isEmpty();
    }

    @Test
    void programsSayTheCurrencyOfEachLine() {
        enter(KNOWN);
        var program = signedIn.token("timeline:record");
        String facts = """
                [{"key":"O1","kind":"purchase","occurredAt":"2026-01-15T10:00:00Z","touchpoint":"e-shop","channel":"online",
                  "lines":[{"quantity":2,"unitPrice":10,"currency":"usd"},{"quantity":1,"unitPrice":5,"currency":"EUR"},
                           {"quantity":1,"unitPrice":7}]},
                 {"key":"O2","kind":"purchase","occurredAt":"2026-01-15T10:00:00Z","lines":[
                           {"unitPrice":5},{"unitPrice":10,"currency":"CHF"}]},
                 {"key":"O3","kind":"purchase","occurredAt":"2026-01-15T10:00:00Z","lines":[
                           {"unitPrice":10,"currency":"EURO"}]}]
                """;

        String answer =
                program.json("POST", "/api/v1/interactions?source=api", facts).body();

        assertThat(answer)
                .contains("\"created\":1", "\"rejected\":2", "lines[1].currency", "intake.rejected.noRate")
                .contains("There is no exchange rate for CHF, 2026-01-15", "lines[0].currency");
        assertThat(recorded()).containsOnlyKeys("USD", "EUR");
        assertThat(recorded().get("EUR"))
                .as("nothing of an order that was refused")
                .isEqualByComparingTo("12");
        assertThat(revenue()).isEqualByComparingTo("30.27"); // 20 × 0.9135 + 12
    }
}
