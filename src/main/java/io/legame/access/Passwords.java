package io.legame.access;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id with the parameters that OWASP's Password Storage Cheat Sheet gives: 19 MiB, two rounds, one lane. */
@Component
class Passwords {
    private static final int MEMORY_KIBIBYTES = 19 * 1024;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIBIBYTES, 2);
    /** A thousand attempts at once must not take 19 GB. */
    private final Semaphore atOnce = new Semaphore(Runtime.getRuntime().availableProcessors());

    /** Of a random password that nobody knows, with the same parameters. */
    private static final String HASH_OF_NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$7P1ZcrDtn4KXiZGhD30mTQ$ef1x/HnQ15+Hxb5AuYs3WGLDhji/ckTh4otTd9VopAk";

    String hash(Password password) {
        atOnce.acquireUninterruptibly();
        try {
            return java.util.Objects.requireNonNull(argon2.encode(password.characters()));
        } finally {
            atOnce.release();
        }
    }

    /** Takes the same time whether there is a hash to compare with or not. */
    boolean matches(Password password, @Nullable String hash) {
        atOnce.acquireUninterruptibly();
        try {
            return argon2.matches(password.characters(), hash == null ? HASH_OF_NOBODY : hash) && hash != null;
        } finally {
            atOnce.release();
        }
    }
}
