package io.legame.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a program identifies itself with.
 *
 * @param prefix its first characters, by which people recognise it
 * @param scopes permission names, or {@link Permissions#EVERYTHING}
 * @param sees which customers it reaches
 * @param seesAs the role whose fields of customers it sees; null for all
 * @param createdBy null when it came from the environment of the first start
 * @param expiresAt null: never
 */
public record ApiToken(
        long id,
        String name,
        String prefix,
        Set<String> scopes,
        Scope sees,
        @Nullable Role seesAs,
        @Nullable String createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    public boolean usable(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    Sight sight() {
        return new Sight(sees, seesAs == null ? Set.of() : Set.of(seesAs));
    }

    Actor actor() {
        return new Actor(Actor.Kind.TOKEN, id, name);
    }
}
