package io.legame.notebook;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.legame.access.Permission;
import io.legame.access.Role;
import io.legame.customers.CustomerPanel;
import io.legame.customers.MergePanel;
import io.legame.platform.HomePanel;
import io.legame.platform.MenuItem;
import java.time.LocalTime;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What notebook contributes: its permissions, its places in the menu and on the customer card, its jobs. */
@Configuration(proxyBeanMethods = false)
class NotebookModule {
    private static final String VIEW = "notebook:view";

    @Bean
    Permission notebookView() {
        return new Permission(VIEW, Set.of(Role.MARKETING, Role.SHOP, Role.SALES, Role.SUPPORT, Role.ANALYST))
                .withinScope()
                .ofTexts();
    }

    @Bean
    Permission notebookWrite() {
        return new Permission("notebook:write", Set.of(Role.MARKETING, Role.SHOP, Role.SALES, Role.SUPPORT))
                .withinScope()
                .ofTexts();
    }

    /** Changing and removing what others wrote. */
    @Bean
    Permission notebookManage() {
        return new Permission("notebook:manage", Set.of()).withinScope().ofTexts();
    }

    @Bean
    MenuItem mentionsMenu() {
        return new MenuItem("/notebook/mentions", "notebook.mentions.title", "at", VIEW, 60);
    }

    @Bean
    CustomerPanel notesPanel() {
        return new CustomerPanel("/notebook/customers/{id}/notes", VIEW, CustomerPanel.Place.MAIN, 5);
    }

    @Bean
    MergePanel itemsSinceMergePanel() {
        return new MergePanel("/notebook/merges/{id}");
    }

    @Bean
    MenuItem tasksMenu() {
        return new MenuItem("/tasks", "notebook.tasks.title", "tasks", VIEW, 15, "/notebook/badges");
    }

    @Bean
    CustomerPanel tasksPanel() {
        return new CustomerPanel("/tasks/customers/{id}", VIEW, CustomerPanel.Place.SIDE, 5);
    }

    @Bean
    CustomerPanel attachmentsPanel() {
        return new CustomerPanel("/notebook/customers/{id}/attachments", VIEW, CustomerPanel.Place.SIDE, 7);
    }

    @Bean
    HomePanel tasksHomePanel() {
        return new HomePanel("/tasks/panel", VIEW, false, 25);
    }

    /** Looks every half minute for what somebody wants to be reminded of. */
    @Bean
    RecurringTask<Void> remindersJob(Tasks tasks) {
        return com.github.kagkarlsson.scheduler.task.helper.Tasks.recurring(
                        "notebook-reminders", FixedDelay.ofSeconds(30))
                .execute((instance, context) -> tasks.remind());
    }

    @Bean
    RecurringTask<Void> notebookSweepJob(Sweep sweep) {
        return com.github.kagkarlsson.scheduler.task.helper.Tasks.recurring(
                        "notebook-sweep", Schedules.daily(LocalTime.of(3, 40)))
                .execute((instance, context) -> sweep.run());
    }
}
