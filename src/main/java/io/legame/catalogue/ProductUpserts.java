package io.legame.catalogue;

import static io.legame.catalogue.db.Tables.PRODUCT;
import static io.legame.catalogue.db.Tables.PRODUCT_CODE;

import io.legame.access.ChangeSetId;
import io.legame.catalogue.db.tables.records.ProductCodeRecord;
import io.legame.catalogue.db.tables.records.ProductRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** One batch of product drafts on its way into the catalogue: read at once, decided in memory, written at once. */
final class ProductUpserts {
    private static final long LOCK = 0x4C65_67616D66L;
    private static final int PRICE_DECIMALS = 4;

    private final DSLContext database;
    private final String source;
    private final OffsetDateTime now;
    private final ChangeSetId by;
    private final Map<String, ProductRecord> byCode = new HashMap<>();
    private final List<ProductRecord> created = new ArrayList<>();
    private final List<ProductRecord> updated = new ArrayList<>();
    private final List<ProductCodeRecord> codes = new ArrayList<>();

    ProductUpserts(DSLContext database, String source, OffsetDateTime now, ChangeSetId by) {
        this.database = database;
        this.source = source;
        this.now = now;
        this.by = by;
    }

    List<ProductUpsert> run(List<ProductDraft> drafts) {
        database.execute("select pg_advisory_xact_lock(?)", LOCK);
        load(drafts);
        List<ProductUpsert> results = drafts.stream().map(this::decide).toList();
        new ProductChanges(database).note(updated, by);
        database.batchInsert(created).execute();
        database.batchUpdate(updated).execute();
        database.batchInsert(codes).execute();
        return results;
    }

    private void load(List<ProductDraft> drafts) {
        String[] wanted =
                drafts.stream().flatMap(ProductUpserts::codes).distinct().toArray(String[]::new);
        var rows = new HashMap<Long, ProductRecord>();
        database.select(PRODUCT_CODE.CODE, PRODUCT.asterisk())
                .from(PRODUCT_CODE)
                .join(PRODUCT)
                .on(PRODUCT.ID.eq(PRODUCT_CODE.PRODUCT_ID))
                .where(PRODUCT_CODE.SOURCE.eq(source))
                .and(PRODUCT_CODE.CODE.eq(DSL.any(wanted)))
                .forEach(row -> byCode.put(
                        row.get(PRODUCT_CODE.CODE),
                        rows.computeIfAbsent(row.get(PRODUCT.ID), id -> row.into(PRODUCT))));
    }

    private static Stream<String> codes(ProductDraft draft) {
        return Stream.of(draft.code(), draft.sku()).filter(Objects::nonNull).map(String::strip);
    }

    private ProductUpsert decide(ProductDraft draft) {
        if (draft.code().isBlank()) {
            return new ProductUpsert.Rejected("catalogue.rejected.noCode", "code", "");
        }
        if (isNegative(draft.price())) {
            return negative("price", draft.price());
        }
        if (isNegative(draft.cost())) {
            return negative("cost", draft.cost());
        }
        List<ProductRecord> owners = codes(draft)
                .map(byCode::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (owners.size() > 1) {
            return new ProductUpsert.Rejected("catalogue.rejected.twoProducts", "sku", String.valueOf(draft.sku()));
        }
        return owners.isEmpty() ? create(draft) : complete(owners.getFirst(), draft);
    }

    private static boolean isNegative(@Nullable BigDecimal amount) {
        return amount != null && amount.signum() < 0;
    }

    private static ProductUpsert negative(String field, @Nullable BigDecimal amount) {
        return new ProductUpsert.Rejected("catalogue.rejected.negative", field, String.valueOf(amount));
    }

    private ProductUpsert create(ProductDraft draft) {
        var row = new ProductRecord();
        row.setId(database.fetchSingle(
                        DSL.field("nextval(pg_get_serial_sequence('catalogue.product', 'id'))", Long.class))
                .value1());
        row.setName(draft.code().strip());
        row.setSource(source);
        row.setChangeSetId(by.value());
        row.setCreatedAt(now);
        row.setUpdatedAt(now);
        write(row, draft);
        created.add(row);
        own(row, draft);
        return new ProductUpsert.Created(new ProductId(row.getId()));
    }

    private ProductUpsert complete(ProductRecord row, ProductDraft draft) {
        boolean rewritten = write(row, draft);
        boolean changed = own(row, draft) || rewritten;
        var id = new ProductId(row.getId());
        if (!changed) {
            return new ProductUpsert.Unchanged(id);
        }
        boolean fresh = created.stream().anyMatch(other -> other.getId().equals(row.getId()));
        if (!fresh) {
            row.setUpdatedAt(now);
            row.set(PRODUCT.CHANGED_IN, currentTransaction());
            updated.removeIf(other -> other.getId().equals(row.getId()));
            updated.add(row);
        }
        return new ProductUpsert.Updated(id);
    }

    private Long currentTransaction() {
        return database.fetchSingle(DSL.field("pg_current_xact_id()::text::bigint", Long.class))
                .value1();
    }

    private boolean own(ProductRecord row, ProductDraft draft) {
        boolean added = false;
        for (String code : codes(draft).distinct().toList()) {
            if (byCode.putIfAbsent(code, row) == null) {
                codes.add(new ProductCodeRecord(source, code, row.getId(), by.value()));
                added = true;
            }
        }
        return added;
    }

    private static boolean write(ProductRecord row, ProductDraft draft) {
        boolean changed = set(row, PRODUCT.NAME, text(draft.name()));
        changed |= set(row, PRODUCT.MODEL, text(draft.model()));
        changed |= set(row, PRODUCT.DESCRIPTION, text(draft.description()));
        changed |= set(row, PRODUCT.CATEGORY, text(draft.category()));
        changed |= set(row, PRODUCT.BRAND, text(draft.brand()));
        changed |= set(row, PRODUCT.COLOUR, text(draft.colour()));
        changed |= set(row, PRODUCT.SIZE, text(draft.size()));
        changed |= set(row, PRODUCT.PRICE, amount(draft.price()));
        changed |= set(row, PRODUCT.COST, amount(draft.cost()));
        return changed;
    }

    private static @Nullable String text(@Nullable String written) {
        return written == null || written.isBlank() ? null : written.strip().replaceAll("\\s+", " ");
    }

    private static @Nullable BigDecimal amount(@Nullable BigDecimal written) {
        return written == null ? null : written.setScale(PRICE_DECIMALS, RoundingMode.HALF_UP);
    }

    private static <T> boolean set(ProductRecord row, TableField<ProductRecord, T> column, @Nullable T value) {
        if (value == null || value.equals(row.get(column))) {
            return false;
        }
        row.set(column, value);
        return true;
    }
}
