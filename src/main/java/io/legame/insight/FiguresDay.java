package io.legame.insight;

import static io.legame.insight.WarehouseTables.FIGURES;

import io.legame.platform.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;

/** The day that figures are of: today, or that of the newest fact when nothing happened for a month. */
final class FiguresDay {
    private FiguresDay() {}

    /** Empty while there are none. */
    static Optional<LocalDate> find(DSLContext ask) {
        return ask.select(FIGURES.AS_OF).from(FIGURES).fetchOptional(FIGURES.AS_OF);
    }

    /** @param today what they will be of while there are none */
    static LocalDate of(DSLContext ask, LocalDate today) {
        return find(ask).orElse(today);
    }

    /** @throws Refusal 503 while there are none */
    static LocalDate required(DSLContext ask) {
        return find(ask).orElseThrow(() -> new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "insight.error.building"));
    }
}
