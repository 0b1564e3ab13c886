package io.legame.insight.web;

import io.legame.insight.Cohort;
import io.legame.insight.CohortMeasure;
import io.legame.insight.CohortTable;
import io.legame.insight.Cohorts;
import io.legame.insight.PurchasePeriods;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/insight")
@PreAuthorize("hasAuthority('insight:view')")
@Tag(name = "Insight", description = "What is known of all customers together.")
class CohortsApi {
    private final Cohorts cohorts;
    private final PurchasePeriods periods;

    CohortsApi(Cohorts cohorts, PurchasePeriods periods) {
        this.cohorts = cohorts;
        this.periods = periods;
    }

    /** @param until the last day that counts */
    record Answer(String by, LocalDate until, List<Row> cohorts, List<Mean> means) {}

    /** @param cohort the period of the first purchases: 2024-05, 2024-Q2, 2024 */
    record Row(String cohort, LocalDate from, LocalDate to, long customers, List<Cell> periods) {}

    /**
     * @param after how many periods after the first
     * @param customers who bought in it
     * @param retained as a share of the cohort; null when nobody is in it
     * @param running whether the period is not over
     */
    record Cell(
            int after,
            long customers,
            @Nullable BigDecimal retained,
            BigDecimal revenue,
            @Nullable BigDecimal revenuePerCustomer,
            @Nullable BigDecimal cumulativeRevenuePerCustomer,
            boolean running) {}

    /** Over the cohorts for whom the period is over, weighted by their sizes; null where there are none. */
    record Mean(
            int after,
            @Nullable BigDecimal retained,
            @Nullable BigDecimal revenuePerCustomer,
            @Nullable BigDecimal cumulativeRevenuePerCustomer) {}

    @GetMapping("/cohorts")
    @Operation(
            summary = "Customers by their first purchase, and who bought again",
            description = "by is month, quarter or year; after how many periods each is followed; last a day of the"
                    + " last cohort; channel and category are those of the first purchase.")
    Answer index(@ModelAttribute CohortRequest request) {
        CohortTable table = cohorts.of(request.choice());
        return new Answer(
                table.by().code(),
                table.until(),
                table.cohorts().stream().map(cohort -> row(table, cohort)).toList(),
                IntStream.range(0, table.width())
                        .mapToObj(age -> new Mean(
                                age,
                                CohortMeasure.RETAINED.mean(table, age),
                                CohortMeasure.PER_CUSTOMER.mean(table, age),
                                CohortMeasure.CUMULATIVE.mean(table, age)))
                        .toList());
    }

    private static Row row(CohortTable table, Cohort cohort) {
        return new Row(
                table.by().name(cohort.number()),
                table.by().firstDay(cohort.number()),
                table.by().lastDay(cohort.number()),
                cohort.size(),
                IntStream.range(0, cohort.cells().size())
                        .mapToObj(age -> cell(cohort, age))
                        .toList());
    }

    private static Cell cell(Cohort cohort, int age) {
        Cohort.Cell cell = cohort.cells().get(age);
        return new Cell(
                age,
                cell.customers(),
                CohortMeasure.RETAINED.value(cohort, age),
                cell.revenue(),
                CohortMeasure.PER_CUSTOMER.value(cohort, age),
                CohortMeasure.CUMULATIVE.value(cohort, age),
                cell.running());
    }

    /** @param period 2024-05, 2024-Q2, 2024 */
    record Period(
            String period,
            long customers,
            long newCustomers,
            long orders,
            long lines,
            BigDecimal revenue,
            @Nullable BigDecimal averageOrder,
            boolean running) {}

    @GetMapping("/periods")
    @Operation(
            summary = "What known customers bought, period by period",
            description = "by is month, quarter or year; after how many periods before the newest.")
    List<Period> periods(@ModelAttribute CohortRequest request) {
        return periods.latest(request.period(), request.choice().after() + 1).stream()
                .map(row -> new Period(
                        request.period().name(row.number()),
                        row.customers(),
                        row.newCustomers(),
                        row.orders(),
                        row.lines(),
                        row.revenue(),
                        row.averageOrder(),
                        row.running()))
                .toList();
    }
}
