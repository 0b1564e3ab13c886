package io.legame.customers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How good the data of customers are, in numbers.
 *
 * @param keyed those that have the unique key
 * @param flags what needs a look, the most frequent first
 */
public record QualityReport(
        long customers, long keyed, Reach reach, Map<QualityField, OfField> fields, List<Flags> flags) {

    static final QualityReport NOTHING =
            new QualityReport(0, 0, new Reach(0, 0, 0, 0), new EnumMap<>(QualityField.class), List.of());

    /**
     * Customers who can be reached.
     *
     * @param email with an address that is neither a typing mistake nor made to be thrown away
     * @param post with a street and a town
     * @param nothing in none of the three ways
     */
    public record Reach(long email, long phone, long post, long nothing) {
        Reach plus(Reach more) {
            return new Reach(email + more.email, phone + more.phone, post + more.post, nothing + more.nothing);
        }
    }

    /**
     * @param filled customers with a value
     * @param told customers with a value, or with one that was left out because it cannot be right
     * @param rewritten customers whose value a rule wrote in another way than it came
     * @param flagged customers whose value needs a look
     */
    public record OfField(long filled, long told, long rewritten, long flagged) {
        static final OfField NOTHING = new OfField(0, 0, 0, 0);

        OfField plus(OfField more) {
            return new OfField(
                    filled + more.filled, told + more.told, rewritten + more.rewritten, flagged + more.flagged);
        }

        public double completeness(long customers) {
            return customers == 0 ? 0 : (double) filled / customers;
        }

        /** Of the values that came, the share that needs no look; 1 where none came. */
        public double uniformity() {
            return told == 0 ? 1 : (double) (told - flagged) / told;
        }

        public double rewrittenShare() {
            return filled == 0 ? 0 : (double) rewritten / filled;
        }
    }

    /** Customers with such a flag. */
    public record Flags(CustomerField field, ValueFlag.Kind kind, long customers) {}

    public OfField of(QualityField field) {
        return fields.getOrDefault(field, OfField.NOTHING);
    }

    public double keyCoverage() {
        return share(keyed);
    }

    public long incomplete() {
        return customers - keyed;
    }

    /** All values that need a look. */
    public long flagged() {
        return flags.stream().mapToLong(Flags::customers).sum();
    }

    public double share(long some) {
        return customers == 0 ? 0 : (double) some / customers;
    }

    QualityReport plus(QualityReport more) {
        var both = new EnumMap<QualityField, OfField>(QualityField.class);
        for (QualityField field : QualityField.values()) {
            both.put(field, of(field).plus(more.of(field)));
        }
        return new QualityReport(
                customers + more.customers, keyed + more.keyed, reach.plus(more.reach), both, summed(more.flags));
    }

    private List<Flags> summed(List<Flags> more) {
        var sums = new LinkedHashMap<Map.Entry<CustomerField, ValueFlag.Kind>, Long>();
        flags.forEach(each -> sums.merge(Map.entry(each.field, each.kind), each.customers, Long::sum));
        more.forEach(each -> sums.merge(Map.entry(each.field, each.kind), each.customers, Long::sum));
        var summed = new ArrayList<Flags>();
        sums.forEach((what, count) -> summed.add(new Flags(what.getKey(), what.getValue(), count)));
        return inOrder(summed);
    }

    static List<Flags> inOrder(List<Flags> flags) {
        return flags.stream()
                .sorted(java.util.Comparator.comparingLong(Flags::customers)
                        .reversed()
                        .thenComparing(Flags::field)
                        .thenComparing(Flags::kind))
                .toList();
    }
}
