package io.legame.access;

import io.legame.platform.LegameProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Makes the first administrator and the first token from the environment, so that an installation can be scripted: on an
 * empty database only, before the first request is answered.
 */
@Component
class FirstAccess implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAccess.class);
    private static final int SHORTEST_TOKEN = 20;

    private final LegameProperties properties;
    private final Accounts accounts;
    private final ApiTokens tokens;

    FirstAccess(LegameProperties properties, Accounts accounts, ApiTokens tokens) {
        this.properties = properties;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @Override
    public void afterSingletonsInstantiated() {
        String email = given(properties.adminEmail());
        String password = given(properties.adminPassword());
        String token = given(properties.apiToken());
        if (email == null && password == null && token == null) {
            return;
        }
        if (!accounts.none() || !tokens.none()) {
            LOG.info(
                    "LEGAME_ADMIN_EMAIL, LEGAME_ADMIN_PASSWORD and LEGAME_API_TOKEN are for an empty database: ignored");
            return;
        }
        if (email != null || password != null) {
            found(email, password);
        }
        if (token != null) {
            adopt(token);
        }
    }

    private void found(@Nullable String email, @Nullable String password) {
        if (email == null || password == null) {
            throw new FirstAccessUnusable("LEGAME_ADMIN_EMAIL and LEGAME_ADMIN_PASSWORD only work together.");
        }
        try {
            accounts.found(email, email.substring(0, Math.max(email.indexOf('@'), 1)), new Password(password));
        } catch (io.legame.platform.Refusal refusal) {
            switch (refusal.key()) {
                case "access.error.founded" -> LOG.info("Another node has just created the first administrator");
                case "access.error.email" ->
                    throw new FirstAccessUnusable("LEGAME_ADMIN_EMAIL is not an e-mail address.");
                default ->
                    throw new FirstAccessUnusable(
                            "LEGAME_ADMIN_PASSWORD is too easy to guess: it needs 12 to 200 characters, at least 5 of"
                                    + " them different, and may not be the e-mail.");
            }
        }
    }

    private void adopt(String token) {
        if (token.length() < SHORTEST_TOKEN || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new FirstAccessUnusable("LEGAME_API_TOKEN needs at least " + SHORTEST_TOKEN
                    + " characters, without blanks or accents; such as \"lgm_\" and 40 random letters and digits.");
        }
        tokens.adopt(token, "LEGAME_API_TOKEN");
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
