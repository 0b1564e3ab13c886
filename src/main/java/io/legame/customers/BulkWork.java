package io.legame.customers;

import java.util.List;
import java.util.Set;

/** Does to some customers what is done to all of a bulk action, in the caller's transaction. */
interface BulkWork {
    /**
     * @param changed those that are others now
     * @param same how many were so already
     */
    record Done(Set<Long> changed, long same) {}

    Done run(List<Long> ids);

    /** Work that no history of fields tells how to take back. */
    interface TakenBack extends BulkWork {
        /** Takes it back of those that it changed; returns those whom nobody changed since. */
        Set<Long> takeBack(List<Long> ids);
    }
}
