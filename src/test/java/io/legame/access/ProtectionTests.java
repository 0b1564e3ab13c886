package io.legame.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.Answer;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What surrounds every answer, and forms that another site would like to send. */
@LegameTest
class ProtectionTests {
    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    private Visitor administrator;

    @BeforeEach
    void signIn() {
        TestDatabase.clear(database, "access");
        administrator = signedIn.administrator();
        administrator.get("/access/users");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/nowhere",
                "/access/users",
                "/access/users/abc",
                "/assets/legame.js",
                "/api/v1/me",
                "/api/nowhere",
                "/api/openapi.json",
                "/actuator/health"
            })
    void everyAnswerCarriesTheSecurityHeaders(String path) {
        Answer answer = administrator.get(path);

        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo("default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; "
                        + "form-action 'self'; object-src 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
    }

    @Test
    void aFormWithoutTheTokenOfItsPageIsRefused() {
        Answer without = administrator.postWithToken("", "/access/me", "name", "Eve");
        Answer forged = administrator.postWithToken("forged", "/access/me", "name", "Eve");
        Answer someoneElses = administrator.postWithToken(
                signedIn.signIn(SignedIn.ADMINISTRATOR).csrf(), "/access/me", "name", "Eve");

        for (Answer answer : java.util.List.of(without, forged, someoneElses)) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).contains("This page had been open for too long");
        }
        assertThat(administrator.post("/access/me", "name", "Eve").status()).isEqualTo(302);
    }

    @Test
    void htmxSendsTheTokenInAHeader() {
        Answer answer = administrator.send(administrator
                .request("/access/me")
                .header("X-CSRF-TOKEN", administrator.csrf())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=Eve")));

        assertThat(answer.status()).isEqualTo(302);
    }

    @Test
    void signingInAndOutNeedTheTokenToo() {
        assertThat(administrator.postWithToken("", "/sign-out").status()).isEqualTo(403);
        assertThat(signedIn.stranger()
                        .postWithToken("", "/sign-in", "email", SignedIn.ADMINISTRATOR, "password", SignedIn.PASSWORD)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theApiTakesWritesWithATokenAndNoCsrf() {
        assertThat(signedIn.token().json("POST", "/api/v1/me", "{}").status()).isEqualTo(405);
        assertThat(administrator.json("POST", "/api/v1/me", "{}").status()).isEqualTo(401);
    }

    @Test
    void anUploadOfAStrangerIsNotEvenRead() {
        Answer answer = signedIn.stranger()
                .send(signedIn.stranger()
                        .request("/intake")
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(BodyPublishers.ofString("not even multipart")));

        assertThat(answer.header("Location")).isEqualTo("/sign-in");
    }

    @Test
    void theHealthIsForEverybodyWithoutDetails() {
        Answer health = signedIn.stranger().get("/actuator/health");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.body()).contains("UP").doesNotContain("PostgreSQL", "disk");
        assertThat(signedIn.stranger().get("/actuator/env").status()).isEqualTo(302);
    }

    @Test
    void pagesAreNotKeptByTheBrowserAndAssetsAre() {
        assertThat(administrator.get("/access/users").header("Cache-Control")).isEqualTo("no-store");
        assertThat(administrator.get("/assets/legame.js").header("Cache-Control"))
                .contains("immutable");
    }

    @Test
    void whatOneMayNotIsSaidInOnesLanguage() {
        Visitor shop = signedIn.as("SHOP").with("Accept-Language", "it");

        Answer answer = shop.get("/access/users");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("Non hai il permesso di farlo.");
    }
}
