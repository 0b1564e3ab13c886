package io.legame.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.legame.platform.Companies;
import io.legame.platform.LegameProperties;
import io.legame.testing.Answer;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** The first visit of an empty installation, in the browser and by the environment. */
@LegameTest
class WelcomeTests {
    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private Companies companies;

    @BeforeEach
    void beginFromNothing() {
        // whose currency it is nobody may change once something was sold in it
        TestDatabase.clear(database, "access", "timeline");
    }

    @Test
    void everyPageOfAnEmptyInstallationLeadsToTheWelcome() {
        Visitor visitor = signedIn.stranger();

        assertThat(visitor.get("/").header("Location")).isEqualTo("/welcome");
        assertThat(visitor.get("/customers").header("Location")).isEqualTo("/welcome");
        assertThat(visitor.get("/sign-in").header("Location")).isEqualTo("/welcome");
        assertThat(visitor.get("/welcome").status()).isEqualTo(200);
        assertThat(visitor.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void theFirstVisitorBecomesTheAdministratorAndIsSignedIn() {
        Visitor visitor = signedIn.stranger();

        Answer answer = found(visitor, "Ada@Example.com");

        assertThat(answer.header("Location")).isEqualTo("/");
        assertThat(visitor.get("/access/users").body()).contains("ada@example.com");
        assertThat(companies.get().name()).isEqualTo("Engines");
        assertThat(companies.get().currency().getCurrencyCode()).isEqualTo("CHF");
        assertThat(signedIn.stranger().get("/welcome").header("Location")).isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "email    | nobody                | This is not an e-mail address.",
                "password | short                 | The two passwords are not the same.",
                "name     | ''                    | A name is needed",
                "company  | ''                    | The company needs a name",
                "currency | XYZ                   | This is not a currency.",
                "timeZone | Europe/Atlantis       | This is not a time zone.",
                "country  | Atlantis              | This is not a country.",
            })
    void whatIsWrongIsSaidAndNothingIsCreated(String field, String value, String sentence) {
        Visitor visitor = signedIn.stranger();
        visitor.get("/welcome");

        Answer answer = visitor.post("/welcome", form("ada@example.com", field, value));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence);
        assertThat(accounts.none()).isTrue();
    }

    @Test
    void aWeakPasswordIsRefused() {
        Visitor visitor = signedIn.stranger();
        visitor.get("/welcome");
        for (String weak : List.of("short", "aaaaaaaaaaaaaaaa", "ada@example.com")) {
            String[] form = form("ada@example.com", "password", weak);
            form[List.of(form).indexOf("repeated") + 1] = weak;

            assertThat(visitor.post("/welcome", form).body()).contains("too easy to guess");
        }
        assertThat(accounts.none()).isTrue();
    }

    @Test
    void ofTwoFirstVisitorsAtTheSameInstantOneIsTheAdministrator() throws Exception {
        for (int round = 0; round < 5; round++) {
            // whose currency it is nobody may change once something was sold in it
            TestDatabase.clear(database, "access", "timeline");
            var visits = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 4; i++) {
                Visitor visitor = signedIn.stranger();
                visitor.get("/welcome");
                String email = "first" + i + "@example.com";
                visits.add(() -> visitor.post("/welcome", form(email)).status());
            }
            var answers = new ArrayList<Integer>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var answer : threads.invokeAll(visits)) {
                    answers.add(answer.get());
                }
            }
            assertThat(answers).containsExactlyInAnyOrder(302, 409, 409, 409);
            assertThat(accounts.all()).hasSize(1);
        }
    }

    @Test
    void anInstallationCanBeScripted() {
        firstAccess("Boss@Example.com", "a long enough password", "lgm_0123456789012345678901234567");

        Visitor visitor = signedIn.stranger();
        visitor.get("/sign-in");
        assertThat(visitor.post("/sign-in", "email", "boss@example.com", "password", "a long enough password")
                        .status())
                .isEqualTo(302);
        Answer me = signedIn.stranger()
                .with("Authorization", "Bearer lgm_0123456789012345678901234567")
                .get("/api/v1/me");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.body()).contains("access:manage", "LEGAME_API_TOKEN");
    }

    @Test
    void theEnvironmentIsIgnoredOnceThereIsAnAccount() {
        signedIn.account("old@example.com", "Old", "ADMINISTRATOR");

        firstAccess("boss@example.com", "a long enough password", "lgm_0123456789012345678901234567");

        assertThat(accounts.all()).extracting(Account::email).containsExactly("old@example.com");
        assertThat(tokens.none()).isTrue();
    }

    @Test
    void anEnvironmentThatCannotBeUsedIsRefusedWithASentence() {
        assertThatThrownBy(() -> firstAccess("boss@example.com", null, null))
                .hasMessageContaining("only work together");
        assertThatThrownBy(() -> firstAccess("boss@example.com", "short", null)).hasMessageContaining("too easy");
        assertThatThrownBy(() -> firstAccess("boss", "a long enough password", null))
                .hasMessageContaining("not an e-mail");
        assertThatThrownBy(() -> firstAccess(null, null, "secret")).hasMessageContaining("at least 20");
        assertThat(accounts.none()).isTrue();
    }

    private void firstAccess(@Nullable String email, @Nullable String password, @Nullable String token) {
        var properties = new LegameProperties(
                Path.of("data"),
                null,
                null,
                null,
                DataSize.ofGigabytes(1),
                null,
                Duration.ofSeconds(15),
                email,
                password,
                token);
        new FirstAccess(properties, accounts, tokens).afterSingletonsInstantiated();
    }

    private static Answer found(Visitor visitor, String email) {
        visitor.get("/welcome");
        return visitor.post("/welcome", form(email));
    }

    private static String[] form(String email, String... changed) {
        var form = new ArrayList<>(
                List.of("name", "Ada", "email", email, "password", SignedIn.PASSWORD, "repeated", SignedIn.PASSWORD));
        form.addAll(List.of("company", "Engines", "country", "CH", "currency", "CHF", "timeZone", "Europe/Zurich"));
        for (int i = 0; i < changed.length; i += 2) {
            form.set(form.indexOf(changed[i]) + 1, changed[i + 1]);
        }
        return form.toArray(String[]::new);
    }
}
