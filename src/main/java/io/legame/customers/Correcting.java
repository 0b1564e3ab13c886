package io.legame.customers;

import java.util.List;

/** Tells what values of a customer are to become; nothing when they are right. */
interface Correcting {
    List<CorrectedValue> of(CustomerState state);
}
