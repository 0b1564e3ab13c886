package io.legame.customers;

import io.legame.access.ChangeSetId;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Tries out what drafts would do to the base, batch after batch, and writes nothing. */
public final class Rehearsal {
    private static final ChangeSetId NOBODY = new ChangeSetId(0);

    private final DSLContext database;
    private final RehearsedBase base;
    private final Settings settings;
    private final String home;
    private final Uniformity rules;
    private final OffsetDateTime now;

    Rehearsal(DSLContext database, Settings settings, String home, Uniformity rules, OffsetDateTime now) {
        this.database = database;
        this.base = new RehearsedBase(database);
        this.settings = settings;
        this.home = home;
        this.rules = rules;
        this.now = now;
    }

    /** What would become of each draft, in their order; new customers have made-up ids below zero. */
    public List<Upsert> upsert(String source, List<CustomerDraft> drafts) {
        return new CustomerUpserts(base, settings, home, rules.custom(), source, NOBODY, now)
                .run(drafts.stream().map(rules::apply).toList());
    }

    /**
     * Customers that would be created and are probably known.
     *
     * @param examples the first few: the new one and the one that it resembles
     */
    public record Duplicates(long count, List<Example> examples) {
        /** @param known null when the other would come with the same file */
        public record Example(
                String name, String other, @Nullable CustomerId known) {}
    }

    /** The same phone, or the same name with the same birth date or in the same place: among all tried so far. */
    public Duplicates duplicates(int examples) {
        database.execute("analyze rehearsed_customer");
        database.execute("set local work_mem = '64MB'");
        database.execute("drop table if exists pg_temp.resembling");
        database.execute(PAIRS);
        long count = database.fetchSingle("select count(distinct id) from resembling")
                .get(0, Long.class);
        List<Duplicates.Example> shown =
                database.fetch("""
                        select distinct on (f.id) f.id, %s as name, r.other, coalesce(%s, %s) as resembled
                        from (select * from resembling order by id desc limit ?) r
                        join rehearsed_customer f on f.id = r.id
                        left join customers.customer c on c.id = r.other
                        left join rehearsed_customer g on g.id = r.other
                        order by f.id desc
                        """.formatted(name("f"), name("c"), name("g")), examples * 3).stream()
                        .limit(examples)
                        .map(row -> new Duplicates.Example(
                                row.get("name", String.class),
                                String.valueOf(row.get("resembled", String.class)),
                                row.get("other", Long.class) < 0 ? null : new CustomerId(row.get("other", Long.class))))
                        .toList();
        return new Duplicates(count, shown);
    }

    private static String name(String table) {
        return "nullif(concat_ws(' ', %1$s.given_name, %1$s.family_name, %1$s.company_name), '')".formatted(table);
    }

    /** Each way to resemble is a join of its own by equal values, so that a million meet a million in one pass. */
    private static final String PAIRS = """
            create temporary table resembling on commit drop as
            with fresh as (
                select * from rehearsed_customer where id < 0
            ), pair as (
                select f.id, min(c.id) as other from fresh f join customers.customer c on c.phone = f.phone group by 1
                union all
                select f.id, min(c.id) from fresh f
                    join customers.customer c on c.sort_name = f.sort_name and c.birth_date = f.birth_date group by 1
                union all
                select f.id, min(c.id) from fresh f
                    join customers.customer c on c.sort_name = f.sort_name and c.postcode = f.postcode
                    where coalesce(c.birth_date = f.birth_date, true) and c.street is not distinct from f.street
                    group by 1
                union all
                select f.id, min(c.id) from fresh f
                    join customers.customer c on c.sort_name = f.sort_name and c.town = f.town
                    where coalesce(c.birth_date = f.birth_date, true) and coalesce(c.street = f.street, true)
                        and coalesce(c.phone = f.phone, true)
                    group by 1
                union all
                select id, first from (
                    select id, max(id) over (partition by sort_name, town, coalesce(street, ''), birth_date) as first
                    from fresh where town is not null and sort_name <> '~'
                ) same where id <> first
                union all
                select id, first from (
                    select id, max(id) over (partition by phone) as first from fresh where phone is not null
                ) same where id <> first
            )
            select id, max(other) as other from pair where other is not null group by 1
            """;
}
