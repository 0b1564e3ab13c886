package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;

import io.legame.access.AuditTrail;
import io.legame.platform.Companies;
import io.legame.platform.Refusal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rules of uniformity, each with what it does: the door to switching them. */
@Component
public class UniformityRules {
    private static final int EXAMPLES = 3;
    /** Enough to find examples of the rules that are in use. */
    private static final int SAMPLED = 3_000;

    private final DSLContext database;
    private final CustomerSettings settings;
    private final Companies companies;
    private final AuditTrail audit;
    private final InstantSource clock;

    UniformityRules(
            DSLContext database,
            CustomerSettings settings,
            Companies companies,
            AuditTrail audit,
            InstantSource clock) {
        this.database = database;
        this.settings = settings;
        this.companies = companies;
        this.audit = audit;
        this.clock = clock;
    }

    /** A value as it came and as the rule wrote it. */
    public record Example(String before, String after) {}

    /**
     * A rule as this company has it.
     *
     * @param real whether the examples are of its own customers
     */
    public record Ruled(UniformityRule rule, boolean on, List<Example> examples, boolean real) {}

    /** All, in the order of their fields. */
    public List<Ruled> list() {
        Set<UniformityRule> off = settings.recent().off();
        Map<UniformityRule, List<Example>> found = found();
        var ruled = new ArrayList<Ruled>();
        for (UniformityRule rule : UniformityRule.values()) {
            boolean on = !off.contains(rule) || !rule.canBeOff();
            List<Example> ours = found.getOrDefault(rule, List.of());
            boolean real = on && !ours.isEmpty();
            ruled.add(new Ruled(rule, on, real ? ours : builtIn(rule), real));
        }
        return ruled;
    }

    /** What the rules wrote anew of the customers that came last. */
    private Map<UniformityRule, List<Example>> found() {
        var found = new EnumMap<UniformityRule, List<Example>>(UniformityRule.class);
        database.selectFrom(CUSTOMER)
                .where(CUSTOMER.WRITTEN.isNotNull())
                .orderBy(CUSTOMER.ID.desc())
                .limit(SAMPLED)
                .forEach(row -> {
                    var state = new CustomerState(row);
                    for (UniformityRule rule : UniformityRule.values()) {
                        rule.fields().forEach(field -> addExample(found, rule, field, state));
                    }
                });
        return found;
    }

    private static void addExample(
            Map<UniformityRule, List<Example>> found, UniformityRule rule, CustomerField field, CustomerState state) {
        TableField<?, String> column = CustomerRow.column(field);
        String before = state.written(field);
        String after = column == null ? null : state.row().get(column);
        List<Example> examples = found.computeIfAbsent(rule, each -> new ArrayList<>());
        if (before != null && after != null && state.flag(field) == null && examples.size() < EXAMPLES) {
            var example = new Example(before, after);
            if (!examples.contains(example)) {
                examples.add(example);
            }
        }
    }

    private List<Example> builtIn(UniformityRule rule) {
        Uniformity all = uniformity(Set.of());
        return RuleSamples.of(rule).stream()
                .map(sample -> new Example(
                        sample.text(),
                        Objects.requireNonNullElse(
                                all.apply(sample.draft()).draft().text(sample.field()), "–")))
                .toList();
    }

    /** Those that are on. */
    Set<UniformityRule> on() {
        Set<UniformityRule> on = EnumSet.allOf(UniformityRule.class);
        settings.read().off().stream().filter(UniformityRule::canBeOff).forEach(on::remove);
        return on;
    }

    /** As they are switched now. */
    Uniformity uniformity() {
        return uniformity(settings.read().off());
    }

    private Uniformity uniformity(Set<UniformityRule> off) {
        var company = companies.get();
        return new Uniformity(company.country(), LocalDate.ofInstant(clock.instant(), company.timeZone()), off);
    }

    /** Switches a rule for what comes from now on; the values that are there stay. */
    @Transactional
    public void change(UniformityRule rule, boolean on) {
        if (!on && !rule.canBeOff()) {
            throw Refusal.of("customers.error.ruleStays");
        }
        Set<UniformityRule> off = EnumSet.noneOf(UniformityRule.class);
        off.addAll(settings.read().off());
        boolean changed = on ? off.remove(rule) : off.add(rule);
        if (changed) {
            settings.write(off);
            audit.record(on ? "customers.ruleSwitchedOn" : "customers.ruleSwitchedOff", "rule", rule.code(), Map.of());
        }
    }
}
