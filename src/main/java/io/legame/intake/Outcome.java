package io.legame.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a batch of rows, counted while it is written. */
final class Outcome {
    /** What is kept of a value that could not be read. */
    private static final int SHOWN = 200;

    long created;
    long updated;
    long unchanged;
    long anonymous;
    long flagged;
    BigDecimal amountCreated = BigDecimal.ZERO;
    BigDecimal amountUnchanged = BigDecimal.ZERO;
    BigDecimal amountRejected = BigDecimal.ZERO;
    BigDecimal amountAnonymous = BigDecimal.ZERO;

    /** @param amount the money of the row, zero for what has none */
    record Counted(Rejection rejection, BigDecimal amount) {}

    private final List<Counted> rejections = new ArrayList<>();
    private final Tallies tallies = new Tallies();
    private final List<String> newCustomers = new ArrayList<>();
    private final List<String> newProducts = new ArrayList<>();

    /** What the customers are known by that facts created. */
    List<String> newCustomers() {
        return newCustomers;
    }

    /** The codes of the products that purchases created. */
    List<String> newProducts() {
        return newProducts;
    }

    Tallies tallies() {
        return tallies;
    }

    List<Counted> rejections() {
        return rejections;
    }

    void created(BigDecimal amount) {
        created++;
        amountCreated = amountCreated.add(amount);
    }

    void unchanged(BigDecimal amount) {
        unchanged++;
        amountUnchanged = amountUnchanged.add(amount);
    }

    void anonymous(BigDecimal amount) {
        anonymous++;
        amountAnonymous = amountAnonymous.add(amount);
    }

    void reject(StagedRow row, String reason, @Nullable Field field, String value, BigDecimal amount) {
        rejections.add(new Counted(new Rejection(row.number(), row.line(), reason, field, shown(value)), amount));
        amountRejected = amountRejected.add(amount);
    }

    static String shown(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }
}
