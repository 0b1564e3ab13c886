package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.tryCast;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.VARCHAR;

import io.legame.customers.CustomerPosition;
import io.legame.platform.Refusal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Customers in the order of a value, those without it last: two parts. DuckDB keeps the first ones of a million in one pass. */
record ListPage(DSLContext database, Condition chosen, ListValue value, boolean descending) {
    private static final int WITH_VALUE = 0;
    private static final int WITHOUT_VALUE = 1;
    private static final String UTC = "+00";

    /** As PostgreSQL writes it, in whatever zone. */
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendOffset("+HH:mm:ss", "+00")
            .toFormatter(Locale.ROOT);

    List<CustomerPosition> fetch(@Nullable CustomerPosition after, int limit) {
        var found = new ArrayList<CustomerPosition>();
        boolean first = after == null || after.part() == WITH_VALUE;
        if (first) {
            found.addAll(withValue(value.field(), after, limit));
        }
        if (found.size() < limit) {
            long last = first || after == null ? Long.MIN_VALUE : after.id();
            found.addAll(withoutValue(last, limit - found.size()));
        }
        return found;
    }

    private <T> List<CustomerPosition> withValue(Field<T> field, @Nullable CustomerPosition after, int limit) {
        return database.select(CUSTOMER.ID, cast(field, VARCHAR))
                .from(value.join())
                .where(chosen, field.isNotNull(), after(field, after))
                .orderBy(
                        descending
                                ? List.of(field.desc(), CUSTOMER.ID.desc())
                                : List.of(field.asc(), CUSTOMER.ID.asc()))
                .limit(limit)
                .fetch(found -> new CustomerPosition(WITH_VALUE, told(field, found.value2()), id(found.value1())));
    }

    private <T> Condition after(Field<T> field, @Nullable CustomerPosition after) {
        if (after == null) {
            return noCondition();
        }
        // a place in another list is none in this one
        var place = row(tryCast(val(read(field, after.value())), field.getDataType()), inline(after.id()));
        return descending
                ? row(field, CUSTOMER.ID).lt(place)
                : row(field, CUSTOMER.ID).gt(place);
    }

    /** A moment is one of UTC here, and says so: the next stretch may be one of PostgreSQL. */
    private static @Nullable String told(Field<?> field, @Nullable String value) {
        return isMoment(field) && value != null ? value + UTC : value;
    }

    private static @Nullable String read(Field<?> field, @Nullable String value) {
        if (!isMoment(field) || value == null) {
            return value;
        }
        try {
            return OffsetDateTime.parse(value, MOMENT)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDateTime()
                    .toString();
        } catch (DateTimeParseException e) {
            throw Refusal.of("customers.error.position");
        }
    }

    private static boolean isMoment(Field<?> field) {
        return field.getType() == LocalDateTime.class;
    }

    private List<CustomerPosition> withoutValue(long after, int limit) {
        return database.select(CUSTOMER.ID)
                .from(value.join())
                .where(chosen, value.field().isNull(), CUSTOMER.ID.gt(after))
                .orderBy(CUSTOMER.ID)
                .limit(limit)
                .fetch(found -> new CustomerPosition(WITHOUT_VALUE, null, id(found.value1())));
    }

    private static long id(@Nullable Long id) {
        return Objects.requireNonNull(id);
    }
}
