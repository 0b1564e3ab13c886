package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.INTERACTION;
import static io.legame.insight.WarehouseTables.LINE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.legame.customers.CustomerId;
import io.legame.insight.Warehouse;
import io.legame.segments.Filter.All;
import io.legame.segments.Filter.Any;
import io.legame.segments.Filter.Not;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of one customer why it belongs to a filter, or does not, and to which filters it belongs. */
@Component
public class Verdicts {
    /** So many filters are asked in one statement: larger ones take longer to plan than to answer. */
    private static final int AT_ONCE = 25;

    private final Warehouse warehouse;
    private final Telling telling;

    Verdicts(Warehouse warehouse, Telling telling) {
        this.warehouse = warehouse;
        this.telling = telling;
    }

    /** Nothing while the warehouse does not know the customer yet. */
    public Optional<Verdict> of(Filter filter, CustomerId customer, LocalDate asOf) {
        Words words = telling.words();
        List<Condition> conditions = Filters.conditions(filter).toList();
        var actuals = new ArrayList<@Nullable Actual>();
        conditions.forEach(condition -> actuals.add(Actual.of(condition, asOf, words)));
        var asked = new ArrayList<Field<?>>();
        asked.add(field(Filters.complete(filter)));
        asked.add(field(Filters.kept(filter, asOf)));
        conditions.forEach(condition -> asked.add(field(condition.sql(asOf))));
        actuals.forEach(actual -> asked.add(actual == null ? inline((String) null) : actual.value()));
        return warehouse.query(database -> ask(database, customer, asked)).map(row -> {
            var answers = new ArrayList<Answer>();
            for (int i = 0; i < conditions.size(); i++) {
                Actual actual = actuals.get(i);
                Object value = row.get(2 + conditions.size() + i);
                answers.add(new Answer(
                        holds(row, 2 + i),
                        actual == null || value == null
                                ? null
                                : actual.telling().apply(value)));
            }
            Verdict.Part why = new Reading(answers.iterator(), words).part(filter);
            return new Verdict(asOf, holds(row, 0), holds(row, 1), deciding(why));
        });
    }

    /** Which of the filters the customer belongs to, in their order. */
    public List<Boolean> memberships(List<Filter> filters, CustomerId customer, LocalDate asOf) {
        return warehouse.query(database -> {
            var memberships = new ArrayList<Boolean>();
            for (int from = 0; from < filters.size(); from += AT_ONCE) {
                var asked = new ArrayList<Field<?>>();
                filters.subList(from, Math.min(from + AT_ONCE, filters.size()))
                        .forEach(filter -> asked.add(field(Filters.members(filter, asOf))));
                var row = ask(database, customer, asked);
                for (int i = 0; i < asked.size(); i++) {
                    int index = i;
                    memberships.add(row.map(found -> holds(found, index)).orElse(false));
                }
            }
            return memberships;
        });
    }

    /** The names of the tables mean the customer's own rows here, so that no condition goes through those of everybody. */
    private static Optional<Record> ask(DSLContext database, CustomerId customer, List<Field<?>> asked) {
        var named = new ArrayList<Field<?>>();
        for (int i = 0; i < asked.size(); i++) {
            named.add(asked.get(i).as("asked_" + i));
        }
        return database.with(name(LINE.getName())
                        .as(select(LINE.fields()).from(LINE).where(LINE.CUSTOMER_ID.eq(customer.value()))))
                .with(name(INTERACTION.getName())
                        .as(select(INTERACTION.fields())
                                .from(INTERACTION)
                                .where(INTERACTION.CUSTOMER_ID.eq(customer.value()))))
                .select(named)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.eq(customer.value()))
                .fetchOptional();
    }

    private static boolean holds(Record row, int index) {
        return Objects.requireNonNull(row.get(index, Boolean.class));
    }

    private record Answer(boolean holds, @Nullable String actual) {}

    /** Reads the answers in the order of the conditions. */
    private record Reading(Iterator<Answer> answers, Words words) {
        Verdict.Part part(Filter filter) {
            return switch (filter) {
                case All all -> joined("all", all.parts());
                case Any any -> joined("any", any.parts());
                case Not not -> joined("none", not.part() instanceof Any any ? any.parts() : List.of(not.part()));
                case Condition condition -> {
                    Answer answer = answers.next();
                    yield new Verdict.Asked(
                            condition.json(),
                            condition.phrase(words).predicate(),
                            answer.holds(),
                            false,
                            answer.actual());
                }
            };
        }

        private Verdict.Joined joined(String match, List<Filter> filters) {
            List<Verdict.Part> parts = filters.stream().map(this::part).toList();
            boolean holds = switch (match) {
                case "all" -> parts.stream().allMatch(Verdict.Part::holds);
                case "any" -> parts.stream().anyMatch(Verdict.Part::holds);
                default -> parts.stream().noneMatch(Verdict.Part::holds);
            };
            return new Verdict.Joined(match, holds, false, parts);
        }
    }

    /** Marks the part as one that decides, and within it those because of which it is as it is. */
    private static Verdict.Part deciding(Verdict.Part part) {
        return switch (part) {
            case Verdict.Asked asked ->
                new Verdict.Asked(asked.condition(), asked.sentence(), asked.holds(), true, asked.actual());
            case Verdict.Joined joined -> {
                boolean because = joined.match().equals("none") != joined.holds();
                yield new Verdict.Joined(
                        joined.match(),
                        joined.holds(),
                        true,
                        joined.parts().stream()
                                .map(each -> each.holds() == because ? deciding(each) : each)
                                .toList());
            }
        };
    }
}
