package io.legame.insight;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.LocalDate;
import org.jooq.DSLContext;

/** The day that figures are of: today, or that of the newest fact when nothing happened for a month. */
final class FiguresDay {
    private FiguresDay() {}

    /** @param today what they will be of while there are none */
    static LocalDate of(DSLContext ask, LocalDate today) {
        LocalDate day = ask.select(field(name("as_of"), LocalDate.class))
                .from(table(name("figures")))
                .fetchOne(row -> row.value1());
        return day == null ? today : day;
    }
}
