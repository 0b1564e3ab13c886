package io.legame;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.legame.insight.Projection;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A stranger's first hour: from an empty installation to a segment of a real shop with its weight, by clicks only. */
@LegameTest
class JourneyTests {
    private static final Path DATA = Path.of("../shared/data/adventureworks");
    private static final DateTimeFormatter MONTH_FIRST = DateTimeFormatter.ofPattern("M/d/yyyy");
    private static final LocalDate LAST_DAY = LocalDate.of(2019, 6, 30);

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Projection projection;

    @BeforeEach
    void anEmptyInstallation() {
        TestDatabase.clear(database, "access", "intake", "timeline", "catalogue", "customers", "segments", "sample");
        database.sql("delete from platform.company").update();
        projection.catchUp();
    }

    @ParameterizedTest
    @CsvSource({"1280,it-IT,dark", "390,en-US,light"})
    void fromTheFirstVisitToASegmentWithItsWeight(int width, String language, String colours) {
        Shop shop = Shop.read();
        String name = "journey-%s-" + width + "-" + language;
        try (var visit = TestBrowser.visit(signedIn.url(""), width, language, colours.equals("dark"))) {
            visit.context().setDefaultTimeout(60_000);
            Page page = visit.page();
            page.navigate("/");
            becomeTheAdministrator(page);
            visit.screenshot(name.formatted("start"));

            assertThat(bringIn(page, "AdventureWorks_Customers.csv")).isEqualTo("18148");
            assertThat(bringIn(page, "AdventureWorks_Products.csv")).isEqualTo("293");
            for (int year = 2017; year <= 2019; year++) {
                String sales = "AdventureWorks_Sales_" + year + ".csv";
                assertThat(bringIn(page, sales)).as(sales).isEqualTo(Long.toString(shop.lines(year)));
            }
            assertThat(bringIn(page, "AdventureWorks_Returns_unshifted_2015-2017.csv"))
                    .isEqualTo("0");
            assertThat(page.locator(".intake-reasons > li").count())
                    .as("one sentence for 1,809 rows")
                    .isEqualTo(1);
            assertThat(digits(page.locator(".intake-reason-count").textContent()))
                    .isEqualTo("1809");
            visit.screenshot(name.formatted("returns"));

            page.navigate("/");
            assertThat(digits(page.locator(".home-panels > :first-child .kpi-value")
                            .first()
                            .textContent()))
                    .isEqualTo("18148");
            assertThat(digits(page.locator(".home-panels > :first-child .kpi-note")
                            .first()
                            .textContent()))
                    .startsWith("17411");
            page.locator(".home-panels .bar-chart").first().waitFor();
            visit.screenshot(name.formatted("home"));

            theCard(page, shop.revenueOf("11000"));
            visit.screenshot(name.formatted("card"));
            assertThat(visit.scrollsSideways()).isFalse();

            page.navigate("/segments/new");
            addOrders(page);
            page.locator("#f-0-during").selectOption("ever");
            shows(page, 17_411, new BigDecimal("24914586.82"));
            page.locator("#f-0-during").selectOption("last");
            page.locator("#f-0-n").fill("90");
            Set<String> recent = shop.buyersSince(LAST_DAY.minusDays(89));
            shows(page, recent.size(), shop.revenue(line -> recent.contains(line.customer())));
            visit.screenshot(name.formatted("builder"));
            assertThat(visit.scrollsSideways()).isFalse();

            page.locator("#name").fill("Novanta giorni");
            page.locator("button[formaction='/segments']").click();
            page.waitForURL(Pattern.compile(".*/segments/\\d+"));
            assertThat(digits(page.locator(".segment-weight [data-size]").textContent()))
                    .as(page.locator(".sentence").textContent()
                            + page.locator("#asOf").inputValue())
                    .isEqualTo(Integer.toString(recent.size()));
            page.locator(".segment-months").waitFor();
            visit.screenshot(name.formatted("segment"));

            page.navigate("/");
            PlaywrightAssertions.assertThat(page.locator(".share-bars").first()).containsText("Novanta giorni");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private static void becomeTheAdministrator(Page page) {
        page.waitForURL("**/welcome");
        page.locator("#name").fill("Ada Lovelace");
        page.locator("#email").fill("ada@legame.test");
        page.locator("#new-password").fill(SignedIn.PASSWORD);
        page.locator("#repeated").fill(SignedIn.PASSWORD);
        page.locator("#company").fill("Adventure Works");
        page.locator("main button[type=submit].btn-primary").click();
        page.locator(".home-start .choice[href='/intake/new']").waitFor();
    }

    /** Returns how many rows were brought in, as the report says. */
    private static String bringIn(Page page, String file) {
        if (page.locator(".home-start").count() > 0) {
            page.locator(".home-start .choice[href='/intake/new']").click();
        } else {
            page.navigate("/intake");
            page.locator("main a[href='/intake/new'], .topbar a[href='/intake/new']")
                    .first()
                    .click();
        }
        page.locator("input[type=file]").setInputFiles(DATA.resolve(file));
        page.waitForURL(Pattern.compile(".*/intake/\\d+"));
        page.locator("#draft button.btn-primary").click();
        page.locator("#status:not([hx-get])").waitFor();
        return digits(page.locator("#status .kpi-value").nth(1).textContent());
    }

    private static void theCard(Page page, BigDecimal revenue) {
        page.navigate("/customers");
        page.locator("main input[type=search]").fill("jon24@adventure-works.com");
        page.locator("a.row-link:has-text('Jon Yang')").click();
        page.locator(".record-name:has-text('Jon Yang')").waitFor();
        // figures follow the facts by some seconds
        page.waitForCondition(() -> {
            page.reload();
            page.locator("main .standing").waitFor();
            var shown = page.locator("main .kpi:has([data-metric=revenue]) .kpi-value");
            return shown.count() == 1 && digits(shown.textContent()).equals(digits(revenue.toPlainString()));
        });
        page.locator(".timeline-item").first().waitFor();
    }

    private static void addOrders(Page page) {
        page.locator("#f-add summary").click();
        page.locator("#f-add button[value='add:f:offer.purchases.orders']").click();
        page.locator("#f-0-a").fill("1");
    }

    /** Waits until the builder's numbers are these. */
    private static void shows(Page page, int size, BigDecimal revenue) {
        page.locator("#preview [data-size='" + size + "']").waitFor();
        assertThat(digits(page.locator("#preview .kpi-value").nth(1).textContent()))
                .isEqualTo(digits(
                        revenue.setScale(2, java.math.RoundingMode.HALF_EVEN).toPlainString()));
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    /** The raw files, read without any of our code. */
    private record Shop(List<Line> lines) {
        record Line(LocalDate day, String customer, BigDecimal amount) {}

        static Shop read() {
            Map<String, BigDecimal> prices = new HashMap<>();
            for (NamedCsvRecord product : rows("AdventureWorks_Products.csv")) {
                prices.put(product.getField("ProductKey"), new BigDecimal(product.getField("ProductPrice")));
            }
            var lines = new java.util.ArrayList<Line>();
            for (int year = 2017; year <= 2019; year++) {
                for (NamedCsvRecord sale : rows("AdventureWorks_Sales_" + year + ".csv")) {
                    lines.add(new Line(
                            LocalDate.parse(sale.getField("OrderDate"), MONTH_FIRST),
                            sale.getField("CustomerKey"),
                            Objects.requireNonNull(prices.get(sale.getField("ProductKey")))
                                    .multiply(new BigDecimal(sale.getField("OrderQuantity")))));
                }
            }
            return new Shop(lines);
        }

        private static List<NamedCsvRecord> rows(String file) {
            try (var reader = CsvReader.builder().ofNamedCsvRecord(DATA.resolve(file))) {
                return reader.stream().toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        long lines(int year) {
            return lines.stream().filter(line -> line.day().getYear() == year).count();
        }

        BigDecimal revenue(Predicate<Line> which) {
            return lines.stream().filter(which).map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal revenueOf(String customer) {
            return revenue(line -> line.customer().equals(customer)).setScale(2, java.math.RoundingMode.HALF_EVEN);
        }

        Set<String> buyersSince(LocalDate day) {
            var buyers = new HashSet<String>();
            lines.stream().filter(line -> !line.day().isBefore(day)).forEach(line -> buyers.add(line.customer()));
            return buyers;
        }
    }
}
