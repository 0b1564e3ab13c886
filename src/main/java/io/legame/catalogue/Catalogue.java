package io.legame.catalogue;

import static io.legame.catalogue.db.Tables.PRODUCT;
import static io.legame.catalogue.db.Tables.PRODUCT_CODE;

import io.legame.access.ChangeSet;
import io.legame.access.ChangeSetId;
import io.legame.access.ChangeSets;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the company sells: the one door to products. */
@Component
public class Catalogue {
    private final DSLContext database;
    private final ChangeSets changeSets;
    private final InstantSource clock;

    Catalogue(DSLContext database, ChangeSets changeSets, InstantSource clock) {
        this.database = database;
        this.changeSets = changeSets;
        this.clock = clock;
    }

    /** Creates or completes products by their code, in one transaction. Doing it again changes nothing. */
    @Transactional
    public List<ProductUpsert> upsert(ChangeSetId by, String source, List<ProductDraft> drafts) {
        return new ProductUpserts(database, source, clock.instant().atOffset(ZoneOffset.UTC), by).run(drafts);
    }

    /** The same as a change set of its own, of whoever sent the request that is being answered. */
    @Transactional
    public List<ProductUpsert> upsert(String source, List<ProductDraft> drafts) {
        return upsert(changeSets.open(ChangeSet.Kind.CALL, source, null), source, drafts);
    }

    /** The products that the source knows by the codes, those unknown left out. */
    public Map<String, Priced> find(String source, Collection<String> codes) {
        return database.select(PRODUCT_CODE.CODE, PRODUCT.ID, PRODUCT.PRICE, PRODUCT.COST)
                .from(PRODUCT_CODE)
                .join(PRODUCT)
                .on(PRODUCT.ID.eq(PRODUCT_CODE.PRODUCT_ID))
                .where(PRODUCT_CODE.SOURCE.eq(source))
                .and(PRODUCT_CODE.CODE.eq(DSL.any(codes.toArray(String[]::new))))
                .fetchMap(
                        PRODUCT_CODE.CODE,
                        row -> new Priced(
                                new ProductId(row.get(PRODUCT.ID)), row.get(PRODUCT.PRICE), row.get(PRODUCT.COST)));
    }

    /** What a purchase needs to know of a product. */
    public record Priced(
            ProductId id,
            @Nullable BigDecimal price,
            @Nullable BigDecimal cost) {}

    /**
     * What is probably meant by names and codes that the source's products do not have: the product whose name or code
     * differs from it by case, accents, blanks and signs only, else by a slip in one word. Digits are always the same, and
     * where two products come into question there is none.
     *
     * @param unknown the most important first
     */
    public Map<String, Nearest> nearest(String source, Collection<String> unknown) {
        if (unknown.isEmpty()) {
            return Map.of();
        }
        var search = new NearestProducts(unknown);
        database.select(PRODUCT_CODE.CODE, PRODUCT.ID, PRODUCT.NAME)
                .from(PRODUCT_CODE)
                .join(PRODUCT)
                .on(PRODUCT.ID.eq(PRODUCT_CODE.PRODUCT_ID))
                .where(PRODUCT_CODE.SOURCE.eq(source))
                .orderBy(PRODUCT_CODE.CODE)
                .forEach(row -> search.see(row.get(PRODUCT.ID), row.get(PRODUCT_CODE.CODE), row.get(PRODUCT.NAME)));
        return search.found();
    }

    /** The product that is probably meant, by a code that finds it. */
    public record Nearest(String code, String name) {}

    /** Products by id, those unknown left out. */
    public Map<ProductId, Product> products(Collection<ProductId> ids) {
        Long[] values = ids.stream().map(ProductId::value).distinct().toArray(Long[]::new);
        var products = new HashMap<ProductId, Product>();
        select(PRODUCT.ID.eq(DSL.any(values)), values.length).forEach(product -> products.put(product.id(), product));
        return products;
    }

    /** Products in the order of their names, whose name or code begins with the search (null for all). */
    public List<Product> list(@Nullable String search, @Nullable Product after, int limit) {
        Condition matching = search == null || search.isBlank()
                ? DSL.noCondition()
                : DSL.lower(PRODUCT.NAME)
                        .startsWith(DSL.lower(DSL.val(search.strip())))
                        .or(PRODUCT.ID.in(DSL.select(PRODUCT_CODE.PRODUCT_ID)
                                .from(PRODUCT_CODE)
                                .where(PRODUCT_CODE.CODE.startsWithIgnoreCase(search.strip()))));
        Condition page = after == null
                ? DSL.noCondition()
                : DSL.row(DSL.lower(PRODUCT.NAME), PRODUCT.ID)
                        .gt(DSL.lower(DSL.val(after.name())), DSL.val(after.id().value()));
        return select(matching.and(page), limit);
    }

    public long count() {
        return database.fetchCount(PRODUCT);
    }

    /** Removes every product that first came from the source; the facts about them must be gone before. */
    @Transactional
    public void eraseSource(String source) {
        database.execute("""
                with gone as (delete from catalogue.product where source = ? returning id)
                insert into catalogue.erasure (product_id) select id from gone
                """, source);
    }

    private List<Product> select(Condition condition, int limit) {
        var codes = DSL.arrayAgg(PRODUCT_CODE.CODE).orderBy(PRODUCT_CODE.CODE);
        return database.select(
                        PRODUCT.ID,
                        PRODUCT.NAME,
                        PRODUCT.MODEL,
                        PRODUCT.DESCRIPTION,
                        PRODUCT.CATEGORY,
                        PRODUCT.BRAND,
                        PRODUCT.COLOUR,
                        PRODUCT.SIZE,
                        PRODUCT.PRICE,
                        PRODUCT.COST,
                        DSL.field(DSL.select(codes).from(PRODUCT_CODE).where(PRODUCT_CODE.PRODUCT_ID.eq(PRODUCT.ID)))
                                .as("codes"))
                .from(PRODUCT)
                .where(condition)
                .orderBy(DSL.lower(PRODUCT.NAME), PRODUCT.ID)
                .limit(limit)
                .fetch(Catalogue::product);
    }

    private static Product product(Record row) {
        String[] codes = row.get("codes", String[].class);
        return new Product(
                new ProductId(row.get(PRODUCT.ID)),
                row.get(PRODUCT.NAME),
                row.get(PRODUCT.MODEL),
                row.get(PRODUCT.DESCRIPTION),
                row.get(PRODUCT.CATEGORY),
                row.get(PRODUCT.BRAND),
                row.get(PRODUCT.COLOUR),
                row.get(PRODUCT.SIZE),
                row.get(PRODUCT.PRICE),
                row.get(PRODUCT.COST),
                codes == null ? List.of() : List.of(codes));
    }
}
