package io.legame.catalogue;

import static io.legame.catalogue.db.Tables.CHANGE;
import static io.legame.catalogue.db.Tables.PRODUCT;

import io.legame.access.ChangeSetId;
import io.legame.access.ChangeSets;
import io.legame.access.Rewind;
import io.legame.catalogue.db.tables.records.ChangeRecord;
import io.legame.catalogue.db.tables.records.ProductRecord;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The values that products had before each change. */
final class ProductChanges {
    private static final JsonMapper JSON = new JsonMapper();

    private static final List<TableField<ProductRecord, ?>> COLUMNS = List.of(
            PRODUCT.NAME,
            PRODUCT.MODEL,
            PRODUCT.DESCRIPTION,
            PRODUCT.CATEGORY,
            PRODUCT.BRAND,
            PRODUCT.COLOUR,
            PRODUCT.SIZE,
            PRODUCT.PRICE,
            PRODUCT.COST,
            PRODUCT.UPDATED_AT);

    private final DSLContext database;

    ProductChanges(DSLContext database) {
        this.database = database;
    }

    /** Notes what the products were when they were read. */
    void note(Collection<ProductRecord> changed, ChangeSetId by) {
        database.batchInsert(changed.stream()
                        .map(row -> {
                            var change = database.newRecord(CHANGE);
                            change.setChangeSetId(by.value());
                            change.setProductId(row.getId());
                            change.setBefore(JSONB.valueOf(JSON.writeValueAsString(before(row))));
                            return change;
                        })
                        .toList())
                .execute();
    }

    private static Map<String, @Nullable String> before(ProductRecord row) {
        var before = new LinkedHashMap<String, @Nullable String>();
        for (TableField<ProductRecord, ?> column : COLUMNS) {
            Object was = row.original(column);
            if (!Objects.equals(was, row.get(column))) {
                before.put(column.getName(), was == null ? null : was.toString());
            }
        }
        return before;
    }

    /** What taking the change set back means for each of the products. */
    Map<Long, Rewind<@Nullable String>> rewinds(ChangeSetId what, Collection<Long> ids, ChangeSets changeSets) {
        Map<Long, List<ChangeRecord>> histories = database.selectFrom(CHANGE)
                .where(CHANGE.PRODUCT_ID.eq(DSL.any(ids.toArray(Long[]::new))))
                .orderBy(CHANGE.PRODUCT_ID, CHANGE.NUMBER.desc())
                .fetchGroups(CHANGE.PRODUCT_ID, change -> change);
        Map<ChangeSetId, ChangeSetId> undone = changeSets.undone(histories.values().stream()
                .flatMap(List::stream)
                .map(ProductChanges::by)
                .collect(Collectors.toSet()));
        var rewinds = new LinkedHashMap<Long, Rewind<@Nullable String>>();
        histories.forEach((id, newestFirst) -> rewinds.put(
                id,
                Rewind.of(what, newestFirst.stream().map(ProductChanges::read).toList(), undone)));
        return rewinds;
    }

    private static ChangeSetId by(ChangeRecord change) {
        return new ChangeSetId(change.getChangeSetId());
    }

    private static Rewind.Change<@Nullable String> read(ChangeRecord change) {
        return new Rewind.Change<@Nullable String>(
                by(change),
                JSON.readValue(change.getBefore().data(), new TypeReference<Map<String, @Nullable String>>() {}));
    }

    static void restore(ProductRecord row, Map<String, @Nullable String> back) {
        for (TableField<ProductRecord, ?> column : COLUMNS) {
            if (back.containsKey(column.getName())) {
                restore(row, column, back.get(column.getName()));
            }
        }
    }

    private static <T> void restore(ProductRecord row, TableField<ProductRecord, T> column, @Nullable String was) {
        Class<T> type = column.getType();
        row.set(
                column,
                was == null
                        ? null
                        : type.cast(
                                type == BigDecimal.class
                                        ? new BigDecimal(was)
                                        : type == OffsetDateTime.class ? OffsetDateTime.parse(was) : was));
    }
}
