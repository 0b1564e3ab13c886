package io.legame.access;

import static io.legame.access.db.Tables.ACCOUNT;
import static io.legame.access.db.Tables.API_TOKEN;

import io.legame.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tokens that programs call the API with. Only their hashes are kept. */
@Component
@Transactional
public class ApiTokens {
    private static final String SUBJECT = "token";
    private static final String MARK = "lgm_";
    private static final int SECRET_BYTES = 32;
    private static final int SHOWN = 10;
    /** "Last used" is as exact as this, so that a busy token's row is not written at every call. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final SecureRandom random = new SecureRandom();
    private final DSLContext database;
    private final Permissions permissions;
    private final Units units;
    private final AuditTrail audit;
    private final InstantSource clock;

    ApiTokens(DSLContext database, Permissions permissions, Units units, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.permissions = permissions;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** A token just made, with the secret that is never shown again. */
    public record Fresh(ApiToken token, String secret) {}

    /**
     * Makes a token of the one who is signed in.
     *
     * @param scopes names of permissions, at least one
     * @param sight what it sees of customers; of its roles the first counts
     * @param expiresAt null: never
     */
    public Fresh create(String name, Set<String> scopes, Sight sight, @Nullable Instant expiresAt) {
        var known = new TreeSet<>(scopes);
        known.retainAll(permissions.names());
        if (known.isEmpty()) {
            throw Refusal.of("access.error.noScope");
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Long id = insert(
                secret,
                Names.of(name),
                known,
                new Sight(units.known(sight.scope()), sight.roles()),
                Actor.current().account().value(),
                expiresAt);
        ApiToken token = get(java.util.Objects.requireNonNull(id));
        audit.record(
                "access.token-created",
                SUBJECT,
                Long.toString(token.id()),
                Map.of("scopes", known, "sees", sight.scope().told(), "seesAs", sight.roles()));
        return new Fresh(token, secret);
    }

    /** Takes a secret that somebody else chose, with every scope; says nothing when it is there already. */
    void adopt(String secret, String name) {
        Long id = insert(secret, name, Set.of(Permissions.EVERYTHING), Sight.EVERYTHING, null, null);
        if (id != null) {
            audit.record(Actor.SYSTEM, "access.token-created", SUBJECT, id.toString(), Map.of("scopes", "*"));
        }
    }

    private @Nullable Long insert(
            String secret,
            String name,
            Set<String> scopes,
            Sight sight,
            @Nullable Long creator,
            @Nullable Instant expiresAt) {
        return database.insertInto(API_TOKEN)
                .set(API_TOKEN.NAME, name)
                .set(API_TOKEN.HASH, hash(secret))
                .set(API_TOKEN.PREFIX, secret.substring(0, Math.min(SHOWN, secret.length() / 2)))
                .set(API_TOKEN.SCOPES, scopes.toArray(String[]::new))
                .set(API_TOKEN.SEES, sight.scope().numbers())
                .set(
                        API_TOKEN.SEES_AS,
                        sight.roles().stream().map(Role::name).findFirst().orElse(null))
                .set(API_TOKEN.CREATED_BY, creator)
                .set(API_TOKEN.CREATED_AT, now())
                .set(API_TOKEN.EXPIRES_AT, expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .returning(API_TOKEN.ID)
                .fetchOne(API_TOKEN.ID);
    }

    @Transactional(readOnly = true)
    public boolean none() {
        return !database.fetchExists(API_TOKEN);
    }

    /** Usable and not, newest first. */
    @Transactional(readOnly = true)
    public List<ApiToken> all() {
        return select().orderBy(API_TOKEN.ID.desc()).fetch(ApiTokens::token);
    }

    @Transactional(readOnly = true)
    public ApiToken get(long id) {
        return select().where(API_TOKEN.ID.eq(id))
                .fetchOptional(ApiTokens::token)
                .orElseThrow(Refusal::notFound);
    }

    /** The token of the secret if it may be used now. */
    Optional<ApiToken> use(String secret) {
        Condition found = API_TOKEN.HASH.eq(hash(secret));
        Optional<ApiToken> token =
                select().where(found).fetchOptional(ApiTokens::token).filter(it -> it.usable(clock.instant()));
        token.filter(this::useNotNoted)
                .ifPresent(it -> database.update(API_TOKEN)
                        .set(API_TOKEN.LAST_USED_AT, now())
                        .where(found)
                        .execute());
        return token;
    }

    private boolean useNotNoted(ApiToken token) {
        Instant noted = token.lastUsedAt();
        return noted == null || noted.plus(USE_NOTED_EVERY).isBefore(clock.instant());
    }

    /** The token opens nothing any more, from the very next call. */
    public void revoke(long id) {
        ApiToken token = get(id);
        if (token.revokedAt() == null) {
            database.update(API_TOKEN)
                    .set(API_TOKEN.REVOKED_AT, now())
                    .where(API_TOKEN.ID.eq(id))
                    .execute();
            audit.record("access.token-revoked", SUBJECT, Long.toString(id), Map.of("name", token.name()));
        }
    }

    private SelectJoinStep<?> select() {
        return database.select(API_TOKEN.fields())
                .select(ACCOUNT.NAME.as("creator"))
                .from(API_TOKEN)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ID.eq(API_TOKEN.CREATED_BY));
    }

    private static ApiToken token(Record row) {
        return new ApiToken(
                row.get(API_TOKEN.ID),
                row.get(API_TOKEN.NAME),
                row.get(API_TOKEN.PREFIX),
                new TreeSet<>(List.of(row.get(API_TOKEN.SCOPES))),
                Scope.of(row.get(API_TOKEN.SEES)),
                row.get(API_TOKEN.SEES_AS) == null ? null : Role.valueOf(row.get(API_TOKEN.SEES_AS)),
                row.get(DSL.field(DSL.name("creator"), String.class)),
                row.get(API_TOKEN.CREATED_AT).toInstant(),
                instant(row.get(API_TOKEN.EXPIRES_AT)),
                instant(row.get(API_TOKEN.LAST_USED_AT)),
                instant(row.get(API_TOKEN.REVOKED_AT)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
