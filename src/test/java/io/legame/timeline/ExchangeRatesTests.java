package io.legame.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.legame.platform.Companies;
import io.legame.platform.Company;
import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What other currencies are worth, and what happens to purchases when that changes. */
@LegameTest
class ExchangeRatesTests {
    private static final Touchpoint ESHOP = new Touchpoint("e-shop", Channel.ONLINE);
    private static final Company ITALIAN =
            new Company("Prova", Currency.getInstance("EUR"), ZoneId.of("Europe/Rome"), "IT");

    @Autowired
    private ExchangeRates rates;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Companies companies;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothingThere() {
        TestDatabase.clear(database, "timeline", "customers");
        companies.describe(ITALIAN);
    }

    @AfterEach
    void nothingLeft() {
        TestDatabase.clear(database, "timeline");
        companies.describe(ITALIAN);
    }

    private static RateChange rate(String currency, String from, @Nullable String rate) {
        return new RateChange(currency, LocalDate.parse(from), rate == null ? null : new BigDecimal(rate));
    }

    private RateEffect change(RateChange... changes) {
        return rates.change(List.of(changes), effect -> true);
    }

    private Recorded buy(String order, String at, String amount, @Nullable String currency) {
        return timeline.recordPurchases("shop", List.of(line(order, "1", at, amount, currency)))
                .getFirst();
    }

    private static PurchaseLineDraft line(
            String order, String key, String at, String amount, @Nullable String currency) {
        return new PurchaseLineDraft(
                        order,
                        key,
                        null,
                        Instant.parse(at),
                        ESHOP,
                        null,
                        new BigDecimal(amount).signum() < 0 ? BigDecimal.ONE.negate() : BigDecimal.ONE,
                        new BigDecimal(amount).abs(),
                        BigDecimal.ZERO,
                        null)
                .in(currency);
    }

    private long copiedAgain() {
        return database.sql("select count(*) from timeline.fact_erasure")
                .query(Long.class)
                .single();
    }

    @Test
    void aRateCountsFromItsDayOfTheCompanyUntilTheNext() {
        change(rate("USD", "2026-01-01", "0.9"), rate("USD", "2026-02-01", "0.8"));
        Rates all = rates.all();
        assertThat(all.at("USD", Instant.parse("2026-01-31T22:59:59Z"))).isEqualByComparingTo("0.9");
        assertThat(all.at("USD", Instant.parse("2026-01-31T23:00:00Z")))
                .as("it is February in Rome already")
                .isEqualByComparingTo("0.8");
        assertThat(all.at("USD", Instant.parse("2025-12-31T22:59:59Z"))).isNull();
        assertThat(all.at("EUR", Instant.EPOCH)).isEqualByComparingTo("1");
        assertThat(all.convert(new BigDecimal("-0.0125"), "USD", Instant.parse("2026-01-05T10:00:00Z")))
                .as("half up, away from zero")
                .isEqualByComparingTo("-0.0113");
    }

    @Test
    void purchasesWithoutARateAreNotRecordedNotEvenEmpty() {
        change(rate("USD", "2026-01-01", "0.9"));
        assertThat(timeline.recordPurchases(
                        "shop",
                        List.of(
                                line("A", "1", "2025-12-30T10:00:00Z", "10", "USD"),
                                line("B", "1", "2026-01-02T10:00:00Z", "10", "USD"),
                                line("B", "2", "2026-01-02T10:00:00Z", "10", "GBP"),
                                line("C", "1", "2025-12-30T10:00:00Z", "10", "EUR"),
                                // its order is of a day without a rate
                                line("C", "2", "2026-01-02T10:00:00Z", "10", "USD"))))
                .containsExactly(
                        Recorded.NO_RATE, Recorded.CREATED, Recorded.NO_RATE, Recorded.CREATED, Recorded.NO_RATE);
        assertThat(database.sql("select source_key from timeline.interaction order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("B", "C");
    }

    @Test
    void theCompanysOwnCurrencyIsStoredAsItAlwaysWas() {
        buy("A", "2026-01-02T10:00:00Z", "10", "EUR");
        assertThat(buy("A", "2026-01-02T10:00:00Z", "10", null)).isEqualTo(Recorded.UNCHANGED);
        change(rate("USD", "2026-01-01", "0.9"));
        assertThat(buy("A", "2026-01-02T10:00:00Z", "10", "USD")).isEqualTo(Recorded.CONFLICT);
    }

    @Test
    void aChangeSaysWhatItMeansAndHasExactlyThePurchasesOfItsDaysCopiedAgain() {
        change(rate("USD", "2026-01-01", "0.9"), rate("USD", "2026-02-01", "0.8"), rate("GBP", "2026-01-01", "1.1"));
        buy("jan", "2026-01-31T22:00:00Z", "100", "USD");
        buy("feb", "2026-01-31T23:30:00Z", "100", "USD");
        buy("back", "2026-02-10T10:00:00Z", "-50", "USD");
        buy("pound", "2026-02-10T10:00:00Z", "100", "GBP");
        buy("euro", "2026-02-10T10:00:00Z", "100", null);

        RateEffect shown = rates.change(List.of(rate("USD", "2026-02-01", "0.85")), effect -> false);

        assertThat(shown.purchases()).isEqualTo(2);
        assertThat(shown.before()).isEqualByComparingTo("40"); // 80 - 40
        assertThat(shown.after()).isEqualByComparingTo("42.5");
        assertThat(copiedAgain()).as("it was only shown").isZero();
        assertThat(rates.all().on("USD", LocalDate.of(2026, 2, 1))).isEqualByComparingTo("0.8");

        assertThat(change(rate("USD", "2026-02-01", "0.85"))).isEqualTo(shown);

        assertThat(database.sql(
                                "select i.source_key from timeline.fact_erasure e join timeline.interaction i on i.id = e.interaction_id order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("back", "feb");
        assertThat(database.sql("select detail::text from access.audit_entry where action = 'timeline.rates-changed'"
                                + " order by id desc limit 1")
                        .query(String.class)
                        .single())
                .contains("2026-02-01: 0.8 → 0.85", "\"purchases\": 2");
        // one in between takes the days from there on; saying the same again means nothing
        assertThat(change(rate("USD", "2026-02-05", "1")).purchases()).isEqualTo(1);
        assertThat(change(rate("USD", "2026-02-05", "1")).purchases()).isZero();
        assertThat(change(rate("USD", "2026-02-05", null)).after()).isEqualByComparingTo("-42.5");
    }

    @Test
    void theFirstRateThatPurchasesNeedIsNotTakenAway() {
        change(rate("USD", "2026-01-01", "0.9"), rate("USD", "2026-02-01", "0.8"));
        buy("jan", "2026-01-15T10:00:00Z", "100", "USD");
        assertThatThrownBy(() -> change(rate("USD", "2026-01-01", null), rate("USD", "2026-03-01", "1")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("timeline.rates.error.needed");
                    assertThat(refusal.arguments()).containsExactly("USD", 1L, "2026-01-15");
                });
        assertThat(rates.count()).as("all or nothing").containsEntry("USD", 2);
        // moved to another early day it is no loss
        assertThat(change(rate("USD", "2026-01-01", null), rate("USD", "2025-12-01", "0.9"))
                        .concernsFacts())
                .isFalse();
        assertThat(change(rate("USD", "2026-02-01", null)).concernsFacts()).isFalse();
    }

    @Test
    void whatIsNoRateIsRefused() {
        Stream.of(
                        rate("USD", "2026-01-01", "0"),
                        rate("USD", "2026-01-01", "-1"),
                        rate("USD", "2026-01-01", "0.123456789"),
                        rate("USD", "2026-01-01", "12345678901"),
                        rate("EUR", "2026-01-01", "1"),
                        rate("ABC", "2026-01-01", "1"),
                        rate("XXX", "2026-01-01", "1"),
                        rate("USD", "1026-01-01", "1"))
                .forEach(wrong ->
                        assertThatThrownBy(() -> change(wrong)).as("%s", wrong).isInstanceOf(Refusal.class));
        change(rate("USD", "2026-01-01", "1"));
        buy("much", "2026-01-15T10:00:00Z", "1000000000", "USD");
        assertThatThrownBy(() -> change(rate("USD", "2026-01-01", "90000")))
                .as("the warehouse would not hold it")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void nobodyTakesARateAwayWhileSomebodyRecordsByIt() throws Exception {
        change(rate("USD", "2026-01-01", "0.9"));
        CompletableFuture<Throwable> removal = transaction.execute(status -> {
            buy("A", "2026-01-15T10:00:00Z", "10", "USD");
            var other = CompletableFuture.supplyAsync(() -> change(rate("USD", "2026-01-01", null)))
                    .handle((effect, error) -> error);
            while (!other.isDone()
                    && database.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                                    .query(Long.class)
                                    .single()
                            == 0) {
                Thread.onSpinWait();
            }
            assertThat(other).isNotDone();
            return other;
        });
        assertThat(removal.get(20, TimeUnit.SECONDS)).hasRootCauseInstanceOf(Refusal.class);
        assertThat(rates.count()).containsEntry("USD", 1);
    }

    @Test
    void theCompanysCurrencyStaysWhileAmountsAreInIt() {
        Company swiss = new Company("Prova", Currency.getInstance("CHF"), ZoneId.of("Europe/Rome"), "CH");
        companies.describe(swiss);
        companies.describe(ITALIAN);

        change(rate("USD", "2026-01-01", "0.9"));
        assertThatThrownBy(() -> companies.describe(swiss)).hasMessage("timeline.company.error.rates");
        change(rate("USD", "2026-01-01", null));

        buy("A", "2026-01-15T10:00:00Z", "10", null);
        assertThatThrownBy(() -> companies.describe(swiss)).hasMessage("timeline.company.error.purchases");
        assertThat(companies.get().currency().getCurrencyCode()).isEqualTo("EUR");
        companies.describe(new Company("Nuovo nome", Currency.getInstance("EUR"), ZoneId.of("UTC"), "IT"));
    }

    @Test
    void theTimeZoneStaysWhileAPurchaseWouldBeOfADayWithoutARate() {
        change(rate("USD", "2026-01-01", "0.9"));
        buy("midnight", "2025-12-31T23:30:00Z", "10", "USD");
        assertThatThrownBy(() -> companies.describe(
                        new Company("Prova", Currency.getInstance("EUR"), ZoneId.of("Europe/London"), "IT")))
                .hasMessage("timeline.company.error.days");
        change(rate("USD", "2025-12-01", "0.9"));
        companies.describe(new Company("Prova", Currency.getInstance("EUR"), ZoneId.of("Europe/London"), "IT"));
    }

    @Test
    void theTimelineShowsBothTheOwnAndTheConvertedAmount() {
        change(rate("USD", "2026-01-01", "0.9"));
        var customer = database.sql("""
                        insert into customers.customer (email, sort_name, keyed, source, created_at, updated_at)
                        values ('ada@example.com', 'ada', true, 'test', now(), now()) returning id
                        """).query(Long.class).single();
        buy("A", "2026-01-15T10:00:00Z", "10.005", "USD");
        database.sql("update timeline.interaction set customer_id = ?")
                .param(customer)
                .update();
        Entry entry = timeline.entries(new io.legame.customers.CustomerId(customer), TimelineFilter.ALL, null, 10)
                .getFirst();
        assertThat(entry.amount()).isEqualByComparingTo("9.0045");
        assertThat(entry.amounts()).hasSize(1).containsKey("USD");
        assertThat(entry.lines().getFirst().amount()).isEqualByComparingTo("10.005");
    }
}
