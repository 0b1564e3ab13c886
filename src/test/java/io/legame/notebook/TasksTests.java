package io.legame.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.legame.access.Actor;
import io.legame.platform.Companies;
import io.legame.platform.Company;
import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is to be done, when, and when somebody is reminded of it. */
@LegameTest
class TasksTests {
    /** A Tuesday, ten o'clock in Rome. */
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @Autowired
    private Tasks tasks;

    @Autowired
    private Companies companies;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    private Actor anna = Actor.SYSTEM;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "notebook", "customers", "access");
        clock.set(NOW);
        anna = new Actor(Actor.Kind.ACCOUNT, signedIn.account("anna@legame.test", "Anna", "SHOP"), "Anna");
    }

    @AfterEach
    void atHome() {
        companies.describe(new Company("Prova", Currency.getInstance("EUR"), ZoneId.of("Europe/Rome"), "IT"));
    }

    private static TaskDraft draft(
            String title,
            @Nullable LocalDate day,
            @Nullable LocalTime time,
            @Nullable Integer remind,
            @Nullable Repeat repeat) {
        return new TaskDraft(null, title, null, null, day, time, remind, repeat);
    }

    private TaskId add(TaskDraft draft) {
        return anna.does(() -> tasks.add(draft));
    }

    private List<String> titles(TaskView view) {
        return tasks.list(view, anna.account(), 0, 100).stream()
                .map(Task::title)
                .toList();
    }

    @Test
    void theSoonestComesFirstAndADayIsLateWhenItIsOver() {
        add(draft("someday", null, null, null, null));
        add(draft("tomorrow", TODAY.plusDays(1), null, null, null));
        add(draft("today", TODAY, null, null, null));
        add(draft("at nine", TODAY, LocalTime.of(9, 0), null, null));
        add(draft("yesterday", TODAY.minusDays(1), null, null, null));
        assertThat(titles(TaskView.MINE)).containsExactly("yesterday", "at nine", "today", "tomorrow", "someday");
        assertThat(titles(TaskView.OVERDUE)).containsExactly("yesterday", "at nine");
        assertThat(tasks.countDue(anna.account())).isEqualTo(3);
        clock.set(Instant.parse("2026-03-10T22:59:59Z"));
        assertThat(titles(TaskView.OVERDUE)).doesNotContain("today");
        clock.set(Instant.parse("2026-03-10T23:00:00Z"));
        assertThat(titles(TaskView.OVERDUE)).contains("today");
    }

    @Test
    void theDayIsThatOfTheCompanysTimeZone() {
        companies.describe(new Company("Prova", Currency.getInstance("EUR"), ZoneId.of("Pacific/Auckland"), "NZ"));
        TaskId id = add(draft("call", TODAY, LocalTime.of(8, 0), 30, null));
        assertThat(tasks.get(id).dueAt()).isEqualTo(Instant.parse("2026-03-09T19:00:00Z"));
        assertThat(tasks.remind()).isEqualTo(1);
    }

    @Test
    void oneIsRemindedOnceAtItsTimeAndToldOnce() {
        TaskId id = add(draft("call", TODAY, LocalTime.of(12, 0), 60, null));
        add(draft("by day", TODAY.plusDays(1), null, 0, null));
        clock.set(Instant.parse("2026-03-10T09:59:59Z"));
        assertThat(tasks.remind()).isZero();
        assertThat(tasks.tell(anna.account())).isEmpty();
        clock.set(Instant.parse("2026-03-10T10:00:00Z"));
        assertThat(tasks.remind()).isEqualTo(1);
        assertThat(tasks.remind()).isZero();
        assertThat(tasks.get(id).reminded()).isTrue();
        assertThat(tasks.tell(anna.account())).extracting(Task::title).containsExactly("call");
        assertThat(tasks.tell(anna.account())).isEmpty();
        clock.set(Instant.parse("2026-03-11T08:00:00Z"));
        assertThat(tasks.remind()).isEqualTo(1);
    }

    @Test
    void whoPutsATaskOffIsRemindedAgainAndOfWhatIsDoneNobodyIs() {
        TaskId id = add(draft("call", TODAY, LocalTime.of(9, 30), 0, null));
        tasks.remind();
        tasks.tell(anna.account());
        anna.does(() -> tasks.edit(id, 1, draft("call", TODAY, LocalTime.of(11, 30), 0, null)));
        assertThat(tasks.get(id).reminded()).isFalse();
        clock.advance(Duration.ofHours(2));
        assertThat(tasks.remind()).isEqualTo(1);
        anna.does(() -> tasks.done(id));
        assertThat(tasks.tell(anna.account())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // due, done on, repeats, the next one
        "2026-03-10, 2026-03-10, DAILY, 2026-03-11",
        "2026-03-02, 2026-03-11, WEEKLY, 2026-03-16",
        "2026-03-20, 2026-03-10, WEEKLY, 2026-03-27",
        "2026-01-31, 2026-01-31, MONTHLY, 2026-02-28",
        "2024-02-29, 2026-03-01, YEARLY, 2027-02-28"
    })
    void theNextOneBeginsWhenOneIsDone(LocalDate due, LocalDate doneOn, Repeat repeat, LocalDate next) {
        TaskId id = add(draft("again", due, null, null, repeat));
        clock.set(doneOn.atTime(12, 0).atZone(ZoneId.of("Europe/Rome")).toInstant());
        anna.does(() -> tasks.done(id));
        anna.does(() -> tasks.done(id));
        List<Task> open = tasks.list(TaskView.MINE, anna.account(), 0, 10);
        assertThat(open).extracting(Task::dueOn).containsExactly(next);
        anna.does(() -> tasks.undone(id));
        assertThat(tasks.list(TaskView.MINE, anna.account(), 0, 10))
                .extracting(Task::id)
                .containsExactly(id);
    }

    @Test
    void theLastDayOfAMonthIsNotForgottenAfterAFebruary() {
        TaskId first = add(draft("invoice", LocalDate.of(2026, 1, 31), null, null, Repeat.MONTHLY));
        clock.set(Instant.parse("2026-01-31T10:00:00Z"));
        anna.does(() -> tasks.done(first));
        TaskId second =
                tasks.list(TaskView.MINE, anna.account(), 0, 10).getFirst().id();
        clock.set(Instant.parse("2026-02-28T10:00:00Z"));
        anna.does(() -> tasks.done(second));
        assertThat(tasks.list(TaskView.MINE, anna.account(), 0, 10).getFirst().dueOn())
                .isEqualTo(LocalDate.of(2026, 3, 31));
    }

    @Test
    void whatSomebodyWroteMeanwhileStaysAndWhatMakesNoSenseIsRefused() {
        TaskId id = add(draft("call", TODAY, null, null, null));
        anna.does(() -> tasks.edit(id, 1, draft("call twice", TODAY, null, null, null)));
        assertThatThrownBy(() -> anna.does(() -> tasks.edit(id, 1, draft("x", TODAY, null, null, null))))
                .isInstanceOf(Refusal.class);
        assertThat(tasks.get(id).title()).isEqualTo("call twice");
        for (TaskDraft wrong : List.of(
                draft(" ", TODAY, null, null, null),
                draft("x".repeat(301), TODAY, null, null, null),
                draft("x", null, LocalTime.NOON, null, null),
                draft("x", null, null, null, Repeat.DAILY),
                draft("x", TODAY, null, -1, null),
                draft("x", LocalDate.of(9999, 1, 1), null, null, null))) {
            assertThatThrownBy(() -> add(wrong)).isInstanceOf(Refusal.class);
        }
        // a program must say who does it
        assertThatThrownBy(() -> tasks.add(draft("x", null, null, null, null))).isInstanceOf(Refusal.class);
        anna.does(() -> tasks.remove(id));
        assertThat(titles(TaskView.ALL)).isEmpty();
        anna.does(() -> tasks.restore(id));
        assertThat(titles(TaskView.ALL)).containsExactly("call twice");
    }
}
