package io.legame.timeline;

/**
 * What tells a line of a source's purchases and returns from all others.
 *
 * @param order the source's number of the purchase or return
 * @param lineKey as in {@link PurchaseLineDraft}
 */
public record PurchaseLineName(String order, String lineKey, boolean isReturn) {}
