package io.legame.insight;

import io.legame.platform.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is told of a cohort in each period. */
public enum CohortMeasure {
    RETAINED(true, false),
    CUSTOMERS(false, false),
    REVENUE(false, true),
    PER_CUSTOMER(true, true),
    CUMULATIVE(true, true);

    private static final int DECIMALS = 6;

    private final boolean ofSize;
    private final boolean money;

    CohortMeasure(boolean ofSize, boolean money) {
        this.ofSize = ofSize;
        this.money = money;
    }

    /** As addresses write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CohortMeasure of(String code) {
        return Stream.of(values())
                .filter(measure -> measure.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.of("insight.cohorts.error.measure", code));
    }

    public boolean isMoney() {
        return money;
    }

    /** Whether the values are parts of the cohort, between 0 and 1. */
    public boolean isShare() {
        return ofSize && !money;
    }

    /** Null where the cohort is not yet that old, and where nobody is in it to divide by. */
    public @Nullable BigDecimal value(Cohort cohort, int age) {
        return age < cohort.cells().size() ? quotient(List.of(cohort), age) : null;
    }

    /**
     * The mean over the cohorts whose period of that age is over; of shares and of revenue per customer weighted by the
     * cohorts' sizes, so that it is that of all their customers. Null without any.
     */
    public @Nullable BigDecimal mean(CohortTable table, int age) {
        return quotient(
                table.cohorts().stream()
                        .filter(cohort -> age < cohort.cells().size()
                                && !cohort.cells().get(age).running())
                        .toList(),
                age);
    }

    private @Nullable BigDecimal quotient(List<Cohort> cohorts, int age) {
        long weight =
                cohorts.stream().mapToLong(cohort -> ofSize ? cohort.size() : 1).sum();
        return weight == 0
                ? null
                : sum(cohorts, age).divide(BigDecimal.valueOf(weight), DECIMALS, RoundingMode.HALF_UP);
    }

    /** Of all cohorts that are old enough; null for what cannot be added up. */
    public @Nullable BigDecimal total(CohortTable table, int age) {
        return ofSize
                ? null
                : sum(
                        table.cohorts().stream()
                                .filter(cohort -> age < cohort.cells().size())
                                .toList(),
                        age);
    }

    private BigDecimal sum(List<Cohort> cohorts, int age) {
        return cohorts.stream().map(cohort -> amount(cohort.cells().get(age))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal amount(Cohort.Cell cell) {
        return switch (this) {
            case RETAINED, CUSTOMERS -> BigDecimal.valueOf(cell.customers());
            case REVENUE, PER_CUSTOMER -> cell.revenue();
            case CUMULATIVE -> cell.cumulative();
        };
    }
}
