package io.legame.intake;

import static io.legame.intake.db.Tables.NEAR_PRODUCT;

import io.legame.catalogue.Catalogue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Products that files name in another way than the catalogue, and what was said about them. */
@Component
public class NearProducts {
    private final WrittenValues written;
    private final Catalogue catalogue;
    private final DSLContext database;

    NearProducts(WrittenValues written, Catalogue catalogue, DSLContext database) {
        this.written = written;
        this.catalogue = catalogue;
        this.database = database;
    }

    /**
     * @param field that names the products; null in a file that names none
     * @param products the most frequent first
     * @param replaced what was said before, in its order
     * @param lookedAt rows of the file
     * @param whole whether those are all
     */
    public record Found(
            @Nullable Field field, List<NearProduct> products, List<Replaced> replaced, long lookedAt, boolean whole) {
        public long rows() {
            return products.stream().mapToLong(NearProduct::rows).sum();
        }

        /** The proposal taken. */
        public List<Replacement> use(String value) {
            return products.stream()
                    .filter(each -> each.written().equals(value))
                    .map(this::replacement)
                    .toList();
        }

        /** All proposals taken. */
        public List<Replacement> useAll() {
            return products.stream().map(this::replacement).toList();
        }

        private Replacement replacement(NearProduct product) {
            return new Replacement(java.util.Objects.requireNonNull(field), product.written(), product.code());
        }
    }

    /** @param rows that write it so; null when that was not counted */
    public record Replaced(
            Replacement replacement, @Nullable Long rows) {}

    /** Of a waiting file, as the catalogue is now. */
    public Found of(Import what) {
        Field field = WrittenValues.productField(what.plan());
        if (field == null) {
            return new Found(null, List.of(), replaced(what), 0, true);
        }
        ColumnValues counted = written.products(what, field);
        return new Found(
                field,
                near(what.plan(), field, counted.rows()),
                replaced(what, Map.of(field, asRead(what.plan(), field, counted.rows()))),
                counted.lookedAt(),
                counted.whole());
    }

    /** What was replaced in a file that was brought in. */
    public List<Replaced> replaced(Import what) {
        Set<Field> fields =
                what.plan().replacements().stream().map(Replacement::field).collect(Collectors.toSet());
        var rows = new LinkedHashMap<Field, Map<String, Long>>();
        fields.forEach(field -> rows.put(field, asRead(what.plan(), field, written.whole(what.id(), field))));
        return replaced(what, rows);
    }

    private static List<Replaced> replaced(Import what, Map<Field, Map<String, Long>> rows) {
        return what.plan().replacements().stream()
                .map(each -> new Replaced(
                        each, rows.getOrDefault(each.field(), Map.of()).get(each.from())))
                .toList();
    }

    private static Map<String, Long> asRead(Plan plan, Field field, Map<String, Long> written) {
        var rows = new LinkedHashMap<String, Long>();
        written.forEach((value, count) -> rows.merge(Cells.asRead(plan, field, value), count, Long::sum));
        return rows;
    }

    private List<NearProduct> near(Plan plan, Field field, Map<String, Long> written) {
        Map<String, Long> rows = asRead(plan, field, written);
        Map<String, String> replaced = Replacement.inOrder(plan.replacements()).getOrDefault(field, Map.of());
        var unknown = new LinkedHashSet<>(rows.keySet());
        unknown.removeAll(replaced.keySet());
        unknown.removeAll(catalogue.find(plan.source(), unknown).keySet());
        return catalogue.nearest(plan.source(), unknown).entrySet().stream()
                .map(each -> new NearProduct(
                        each.getKey(),
                        rows.getOrDefault(each.getKey(), 0L),
                        each.getValue().code(),
                        each.getValue().name()))
                .filter(each -> Replacement.isPossible(each.code()) && Replacement.isPossible(each.written()))
                .limit(Replacement.MOST)
                .toList();
    }

    /** Counts in all of a file that was just read to its end. */
    void count(Import what, Staging staging, long rowsInFile) {
        written.count(what, staging, rowsInFile);
    }

    /** Notes what is near in a file that was read to its end, before anything of it is written. */
    void note(Import what) {
        Field field = WrittenValues.productField(what.plan());
        List<NearProduct> near = field == null ? List.of() : near(what.plan(), field, written.whole(what.id(), field));
        database.deleteFrom(NEAR_PRODUCT)
                .where(NEAR_PRODUCT.IMPORT_ID.eq(what.id().value()))
                .execute();
        database.batch(near.stream()
                        .map(each -> database.insertInto(NEAR_PRODUCT)
                                .values(what.id().value(), each.written(), each.rows(), each.code(), each.name()))
                        .toList())
                .execute();
    }

    /** The field that tells the file's products; empty in one that names none. */
    public static Optional<Field> field(Import what) {
        return Optional.ofNullable(WrittenValues.productField(what.plan()));
    }

    /** What was near when the file was read to its end, the most frequent first, but for what was decided since. */
    public List<NearProduct> noted(Import what) {
        Set<String> decided =
                what.plan().replacements().stream().map(Replacement::from).collect(Collectors.toSet());
        return database
                .selectFrom(NEAR_PRODUCT)
                .where(NEAR_PRODUCT.IMPORT_ID.eq(what.id().value()))
                .orderBy(NEAR_PRODUCT.ROWS.desc(), NEAR_PRODUCT.WRITTEN)
                .fetch(row -> new NearProduct(row.getWritten(), row.getRows(), row.getCode(), row.getName()))
                .stream()
                .filter(each -> !decided.contains(each.written()))
                .toList();
    }
}
