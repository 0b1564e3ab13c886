package io.legame.customers;

import java.util.List;

/** What choosing each of the possible unique keys would do. */
public record KeyReport(Identity.Kind current, List<OfKind> kinds) {
    /**
     * One of them, in numbers of customers.
     *
     * @param has those that would be complete
     * @param several those known by more than one such value
     * @param shared those whose value is already the key of another: one phone in a family
     * @param leftOut those whose value came, but cannot be right
     * @param gained incomplete now, complete then
     * @param lost complete now, incomplete then
     * @param customers all
     */
    public record OfKind(
            Identity.Kind kind,
            long has,
            long several,
            long shared,
            long leftOut,
            long gained,
            long lost,
            long customers) {
        public double share() {
            return customers == 0 ? 0 : (double) has / customers;
        }

        public long lacking() {
            return customers - has;
        }
    }
}
