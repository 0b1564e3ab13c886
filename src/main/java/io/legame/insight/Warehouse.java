package io.legame.insight;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.legame.access.Actor;
import io.legame.insight.Places.Lane;
import io.legame.platform.DataFolder;
import io.legame.platform.Refusal;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The columnar copy of customers and facts: the one door to questions over all of them. */
@Component
public class Warehouse {
    private static final Logger LOG = LoggerFactory.getLogger(Warehouse.class);

    private static final Duration LOOK = Duration.ofMillis(50);

    private final WarehouseProperties properties;
    private final OpenFiles files;
    private final Places places;
    private final Questions questions;
    private final Activity activity = new Activity();

    Warehouse(WarehouseProperties properties, DataFolder folder) {
        this.properties = properties;
        this.files = new OpenFiles(folder.path(), properties);
        this.places = new Places(properties);
        this.questions = new Questions(places::lookAgain);
    }

    /**
     * Asks the warehouse; all statements of one question see the same moment. Waits while too many are being answered,
     * and is cancelled by the next question of the screen where {@link Turn#during} was called.
     *
     * <p>A question that takes long gives way to the quick ones. It may be begun again then: it must do nothing but read.
     *
     * @param question reads {@link WarehouseTables} through jOOQ; it cannot write, and must not ask another question
     * @throws Refusal when the question takes too long or too much memory, when too many wait, and while the warehouse is
     *     built for the first time
     */
    public <T> T query(Function<DSLContext, T> question) {
        return ask(Turn.current(), Lane.QUICK, question);
    }

    /**
     * Asks, and cancels the screen's earlier question if it is not answered yet: for screens that ask again with every
     * change. The cancelled question ends with a {@link Refusal}, 409.
     */
    public <T> T query(@Nullable Turn turn, Function<DSLContext, T> question) {
        return ask(turn, Lane.QUICK, question);
    }

    /** Asks what is known to take long, and is never begun again: it may hand its rows on as they come. */
    public <T> T queryAtLength(Function<DSLContext, T> question) {
        return ask(Turn.current(), Lane.LONG, question);
    }

    /** Which state of the truth the question sees: the same text, the same rows. */
    public static String state(DSLContext question) {
        return question.select(field(name("snapshot"), String.class), field(name("built_at"), LocalDateTime.class))
                .from(table(name("watermark")))
                .fetchSingle(row -> row.value1() + " " + row.value2());
    }

    <T> T ask(@Nullable Turn turn, Lane lane, Function<DSLContext, T> question) {
        long begin = System.nanoTime();
        var outcome = Activity.Outcome.FAILED;
        try (Questions.Asked asked = questions.begin(asker(), turn)) {
            T answer = lane == Lane.QUICK ? answerSoon(asked, question) : answerAtLength(asked, question);
            outcome = Activity.Outcome.ANSWERED;
            return answer;
        } catch (RuntimeException e) {
            outcome = Activity.Outcome.of(e);
            note(outcome, e);
            throw e;
        } finally {
            activity.questions(outcome).add(System.nanoTime() - begin);
        }
    }

    private static String asker() {
        Actor actor = Actor.current();
        return actor.kind() + " " + actor.id() + " " + actor.name();
    }

    private <T> T answerSoon(Questions.Asked asked, Function<DSLContext, T> question) {
        try (Places.Place place = places.take(Lane.QUICK, asked)) {
            var run = new Run<>(() -> answer(asked, question));
            long quick = System.nanoTime() + properties.warehouseQuick().toNanos();
            end(run, asked, () -> System.nanoTime() - quick < 0 || staysQuick(asked, place));
            if (!asked.gaveWay() || run.succeeded()) {
                return run.result();
            }
        }
        asked.beginAgain();
        return answerAtLength(asked, question);
    }

    private boolean staysQuick(Questions.Asked asked, Places.Place place) {
        return switch (place.giveWay()) {
            case STAY -> true;
            case MOVED -> {
                activity.gaveWay();
                yield false;
            }
            case LEAVE -> {
                activity.gaveWay();
                asked.stop(Questions.Stop.GAVE_WAY);
                yield false;
            }
        };
    }

    private <T> T answerAtLength(Questions.Asked asked, Function<DSLContext, T> question) {
        try (var _ = places.take(Lane.LONG, asked)) {
            var run = new Run<>(() -> answer(asked, question));
            end(run, asked, () -> false);
            return run.result();
        }
    }

    /**
     * Waits for the end of the run. A cancellation that arrives just before DuckDB begins with the statement is lost: it
     * is said until it is heard.
     *
     * @param looking asked again and again, until it says no
     */
    private void end(Run<?> run, Questions.Asked asked, BooleanSupplier looking) {
        long last = System.nanoTime() + properties.warehouseTimeout().toNanos();
        boolean interrupted = false;
        boolean look = true;
        boolean ended = false;
        while (!ended) {
            try {
                ended = run.endsWithin(LOOK);
            } catch (InterruptedException e) {
                interrupted = true;
                asked.stop(Questions.Stop.LEFT);
            }
            if (System.nanoTime() - last > 0) {
                asked.stop(Questions.Stop.TIMED_OUT);
            }
            asked.stopAgain();
            look = look && !ended && looking.getAsBoolean();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T answer(Questions.Asked asked, Function<DSLContext, T> question) {
        return read(file -> {
            try (Connection connection = file.connect()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("begin transaction read only");
                }
                return asked.answer(connection, question);
            }
        });
    }

    private void note(Activity.Outcome outcome, RuntimeException end) {
        switch (outcome) {
            case REFUSED, TIMED_OUT, FAILED -> {
                LOG.debug("A question to the warehouse was not answered", end);
                activity.failed(end);
            }
            case ANSWERED, CANCELLED -> {}
        }
    }

    /** Shows every statement of every question to whoever wants to see them. */
    void watch(ExecuteListener watcher) {
        questions.watch(watcher);
    }

    Activity activity() {
        return activity;
    }

    /** Questions that are being answered and that wait for it. */
    record Load(int quick, int atLength, int waiting) {}

    Load load() {
        return new Load(places.running(Lane.QUICK), places.running(Lane.LONG), places.waiting());
    }

    /** Uses the file that answers now; it stays open meanwhile. */
    <T> T read(OpenFiles.Use<T> use) {
        return files.read(use);
    }

    /** Whether there is a file of ours that can answer, opening it if this was not yet tried. */
    boolean isOpen() {
        return files.isOpen();
    }

    /** Where the file may be written that takes the place of this one. */
    Path draft() {
        return files.draft();
    }

    /** From now on the closed file answers; what is being answered from the one before is so to its end. */
    void replaceBy(Path draft) throws SQLException {
        files.replaceBy(draft);
    }

    @PreDestroy
    void close() throws SQLException {
        questions.stopAll();
        files.close();
    }
}
