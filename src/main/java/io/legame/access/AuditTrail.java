package io.legame.access;

import static io.legame.access.db.Tables.AUDIT_ENTRY;
import static org.jooq.impl.DSL.noCondition;

import io.legame.access.db.tables.records.AuditEntryRecord;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Who did what, and who saw whose personal data. It only grows. */
@Component
public class AuditTrail {
    private final DSLContext database;
    private final InstantSource clock;
    private final JsonMapper json;

    AuditTrail(DSLContext database, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Records an act of whoever is signed in, or of Legame itself outside of requests, in the caller's transaction: when
     * that is rolled back, nothing was done and nothing is recorded.
     *
     * @param action {@code <module>.<past participle>}, such as {@code customers.exported}
     * @param subjectType what kind of thing it was done to, such as {@code customer}
     * @param subjectId which one; null for none or many
     * @param detail what is worth knowing besides, never a secret
     */
    public void record(String action, String subjectType, @Nullable String subjectId, Map<String, ?> detail) {
        record(Actor.current(), action, subjectType, subjectId, detail);
    }

    /** The same for work that runs later than the request of the one who asked for it. */
    public void record(
            Actor actor, String action, String subjectType, @Nullable String subjectId, Map<String, ?> detail) {
        database.insertInto(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(AUDIT_ENTRY.ACTOR_KIND, actor.kind().column())
                .set(AUDIT_ENTRY.ACTOR_ID, actor.id())
                .set(AUDIT_ENTRY.ACTOR_NAME, actor.name())
                .set(AUDIT_ENTRY.ACTION, action)
                .set(AUDIT_ENTRY.SUBJECT_TYPE, subjectType)
                .set(AUDIT_ENTRY.SUBJECT_ID, subjectId)
                .set(AUDIT_ENTRY.DETAIL, JSONB.valueOf(json.writeValueAsString(detail)))
                .set(AUDIT_ENTRY.ADDRESS, address())
                .execute();
    }

    /**
     * The newest entries that fit, at most {@code limit}.
     *
     * @param before only entries older than the one with this number: where the page before ended
     */
    public List<AuditEntry> newest(AuditFilter filter, @Nullable Long before, int limit) {
        return database.selectFrom(AUDIT_ENTRY)
                .where(condition(filter))
                .and(before == null ? noCondition() : AUDIT_ENTRY.ID.lt(before))
                .orderBy(AUDIT_ENTRY.ID.desc())
                .limit(limit)
                .fetch(this::entry);
    }

    private static Condition condition(AuditFilter filter) {
        Condition condition = noCondition();
        if (filter.actorKind() != null) {
            condition =
                    condition.and(AUDIT_ENTRY.ACTOR_KIND.eq(filter.actorKind().column()));
        }
        if (filter.actorId() != null) {
            condition = condition.and(AUDIT_ENTRY.ACTOR_ID.eq(filter.actorId()));
        }
        if (filter.action() != null) {
            condition = condition.and(AUDIT_ENTRY.ACTION.eq(filter.action()));
        }
        if (filter.from() != null) {
            condition = condition.and(AUDIT_ENTRY.AT.ge(filter.from().atOffset(ZoneOffset.UTC)));
        }
        if (filter.until() != null) {
            condition = condition.and(AUDIT_ENTRY.AT.lt(filter.until().atOffset(ZoneOffset.UTC)));
        }
        return condition;
    }

    /** The actions that ever happened, in alphabetical order: jumps along the index, whatever the trail's length. */
    public List<String> actions() {
        return database.fetch("""
                        with recursive step as (
                            (select action from access.audit_entry order by action limit 1)
                            union all
                            select (select action from access.audit_entry
                                    where action > step.action order by action limit 1)
                            from step where step.action is not null)
                        select action from step where action is not null""").map(row -> row.get(0, String.class));
    }

    private AuditEntry entry(AuditEntryRecord row) {
        return new AuditEntry(
                row.getId(),
                row.getAt().toInstant(),
                new Actor(
                        Actor.Kind.valueOf(row.getActorKind().toUpperCase(Locale.ROOT)),
                        row.getActorId(),
                        row.getActorName()),
                row.getAction(),
                row.getSubjectType(),
                row.getSubjectId(),
                json.readValue(row.getDetail().data(), new TypeReference<Map<String, Object>>() {}),
                row.getAddress());
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : null;
    }
}
