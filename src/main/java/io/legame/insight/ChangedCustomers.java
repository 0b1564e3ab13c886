package io.legame.insight;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What changed in the warehouse since somebody last looked, in a question to {@link Warehouse}: so that what is known of
 * customers is brought up to date by looking at those who changed, not at all of them.
 */
public final class ChangedCustomers {
    /** The tables that have rows of customers, but for those that follow them for their own ends. */
    private static final String TABLES = """
            select table_name from duckdb_columns()
            where column_name = 'customer_id' and not internal and schema_name = 'main'
                and database_name = current_database() and table_name not in ('stale', 'touched')
            order by table_name
            """;

    private ChangedCustomers() {}

    /**
     * Up to where the warehouse was seen.
     *
     * @param file which file it was: nothing is known of what another one held before
     */
    public record Mark(String file, long facts, long figures) {
        public String text() {
            return facts + " " + figures + " " + file;
        }

        public static Mark of(String text) {
            String[] parts = text.split(" ", 3);
            return new Mark(parts[2], Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        }
    }

    public static Mark mark(DSLContext question) {
        return new Mark(
                question.select(field(name("origin"), String.class), field(name("built_at"), LocalDateTime.class))
                        .from(table(name("watermark")))
                        .fetchSingle(row -> row.value1() + " " + row.value2()),
                last(question, TouchedCustomers.Stream.FACTS),
                last(question, TouchedCustomers.Stream.FIGURES));
    }

    private static long last(DSLContext question, TouchedCustomers.Stream stream) {
        return Objects.requireNonNull(question.fetchSingle(
                        "select coalesce(max(step), 0) from touched where stream = '" + stream.code() + "'")
                .get(0, Long.class));
    }

    /**
     * Lets the question see no other customers than those that changed, and nothing of what others did and are: what it
     * asks after this is answered from their rows alone. Products and touchpoints stay.
     *
     * @param most of more than so many it is quicker to look at everybody
     * @return who they are; empty when everybody may have changed, and nothing is narrowed then
     */
    public static Optional<List<Long>> narrow(DSLContext question, Mark since, long most) {
        String changed = "from touched where (stream = 'facts' and step > " + since.facts()
                + ") or (stream = 'figures' and step > " + since.figures() + ")";
        if (!since.file().equals(mark(question).file())) {
            return Optional.empty();
        }
        question.execute("create temp table among as select distinct customer_id as id " + changed);
        @Nullable
        Boolean everybody = question.fetchSingle("select count(*) > " + most + " or count(*) > count(id) from among")
                .get(0, Boolean.class);
        if (Boolean.TRUE.equals(everybody)) {
            return Optional.empty();
        }
        question.execute("create temp table customer as select c.* from customer c semi join among using (id)");
        for (String table : question.fetch(TABLES).map(row -> row.get(0, String.class))) {
            question.execute("create temp table " + table + " as select t.* from " + table
                    + " t semi join among on among.id = t.customer_id");
        }
        return Optional.of(question.fetch("select id from among order by id").map(row -> row.get(0, Long.class)));
    }
}
