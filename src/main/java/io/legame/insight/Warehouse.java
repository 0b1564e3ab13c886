package io.legame.insight;

import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The columnar copy of customers and facts: the one door to questions over all of them. */
@Component
public class Warehouse {
    /**
     * Asks the warehouse; all statements of one question see the same moment. Waits while too many are being answered.
     *
     * @param question reads {@link WarehouseTables} through jOOQ; it cannot write
     */
    public <T> T query(Function<DSLContext, T> question) {
        throw new UnsupportedOperationException();
    }

    /**
     * Asks, and cancels the question asked before with the same key if it is not answered yet: for screens that ask
     * again with every change. The cancelled question ends with {@link Superseded}.
     */
    public <T> T query(String key, Function<DSLContext, T> question) {
        throw new UnsupportedOperationException();
    }

    /** A later question with the same key took the place of this one. */
    public static final class Superseded extends RuntimeException {
        private static final long serialVersionUID = 1;

        Superseded() {
            super("A later question took the place of this one", null, false, false);
        }
    }
}
