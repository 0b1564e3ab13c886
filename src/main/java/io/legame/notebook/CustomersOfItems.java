package io.legame.notebook;

import io.legame.customers.CustomerFacts;
import io.legame.customers.CustomerId;
import io.legame.customers.MergeId;
import io.legame.platform.StoredFiles;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whom notes, attachments and tasks are about: they follow customers who become one with others, and come back. */
@Component
class CustomersOfItems implements CustomerFacts {
    private static final List<String> TABLES = List.of("note", "attachment", "task");
    private static final Pattern ITEM = Pattern.compile("notebook:([0-9]{1,18})");

    private final DSLContext database;
    private final StoredFiles files;

    CustomersOfItems(DSLContext database, StoredFiles files) {
        this.database = database;
        this.files = files;
    }

    @Override
    public Set<CustomerId> known(Collection<CustomerId> customers) {
        return Set.copyOf(counted(customers, "").keySet());
    }

    /** What was removed counts no more, and still keeps its customer. */
    @Override
    public Map<CustomerId, Long> count(Collection<CustomerId> customers) {
        return counted(customers, "and removed_at is null");
    }

    private Map<CustomerId, Long> counted(Collection<CustomerId> customers, String which) {
        var counts = new HashMap<CustomerId, Long>();
        Long[] ids = values(customers);
        for (String table : TABLES) {
            database.resultQuery(
                            "select customer_id, count(*) from notebook." + table + " where customer_id = any (?) "
                                    + which + " group by customer_id",
                            (Object) ids)
                    .forEach(row ->
                            counts.merge(new CustomerId(row.get(0, Long.class)), row.get(1, Long.class), Long::sum));
        }
        return counts;
    }

    private static Long[] values(Collection<CustomerId> customers) {
        return customers.stream().map(CustomerId::value).toArray(Long[]::new);
    }

    @Override
    public void move(MergeId merge, Collection<CustomerId> from, CustomerId to) {
        database.execute("""
                insert into notebook.merge_mark (merge_id, last_item_id)
                select ?, case when is_called then last_value else 0 end from notebook.item_id
                """, merge.value());
        for (String table : TABLES) {
            database.execute("""
                    insert into notebook.moved_item (merge_id, item_id, customer_id)
                    select ?, id, customer_id from notebook.%s where customer_id = any (?)
                    """.formatted(table), merge.value(), values(from));
            database.execute(
                    "update notebook." + table + " set customer_id = ? where customer_id = any (?)",
                    to.value(),
                    values(from));
        }
    }

    @Override
    public void moveBack(MergeId merge, CustomerId survivor, Map<String, CustomerId> since) {
        add(merge, since);
        for (String table : TABLES) {
            // a task that somebody gave to another customer meanwhile stays there
            database.execute("""
                    update notebook.%s t set customer_id = m.customer_id from notebook.moved_item m
                    where m.merge_id = ? and t.id = m.item_id and t.customer_id = ?
                    """.formatted(table), merge.value(), survivor.value());
        }
        database.execute("delete from notebook.merge_mark where merge_id = ?", merge.value());
        database.execute("delete from notebook.moved_item where merge_id = ?", merge.value());
    }

    @Override
    public void forget(Collection<CustomerId> customers) {
        Long[] gone = values(customers);
        database.resultQuery(
                        "delete from notebook.attachment where customer_id = any (?) returning file_id", (Object) gone)
                .forEach(row -> files.remove(new StoredFiles.FileId(row.get(0, Long.class))));
        for (String table : List.of("note", "task")) {
            database.execute("delete from notebook." + table + " where customer_id = any (?)", (Object) gone);
        }
    }

    /** What was written since moves with the rest. */
    private void add(MergeId merge, Map<String, CustomerId> since) {
        var owners = new TreeMap<Long, Long>();
        since.forEach((name, owner) -> {
            Matcher number = ITEM.matcher(name);
            if (number.matches()) {
                owners.put(Long.valueOf(number.group(1)), owner.value());
            }
        });
        database.execute(
                """
                insert into notebook.moved_item (merge_id, item_id, customer_id)
                select k.merge_id, since.id, since.owner
                from unnest(?::bigint[], ?::bigint[]) as since (id, owner)
                join notebook.merge_mark k on since.id > k.last_item_id
                where k.merge_id = ?
                """, owners.keySet().toArray(Long[]::new), owners.values().toArray(Long[]::new), merge.value());
    }
}
