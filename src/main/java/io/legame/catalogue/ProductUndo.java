package io.legame.catalogue;

import static io.legame.catalogue.db.Tables.CHANGE;
import static io.legame.catalogue.db.Tables.PRODUCT;
import static io.legame.catalogue.db.Tables.PRODUCT_CODE;

import io.legame.access.ChangeSetId;
import io.legame.access.ChangeSets;
import io.legame.access.Rewind;
import io.legame.catalogue.db.tables.records.ProductRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what a change set did to products, a stretch at a time, as far as nobody changed it since. */
@Component
public class ProductUndo {
    private final DSLContext database;
    private final ChangeSets changeSets;

    ProductUndo(DSLContext database, ChangeSets changeSets) {
        this.database = database;
        this.changeSets = changeSets;
    }

    /**
     * One stretch.
     *
     * @param end the last product looked at; null when there is none left
     * @param done products put back or removed
     * @param kept those that stay, wholly or in part, because somebody changed or sold them since
     */
    public record Step(@Nullable ProductId end, int done, int kept) {}

    /** Puts products back that were there before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Step restore(ChangeSetId what, ChangeSetId by, long after, int limit) {
        List<Long> ids = database.selectDistinct(CHANGE.PRODUCT_ID)
                .from(CHANGE)
                .join(PRODUCT)
                .on(PRODUCT.ID.eq(CHANGE.PRODUCT_ID))
                .where(
                        CHANGE.CHANGE_SET_ID.eq(what.value()),
                        CHANGE.PRODUCT_ID.gt(after),
                        PRODUCT.CHANGE_SET_ID.isDistinctFrom(what.value()))
                .orderBy(CHANGE.PRODUCT_ID)
                .limit(limit)
                .fetch(CHANGE.PRODUCT_ID);
        if (ids.isEmpty()) {
            return new Step(null, 0, 0);
        }
        var changes = new ProductChanges(database);
        Map<Long, Rewind<@Nullable String>> rewinds = changes.rewinds(what, ids, changeSets);
        var restored = new ArrayList<ProductRecord>();
        int kept = 0;
        for (ProductRecord row : products(ids)) {
            Rewind<@Nullable String> rewind = rewinds.get(row.getId());
            if (rewind != null) {
                ProductChanges.restore(row, rewind.back());
                kept += rewind.stays().stream().anyMatch(field -> !field.equals("updated_at")) ? 1 : 0;
                restored.add(row);
            }
        }
        changes.note(restored, by);
        restored.forEach(row -> row.set(PRODUCT.CHANGED_IN, transaction()));
        database.batchUpdate(restored).execute();
        database.execute(
                "delete from catalogue.product_code where change_set_id = ? and product_id = any (?)",
                what.value(),
                ids.toArray(Long[]::new));
        return new Step(new ProductId(ids.getLast()), restored.size(), kept);
    }

    private List<ProductRecord> products(Collection<Long> ids) {
        return database.selectFrom(PRODUCT)
                .where(PRODUCT.ID.eq(DSL.any(ids.toArray(Long[]::new))))
                .forUpdate()
                .fetch();
    }

    private Long transaction() {
        return database.fetchSingle(DSL.field("pg_current_xact_id()::text::bigint", Long.class))
                .value1();
    }

    /**
     * Removes products that the change set created and nobody has changed since.
     *
     * @param sold those among products that somebody bought
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Step remove(ChangeSetId what, long after, int limit, Function<Collection<ProductId>, Set<ProductId>> sold) {
        List<Long> ids = database.select(PRODUCT.ID)
                .from(PRODUCT)
                .where(PRODUCT.CHANGE_SET_ID.eq(what.value()), PRODUCT.ID.gt(after))
                .orderBy(PRODUCT.ID)
                .limit(limit)
                .forUpdate()
                .fetch(PRODUCT.ID);
        if (ids.isEmpty()) {
            return new Step(null, 0, 0);
        }
        var kept = new HashSet<Long>();
        sold.apply(ids.stream().map(ProductId::new).toList()).forEach(id -> kept.add(id.value()));
        new ProductChanges(database).rewinds(what, ids, changeSets).forEach((id, rewind) -> {
            if (!rewind.others().isEmpty()) {
                kept.add(id);
            }
        });
        kept.addAll(database.selectDistinct(PRODUCT_CODE.PRODUCT_ID)
                .from(PRODUCT_CODE)
                .where(PRODUCT_CODE.PRODUCT_ID.eq(DSL.any(ids.toArray(Long[]::new))))
                .and(PRODUCT_CODE.CHANGE_SET_ID.isDistinctFrom(what.value()))
                .fetch(PRODUCT_CODE.PRODUCT_ID));
        Long[] gone = ids.stream().filter(id -> !kept.contains(id)).toArray(Long[]::new);
        database.execute("""
                with gone as (delete from catalogue.product where id = any (?) returning id)
                insert into catalogue.erasure (product_id) select id from gone
                """, (Object) gone);
        return new Step(new ProductId(ids.getLast()), gone.length, kept.size());
    }
}
