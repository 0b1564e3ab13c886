package io.legame.segments;

import java.util.Collection;
import java.util.stream.LongStream;

/** Numbers of customers, ascending: a million of them take eight megabytes. */
final class CustomerIds {
    static final CustomerIds NOBODY = new CustomerIds();

    private final long[] ascending;

    private CustomerIds(long... ascending) {
        this.ascending = ascending;
    }

    /** @param ascending as they come */
    static CustomerIds of(LongStream ascending) {
        return new CustomerIds(ascending.toArray());
    }

    /** @param ascending as they come */
    static CustomerIds of(Collection<Long> ascending) {
        return of(ascending.stream().mapToLong(id -> id));
    }

    int size() {
        return ascending.length;
    }

    long get(int place) {
        return ascending[place];
    }

    LongStream stream() {
        return LongStream.of(ascending);
    }
}
