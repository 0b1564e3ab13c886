package io.legame.segments;

import java.util.stream.LongStream;

/** What makes one set of customers of another: who is in the second alone, and who in the first alone. */
record MemberDelta(CustomerIds entered, CustomerIds gone) {
    static final MemberDelta NOTHING = new MemberDelta(CustomerIds.NOBODY, CustomerIds.NOBODY);

    static MemberDelta between(CustomerIds before, CustomerIds now) {
        var entered = LongStream.builder();
        var gone = LongStream.builder();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < now.size()) {
            if (j == now.size() || (i < before.size() && before.get(i) < now.get(j))) {
                gone.add(before.get(i++));
            } else if (i == before.size() || now.get(j) < before.get(i)) {
                entered.add(now.get(j++));
            } else {
                i++;
                j++;
            }
        }
        return new MemberDelta(CustomerIds.of(entered.build()), CustomerIds.of(gone.build()));
    }

    boolean isNothing() {
        return entered.size() == 0 && gone.size() == 0;
    }

    int growth() {
        return entered.size() - gone.size();
    }
}
