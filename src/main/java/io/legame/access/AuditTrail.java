package io.legame.access;

import static io.legame.access.db.Tables.AUDIT_ENTRY;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
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

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : null;
    }
}
