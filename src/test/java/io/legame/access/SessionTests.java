package io.legame.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.Legame;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@LegameTest
class SessionTests {
    private static final String COOKIE = "legame-session";

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Environment environment;

    @BeforeEach
    void beginFromNothing() {
        TestDatabase.clear(database, "access");
    }

    @Test
    void whoOnlyLooksAtTheSignInHasNoSession() {
        signedIn.account(SignedIn.ADMINISTRATOR, "Ada", "ADMINISTRATOR");
        Visitor stranger = signedIn.stranger();

        stranger.get("/sign-in");
        stranger.get("/customers");

        assertThat(stranger.cookie(COOKIE)).isEmpty();
        assertThat(sessions()).isZero();
    }

    @Test
    void signingInAgainBeginsAnotherSessionAndEndsTheOneBefore() {
        Visitor visitor = signedIn.administrator();
        String first = visitor.cookie(COOKIE);
        visitor.get("/");

        visitor.post("/sign-in", "email", SignedIn.ADMINISTRATOR, "password", SignedIn.PASSWORD);

        assertThat(visitor.cookie(COOKIE)).isNotEmpty().isNotEqualTo(first);
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        signedIn.account(SignedIn.ADMINISTRATOR, "Ada", "ADMINISTRATOR");
        Visitor visitor = signedIn.stranger();
        visitor.get("/sign-in");

        var answer = visitor.post("/sign-in", "email", SignedIn.ADMINISTRATOR, "password", SignedIn.PASSWORD);

        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(COOKIE))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Secure"));
    }

    @Test
    void overHttpsTheCookieIsSentOverHttpsOnly() {
        signedIn.account(SignedIn.ADMINISTRATOR, "Ada", "ADMINISTRATOR");
        Visitor visitor = signedIn.stranger().with("X-Forwarded-Proto", "https");
        var page = visitor.get("/sign-in");

        assertThat(page.header("Strict-Transport-Security")).contains("max-age=");
        assertThat(page.headers().allValues("Set-Cookie")).allMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    void afterAnIdleTimeTheSessionIsOver() {
        Visitor visitor = signedIn.administrator();
        assertThat(database.sql("select max_inactive_interval from access.session")
                        .query(Integer.class)
                        .single())
                .isEqualTo(8 * 3600);

        database.sql("update access.session set last_access_time = last_access_time - 8 * 3600 * 1000")
                .update();

        assertThat(visitor.get("/").header("Location")).isEqualTo("/sign-in");
    }

    @Test
    void whoSignsOutIsOut() {
        Visitor visitor = signedIn.administrator();
        visitor.get("/");

        assertThat(visitor.post("/sign-out").header("Location")).isEqualTo("/sign-in");

        assertThat(visitor.get("/").status()).isEqualTo(302);
        assertThat(sessions()).isZero();
        assertThat(database.sql("select action from access.audit_entry order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("access.signed-out");
    }

    @Test
    void aCookieThatNobodyGaveOpensNothing() {
        signedIn.administrator();
        Visitor forger = signedIn.stranger().with("Cookie", COOKIE + "=bm90IGEgc2Vzc2lvbg==");

        assertThat(forger.get("/").status()).isEqualTo(302);
    }

    @Test
    void anotherNodeKnowsTheSession(@TempDir Path folder) {
        Visitor visitor = signedIn.administrator();
        try (var node = new SpringApplicationBuilder(Legame.class)
                .run(
                        "--server.port=0",
                        "--legame.database-url=" + environment.getProperty("legame.database-url"),
                        "--legame.data-folder=" + folder)) {
            visitor.at("http://127.0.0.1:" + node.getEnvironment().getProperty("local.server.port"));

            var answer = visitor.get("/access/me");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains(SignedIn.ADMINISTRATOR);
        }
    }

    private long sessions() {
        return database.sql("select count(*) from access.session")
                .query(Long.class)
                .single();
    }
}
