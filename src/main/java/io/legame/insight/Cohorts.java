package io.legame.insight;

import static io.legame.insight.WarehouseTables.INTERACTION;
import static io.legame.insight.WarehouseTables.LINE;
import static io.legame.insight.WarehouseTables.PRODUCT;
import static io.legame.insight.WarehouseTables.TOUCHPOINT;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import io.legame.platform.Companies;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether customers come back: those who bought first in the same period, followed from period to period. A purchase
 * here is a line above zero of a known customer; goods for nothing are none, and returns are not counted. Facts of days
 * that are still to come do not count.
 */
@Component
public class Cohorts {
    static final Condition PAID =
            LINE.KIND.eq("purchase").and(LINE.AMOUNT.gt(BigDecimal.ZERO)).and(LINE.CUSTOMER_ID.isNotNull());

    private static final int MOST_CATEGORIES = 300;

    private final Warehouse warehouse;
    private final Companies companies;
    private final InstantSource clock;

    Cohorts(Warehouse warehouse, Companies companies, InstantSource clock) {
        this.warehouse = warehouse;
        this.companies = companies;
        this.clock = clock;
    }

    public CohortTable of(CohortChoice choice) {
        LocalDate today = today();
        return warehouse.query(ask -> {
            Known known = Known.until(ask, today);
            return known == null
                    ? new CohortTable(choice.by(), today, List.of(), null, null, true)
                    : table(ask, choice, known);
        });
    }

    /** The channels that customers can be restricted to, by their codes. */
    public List<String> channels() {
        return warehouse.query(ask -> ask.selectDistinct(TOUCHPOINT.CHANNEL)
                .from(TOUCHPOINT)
                .where(TOUCHPOINT.CHANNEL.isNotNull())
                .orderBy(TOUCHPOINT.CHANNEL)
                .fetch(row -> requireNonNull(row.value1())));
    }

    /** The categories that customers can be restricted to; the first few hundred of them. */
    public List<String> categories() {
        return warehouse.query(ask -> ask.selectDistinct(PRODUCT.CATEGORY)
                .from(PRODUCT)
                .where(PRODUCT.CATEGORY.isNotNull())
                .orderBy(PRODUCT.CATEGORY)
                .limit(MOST_CATEGORIES)
                .fetch(row -> requireNonNull(row.value1())));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), companies.get().timeZone());
    }

    /**
     * The days that count.
     *
     * @param first the day of the first purchase
     * @param until today, or the day of the newest fact when nothing happened for a month, as in segments
     */
    record Known(LocalDate first, LocalDate until) {
        /** Null while nobody bought. */
        static @Nullable Known until(DSLContext ask, LocalDate today) {
            LocalDate first = ask.select(min(LINE.OCCURRED_ON))
                    .from(LINE)
                    .where(PAID)
                    .and(LINE.OCCURRED_ON.le(today))
                    .fetchSingle()
                    .value1();
            LocalDate newest = ask.select(max(INTERACTION.OCCURRED_ON))
                    .from(INTERACTION)
                    .where(INTERACTION.OCCURRED_ON.le(today))
                    .fetchSingle()
                    .value1();
            return first == null ? null : new Known(first, ReferenceDay.of(newest, today));
        }
    }

    /** The cohorts shown and how far they can be followed, by the numbers of their periods. */
    private record Frame(int first, int last, int newest, boolean isOver) {
        static Frame of(CohortChoice choice, Known known) {
            CohortPeriod by = choice.by();
            int newest = by.number(known.until());
            int wished = choice.last() == null ? newest : by.number(choice.last());
            int oldest = by.number(known.first());
            int last = Math.clamp(wished, oldest, newest);
            boolean isOver = !known.until().isBefore(by.lastDay(newest));
            return new Frame(Math.max(oldest, last - choice.after()), last, newest, isOver);
        }
    }

    private record Bought(long customers, BigDecimal revenue) {
        static final Bought NOTHING = new Bought(0, BigDecimal.ZERO);
    }

    private static CohortTable table(DSLContext ask, CohortChoice choice, Known known) {
        Frame frame = Frame.of(choice, known);
        Map<Integer, Map<Integer, Bought>> bought = ask(ask, choice, frame, known.until());
        var cohorts = new ArrayList<Cohort>();
        for (int number = frame.first(); number <= frame.last(); number++) {
            cohorts.add(cohort(number, bought.getOrDefault(number, Map.of()), choice.after(), frame));
        }
        CohortPeriod by = choice.by();
        return new CohortTable(
                by,
                known.until(),
                cohorts,
                frame.first() > by.number(known.first())
                        ? by.firstDay(frame.first()).minusDays(1)
                        : null,
                frame.last() < frame.newest() ? by.lastDay(frame.last()).plusDays(1) : null,
                !choice.restricted() && !ask.fetchExists(selectOne().from(LINE).where(FOR_NOTHING)));
    }

    private static final Condition FOR_NOTHING =
            LINE.KIND.eq("purchase").and(LINE.AMOUNT.le(BigDecimal.ZERO)).and(LINE.CUSTOMER_ID.isNotNull());

    private static Cohort cohort(int number, Map<Integer, Bought> bought, int after, Frame frame) {
        var cells = new ArrayList<Cohort.Cell>();
        BigDecimal cumulative = BigDecimal.ZERO;
        for (int age = 0; age <= after && number + age <= frame.newest(); age++) {
            Bought here = bought.getOrDefault(age, Bought.NOTHING);
            cumulative = cumulative.add(here.revenue());
            boolean running = number + age == frame.newest() && !frame.isOver();
            cells.add(new Cohort.Cell(here.customers(), here.revenue(), cumulative, running));
        }
        return new Cohort(number, cells);
    }

    private static final Name BOUGHT = name("bought");
    private static final Name BEGAN = name("began");
    private static final Field<Long> BUYER = field(BOUGHT.append("customer_id"), Long.class);
    private static final Field<Integer> PERIOD = field(BOUGHT.append("period"), Integer.class);
    private static final Field<BigDecimal> REVENUE = field(BOUGHT.append("revenue"), BigDecimal.class);
    private static final Field<LocalDate> FIRST_ON = field(BOUGHT.append("first_on"), LocalDate.class);
    private static final Field<LocalDate> FIRST_CHOSEN = field(BOUGHT.append("first_chosen"), LocalDate.class);
    private static final Field<Long> BEGINNER = field(BEGAN.append("customer_id"), Long.class);
    private static final Field<Integer> COHORT = field(BEGAN.append("period"), Integer.class);

    /** The lines are read once, into a row for each customer and period: all that follows counts those. */
    private static Map<Integer, Map<Integer, Bought>> ask(
            DSLContext ask, CohortChoice choice, Frame frame, LocalDate until) {
        Field<Integer> period = choice.by().number(LINE.OCCURRED_ON);
        var bought = BOUGHT.fields("customer_id", "period", "revenue", "first_on", "first_chosen")
                .asMaterialized(select(
                                LINE.CUSTOMER_ID,
                                period,
                                sum(LINE.AMOUNT),
                                min(LINE.OCCURRED_ON),
                                min(LINE.OCCURRED_ON).filterWhere(chosen(choice)))
                        .from(LINE)
                        .where(PAID)
                        .and(LINE.OCCURRED_ON.le(until))
                        .groupBy(LINE.CUSTOMER_ID, period));
        var began = BEGAN.fields("customer_id", "period")
                .as(select(BUYER, min(PERIOD))
                        .from(BOUGHT)
                        .groupBy(BUYER)
                        .having(min(PERIOD).between(inline(frame.first()), inline(frame.last())))
                        // somebody whose first day had a line that was chosen
                        .and(choice.restricted() ? min(FIRST_ON).eq(min(FIRST_CHOSEN)) : noCondition()));
        Field<Integer> age = PERIOD.sub(COHORT);
        var found = new HashMap<Integer, Map<Integer, Bought>>();
        ask.with(bought)
                .with(began)
                .select(COHORT, age, count(), sum(REVENUE))
                .from(BOUGHT)
                .join(BEGAN)
                .on(BUYER.eq(BEGINNER))
                .where(age.le(inline(choice.after())))
                .groupBy(COHORT, age)
                .forEach(row -> found.computeIfAbsent(row.value1(), number -> new HashMap<>())
                        .put(row.value2(), new Bought(requireNonNull(row.value3()), requireNonNull(row.value4()))));
        return found;
    }

    private static Condition chosen(CohortChoice choice) {
        Condition channel = choice.channel() == null ? noCondition() : LINE.CHANNEL.eq(choice.channel());
        return choice.category() == null ? channel : channel.and(LINE.CATEGORY.eq(choice.category()));
    }
}
