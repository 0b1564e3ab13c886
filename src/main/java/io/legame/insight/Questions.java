package io.legame.insight;

import io.legame.platform.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The questions that wait or are being answered, so that one can be stopped. */
final class Questions {
    private static final Settings SETTINGS = new Settings().withExecuteLogging(false);

    private final Set<Asked> all = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<String, Asked> screens = new ConcurrentHashMap<>();
    private final Runnable whenStopped;
    private final List<ExecuteListenerProvider> watchers = new CopyOnWriteArrayList<>();

    /** @param whenStopped wakes those that wait, because one of them may have been stopped */
    Questions(Runnable whenStopped) {
        this.whenStopped = whenStopped;
    }

    /** Why a question is answered no further. */
    enum Stop {
        /** The places are for quick ones: it begins again where the long ones are answered. */
        GAVE_WAY,
        SUPERSEDED,
        TIMED_OUT,
        /** The application ends, or whoever asked waits no longer. */
        LEFT
    }

    /** @param asker who asks, alike for all the questions of one person or program */
    Asked begin(String asker, @Nullable Turn turn) {
        var asked = new Asked(asker, turn);
        all.add(asked);
        if (turn != null) {
            screens.compute(turn.screen(), (screen, other) -> {
                boolean late = other != null && other.isAfter(turn);
                Asked superseded = late ? asked : other;
                if (superseded != null) {
                    superseded.stop(Stop.SUPERSEDED);
                }
                return late ? other : asked;
            });
        }
        return asked;
    }

    /** Shows every statement to whoever wants to see them. */
    void watch(ExecuteListener watcher) {
        watchers.add(new DefaultExecuteListenerProvider(watcher));
    }

    void stopAll() {
        all.forEach(asked -> asked.stop(Stop.LEFT));
    }

    final class Asked implements AutoCloseable {
        private final String asker;
        private final @Nullable Turn turn;
        private @Nullable Statement statement;
        private volatile @Nullable Stop stop;

        private Asked(String asker, @Nullable Turn turn) {
            this.asker = asker;
            this.turn = turn;
        }

        String asker() {
            return asker;
        }

        private boolean isAfter(Turn other) {
            return turn != null && turn.number() > other.number();
        }

        <T> T answer(Connection connection, Function<DSLContext, T> question) {
            var configuration = new DefaultConfiguration()
                    .set(connection)
                    .set(SQLDialect.DUCKDB)
                    .set(SETTINGS)
                    .set(Stream.concat(Stream.of(new DefaultExecuteListenerProvider(new Stopping())), watchers.stream())
                            .toArray(ExecuteListenerProvider[]::new));
            try {
                return question.apply(DSL.using(configuration));
            } catch (DataAccessException e) {
                goOn();
                throw String.valueOf(e.getMessage()).contains("Out of Memory Error") ? tooLarge(e) : e;
            }
        }

        void stop(Stop reason) {
            synchronized (this) {
                if (stop != null && stop != Stop.GAVE_WAY) {
                    return;
                }
                stop = reason;
                cancel();
            }
            whenStopped.run();
        }

        synchronized void stopAgain() {
            if (stop != null) {
                cancel();
            }
        }

        private void cancel() {
            try {
                if (statement != null) {
                    statement.cancel();
                }
            } catch (SQLException e) {
                // it ended by itself in the meantime
            }
        }

        boolean gaveWay() {
            return stop == Stop.GAVE_WAY;
        }

        /** After it gave way. */
        synchronized void beginAgain() {
            if (stop == Stop.GAVE_WAY) {
                stop = null;
            }
        }

        /** @throws Refusal when it was stopped */
        void goOn() {
            Stop reason = stop;
            if (reason != null) {
                throw refusal(reason);
            }
        }

        private synchronized void running(@Nullable Statement current) {
            if (current != null) {
                goOn();
            }
            statement = current;
        }

        @Override
        public void close() {
            all.remove(this);
            if (turn != null) {
                screens.remove(turn.screen(), this);
            }
        }

        private final class Stopping implements ExecuteListener {
            private static final long serialVersionUID = 1;

            @Override
            public void executeStart(ExecuteContext context) {
                running(Objects.requireNonNull(context.statement()));
            }

            /** The statement has ended; what is done with its rows may take long. */
            @Override
            public void recordStart(ExecuteContext context) {
                goOn();
            }

            @Override
            public void end(ExecuteContext context) {
                running(null);
            }
        }
    }

    private static Refusal refusal(Stop reason) {
        return switch (reason) {
            case SUPERSEDED -> new Refusal(HttpStatus.CONFLICT, "insight.error.superseded");
            case TIMED_OUT -> new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "insight.error.timeout");
            case GAVE_WAY, LEFT -> new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "insight.error.busy");
        };
    }

    private static Refusal tooLarge(DataAccessException cause) {
        var refusal = new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "insight.error.tooLarge");
        refusal.initCause(cause);
        return refusal;
    }
}
