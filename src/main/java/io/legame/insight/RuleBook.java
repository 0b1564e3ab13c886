package io.legame.insight;

import static io.legame.insight.db.Tables.CLOSING;
import static io.legame.insight.db.Tables.CONTACT_KIND;
import static io.legame.insight.db.Tables.RULES;
import static io.legame.insight.db.Tables.UNIT_COST;

import io.legame.access.AuditTrail;
import io.legame.platform.Companies;
import io.legame.platform.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the company decided about life cycle, tiers, scores and costs. The last decision counts from its day on, whatever
 * was decided for later days before; all of them are kept, and none reaches back into a month that was closed.
 */
@Component
public class RuleBook {
    private final DataSource source;
    private final DSLContext database;
    private final Companies companies;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final JsonMapper json;

    RuleBook(
            DataSource source,
            DSLContext database,
            Companies companies,
            AuditTrail audit,
            InstantSource clock,
            JsonMapper json) {
        this.source = source;
        this.database = database;
        this.companies = companies;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /** What counts on a day, or would have counted. */
    public <T extends Rules> T inForce(Class<T> type, LocalDate day) {
        Basis basis = basis();
        return type.cast(
                type == LifeCycleRules.class
                        ? Dated.inForce(basis.lifeCycle(), day)
                        : type == TierRules.class
                                ? Dated.inForce(basis.tiers(), day)
                                : Dated.inForce(basis.rfm(), day));
    }

    public <T extends Rules> T today(Class<T> type) {
        return inForce(type, companyDay());
    }

    /**
     * Something that was decided.
     *
     * @param rules as they were written down
     */
    public record Decision<T extends Rules>(LocalDate validFrom, T rules, Instant at, String by) {}

    /** All decisions of a type, the newest first; empty while the company goes by what Legame came with. */
    public <T extends Rules> List<Decision<T>> decisions(Class<T> type) {
        return database.selectFrom(RULES)
                .where(RULES.KIND.eq(Rules.kind(type)))
                .orderBy(RULES.ID.desc())
                .fetch(row -> new Decision<>(
                        row.getValidFrom(),
                        json.readValue(row.getBody().data(), type),
                        row.getDecidedAt().toInstant(),
                        row.getDecidedBy()));
    }

    /**
     * Decides rules that count from a day on.
     *
     * @param from not in the future; null for the beginning of time, unless a month was closed already
     * @throws Refusal 422 when the day lies in a month that was closed, or after today
     */
    @Transactional
    public void decide(Rules rules, @Nullable LocalDate from, String by) {
        LocalDate validFrom = allowed(from);
        String kind = Rules.kind(rules.getClass().asSubclass(Rules.class));
        String body = json.writeValueAsString(rules);
        database.insertInto(RULES)
                .set(RULES.KIND, kind)
                .set(RULES.VALID_FROM, validFrom)
                .set(RULES.BODY, JSONB.valueOf(body))
                .set(RULES.DECIDED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(RULES.DECIDED_BY, by)
                .execute();
        audit.record("insight.rulesDecided", "rules", kind, Map.of("from", validFrom.toString(), "rules", body));
    }

    /** The first day from which something may be decided: the one after the last closed month; null when none was closed. */
    public @Nullable LocalDate openSince() {
        LocalDate closed = database.select(DSL.max(CLOSING.MONTH))
                .from(CLOSING)
                .fetchSingle()
                .value1();
        return closed == null ? null : closed.plusDays(1);
    }

    private LocalDate allowed(@Nullable LocalDate from) {
        LocalDate open = openSince();
        LocalDate day = from == null ? (open == null ? Basis.BEGINNING : open) : from;
        if (day.isAfter(companyDay())) {
            throw Refusal.of("insight.rules.error.future");
        }
        if (open != null && day.isBefore(open)) {
            throw Refusal.of("insight.rules.error.closed", open);
        }
        return day;
    }

    /** Today where the company is. */
    public LocalDate companyDay() {
        return clock.instant().atZone(companies.get().timeZone()).toLocalDate();
    }

    /** What an interaction of a kind is, for the kinds that have been told; others are contacts. */
    public SortedMap<String, ContactRole> roles() {
        var roles = new TreeMap<String, ContactRole>();
        database.selectFrom(CONTACT_KIND).forEach(row -> roles.put(row.getKind(), ContactRole.of(row.getRole())));
        return roles;
    }

    /** Counts at once and for all time. */
    @Transactional
    public void tell(String kind, ContactRole role) {
        database.insertInto(CONTACT_KIND)
                .set(CONTACT_KIND.KIND, kind)
                .set(CONTACT_KIND.ROLE, role.code())
                .onConflict(CONTACT_KIND.KIND)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        audit.record("insight.roleTold", "contactKind", kind, Map.of("role", role.code()));
    }

    /** A unit cost that was decided. */
    public record CostDecision(UnitCost cost, Instant at, String by) {}

    /** All unit costs ever decided, the newest first. */
    public List<CostDecision> costs() {
        return database.selectFrom(UNIT_COST)
                .orderBy(UNIT_COST.ID.desc())
                .fetch(row -> new CostDecision(
                        new UnitCost(row.getKind(), row.getChannel(), row.getValidFrom(), row.getAmount()),
                        row.getDecidedAt().toInstant(),
                        row.getDecidedBy()));
    }

    /**
     * Decides unit costs; {@code validFrom} as in {@link #decide}.
     *
     * @param from null for the beginning of time, unless a month was closed already
     */
    @Transactional
    public void decide(List<UnitCost> costs, @Nullable LocalDate from, String by) {
        LocalDate validFrom = allowed(from);
        for (UnitCost cost : costs) {
            database.insertInto(UNIT_COST)
                    .set(UNIT_COST.KIND, cost.kind())
                    .set(UNIT_COST.CHANNEL, cost.channel())
                    .set(UNIT_COST.VALID_FROM, validFrom)
                    .set(UNIT_COST.AMOUNT, cost.amount())
                    .set(UNIT_COST.DECIDED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                    .set(UNIT_COST.DECIDED_BY, by)
                    .execute();
            audit.record("insight.costDecided", "unitCost", cost.kind(), told(cost, validFrom));
        }
    }

    private static Map<String, String> told(UnitCost cost, LocalDate validFrom) {
        var told = new TreeMap<>(Map.of("from", validFrom.toString()));
        if (cost.channel() != null) {
            told.put("channel", cost.channel());
        }
        if (cost.amount() != null) {
            told.put("amount", cost.amount().toPlainString());
        }
        return told;
    }

    Basis basis() {
        try (Connection postgres = source.getConnection()) {
            return Basis.read(postgres);
        } catch (SQLException e) {
            throw new WarehouseFailure(e);
        }
    }
}
