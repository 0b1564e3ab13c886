package io.legame.insight;

import java.sql.SQLException;

/** One of the two databases did not do what was asked. */
final class WarehouseFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    WarehouseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
