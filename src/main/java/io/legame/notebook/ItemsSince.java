package io.legame.notebook;

import io.legame.customers.CustomerId;
import io.legame.customers.MergeId;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What was written about a customer since others became it. */
@Component
public class ItemsSince {
    private final DSLContext database;

    ItemsSince(DSLContext database) {
        this.database = database;
    }

    /** The newest first, at most {@code limit}. */
    public List<Item> of(MergeId merge, CustomerId survivor, int limit) {
        return database.resultQuery("""
                        select i.id, i.kind, i.title, i.at
                        from notebook.merge_mark k
                        cross join lateral (
                            select id, 'note' as kind, left(text, 120) as title, written_at as at, customer_id
                            from notebook.note where removed_at is null
                            union all
                            select id, 'attachment', name, added_at, customer_id
                            from notebook.attachment where removed_at is null
                            union all
                            select id, 'task', title, created_at, customer_id
                            from notebook.task where removed_at is null) i
                        where k.merge_id = ? and i.customer_id = ? and i.id > k.last_item_id
                        order by i.id desc limit ?
                        """, merge.value(), survivor.value(), limit)
                .fetch(row -> new Item(
                        row.get(0, Long.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, OffsetDateTime.class).toInstant()));
    }
}
