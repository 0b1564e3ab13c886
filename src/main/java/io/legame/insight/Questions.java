package io.legame.insight;

import io.legame.platform.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The questions that are being answered, so that one can be cancelled when a later one takes its place. */
final class Questions {
    private final ConcurrentHashMap<String, Asked> running = new ConcurrentHashMap<>();
    private final Settings settings;

    Questions(Duration timeout) {
        this.settings =
                new Settings().withExecuteLogging(false).withQueryTimeout((int) Math.max(1, timeout.toSeconds()));
    }

    Asked begin(@Nullable Turn turn) {
        var asked = new Asked(turn);
        if (turn != null) {
            running.compute(turn.screen(), (screen, other) -> {
                boolean late = other != null && other.isAfter(turn);
                Asked superseded = late ? asked : other;
                if (superseded != null) {
                    superseded.supersede();
                }
                return late ? other : asked;
            });
        }
        return asked;
    }

    final class Asked implements AutoCloseable {
        private final @Nullable Turn turn;
        private @Nullable Statement statement;
        private boolean superseded;

        private Asked(@Nullable Turn turn) {
            this.turn = turn;
        }

        private boolean isAfter(Turn other) {
            return turn != null && turn.number() > other.number();
        }

        <T> T answer(Connection connection, Function<DSLContext, T> question) {
            var configuration = new DefaultConfiguration()
                    .set(connection)
                    .set(SQLDialect.DUCKDB)
                    .set(settings)
                    .set(new Cancellation());
            try {
                return question.apply(DSL.using(configuration));
            } catch (DataAccessException e) {
                throw isSuperseded() ? refusal() : isTimeout(e) ? timeout() : e;
            }
        }

        private synchronized void supersede() {
            superseded = true;
            if (statement != null) {
                try {
                    statement.cancel();
                } catch (SQLException e) {
                    // it ended by itself in the meantime
                }
            }
        }

        /** @throws Refusal when a later question took its place */
        void goOn() {
            if (isSuperseded()) {
                throw refusal();
            }
        }

        private synchronized boolean isSuperseded() {
            return superseded;
        }

        private synchronized void running(@Nullable Statement current) {
            if (superseded && current != null) {
                throw refusal();
            }
            statement = current;
        }

        @Override
        public void close() {
            if (turn != null) {
                running.remove(turn.screen(), this);
            }
        }

        private final class Cancellation implements ExecuteListener {
            private static final long serialVersionUID = 1;

            @Override
            public void executeStart(ExecuteContext context) {
                running(context.statement());
            }

            @Override
            public void end(ExecuteContext context) {
                running(null);
            }
        }
    }

    private static Refusal refusal() {
        return new Refusal(HttpStatus.CONFLICT, "insight.error.superseded");
    }

    private static Refusal timeout() {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "insight.error.timeout");
    }

    private static boolean isTimeout(DataAccessException error) {
        String message = String.valueOf(error.getMessage());
        return error.getCause() instanceof java.sql.SQLTimeoutException || message.contains("INTERRUPT");
    }
}
