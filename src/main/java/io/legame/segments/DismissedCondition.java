package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static org.jooq.impl.DSL.trueCondition;

import io.legame.insight.DismissedCustomers;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether customers were let go; who may not be won back is left out of filters that do not ask. */
record DismissedCondition(TakenIn dismissed) implements Condition {
    private static final String PROPERTY = "dismissed";

    @Override
    public Map<String, Object> json() {
        return dismissed.json(PROPERTY);
    }

    @Override
    public AskedFields fields() {
        return AskedFields.NONE;
    }

    @Override
    public boolean asksForDismissed() {
        return true;
    }

    @Override
    public Phrase phrase(Words words) {
        return dismissed.phrase(words, PROPERTY);
    }

    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        org.jooq.Condition gone = DismissedCustomers.on(asOf, CUSTOMER.ID);
        return switch (dismissed) {
            case TRUE -> gone;
            case FALSE -> gone.not();
            case EITHER -> trueCondition();
        };
    }

    @Component
    static class Kind extends TakenIn.Kind {
        Kind() {
            super(PROPERTY, "Dismissed");
        }

        @Override
        Condition condition(TakenIn answer) {
            return new DismissedCondition(answer);
        }
    }
}
