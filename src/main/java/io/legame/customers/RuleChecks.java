package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;
import static io.legame.customers.db.Tables.RULE_CHECK;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import io.legame.customers.db.tables.records.CustomerRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds the customers whose values a rule would write in another way: they came while it was off, or before it was as it
 * is. Every customer is read and ruled anew, which takes a minute or so for a million of them.
 */
@Component
public class RuleChecks {
    private static final int AT_ONCE = 5_000;
    private static final int EXAMPLES = 20;

    private final DSLContext database;
    private final UniformityRules rules;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final OneTimeTask<Void> job;
    private final ObjectProvider<Scheduler> scheduler;

    RuleChecks(
            DSLContext database,
            UniformityRules rules,
            TransactionTemplate transaction,
            InstantSource clock,
            OneTimeTask<Void> ruleCheckJob,
            ObjectProvider<Scheduler> scheduler) {
        this.database = database;
        this.rules = rules;
        this.transaction = transaction;
        this.clock = clock;
        this.job = ruleCheckJob;
        this.scheduler = scheduler;
    }

    /** @param customers whose values the rule would write in another way */
    record Found(UniformityRule rule, long customers) {}

    private static final class Tally {
        private long customers;
        private final java.util.ArrayList<Long> first = new java.util.ArrayList<>();

        private void add(long customer) {
            customers++;
            if (first.size() < EXAMPLES) {
                first.add(customer);
            }
        }
    }

    /** Checks all customers now. */
    void run() {
        Uniformity uniformity = rules.uniformity();
        Map<UniformityRule, Tally> tallies = new EnumMap<>(UniformityRule.class);
        rules.on().stream().filter(RuleCorrection::canBeApplied).forEach(rule -> tallies.put(rule, new Tally()));
        long after = 0;
        while (true) {
            var rows = database.selectFrom(CUSTOMER)
                    .where(CUSTOMER.ID.gt(after))
                    .orderBy(CUSTOMER.ID)
                    .limit(AT_ONCE)
                    .fetch();
            if (rows.isEmpty()) {
                break;
            }
            rows.forEach(row -> tally(row, uniformity, tallies));
            after = rows.getLast().getId();
        }
        write(tallies);
    }

    private static void tally(CustomerRecord row, Uniformity uniformity, Map<UniformityRule, Tally> tallies) {
        CustomerDraft stored = RuleCorrection.draft(row);
        UniformDraft uniform = uniformity.apply(stored);
        if (RuleCorrection.changesNothing(stored, uniform)) {
            return;
        }
        var state = new CustomerState(row);
        tallies.forEach((rule, tally) -> {
            if (!RuleCorrection.of(state, uniform, rule).isEmpty()) {
                tally.add(state.id());
            }
        });
    }

    private void write(Map<UniformityRule, Tally> tallies) {
        transaction.executeWithoutResult(status -> {
            database.execute("lock table customers.rule_check in exclusive mode");
            database.deleteFrom(RULE_CHECK).execute();
            tallies.forEach((rule, tally) -> database.insertInto(RULE_CHECK)
                    .set(RULE_CHECK.RULE, rule.code())
                    .set(RULE_CHECK.CHECKED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                    .set(RULE_CHECK.CUSTOMERS, tally.customers)
                    .set(RULE_CHECK.EXAMPLES, tally.first.toArray(Long[]::new))
                    .execute());
        });
    }

    /** Begins to check in the background. */
    public void start() {
        scheduler.getObject().scheduleIfNotExists(job.instance("all"), Instant.EPOCH);
    }

    /** Whether customers are being checked, or will be at once. */
    public boolean running() {
        return scheduler
                .getObject()
                .getScheduledExecution(job.instanceId("all"))
                .isPresent();
    }

    /** When customers were last checked; null when they never were. */
    public @Nullable Instant checkedAt() {
        return Optional.ofNullable(database.select(DSL.max(RULE_CHECK.CHECKED_AT))
                        .from(RULE_CHECK)
                        .fetchSingle()
                        .value1())
                .map(java.time.OffsetDateTime::toInstant)
                .orElse(null);
    }

    /** As last checked, the most frequent first. */
    List<Found> found() {
        return database
                .selectFrom(RULE_CHECK)
                .orderBy(RULE_CHECK.CUSTOMERS.desc(), RULE_CHECK.RULE)
                .fetch(row -> UniformityRule.of(row.getRule())
                        .map(rule -> new Found(rule, row.getCustomers()))
                        .orElse(null))
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    long customers(UniformityRule rule) {
        return database.select(RULE_CHECK.CUSTOMERS)
                .from(RULE_CHECK)
                .where(RULE_CHECK.RULE.eq(rule.code()))
                .fetchOptional(RULE_CHECK.CUSTOMERS)
                .orElse(0L);
    }

    /** The first customers concerned. */
    List<Long> examples(UniformityRule rule) {
        return database.select(RULE_CHECK.EXAMPLES)
                .from(RULE_CHECK)
                .where(RULE_CHECK.RULE.eq(rule.code()))
                .fetchOptional(RULE_CHECK.EXAMPLES)
                .map(Arrays::asList)
                .orElse(List.of());
    }
}
