package io.legame.segments;

import static io.legame.insight.WarehouseTables.INTERACTION;
import static org.jooq.impl.DSL.max;

import io.legame.insight.ReferenceDay;
import io.legame.insight.Warehouse;
import io.legame.platform.Companies;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The day from which windows and ages are counted.
 *
 * @param newestFact the day of the newest fact, when the day is that one because nothing happened for a month; else null
 */
public record AsOf(LocalDate day, @Nullable LocalDate newestFact) {
    /** Proposes days. */
    @Component
    public static class Days {
        private final Warehouse warehouse;
        private final Companies companies;
        private final InstantSource clock;

        Days(Warehouse warehouse, Companies companies, InstantSource clock) {
            this.warehouse = warehouse;
            this.companies = companies;
            this.clock = clock;
        }

        /** The day that was wished; without a wish, today, or the day of the newest fact when that is over a month old. */
        public AsOf of(@Nullable LocalDate wished) {
            if (wished != null) {
                return new AsOf(wished, null);
            }
            LocalDate today =
                    LocalDate.ofInstant(clock.instant(), companies.get().timeZone());
            LocalDate newest = warehouse.query(database -> database.select(max(INTERACTION.OCCURRED_ON))
                    .from(INTERACTION)
                    .where(INTERACTION.OCCURRED_ON.le(today))
                    .fetchSingle()
                    .value1());
            LocalDate day = ReferenceDay.of(newest, today);
            return new AsOf(day, day.equals(today) ? null : day);
        }
    }
}
