package io.legame.segments;

import static io.legame.insight.WarehouseTables.INTERACTION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import io.legame.segments.Check.Compared;
import io.legame.segments.Check.Day;
import io.legame.segments.Check.Numeric;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is measured of a customer's interactions other than purchases. */
enum ContactMeasure {
    NUMBER("number"),
    /** On how many different days. */
    DAYS("days"),
    DAYS_SINCE_LAST("daysSinceLast"),
    LAST_DATE("lastDate"),
    FIRST_DATE("firstDate");

    private final String word;

    ContactMeasure(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(ContactMeasure::word).toList();
    }

    static Optional<ContactMeasure> of(String word) {
        return Arrays.stream(values())
                .filter(measure -> measure.word.equals(word))
                .findFirst();
    }

    boolean ofDates() {
        return this == LAST_DATE || this == FIRST_DATE;
    }

    /** Whether it is 0, rather than unknown, of who had none. */
    boolean isZeroOfNothing() {
        return this == NUMBER || this == DAYS;
    }

    List<String> comparisonWords() {
        var words = new ArrayList<>(Comparison.Operator.words(ofDates()));
        if (this == NUMBER) {
            words.add("none");
        }
        return words;
    }

    /** For groups of interactions of a customer: never null in SQL's sense. */
    org.jooq.Condition having(Compared check, LocalDate asOf) {
        return switch (check) {
            case Numeric numeric -> having(numeric.comparison(), asOf);
            case Day day ->
                day.comparison().sql(this == LAST_DATE ? max(INTERACTION.OCCURRED_ON) : min(INTERACTION.OCCURRED_ON));
        };
    }

    private org.jooq.Condition having(Comparison<BigDecimal> number, LocalDate asOf) {
        return switch (this) {
            case NUMBER -> number.sql(count().coerce(BigDecimal.class));
            case DAYS -> number.sql(countDistinct(INTERACTION.OCCURRED_ON).coerce(BigDecimal.class));
            case DAYS_SINCE_LAST, LAST_DATE -> Measure.daysSince(number, max(INTERACTION.OCCURRED_ON), asOf);
            case FIRST_DATE -> Measure.daysSince(number, min(INTERACTION.OCCURRED_ON), asOf);
        };
    }
}
