package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.LINE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.NUMERIC;
import static org.jooq.impl.SQLDataType.VARCHAR;

import io.legame.insight.Turn;
import io.legame.insight.Warehouse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** Tells what the customers of any filter are like on any day. */
@Component
public class Profiles {
    private static final DataType<BigDecimal> AMOUNT = NUMERIC(38, 4);
    private static final Field<Long> MEMBER_ID = field(name("member", "id"), Long.class);
    private static final Table<Record> BOUGHT = table(name("bought"));

    private final Warehouse warehouse;

    Profiles(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    public Profile of(Filter filter, LocalDate asOf) {
        return warehouse.query(database -> profile(database, filter, asOf));
    }

    /** @param turn as in {@link Weights#preview} */
    public Profile preview(Turn turn, Filter filter, LocalDate asOf) {
        return warehouse.query(
                new Turn("segments.profile " + turn.screen(), turn.number()),
                database -> profile(database, filter, asOf));
    }

    /** The members are found once, and the lines gone through once, for all traits. */
    private static Profile profile(DSLContext database, Filter filter, LocalDate asOf) {
        var member = name("member")
                .fields("id")
                .asMaterialized(select(CUSTOMER.ID).from(CUSTOMER).where(Filters.members(filter, asOf)));
        var bought = name("bought")
                .fields("channel", "category", "group_amount", "all_amount")
                .asMaterialized(select(
                                LINE.CHANNEL,
                                LINE.CATEGORY,
                                sum(when(MEMBER_ID.isNotNull(), LINE.AMOUNT)),
                                sum(LINE.AMOUNT))
                        .from(LINE)
                        .leftJoin(table(name("member")))
                        .on(MEMBER_ID.eq(LINE.CUSTOMER_ID))
                        .where(LINE.OCCURRED_ON.le(asOf), LINE.CUSTOMER_ID.isNotNull())
                        .groupBy(LINE.CHANNEL, LINE.CATEGORY));
        Table<?> customers = CUSTOMER.leftJoin(table(name("member"))).on(MEMBER_ID.eq(CUSTOMER.ID));
        var rows = database.with(member)
                .with(bought)
                .selectFrom(
                        standing(Trait.TIER, Standings.tiers(asOf), coalesce(Standings.STANDING, inline(TierSet.NONE)))
                                .unionAll(standing(Trait.STAGE, Standings.stages(asOf), Standings.STANDING))
                                .unionAll(counted(Trait.AGE, Trait.age(asOf), customers))
                                .unionAll(counted(Trait.GENDER, CUSTOMER.GENDER, customers))
                                .unionAll(counted(Trait.REGION, CUSTOMER.REGION, customers))
                                .unionAll(bought(Trait.CHANNEL, "channel"))
                                .unionAll(bought(Trait.CATEGORY, "category"))
                                .asTable("mixed"))
                .fetch();
        return new Profile(
                asOf,
                Arrays.stream(Trait.values())
                        .map(trait -> Mix.of(
                                trait,
                                rows.stream()
                                        .filter(row -> row.value1().equals(trait.code()))
                                        .map(Profiles::part)
                                        .toList()))
                        .toList());
    }

    private static Mix.Part part(Record4<String, String, BigDecimal, BigDecimal> row) {
        return new Mix.Part(
                row.value2(),
                false,
                Objects.requireNonNullElse(row.value3(), BigDecimal.ZERO),
                Objects.requireNonNullElse(row.value4(), BigDecimal.ZERO));
    }

    private static Select<Record4<String, String, BigDecimal, BigDecimal>> standing(
            Trait trait, Table<?> standings, Field<String> value) {
        return counted(
                trait,
                value,
                CUSTOMER.leftJoin(table(name("member")))
                        .on(MEMBER_ID.eq(CUSTOMER.ID))
                        .leftJoin(standings)
                        .on(Standings.CUSTOMER_ID.eq(CUSTOMER.ID)));
    }

    private static Select<Record4<String, String, BigDecimal, BigDecimal>> counted(
            Trait trait, Field<String> value, Table<?> customers) {
        return select(
                        inline(trait.code()).as("trait"),
                        value.as("value"),
                        count(MEMBER_ID).cast(AMOUNT).as("of_group"),
                        count().cast(AMOUNT).as("of_all"))
                .from(customers)
                .groupBy(value);
    }

    private static Select<Record4<String, String, BigDecimal, BigDecimal>> bought(Trait trait, String column) {
        Field<String> value = field(name("bought", column), VARCHAR);
        return select(
                        inline(trait.code()).as("trait"),
                        value.as("value"),
                        sum(field(name("bought", "group_amount"), AMOUNT))
                                .cast(AMOUNT)
                                .as("of_group"),
                        sum(field(name("bought", "all_amount"), AMOUNT))
                                .cast(AMOUNT)
                                .as("of_all"))
                .from(BOUGHT)
                .groupBy(value);
    }
}
