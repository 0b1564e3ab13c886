package io.legame.timeline.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestDatabase;
import io.legame.timeline.Channel;
import io.legame.timeline.ExchangeRates;
import io.legame.timeline.PurchaseLineDraft;
import io.legame.timeline.RateChange;
import io.legame.timeline.Timeline;
import io.legame.timeline.Touchpoint;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of the exchange rates and their API, and the timeline of somebody who pays in several currencies. */
@LegameTest
class ExchangeRatesPagesTests {
    private static final String PAGE = "/timeline/exchange-rates";
    private static final String API = "/api/v1/exchange-rates";

    @Autowired
    private ExchangeRates rates;

    @Autowired
    private Timeline timeline;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothingThere() {
        TestDatabase.clear(database, "timeline", "customers");
    }

    @AfterEach
    void nothingLeft() {
        TestDatabase.clear(database, "timeline");
    }

    private void know(String currency, String from, String rate) {
        rates.change(List.of(new RateChange(currency, LocalDate.parse(from), new BigDecimal(rate))), effect -> true);
    }

    private BigDecimal known(String currency, String day) {
        return java.util.Objects.requireNonNull(rates.all().on(currency, LocalDate.parse(day)));
    }

    private long ada() {
        return database.sql("""
                        insert into customers.customer
                            (given_name, family_name, email, sort_name, keyed, source, created_at, updated_at)
                        values ('Ada', 'Rossi', 'ada@example.com', 'rossi', true, 'test', now(), now()) returning id
                        """).query(Long.class).single();
    }

    private void buy(long customer, String order, int quantity, String price, String... currencies) {
        timeline.recordPurchases(
                "shop",
                IntStream.range(0, currencies.length)
                        .mapToObj(i -> new PurchaseLineDraft(
                                        order,
                                        Integer.toString(i),
                                        new io.legame.customers.CustomerId(customer),
                                        Instant.parse("2026-01-15T10:00:00Z"),
                                        new Touchpoint("Genève", Channel.SHOP),
                                        null,
                                        new BigDecimal(quantity),
                                        new BigDecimal(price),
                                        BigDecimal.ZERO,
                                        null)
                                .in(currencies[i]))
                        .toList());
    }

    @Test
    void oneRateIsWrittenTheWayTheLanguageWritesNumbers() {
        var marketing = signedIn.as("MARKETING");
        marketing.get(PAGE);
        assertThat(marketing
                        .post(PAGE, "currency", "USD", "validFrom", "2026-01-01", "rate", "0.9135")
                        .status())
                .isEqualTo(302);
        assertThat(known("USD", "2026-01-01")).isEqualByComparingTo("0.9135");
        assertThat(marketing.get(PAGE).body()).contains("US Dollar", "0.9135 EUR", "MARKETING");
        // 1,234 may be more than a thousand or little more than one
        assertThat(marketing
                        .post(PAGE, "currency", "USD", "validFrom", "2026-01-01", "rate", "1,234")
                        .status())
                .isEqualTo(422);
        marketing.with("Accept-Language", "it").get(PAGE);
        assertThat(known("USD", "2026-01-01")).isEqualByComparingTo("0.9135");
    }

    @Test
    void manyRatesComeFromASpreadsheetOrAFile() {
        var administrator = signedIn.administrator();
        administrator.get(PAGE);
        assertThat(administrator
                        .post(
                                PAGE,
                                "lines",
                                "Currency\tDay\tRate\nUSD\t2026-01-01\t0.9135\nGBP\t1/2/2026\t1,1527\n\nJPY;2026-01-01;0,00612\nCHF,2026-01-01,1.07\n")
                        .status())
                .isEqualTo(302);
        assertThat(known("GBP", "2026-02-01")).isEqualByComparingTo("1.1527");
        assertThat(known("JPY", "2026-02-01")).isEqualByComparingTo("0.00612");
        assertThat(known("CHF", "2026-02-01")).isEqualByComparingTo("1.07");

        String boundary = "legame-test";
        String form =
                "--%1$s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%2$s\r\n--%1$s\r\nContent-Disposition: form-data; name=\"lines\"\r\n\r\n\r\n--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"rates.csv\"\r\nContent-Type: text/csv\r\n\r\nUSD;2026-02-01;0.92\r\nUSD;2026-03-01;0.93\r\n\r\n--%1$s--\r\n"
                        .formatted(boundary, administrator.csrf());
        assertThat(administrator
                        .send(administrator
                                .request(PAGE)
                                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(form, StandardCharsets.UTF_8)))
                        .status())
                .isEqualTo(302);
        assertThat(known("USD", "2026-03-05")).isEqualByComparingTo("0.93");

        administrator.get(PAGE);
        var wrong = administrator.post(PAGE, "lines", "USD;2026-04-01;0.94\nUSD;2026-04-31;0.95\n");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Line 2 cannot be read", "USD;2026-04-31;0.95");
        assertThat(known("USD", "2026-04-05")).as("all or none").isEqualByComparingTo("0.93");
    }

    @Test
    void whatConcernsPurchasesIsShownBeforeItIsDone() {
        know("USD", "2026-01-01", "0.9");
        buy(ada(), "SO1", 1, "1000", "USD");
        var administrator = signedIn.administrator();
        administrator.get(PAGE);

        String shown = administrator
                .post(PAGE, "currency", "USD", "validFrom", "2026-01-01", "rate", "0.95")
                .body();

        assertThat(shown).contains("One purchase was converted", "€900.00", "€950.00", "+€50.00");
        assertThat(known("USD", "2026-01-01")).isEqualByComparingTo("0.9");
        // meanwhile somebody bought more: it is shown once more
        buy(ada(), "SO2", 1, "1000", "USD");
        String again = administrator
                .post(
                        PAGE,
                        "lines",
                        "USD;2026-01-01;0.9500",
                        "purchases",
                        "1",
                        "before",
                        "900.0000",
                        "after",
                        "950.0000")
                .body();
        assertThat(again).contains("2 purchases were converted", "€1,800.00");
        assertThat(administrator
                        .post(
                                PAGE,
                                "lines",
                                "USD;2026-01-01;0.9500",
                                "purchases",
                                "2",
                                "before",
                                "1800.0000",
                                "after",
                                "1900.0000")
                        .status())
                .isEqualTo(302);
        assertThat(known("USD", "2026-01-01")).isEqualByComparingTo("0.95");

        administrator.get(PAGE);
        var refused = administrator.post(PAGE, "lines", "USD;2026-01-01;-");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("2 purchases in USD, the first on 2026-01-15, would have no rate any more");
        assertThat(administrator.get("/access/audit").body()).contains("exchange rates changed");
    }

    @Test
    void theCompanysPageSaysWhyTheCurrencyStays() {
        know("USD", "2026-01-01", "0.9");
        var administrator = signedIn.administrator();
        administrator.get("/access/company");
        var answer = administrator.post(
                "/access/company", "company", "Prova", "country", "CH", "currency", "CHF", "timeZone", "Europe/Rome");
        assertThat(answer.body()).contains("The currency stays EUR");
    }

    @Test
    void programsReadAndWriteRatesAndTryChangesFirst() {
        var program = signedIn.token("timeline:rates");
        assertThat(program.json("PUT", API, """
                        {"rates":[{"currency":"USD","validFrom":"2026-01-01","rate":0.9},
                                  {"currency":"usd","validFrom":"2026-02-01","rate":0.8},
                                  {"currency":"GBP","validFrom":"2026-01-01","rate":1.15}]}
                        """).body()).contains("\"done\":true", "\"purchases\":0");
        buy(ada(), "SO1", 1, "1000", "USD");
        String correction = "{\"rates\":[{\"currency\":\"USD\",\"validFrom\":\"2026-01-01\",\"rate\":0.95}]}";

        assertThat(program.json("PUT", API + "?trial=true", correction).body())
                .contains(
                        "\"done\":false", "\"purchases\":1", "\"revenueBefore\":900.0000", "\"revenueAfter\":950.0000");
        assertThat(known("USD", "2026-01-15")).isEqualByComparingTo("0.9");
        assertThat(program.json("PUT", API, correction).body()).contains("\"done\":true", "\"revenueAfter\":950.0000");
        assertThat(known("USD", "2026-01-15")).isEqualByComparingTo("0.95");

        var needed = program.json(
                "PUT", API, "{\"rates\":[{\"currency\":\"USD\",\"validFrom\":\"2026-01-01\",\"rate\":null}]}");
        assertThat(needed.status()).isEqualTo(422);
        assertThat(needed.body()).contains("would have no rate any more");
        for (String wrong : List.of(
                "{}", "{\"rates\":[null]}", "{\"rates\":[{\"currency\":\"ABC\",\"validFrom\":\"2026-01-01\"}]}")) {
            assertThat(program.json("PUT", API, wrong).status()).as(wrong).isEqualTo(422);
        }

        String first = program.get(API + "?limit=2").body();
        assertThat(first)
                .contains(
                        "\"companyCurrency\":\"EUR\"",
                        "\"currency\":\"GBP\"",
                        "\"next\":{\"after\":\"USD\",\"from\":\"2026-02-01\"}");
        assertThat(program.get(API + "?limit=2&after=USD&from=2026-02-01").body())
                .contains("\"validFrom\":\"2026-01-01\"", "\"next\":null")
                .doesNotContain("GBP");
        assertThat(signedIn.token("timeline:view").get(API).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"1280,en-GB,false", "390,it-IT,true"})
    void ratesAreWrittenCorrectedAndSeen(int width, String language, boolean dark) {
        String size = width + "-" + language.substring(0, 2) + (dark ? "-dark" : "");
        try (var visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            var page = visit.page();
            signedIn.signIn(page);
            page.navigate(PAGE);
            visit.screenshot("rates-none-" + size);
            assertThat(visit.scrollsSideways()).isFalse();

            page.locator("#lines")
                    .fill(
                            "USD;2026-01-01;0.9135\nUSD;2025-07-01;0.8821\nGBP;2026-01-01;1.1527\nJPY;2026-01-01;0.00612\nBAM;2026-01-01;0.5113");
            page.locator("form:has(#lines) button").click();
            page.locator(".data-table tbody tr").nth(4).waitFor();
            visit.screenshot("rates-" + size);
            assertThat(visit.scrollsSideways()).isFalse();

            long ada = ada();
            buy(ada, "SO1001", 2, "12.5", "USD");
            buy(ada, "SO1002", 1, "1049.9", "USD", "GBP", "EUR");
            buy(ada, "SO1003", 1, "31200", "JPY");
            buy(ada, "SO1004", 1, "20", "EUR");
            page.navigate("/customers/" + ada);
            page.locator(".timeline-item").first().waitFor();
            visit.screenshot("rates-timeline-" + size);
            assertThat(visit.scrollsSideways()).isFalse();

            page.navigate(PAGE);
            page.locator("tr:has-text('USD') a.btn").first().click();
            page.locator("#rate-value").fill(language.startsWith("it") ? "0,9235" : "0.9235");
            page.locator("#rate button").click();
            page.locator(".kpi-value").first().waitFor();
            visit.screenshot("rates-effect-" + size);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator("form:has(input[name=purchases]) button").click();
            page.locator(".data-table tbody tr").nth(4).waitFor();
            assertThat(known("USD", "2026-01-15")).isEqualByComparingTo("0.9235");

            assertThat(visit.complaints()).isEmpty();
            page.locator("tr:has-text('JPY') form button").click();
            page.locator(".note-bad").waitFor();
            visit.screenshotOfTheScreen("rates-refused-" + size);
        }
    }
}
