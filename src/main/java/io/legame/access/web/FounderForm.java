package io.legame.access.web;

import io.legame.access.Password;
import io.legame.platform.Refusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The first administrator, as the welcome page sends it. */
public record FounderForm(
        @Nullable String name,
        @Nullable String email,
        @Nullable Password password,
        @Nullable Password repeated) {
    static final FounderForm EMPTY = new FounderForm(null, null, null, null);

    String nameOrEmpty() {
        return Objects.requireNonNullElse(name, "");
    }

    String emailOrEmpty() {
        return Objects.requireNonNullElse(email, "");
    }

    Password samePassword() {
        return same(password, repeated);
    }

    /** The password typed twice, refused when the two differ. */
    static Password same(@Nullable Password password, @Nullable Password repeated) {
        if (password == null || !password.equals(repeated)) {
            throw Refusal.of("access.error.passwordsDiffer");
        }
        return password;
    }
}
