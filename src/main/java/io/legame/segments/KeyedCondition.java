package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.trueCondition;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether customers have the company's one mandatory unique key; who does not is left out of filters that do not ask. */
record KeyedCondition(TakenIn keyed) implements Condition {
    private static final String PROPERTY = "keyed";

    @Override
    public Map<String, Object> json() {
        return keyed.json(PROPERTY);
    }

    @Override
    public AskedFields fields() {
        return AskedFields.NONE;
    }

    @Override
    public Phrase phrase(Words words) {
        return keyed.phrase(words, PROPERTY);
    }

    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        return switch (keyed) {
            case TRUE -> hasKey(true);
            case FALSE -> hasKey(false);
            case EITHER -> trueCondition();
        };
    }

    /** Whether somebody is one whom a filter means that does not ask for the key. */
    static org.jooq.Condition hasKey(boolean has) {
        return condition(coalesce(CUSTOMER.KEYED, inline(false)).eq(has));
    }

    @Component
    static class Kind extends TakenIn.Kind {
        Kind() {
            super(PROPERTY, "Keyed");
        }

        @Override
        Condition condition(TakenIn answer) {
            return new KeyedCondition(answer);
        }
    }
}
