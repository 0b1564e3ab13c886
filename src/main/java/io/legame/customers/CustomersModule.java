package io.legame.customers;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.legame.access.Permission;
import io.legame.access.Role;
import io.legame.platform.MenuItem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What customers contributes: its permissions and its place in the menu. */
@Configuration(proxyBeanMethods = false)
class CustomersModule {
    private static final String CORRECTION = "correction";
    private static final String BULK = "customers-bulk";

    @Bean
    Permission customersView() {
        return new Permission(
                        "customers:view", Set.of(Role.MARKETING, Role.SHOP, Role.SALES, Role.SUPPORT, Role.ANALYST))
                .withinScope();
    }

    @Bean
    Permission customersDelete() {
        return new Permission("customers:delete", Set.of(Role.MARKETING, Role.SUPPORT)).withinScope();
    }

    @Bean
    Permission customersQuality() {
        return new Permission(
                "customers:quality", Set.of(Role.MARKETING, Role.SHOP, Role.SALES, Role.SUPPORT, Role.ANALYST));
    }

    @Bean
    CustomerPanel unitsPanel() {
        return new CustomerPanel("/customers/{id}/units", "customers:view", CustomerPanel.Place.SIDE, 90);
    }

    @Bean
    Permission customersEdit() {
        return new Permission("customers:edit", Set.of(Role.MARKETING, Role.SHOP, Role.SALES, Role.SUPPORT))
                .withinScope();
    }

    @Bean
    Permission customersExport() {
        return new Permission("customers:export", Set.of(Role.MARKETING)).withinScope();
    }

    @Bean
    MenuItem customersMenu() {
        return new MenuItem("/customers", "customers.title", "customers", "customers:view", 10);
    }

    @Bean
    Permission customersCorrect() {
        return new Permission("customers:correct", Set.of(Role.MARKETING));
    }

    @Bean
    Permission customersMerge() {
        return new Permission("customers:merge", Set.of(Role.MARKETING, Role.SALES, Role.SUPPORT));
    }

    @Bean
    Permission customersFields() {
        return new Permission("customers:fields", Set.of(Role.MARKETING));
    }

    @Bean
    MenuItem fieldsMenu() {
        return new MenuItem("/customers/fields", "customers.fields", "settings", "customers:fields", 124);
    }

    @Bean
    Permission customersRules() {
        return new Permission("customers:rules", Set.of());
    }

    @Bean
    MenuItem qualityMenu() {
        return new MenuItem("/customers/quality", "customers.quality", "sparkles", "customers:quality", 45);
    }

    @Bean
    MenuItem fieldAccessMenu() {
        return new MenuItem("/customers/field-access", "customers.access", "eye", "customers:rules", 117);
    }

    @Bean
    MenuItem uniformityMenu() {
        return new MenuItem("/customers/uniformity", "customers.uniformity", "settings", "customers:rules", 125);
    }

    @Bean
    MenuItem relationKindsMenu() {
        return new MenuItem("/customers/relation-kinds", "customers.relation.kinds", "link", "customers:rules", 127);
    }

    @Bean
    CustomerPanel relationsPanel() {
        return new CustomerPanel("/customers/{id}/relations", "customers:view", CustomerPanel.Place.SIDE, 6);
    }

    @Bean
    CustomerPanel contactPanel() {
        return new CustomerPanel("/customers/{id}/contact-panel", "customers:view", CustomerPanel.Place.SIDE, 8);
    }

    /** Counts the quality of the data by night, so that its past is known and its page is quick. */
    @Bean
    RecurringTask<Void> qualityJob(DataQuality quality, RuleChecks checks) {
        return Tasks.recurring("customers-quality", Schedules.daily(LocalTime.of(3, 10)))
                .execute((instance, context) -> {
                    quality.count();
                    checks.run();
                });
    }

    @Bean
    RecurringTask<Void> erasureJob(CustomerDepartures departures) {
        return Tasks.recurring("customers-erasure", Schedules.daily(LocalTime.of(3, 50)))
                .execute((instance, context) -> {
                    int erased;
                    do {
                        erased = departures.eraseDue();
                    } while (erased > 0);
                });
    }

    @Bean
    OneTimeTask<Void> ruleCheckJob(ObjectProvider<RuleChecks> checks) {
        return Tasks.oneTime("customers-rule-check")
                .execute((instance, context) -> checks.getObject().run());
    }

    @Bean
    OneTimeTask<Void> keyChangeJob(KeyChangeRun run) {
        return Tasks.oneTime("customers-unique-key")
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2)))
                .execute((instance, context) -> run.run(Long.parseLong(instance.getId())));
    }

    /** Goes on where it was, whatever killed it. */
    @Bean
    CustomTask<Void> bulkJob(BulkRun run) {
        return Tasks.custom(BULK, Void.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2)))
                .execute((instance, context) -> {
                    var id = new BulkActionId(Long.parseLong(instance.getId()));
                    run.run(id);
                    return (complete, operations) -> {
                        operations.remove();
                        // it was let go on between its end and the end of its job, which was in the way
                        if (run.isWaiting(id)) {
                            context.getSchedulerClient()
                                    .scheduleIfNotExists(new TaskInstance<>(BULK, instance.getId()), Instant.EPOCH);
                        }
                    };
                });
    }

    @Bean
    RecurringTask<Void> bulkSweepJob(ObjectProvider<BulkActions> actions) {
        return Tasks.recurring("customers-bulk-sweep", Schedules.daily(LocalTime.of(3, 40)))
                .execute((instance, context) -> actions.getObject().sweep());
    }

    @Bean
    CustomTask<Void> correctionJob(CorrectionRun run) {
        return Tasks.custom(CORRECTION, Void.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2)))
                .execute((instance, context) -> {
                    var id = new CorrectionId(Long.parseLong(instance.getId()));
                    run.run(id);
                    return (complete, operations) -> {
                        operations.remove();
                        // it was let go on between its end and the end of its job, which was in the way
                        if (run.isWaiting(id)) {
                            context.getSchedulerClient()
                                    .scheduleIfNotExists(
                                            new TaskInstance<>(CORRECTION, instance.getId()), Instant.EPOCH);
                        }
                    };
                });
    }
}
