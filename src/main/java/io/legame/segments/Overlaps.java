package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.LINE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import io.legame.insight.Warehouse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Finds what groups have in common. */
@Component
public class Overlaps {
    public static final int MOST = 3;
    /** So many groups are looked at in one statement. */
    private static final int AT_ONCE = 20;

    private static final Field<Long> MEMBER_ID = field(name("member", "id"), Long.class);
    private static final Field<Integer> MEMBER_IN = field(name("member", "groups"), Integer.class);

    private final Warehouse warehouse;
    private final Weights weights;

    Overlaps(Warehouse warehouse, Weights weights) {
        this.warehouse = warehouse;
        this.weights = weights;
    }

    /** @param filters two or three */
    public Overlap of(List<Filter> filters, LocalDate asOf) {
        return warehouse.query(database -> overlap(database, filters, asOf));
    }

    private Overlap overlap(DSLContext database, List<Filter> filters, LocalDate asOf) {
        List<org.jooq.Condition> belongs =
                filters.stream().map(filter -> Filters.members(filter, asOf)).toList();
        Field<Integer> groups = inline(0);
        for (int i = 0; i < belongs.size(); i++) {
            groups = groups.plus(when(belongs.get(i), inline(1 << i)).otherwise(inline(0)));
        }
        var member = name("member")
                .fields("id", "groups")
                .asMaterialized(select(CUSTOMER.ID, groups).from(CUSTOMER).where(or(belongs)));
        Field<Integer> sizedIn = field(name("sized", "groups"), Integer.class);
        Field<Long> size = field(name("sized", "size"), Long.class);
        Field<Integer> boughtIn = field(name("bought", "groups"), Integer.class);
        var sized = select(MEMBER_IN.as("groups"), count().cast(Long.class).as("size"))
                .from(table(name("member")))
                .groupBy(MEMBER_IN)
                .asTable("sized");
        var bought = select(MEMBER_IN.as("groups"))
                .select(Worth.sums())
                .from(LINE)
                .join(table(name("member")))
                .on(LINE.CUSTOMER_ID.eq(MEMBER_ID))
                .where(LINE.OCCURRED_ON.le(asOf))
                .groupBy(MEMBER_IN)
                .asTable("bought");
        var regions = database.with(member)
                .select(sizedIn, size)
                .select(bought.fields("revenue", "margin", "uncosted"))
                .from(sized)
                .leftJoin(bought)
                .on(boughtIn.eq(sizedIn))
                .orderBy(sizedIn)
                .fetch(row -> new Overlap.Region(
                        Objects.requireNonNull(row.get(sizedIn)),
                        Objects.requireNonNull(row.get(size)),
                        Weights.worth(row)));
        return new Overlap(asOf, regions, weights.total(database, asOf));
    }

    /**
     * How many of a group are in each of others.
     *
     * @param size of the other group
     * @param shared who is in both
     */
    public record Shared(long size, long shared) {}

    /** In the order of the others. */
    public List<Shared> shared(Filter filter, List<Filter> others, LocalDate asOf) {
        return warehouse.query(database -> {
            var shared = new ArrayList<Shared>();
            for (int from = 0; from < others.size(); from += AT_ONCE) {
                shared.addAll(
                        shared(database, filter, others.subList(from, Math.min(from + AT_ONCE, others.size())), asOf));
            }
            return shared;
        });
    }

    private static List<Shared> shared(DSLContext database, Filter filter, List<Filter> others, LocalDate asOf) {
        Field<Integer> own = field(name("belonging", "own"), Integer.class);
        var flags = new ArrayList<Field<?>>();
        var counts = new ArrayList<Field<?>>();
        flags.add(flag(filter, asOf).as("own"));
        for (int i = 0; i < others.size(); i++) {
            Field<Integer> other = field(name("belonging", "other_" + i), Integer.class);
            flags.add(flag(others.get(i), asOf).as("other_" + i));
            counts.add(count(when(other.eq(1), 1)).as("size_" + i));
            counts.add(count(when(other.eq(1).and(own.eq(1)), 1)).as("shared_" + i));
        }
        var row = database.select(counts)
                .from(select(flags).from(CUSTOMER).asTable("belonging"))
                .fetchSingle();
        var shared = new ArrayList<Shared>();
        for (int i = 0; i < others.size(); i++) {
            shared.add(new Shared(
                    Objects.requireNonNull(row.get(2 * i, Long.class)),
                    Objects.requireNonNull(row.get(2 * i + 1, Long.class))));
        }
        return shared;
    }

    private static Field<Integer> flag(Filter filter, LocalDate asOf) {
        return when(Filters.members(filter, asOf), inline(1)).otherwise(inline(0));
    }
}
