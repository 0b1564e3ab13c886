package io.legame.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameTest;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The numbers of the report are those of the tables, counted in another way. */
@LegameTest
class DataQualityTests {
    @Autowired
    private Customers customers;

    @Autowired
    private DataQuality quality;

    @Autowired
    private FlagDecisions decisions;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
    }

    private long count(String condition, @Nullable String source) {
        return database.sql("select count(*) from (select c.*, to_jsonb(c) as all_of_it from customers.customer c) c"
                        + " where (cast(:source as text) is null or source = :source) and (" + condition + ")")
                .param("source", source)
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theReportIsWhatTheTablesSay(long seed) {
        customers.upsert("till", new DirtyCustomers(seed).drafts(400));
        customers.upsert("e-shop", new DirtyCustomers(seed + 100).drafts(150));
        acceptSome();
        quality.count();
        for (String source : new String[] {null, "till", "e-shop"}) {
            QualityReport report = quality.report(source).report();
            assertThat(report.customers()).isEqualTo(count("true", source)).isPositive();
            assertThat(report.keyed())
                    .isEqualTo(count(
                            "exists (select from customers.identity i where i.customer_id = c.id and i.kind = 'email')",
                            source));
            String email = "email is not null and not coalesce(flags->'email'->>'kind' = any"
                    + " (array['TYPO', 'DISPOSABLE']), false)";
            String post = "street is not null and town is not null";
            assertThat(report.reach())
                    .isEqualTo(new QualityReport.Reach(
                            count(email, source),
                            count("phone is not null", source),
                            count(post, source),
                            count("not (" + email + ") and phone is null and not (" + post + ")", source)));
            for (QualityField field : QualityField.values()) {
                assertThat(report.of(field)).as(source + " " + field).isEqualTo(told(field, source));
            }
            assertThat(report.flags()).containsExactlyInAnyOrderElementsOf(flags(source));
        }
        assertThat(quality.sources()).containsExactly("till", "e-shop");
    }

    private QualityReport.OfField told(QualityField field, @Nullable String source) {
        List<String> names = field.fields().stream().map(CustomerState::name).toList();
        String filled = switch (field) {
            case NAME -> "concat(given_name, family_name) <> ''";
            case TAX_CODE ->
                "exists (select from customers.identity i where i.customer_id = c.id and i.kind = 'tax_code')";
            default -> "all_of_it->>'" + names.getFirst() + "' is not null";
        };
        String flagged = names.stream()
                .map(name -> "coalesce(flags->'%s'->>'kind' <> 'ACCEPTED', false)".formatted(name))
                .collect(Collectors.joining(" or ", "(", ")"));
        String written = names.stream()
                .map(name -> "coalesce(jsonb_exists(written, '%s'), false)".formatted(name))
                .collect(Collectors.joining(" or ", "(", ")"));
        return new QualityReport.OfField(
                count(filled, source),
                count("(" + filled + ") or " + flagged, source),
                count(written, source),
                count(flagged, source));
    }

    private List<QualityReport.Flags> flags(@Nullable String source) {
        var flags = new ArrayList<QualityReport.Flags>();
        for (CustomerField field : CustomerField.values()) {
            for (ValueFlag.Kind kind : ValueFlag.Kind.values()) {
                long count =
                        count("flags->'%s'->>'kind' = '%s'".formatted(CustomerState.name(field), kind.name()), source);
                if (count > 0 && kind != ValueFlag.Kind.ACCEPTED) {
                    flags.add(new QualityReport.Flags(field, kind, count));
                }
            }
        }
        return flags;
    }

    private void acceptSome() {
        quality.flagged(CustomerField.EMAIL, ValueFlag.Kind.TYPO, null, 0, 7)
                .forEach(each -> decisions.keep(each.id(), CustomerField.EMAIL));
    }

    @Test
    void theListsHoldWhatTheReportCounts() {
        customers.upsert("till", new DirtyCustomers(7).drafts(300));
        quality.count();
        QualityReport report = quality.report(null).report();
        assertThat(report.flags()).isNotEmpty();
        for (QualityReport.Flags flags : report.flags()) {
            var seen = new ArrayList<Long>();
            long after = 0;
            while (true) {
                List<FlaggedCustomer> page = quality.flagged(flags.field(), flags.kind(), null, after, 9);
                page.forEach(each -> {
                    assertThat(each.flag().kind()).isEqualTo(flags.kind());
                    seen.add(each.id().value());
                });
                if (page.size() < 9) {
                    break;
                }
                after = page.getLast().id().value();
            }
            assertThat(seen)
                    .hasSize((int) flags.customers())
                    .doesNotHaveDuplicates()
                    .isSorted();
        }
        assertThat(quality.incomplete(null, 0, 1000)).hasSize((int) report.incomplete());
        assertThat(quality.incomplete(null, 0, 1000))
                .filteredOn(each -> each.leftOut() != null)
                .allSatisfy(each -> assertThat(each.has()).doesNotContain(IncompleteCustomer.Known.EMAIL))
                .isNotEmpty();
    }

    @Test
    void theReportOfAnEmptyBaseIsEmptyAndIsCountedAnewWhenItIsOld() {
        assertThat(quality.report(null).report().customers()).isZero();
        customers.upsert("till", new DirtyCustomers(1).drafts(10));
        assertThat(quality.report(null).report().customers()).isZero();
        clock.advance(Duration.ofMinutes(2));
        assertThat(quality.report(null).report().customers()).isEqualTo(10);
    }

    @Test
    void theTrendHasTheLastReportOfEachOfTwelveMonths() {
        Instant today = clock.instant();
        try {
            for (var step : List.of(
                    Map.entry("2025-03-31T12:00:00Z", 1),
                    Map.entry("2025-04-02T12:00:00Z", 2),
                    Map.entry("2025-04-20T12:00:00Z", 5),
                    Map.entry("2026-03-01T12:00:00Z", 6),
                    Map.entry("2026-03-09T12:00:00Z", 9))) {
                clock.set(Instant.parse(step.getKey()));
                customers.upsert("till", new DirtyCustomers(1).drafts(step.getValue()));
                quality.count();
            }
            List<DataQuality.Month> months = quality.months(null);
            assertThat(months).hasSize(12);
            assertThat(months.getFirst().month()).isEqualTo(YearMonth.of(2025, 4));
            assertThat(months)
                    .extracting(month ->
                            month.report() == null ? 0 : (int) month.report().customers())
                    .containsExactly(5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9);
        } finally {
            clock.set(today);
        }
    }
}
