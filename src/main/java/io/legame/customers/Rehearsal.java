package io.legame.customers;

import io.legame.access.ChangeSetId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Tries out what drafts would do to the base, batch after batch, and writes nothing. */
public final class Rehearsal {
    private static final ChangeSetId NOBODY = new ChangeSetId(0);

    private final DSLContext database;
    private final RehearsedBase base;
    private final Settings settings;
    private final Uniformity rules;
    private final OffsetDateTime now;

    Rehearsal(DSLContext database, Settings settings, Uniformity rules, OffsetDateTime now) {
        this.database = database;
        this.base = new RehearsedBase(database);
        this.settings = settings;
        this.rules = rules;
        this.now = now;
    }

    /**
     * Somebody who is probably known already.
     *
     * @param index of the draft in its batch
     * @param name of the customer that it resembles
     * @param customer that customer; null when it would come with the same file
     */
    public record Duplicate(
            int index, String name, @Nullable CustomerId customer) {}

    /**
     * @param results what would become of each draft, in their order; new customers have made-up ids below zero
     * @param duplicates of those that would be created
     */
    public record Batch(List<Upsert> results, List<Duplicate> duplicates) {}

    public Batch upsert(String source, List<CustomerDraft> drafts) {
        List<UniformDraft> uniform = drafts.stream().map(rules::apply).toList();
        List<Upsert> results = new CustomerUpserts(base, settings, source, NOBODY, now).run(uniform);
        var created = new TreeMap<Long, Integer>();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof Upsert.Created one) {
                created.put(one.customer().value(), i);
            }
        }
        return new Batch(results, created.isEmpty() ? List.of() : duplicates(created));
    }

    /** The same phone, or the same name with the same birth date or in the same place. */
    private List<Duplicate> duplicates(Map<Long, Integer> created) {
        var duplicates = new ArrayList<Duplicate>();
        for (Record row : database.fetch("""
                with fresh as (
                    select * from rehearsed_customer where id = any (?)
                ), known as (
                    select f.id, c.id as other, c.given_name, c.family_name, c.company_name
                    from fresh f join customers.customer c on c.phone = f.phone
                    union all
                    select f.id, c.id, c.given_name, c.family_name, c.company_name
                    from fresh f join customers.customer c on c.sort_name = f.sort_name
                    where f.sort_name <> '~' and (c.birth_date = f.birth_date or c.postcode = f.postcode
                        or c.town = f.town or (c.street is null and c.birth_date is null))
                    union all
                    select f.id, c.id, c.given_name, c.family_name, c.company_name
                    from fresh f join rehearsed_customer c on c.id > f.id
                        and (c.phone = f.phone or (c.sort_name = f.sort_name and f.sort_name <> '~'
                            and (c.birth_date = f.birth_date or c.postcode = f.postcode or c.town = f.town)))
                )
                select distinct on (id) id, other, concat_ws(' ', given_name, family_name, company_name) as name
                from known order by id, other desc
                """, (Object) created.keySet().toArray(Long[]::new))) {
            long other = row.get("other", Long.class);
            duplicates.add(new Duplicate(
                    Objects.requireNonNull(created.get(row.get("id", Long.class))),
                    row.get("name", String.class),
                    other < 0 ? null : new CustomerId(other)));
        }
        duplicates.sort(Comparator.comparingInt(Duplicate::index));
        return duplicates;
    }
}
