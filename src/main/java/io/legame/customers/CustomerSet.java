package io.legame.customers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.LongConsumer;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/** Customers by their numbers, up to all there are: a million of them take a hundred kilobytes. Never changes. */
public final class CustomerSet {
    static final CustomerSet NOBODY = of(List.of());

    private final Roaring64Bitmap ids;

    private CustomerSet(Roaring64Bitmap ids) {
        this.ids = ids;
    }

    /** What no customer can be is left out: the bitmap has numbers below zero after all others, with no end to them. */
    public static CustomerSet of(Collection<CustomerId> customers) {
        return collect(add -> customers.stream()
                .mapToLong(CustomerId::value)
                .filter(id -> id > 0)
                .forEach(add));
    }

    /** Hands over numbers one after the other. */
    public interface Numbers {
        void forEach(LongConsumer add);
    }

    public static CustomerSet collect(Numbers numbers) {
        var ids = new Roaring64Bitmap();
        numbers.forEach(ids::addLong);
        ids.runOptimize();
        return new CustomerSet(ids);
    }

    public long size() {
        return ids.getLongCardinality();
    }

    public boolean contains(long id) {
        return ids.contains(id);
    }

    /** Those who are in both. */
    public CustomerSet and(CustomerSet other) {
        var both = ids.clone();
        both.and(other.ids);
        return new CustomerSet(both);
    }

    /**
     * The next ones in the order of their numbers, at most {@code limit}.
     *
     * @param id where the stretch before ended, 0 at the beginning
     */
    List<Long> after(long id, int limit) {
        var next = new ArrayList<Long>();
        var rest = ids.getLongIteratorFrom(id + 1);
        while (next.size() < limit && rest.hasNext()) {
            next.add(rest.next());
        }
        return next;
    }

    Long[] toArray() {
        return after(0, Math.toIntExact(size())).toArray(Long[]::new);
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var output = new DataOutputStream(bytes)) {
            ids.serialize(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static CustomerSet of(byte[] bytes) {
        var ids = new Roaring64Bitmap();
        try (var input = new DataInputStream(new ByteArrayInputStream(bytes))) {
            ids.deserialize(input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CustomerSet(ids);
    }
}
