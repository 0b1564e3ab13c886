package io.legame.insight;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.legame.access.Actor;
import io.legame.platform.DataFolder;
import io.legame.platform.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However many questions take long, and whoever asks them, the quick ones of others are answered. */
class LongQuestionsTests {
    /** Counts for many days, in little memory. */
    private static final String ENDLESS =
            "select count(*) from range(100000) a, range(100000) b, range(100000) c where a.range + b.range <> c.range";
    /** Takes a second or two. */
    private static final String LONG = "select count(*) from range(20000) a, range(50000) b where a.range <> b.range";

    @TempDir
    private Path folder;

    private DataFolder dataFolder;
    private Warehouse warehouse;
    /** As requests come. */
    private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeEach
    void begin() throws Exception {
        dataFolder = DataFolder.take(folder);
        var properties = TestWarehouses.properties(Duration.ofMinutes(10));
        var empty = new Watermark("here", ZoneId.of("Europe/Rome"), null, Instant.EPOCH);
        WarehouseFile.create(folder.resolve("warehouse.duckdb"), properties, empty)
                .close();
        warehouse = new Warehouse(properties, dataFolder);
        assertThat(warehouse.isOpen()).isTrue();
    }

    @AfterEach
    void end() throws Exception {
        warehouse.close();
        dataFolder.close();
        asking.close();
    }

    @Test
    void manyWhoAskMuchLeaveTheirPlacesToAnotherWhoAsksLittle() throws Exception {
        var endless = endless(10);
        until(() -> warehouse.load().atLength() == 1);

        for (int question = 0; question < 5; question++) {
            assertThat(quick("somebody else")).isZero();
        }

        assertThat(endless).noneMatch(Future::isDone);
        warehouse.close();
        for (Future<String> each : endless) {
            assertThat(each.get()).isEqualTo("insight.error.busy");
        }
    }

    @Test
    void whoAsksALotWaitsForNobodyButHimself() throws Exception {
        var endless = new ArrayList<Future<String>>();
        for (int question = 0; question < 15; question++) {
            endless.add(refused("a program", ENDLESS));
        }
        until(() -> warehouse.load().waiting() >= 13);
        var load = warehouse.load();
        assertThat(load.quick()).isLessThanOrEqualTo(1);
        assertThat(load.atLength()).isLessThanOrEqualTo(1);

        assertThat(quick("somebody else")).isZero();

        assertThat(endless).noneMatch(Future::isDone);
    }

    @Test
    void aQuestionThatGaveWayIsAnsweredInTheEnd() throws Exception {
        Future<String> endless = refused("Ada", ENDLESS, new Turn("screen", 1));
        until(() -> warehouse.load().atLength() == 1);
        var begun = new AtomicInteger();
        Future<Long> answer = asking.submit(() -> as(
                "Bruno",
                () -> warehouse.query(ask -> {
                    begun.incrementAndGet();
                    return ask.fetchSingle(LONG).get(0, Long.class);
                })));
        until(() -> begun.get() == 1);

        assertThat(quick("Bruno")).isZero();

        assertThat(answer).isNotDone();
        assertThat(warehouse.load()).isEqualTo(new Warehouse.Load(0, 1, 1));
        int customers = warehouse.query(new Turn("screen", 2), ask -> ask.fetchCount(CUSTOMER));

        assertThat(customers).isZero();
        assertThat(endless.get()).isEqualTo("insight.error.superseded");
        assertThat(answer.get()).isEqualTo(20_000L * 50_000 - 20_000);
        assertThat(begun).hasValue(2);
    }

    @Test
    void whatIsKnownToTakeLongIsBegunOnce() {
        var begun = new AtomicInteger();
        long counted = warehouse.queryAtLength(ask -> {
            begun.incrementAndGet();
            return ask.fetchSingle("select count(*) from range(5000) a, range(20000) b where a.range <> b.range")
                    .get(0, Long.class);
        });
        assertThat(counted).isPositive();
        assertThat(begun).hasValue(1);
    }

    @Test
    void aSupersededQuestionLeavesTheQueueAtOnce() throws Exception {
        var endless = endless(3);
        until(() -> warehouse.load().quick() == 2 && warehouse.load().atLength() == 1);
        Future<String> waiting = asking.submit(() -> as(
                "Dino",
                () -> catchThrowableOfType(
                                Refusal.class,
                                () -> warehouse.ask(
                                        new Turn("screen", 1), Places.Lane.LONG, ask -> ask.fetchCount(CUSTOMER)))
                        .key()));
        until(() -> warehouse.load().waiting() == 1);

        int customers = as("Dino", () -> warehouse.query(new Turn("screen", 2), ask -> ask.fetchCount(CUSTOMER)));

        assertThat(customers).isZero();
        assertThat(waiting.get()).isEqualTo("insight.error.superseded");
        assertThat(endless).noneMatch(Future::isDone);
    }

    @Test
    void whatAnotherModuleAsksForAScreenIsCancelledWithTheScreen() throws Exception {
        Future<String> first = asking.submit(() -> new Turn("list", 1)
                .during(() -> catchThrowableOfType(Refusal.class, () -> warehouse.query(ask -> ask.fetch(ENDLESS)))
                        .key()));
        until(() -> warehouse.load().quick() + warehouse.load().atLength() == 1);

        int customers = new Turn("list", 2).during(() -> warehouse.query(ask -> ask.fetchCount(CUSTOMER)));

        assertThat(customers).isZero();
        assertThat(first.get()).isEqualTo("insight.error.superseded");
    }

    @Test
    void whenTooManyWaitTheNextIsToldSo() throws Exception {
        var endless = new ArrayList<Future<String>>();
        for (int question = 0; question < 24; question++) {
            endless.add(refused("a program", ENDLESS));
        }
        until(() -> endless.stream().anyMatch(Future::isDone));
        assertThat(endless)
                .filteredOn(Future::isDone)
                .allSatisfy(each -> assertThat(each.get()).isEqualTo("insight.error.busy"));
        assertThat(warehouse.activity().questions(Activity.Outcome.REFUSED).count())
                .isPositive();
        assertThat(warehouse.activity().failures())
                .extracting(Activity.Failure::what)
                .containsExactly("insight.error.busy");
    }

    /** Requests have virtual threads, of which no more than there are cores run at once. */
    @Test
    void questionsDoNotHoldTheThreadsOfRequests() throws Exception {
        var endless = endless(10);
        until(() -> warehouse.load().atLength() == 1);
        for (int request = 0; request < 20; request++) {
            var served = new CountDownLatch(1);
            Thread.startVirtualThread(served::countDown);
            assertThat(served.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(endless).noneMatch(Future::isDone);
    }

    /** Each from another person. */
    private List<Future<String>> endless(int questions) {
        return IntStream.range(0, questions)
                .mapToObj(person -> refused("person " + person, ENDLESS))
                .toList();
    }

    private int quick(String person) {
        return as(person, () -> warehouse.query(ask -> ask.fetchCount(CUSTOMER)));
    }

    /** The key of the refusal that the question ends with. */
    private Future<String> refused(String person, String question) {
        return refused(person, question, null);
    }

    private Future<String> refused(String person, String question, @Nullable Turn turn) {
        return asking.submit(() -> as(
                person,
                () -> catchThrowableOfType(
                                Refusal.class, () -> warehouse.ask(turn, Places.Lane.QUICK, ask -> ask.fetch(question)))
                        .key()));
    }

    private static <T> T as(String person, Supplier<T> work) {
        return Actor.system(person).does(work);
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!holds.call()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
