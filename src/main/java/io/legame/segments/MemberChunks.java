package io.legame.segments;

import static io.legame.segments.db.Tables.MEMBER_CHUNK;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import java.util.stream.LongStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** The members of segments as bitmaps of 65,536 customers each, in the caller's transaction. */
@Component
class MemberChunks {
    private static final int BITS = Short.SIZE;
    private static final long REST = (1L << BITS) - 1;

    private final DSLContext database;

    MemberChunks(DSLContext database) {
        this.database = database;
    }

    CustomerIds of(SegmentId segment) {
        var members = LongStream.builder();
        read(MEMBER_CHUNK.SEGMENT_ID.eq(segment.value()))
                .getOrDefault(segment.value(), new TreeMap<>())
                .forEach((chunk, bitmap) -> bitmap.forEach((int rest) -> members.add((chunk << BITS) | rest)));
        return CustomerIds.of(members.build());
    }

    /** Those of the customers who are members, by segment. */
    Map<SegmentId, CustomerIds> among(Collection<SegmentId> segments, CustomerIds customers) {
        var found = new HashMap<SegmentId, CustomerIds>();
        var chunks = chunks(customers.stream());
        read(MEMBER_CHUNK
                        .SEGMENT_ID
                        .in(segments.stream().map(SegmentId::value).toList())
                        .and(MEMBER_CHUNK.CHUNK.in(chunks.keySet())))
                .forEach((segment, bitmaps) -> {
                    var members = LongStream.builder();
                    bitmaps.forEach((chunk, bitmap) -> RoaringBitmap.and(bitmap, chunks.get(chunk))
                            .forEach((int rest) -> members.add((chunk << BITS) | rest)));
                    found.put(new SegmentId(segment), CustomerIds.of(members.build()));
                });
        return found;
    }

    void change(SegmentId segment, MemberDelta delta) {
        var changed = chunks(LongStream.concat(delta.entered().stream(), delta.gone().stream()));
        var bitmaps = read(MEMBER_CHUNK.SEGMENT_ID.eq(segment.value()).and(MEMBER_CHUNK.CHUNK.in(changed.keySet())))
                .getOrDefault(segment.value(), new TreeMap<>());
        each(delta.entered().stream(), bitmaps, RoaringBitmap::add);
        each(delta.gone().stream(), bitmaps, RoaringBitmap::remove);
        write(Map.of(segment.value(), bitmaps));
    }

    /** Takes the customers out of all segments; returns how many were in each. */
    Map<SegmentId, Integer> remove(CustomerIds customers) {
        var gone = chunks(customers.stream());
        var removed = new HashMap<SegmentId, Integer>();
        var left = new HashMap<Long, Map<Long, RoaringBitmap>>();
        read(MEMBER_CHUNK.CHUNK.in(gone.keySet()))
                .forEach((segment, bitmaps) -> bitmaps.forEach((chunk, bitmap) -> {
                    int before = bitmap.getCardinality();
                    bitmap.andNot(gone.get(chunk));
                    int some = before - bitmap.getCardinality();
                    if (some > 0) {
                        removed.merge(new SegmentId(segment), some, Integer::sum);
                        left.computeIfAbsent(segment, id -> new TreeMap<>()).put(chunk, bitmap);
                    }
                }));
        write(left);
        return removed;
    }

    private static Map<Long, RoaringBitmap> chunks(LongStream customers) {
        var chunks = new TreeMap<Long, RoaringBitmap>();
        each(customers, chunks, RoaringBitmap::add);
        return chunks;
    }

    private static void each(
            LongStream customers, Map<Long, RoaringBitmap> chunks, ObjIntConsumer<RoaringBitmap> change) {
        customers.forEach(id ->
                change.accept(chunks.computeIfAbsent(id >> BITS, chunk -> new RoaringBitmap()), (int) (id & REST)));
    }

    private Map<Long, Map<Long, RoaringBitmap>> read(Condition which) {
        var bitmaps = new HashMap<Long, Map<Long, RoaringBitmap>>();
        database.selectFrom(MEMBER_CHUNK)
                .where(which)
                .fetch()
                .forEach(row -> bitmaps.computeIfAbsent(row.getSegmentId(), id -> new TreeMap<>())
                        .put(row.getChunk(), bitmap(row.getMembers())));
        return bitmaps;
    }

    private void write(Map<Long, Map<Long, RoaringBitmap>> bitmaps) {
        List<Query> queries = new ArrayList<>();
        bitmaps.forEach((segment, chunks) -> chunks.forEach((chunk, bitmap) -> queries.add(
                bitmap.isEmpty()
                        ? database.deleteFrom(MEMBER_CHUNK)
                                .where(MEMBER_CHUNK.SEGMENT_ID.eq(segment), MEMBER_CHUNK.CHUNK.eq(chunk))
                        : database.insertInto(MEMBER_CHUNK)
                                .set(MEMBER_CHUNK.SEGMENT_ID, segment)
                                .set(MEMBER_CHUNK.CHUNK, chunk)
                                .set(MEMBER_CHUNK.MEMBERS, bytes(bitmap))
                                .onConflict(MEMBER_CHUNK.SEGMENT_ID, MEMBER_CHUNK.CHUNK)
                                .doUpdate()
                                .set(MEMBER_CHUNK.MEMBERS, bytes(bitmap)))));
        database.batch(queries).execute();
    }

    private static byte[] bytes(RoaringBitmap bitmap) {
        bitmap.runOptimize();
        ByteBuffer bytes = ByteBuffer.allocate(bitmap.serializedSizeInBytes());
        bitmap.serialize(bytes);
        return bytes.array();
    }

    private static RoaringBitmap bitmap(byte... bytes) {
        try {
            var bitmap = new RoaringBitmap();
            bitmap.deserialize(ByteBuffer.wrap(bytes));
            return bitmap;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
