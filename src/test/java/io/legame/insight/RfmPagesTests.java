package io.legame.insight;

import static io.legame.insight.WarehouseTables.METRICS;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The grid of scores: what it counts, what other bounds would change, and what deciding them makes of it. */
@LegameTest
class RfmPagesTests {
    private static final Instant TODAY = Instant.parse("2026-03-20T09:00:00Z");

    @Autowired
    private JdbcClient database;

    @Autowired
    private Figures figures;

    @Autowired
    private RuleBook rules;

    @Autowired
    private Rfm rfm;

    @Autowired
    private RfmPreview preview;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void aShop() {
        forget();
        TestDatabase.clear(database, "customers", "catalogue", "timeline");
        clock.set(TODAY);
        var facts = new Facts(database);
        facts.years(2024, 2025, 2026);
        int shop = facts.touchpoint("Shop Milano", "shop");
        int till = facts.source("till");
        var random = new Random(5);
        for (int i = 1; i <= 120; i++) {
            long customer = facts.customer("c" + i + "@example.com");
            int orders = i % 12 == 0 ? 0 : 1 + (int) Math.abs(random.nextGaussian() * 3);
            for (int order = 0; order < orders; order++) {
                Instant at = TODAY.minusSeconds(86_400L * (1 + random.nextInt(600)));
                facts.sale(customer, null, shop, till, String.valueOf(5 + random.nextInt(900)), at);
            }
            if (i % 9 == 0) {
                facts.sale(customer, null, shop, till, "0", TODAY.minusSeconds(86_400L));
                facts.sale(customer, null, shop, till, "-4", TODAY.minusSeconds(86_400L));
            }
        }
        figures.catchUp();
    }

    @AfterEach
    void forget() {
        database.sql("truncate insight.rules, insight.unit_cost, insight.closing cascade")
                .update();
    }

    private record Scored(int recency, int frequency, int monetary) {}

    private Map<Long, Scored> scored() {
        var scored = new HashMap<Long, Scored>();
        warehouse
                .query(ask -> ask.selectFrom(METRICS)
                        .where(METRICS.RECENCY_SCORE.isNotNull())
                        .fetch())
                .forEach(row -> scored.put(
                        row.get(METRICS.CUSTOMER_ID),
                        new Scored(
                                row.get(METRICS.RECENCY_SCORE),
                                row.get(METRICS.FREQUENCY_SCORE),
                                row.get(METRICS.MONETARY_SCORE))));
        return scored;
    }

    @Test
    void theGridCountsEverybodyOnceAndItsRevenueIsWhatWasBought() {
        Rfm.Overview overview = rfm.overview().orElseThrow();
        var scored = scored();
        for (int recency = 1; recency <= 5; recency++) {
            for (int frequency = 1; frequency <= 5; frequency++) {
                int r = recency;
                int f = frequency;
                assertThat(overview.of(r, f).customers())
                        .isEqualTo(scored.values().stream()
                                .filter(each -> each.recency() == r && each.frequency() == f)
                                .count());
            }
        }
        assertThat(Stream.of(RfmGroup.values())
                        .mapToLong(group -> overview.of(group).customers())
                        .sum())
                .isEqualTo(scored.size());
        assertThat(overview.customers()).isEqualTo(120);
        assertThat(overview.all().revenue())
                .isEqualByComparingTo(database.sql("select sum(amount) from timeline.purchase_line where amount > 0")
                        .query(BigDecimal.class)
                        .single());
    }

    @Test
    void theBoundsShownAreThoseThatScore() {
        assertThatBoundsScore(rfm.overview().orElseThrow());
    }

    private void assertThatBoundsScore(Rfm.Overview overview) {
        warehouse
                .query(ask -> ask.selectFrom(METRICS)
                        .where(METRICS.RECENCY_SCORE.isNotNull())
                        .fetch())
                .forEach(row -> {
                    in(overview.recency(), row.get(METRICS.RECENCY_SCORE), row.get(METRICS.RFM_RECENCY));
                    in(overview.frequency(), row.get(METRICS.FREQUENCY_SCORE), row.get(METRICS.RFM_FREQUENCY));
                    in(overview.monetary(), row.get(METRICS.MONETARY_SCORE), row.get(METRICS.RFM_MONETARY));
                });
    }

    private static void in(RfmBounds bounds, int score, Number value) {
        var number = new BigDecimal(value.toString());
        RfmBounds.Range range = java.util.Objects.requireNonNull(bounds.of(score));
        assertThat(range.isEmpty()).isFalse();
        within(number.compareTo(orElse(range.from(), number)), range.from(), range.fromIncluded());
        within(orElse(range.to(), number).compareTo(number), range.to(), range.toIncluded());
    }

    private static BigDecimal orElse(@Nullable BigDecimal bound, BigDecimal number) {
        return bound == null ? number : bound;
    }

    private static void within(int compared, @Nullable BigDecimal bound, boolean included) {
        if (bound != null) {
            assertThat(compared).isGreaterThanOrEqualTo(included ? 0 : 1);
        }
    }

    /** Each number leads to the list of as many customers. */
    @Test
    void aNumberOpensTheListOfItsCustomers() {
        Rfm.Overview overview = rfm.overview().orElseThrow();
        String page = signedIn.administrator().get("/insight/rfm").body();
        var link = java.util.regex.Pattern.compile("<a href=\"(/customers\\?filter=[^\"]+)\">(\\d+)</a>")
                .matcher(page);
        int cells = 0;
        while (link.find()) {
            String list = signedIn.administrator()
                    .get(link.group(1).replace("&amp;", "&"))
                    .body();
            assertThat(list.split("class=\"row-link", -1).length - 1)
                    .as(link.group(1))
                    .isEqualTo(Integer.parseInt(link.group(2)));
            cells++;
        }
        assertThat(cells).isEqualTo(overview.cells().size());
    }

    private static List<BigDecimal> four(String... bounds) {
        return Stream.of(bounds).map(BigDecimal::new).toList();
    }

    static Stream<RfmRules> otherRules() {
        return Stream.of(
                new RfmRules(6, List.of(), List.of(), List.of()),
                new RfmRules(0, four("30", "60", "120", "240"), List.of(), List.of()),
                new RfmRules(
                        12, four("7", "30", "90", "180"), four("2", "3", "5", "8"), four("100", "250", "500", "1000")));
    }

    @ParameterizedTest
    @MethodSource("otherRules")
    void aPreviewIsWhatDecidingMakes(RfmRules proposed) {
        RfmPreview.Effect effect = preview.of(new Turn("a test", 1), proposed);
        var before = scored();
        rules.decide(proposed, null, "Ada");
        figures.catchUp();
        var after = scored();
        Rfm.Overview overview = rfm.overview().orElseThrow();

        assertThat(effect.moved())
                .isPositive()
                .isEqualTo(Stream.concat(before.keySet().stream(), after.keySet().stream())
                        .distinct()
                        .filter(id -> !java.util.Objects.equals(before.get(id), after.get(id)))
                        .count());
        assertThat(effect.scoredBefore()).isEqualTo(before.size());
        assertThat(effect.scored()).isEqualTo(after.size());
        for (RfmGroup group : RfmGroup.values()) {
            assertThat(effect.after(group))
                    .as("%s", group)
                    .isEqualTo(overview.of(group).customers());
        }
        assertThat(effect.recency()).isEqualTo(overview.recency());
        assertThat(effect.frequency()).isEqualTo(overview.frequency());
        assertThat(effect.monetary()).isEqualTo(overview.monetary());
        assertThatBoundsScore(overview);
    }

    @Test
    void whatCannotBeIsRefusedInASentence() {
        Visitor visitor = signedIn.administrator();
        visitor.get("/insight/rfm/rules");
        String[] falling = {
            "rfmMonths", "0", "recency", "own", "recency1", "30", "recency2", "20", "recency3", "40", "recency4", "50"
        };
        assertThat(visitor.post("/insight/rfm/rules/preview", falling).body())
                .contains("four bounds, each higher than the one before");
        var refused = visitor.post("/insight/rfm/rules", falling);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("name=\"recency2\" value=\"20\"", "name=\"recency\" value=\"own\" checked");
        assertThat(visitor.post("/insight/rfm/rules", "rfmMonths", "x").body())
                .contains("is no whole number", "value=\"x\"");
        assertThat(rules.decisions(RfmRules.class)).isEmpty();
    }

    @Test
    void withoutOrdersThePageSaysWhatItIsFor() {
        TestDatabase.clear(database, "customers", "timeline");
        figures.catchUp();
        assertThat(signedIn.as("SHOP").get("/insight/rfm").body()).contains("Who bought lately");
    }

    @ParameterizedTest
    @CsvSource({"1280,en,false", "390,it,true", "1280,it,true", "390,en,false"})
    void boundsAreTriedAndThenDecided(int width, String language, boolean dark) {
        try (var visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            Page page = visit.page();
            signedIn.signIn(page);
            String shot = width + "-" + language + (dark ? "-dark" : "-light");
            page.navigate("/insight/rfm");
            page.locator(".rfm-grid").waitFor();
            visit.screenshot("rfm-" + shot);
            assertThat(visit.scrollsSideways()).isFalse();

            page.navigate("/insight/rfm/rules");
            page.locator("input[name=recency][value=own]").check();
            page.locator("input[name=recency1]").fill("400");
            page.locator("#rfm-effect .alert-danger").waitFor();
            page.locator("input[name=recency1]").fill("3");
            page.locator("#rfm-effect .rfm-moves td:has-text('−')").first().waitFor();
            visit.screenshot("rfm-rules-" + shot);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator("#rfm-rules button.btn-primary").click();
            page.locator(".toast-note").first().waitFor();
            assertThat(rules.today(RfmRules.class).recency().getFirst()).isEqualByComparingTo("3");
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
