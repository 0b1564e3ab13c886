package io.legame.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.Answer;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LegameTest
class ApiTokensTests {
    private static final Pattern SECRET = Pattern.compile("value=\"(lgm_[A-Za-z0-9_-]{43})\"");

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    private Visitor administrator;

    @BeforeEach
    void signIn() {
        TestDatabase.clear(database, "access");
        administrator = signedIn.administrator();
    }

    @Test
    void aTokenIsShownOnceAndKeptAsAHash() {
        String secret = create("days", "90", "scopes", "customers:view");

        assertThat(administrator.get("/access/tokens").body())
                .contains(secret.substring(0, 10))
                .doesNotContain(secret);
        String row = database.sql("select api_token::text || encode(hash, 'escape') from access.api_token")
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(secret.substring(10));
        assertThat(database.sql("select detail::text from access.audit_entry where action = 'access.token-created'")
                        .query(String.class)
                        .single())
                .doesNotContain(secret);
    }

    @Test
    void aTokenSaysWhoItIsAndWhatItMay() {
        Answer me = caller(create("scopes", "customers:view", "scopes", "access:audit", "scopes", "no:such"))
                .get("/api/v1/me");

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.body()).contains("\"name\":\"Till\"", "[\"access:audit\",\"customers:view\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer lgm_forged", "Bearer ", "Bearer", "Basic YTpi", "lgm_x", "Bearer lgm_é"})
    void aForgedTokenIsRefused(String header) {
        Answer answer = signedIn.stranger().with("Authorization", header).get("/api/v1/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"legame\", error=\"invalid_token\"");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"access.error.token\"", "\"status\":401");
    }

    @Test
    void aCallWithoutATokenIsTold() {
        Answer answer = signedIn.stranger().with("Accept-Language", "it").get("/api/v1/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"legame\"");
        assertThat(answer.body()).contains("\"code\":\"access.error.noToken\"", "serve un token API");
    }

    @Test
    void aRevokedTokenIsRefusedAtOnce() {
        Visitor caller = caller(create("scopes", "customers:view"));
        assertThat(caller.get("/api/v1/me").status()).isEqualTo(200);

        long id = database.sql("select id from access.api_token")
                .query(Long.class)
                .single();
        administrator.get("/access/tokens");
        administrator.post("/access/tokens/" + id + "/revoke");

        assertThat(caller.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(administrator.get("/access/tokens").body()).contains("Revoked");
    }

    @Test
    void anExpiredTokenIsRefused() {
        Visitor caller = caller(create("scopes", "customers:view", "days", "30"));
        clock.advance(Duration.ofDays(30).minusSeconds(1));
        assertThat(caller.get("/api/v1/me").status()).isEqualTo(200);

        clock.advance(Duration.ofSeconds(1));

        assertThat(caller.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void theLastUseIsNotedNowAndThen() {
        Visitor caller = caller(create("scopes", "customers:view"));
        caller.get("/api/v1/me");
        var first = lastUse();
        clock.advance(Duration.ofSeconds(59));
        caller.get("/api/v1/me");
        assertThat(lastUse()).isEqualTo(first);

        clock.advance(Duration.ofSeconds(2));
        caller.get("/api/v1/me");

        assertThat(lastUse()).isAfter(first);
    }

    @Test
    void aTokenWithoutScopeOrNameIsNotMade() {
        administrator.get("/access/tokens/new");

        assertThat(administrator.post("/access/tokens", "name", "Till").status())
                .isEqualTo(422);
        assertThat(administrator
                        .post("/access/tokens", "scopes", "customers:view")
                        .status())
                .isEqualTo(422);
        assertThat(administrator
                        .post("/access/tokens", "name", "Till", "scopes", "customers:view", "days", "99999")
                        .status())
                .isEqualTo(422);
        assertThat(administrator
                        .post("/access/tokens", "name", "Till", "scopes", "*")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theDescriptionIsForTokensAndSessionsOnly() {
        assertThat(signedIn.stranger().get("/api/openapi.json").status()).isEqualTo(401);
        assertThat(administrator.get("/api/openapi.json").status()).isEqualTo(200);

        Answer description = signedIn.token("customers:view").get("/api/openapi.json");

        assertThat(description.body()).contains("\"openapi\":\"3.1", "\"scheme\":\"bearer\"", "/api/v1/me");
    }

    @Test
    void aSessionOpensNoOtherCall() {
        assertThat(administrator.get("/api/v1/me").status()).isEqualTo(401);
    }

    private String create(String... fields) {
        administrator.get("/access/tokens/new");
        var form = new java.util.ArrayList<>(java.util.List.of("name", "Till"));
        form.addAll(java.util.List.of(fields));
        var matcher = SECRET.matcher(administrator
                .post("/access/tokens", form.toArray(String[]::new))
                .body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private Visitor caller(String secret) {
        return signedIn.stranger().with("Authorization", "bearer " + secret);
    }

    private java.time.OffsetDateTime lastUse() {
        return database.sql("select last_used_at from access.api_token")
                .query(java.time.OffsetDateTime.class)
                .single();
    }
}
