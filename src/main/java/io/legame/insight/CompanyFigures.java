package io.legame.insight;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.INTERACTION;
import static io.legame.insight.WarehouseTables.LINE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.extract;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;

import io.legame.platform.Companies;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the company stands: the numbers of the home page. */
@Component
public class CompanyFigures {
    private static final int MONTHS = 24;

    private final Warehouse warehouse;
    private final Companies companies;
    private final InstantSource clock;

    CompanyFigures(Warehouse warehouse, Companies companies, InstantSource clock) {
        this.warehouse = warehouse;
        this.companies = companies;
        this.clock = clock;
    }

    /**
     * @param reachable customers with an e-mail address or a phone
     * @param buyers customers with a purchase, ever
     * @param revenue of the twelve months up to {@code until}, of everybody, known or not
     * @param revenueBefore of the twelve months before those
     * @param until today, or the day of the newest fact when nothing happened for a month
     * @param past whether {@code until} is not today
     */
    public record Headline(
            long customers,
            long withEmail,
            long withPhone,
            long reachable,
            long buyers,
            BigDecimal revenue,
            BigDecimal revenueBefore,
            LocalDate until,
            boolean past) {

        /** By how much revenue grew, as a share; null where there is nothing to compare with. */
        public @Nullable Double growth() {
            return revenueBefore.signum() <= 0
                    ? null
                    : revenue.subtract(revenueBefore).doubleValue() / revenueBefore.doubleValue();
        }
    }

    public Headline headline() {
        LocalDate today = clock.instant().atZone(companies.get().timeZone()).toLocalDate();
        return warehouse.query(ask -> {
            LocalDate until = until(ask, today);
            LocalDate yearBefore = until.minusYears(1);
            Condition latest = LINE.OCCURRED_ON.gt(yearBefore).and(LINE.OCCURRED_ON.le(until));
            Condition before = LINE.OCCURRED_ON.gt(until.minusYears(2)).and(LINE.OCCURRED_ON.le(yearBefore));
            var customers = ask.select(
                            count(),
                            count().filterWhere(CUSTOMER.HAS_EMAIL.isTrue()),
                            count().filterWhere(CUSTOMER.HAS_PHONE.isTrue()),
                            count().filterWhere(CUSTOMER.HAS_EMAIL.isTrue().or(CUSTOMER.HAS_PHONE.isTrue())))
                    .from(CUSTOMER)
                    .fetchSingle();
            var revenue = ask.select(
                            coalesce(sum(LINE.AMOUNT).filterWhere(latest), inline(BigDecimal.ZERO)),
                            coalesce(sum(LINE.AMOUNT).filterWhere(before), inline(BigDecimal.ZERO)))
                    .from(LINE)
                    .where(LINE.OCCURRED_ON.gt(until.minusYears(2)))
                    .fetchSingle();
            int buyers = ask.select(countDistinct(LINE.CUSTOMER_ID))
                    .from(LINE)
                    .where(LINE.KIND.eq("purchase"))
                    .fetchSingle()
                    .value1();
            return new Headline(
                    customers.value1(),
                    customers.value2(),
                    customers.value3(),
                    customers.value4(),
                    buyers,
                    revenue.value1(),
                    revenue.value2(),
                    until,
                    !until.equals(today));
        });
    }

    private static LocalDate until(DSLContext ask, LocalDate today) {
        LocalDate newest = ask.select(max(INTERACTION.OCCURRED_ON))
                .from(INTERACTION)
                .fetchSingle()
                .value1();
        return ReferenceDay.of(newest, today);
    }

    public record Month(YearMonth month, BigDecimal revenue) {}

    /** Revenue of the last 24 months up to the last one with a purchase or return; empty without any. */
    public List<Month> months() {
        return warehouse.query(ask -> {
            LocalDate newest =
                    ask.select(max(LINE.OCCURRED_ON)).from(LINE).fetchSingle().value1();
            return newest == null ? List.of() : months(ask, YearMonth.from(newest));
        });
    }

    private static List<Month> months(DSLContext ask, YearMonth last) {
        YearMonth first = last.minusMonths(MONTHS - 1);
        var year = extract(LINE.OCCURRED_ON, DatePart.YEAR);
        var month = extract(LINE.OCCURRED_ON, DatePart.MONTH);
        Map<YearMonth, BigDecimal> revenues = new HashMap<>();
        ask.select(year, month, sum(LINE.AMOUNT))
                .from(LINE)
                .where(LINE.OCCURRED_ON.ge(first.atDay(1)))
                .groupBy(year, month)
                .forEach(row -> revenues.put(YearMonth.of(row.value1(), row.value2()), row.value3()));
        var months = new ArrayList<Month>();
        for (YearMonth each = first; !each.isAfter(last); each = each.plusMonths(1)) {
            months.add(new Month(each, revenues.getOrDefault(each, BigDecimal.ZERO)));
        }
        return months;
    }
}
