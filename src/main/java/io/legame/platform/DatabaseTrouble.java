package io.legame.platform;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionException;

/** Why the database did not do what it was asked, where that is no mistake of ours. */
public enum DatabaseTrouble {
    DISK_FULL,
    /** The connection was lost, or none is to be had: it ends, starts, or cannot be reached. */
    AWAY,
    /** A text holds a character that PostgreSQL cannot keep: NUL. */
    UNSTORABLE;

    /** What an error says about the database; null when it is about something else. */
    public static @Nullable DatabaseTrouble of(Throwable error) {
        boolean inTransaction = false;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            // a pool closes a lost connection at once, and then not even the rollback finds it
            inTransaction |= cause instanceof TransactionException;
            if (cause instanceof SQLTransientConnectionException) {
                return AWAY;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return ofState(sql.getSQLState());
            }
        }
        return inTransaction ? AWAY : null;
    }

    /**
     * @param state as PostgreSQL documents them: 08 connection exception, 57P operator intervention, 53100 disk full,
     *     22021 character not in repertoire, 22P05 untranslatable character
     */
    private static @Nullable DatabaseTrouble ofState(String state) {
        if (state.equals("53100")) {
            return DISK_FULL;
        }
        if (state.equals("22021") || state.equals("22P05")) {
            return UNSTORABLE;
        }
        return state.startsWith("08") || state.startsWith("57P") ? AWAY : null;
    }
}
