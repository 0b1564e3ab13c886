package io.legame.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.Answer;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LegameTest
class SignInTests {
    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void beginWithAnAdministrator() {
        TestDatabase.clear(database, "access");
        signedIn.account(SignedIn.ADMINISTRATOR, "Ada", "ADMINISTRATOR");
    }

    @Test
    void somebodyWithTheRightPasswordComesIn() {
        Visitor visitor = signedIn.administrator();

        assertThat(visitor.get("/").status()).isEqualTo(200);
        assertThat(actions()).containsExactly("access.signed-in");
    }

    @Test
    void theEmailMayBeWrittenInCapitals() {
        assertThat(attempt(signedIn.stranger(), "ADMIN@Legame.Test ", SignedIn.PASSWORD)
                        .status())
                .isEqualTo(302);
    }

    @Test
    void aStrangerIsLedToTheSignInAndBackToThePageTheyWanted() {
        Visitor stranger = signedIn.stranger();

        Answer answer = stranger.get("/customers?q=rossi");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/sign-in?next=%2Fcustomers%3Fq%3Drossi");

        assertThat(stranger.get(answer.header("Location")).body())
                .contains("name=\"next\" value=\"/customers?q=rossi\"");
        assertThat(stranger.post(
                                "/sign-in",
                                "email",
                                SignedIn.ADMINISTRATOR,
                                "password",
                                SignedIn.PASSWORD,
                                "next",
                                "/customers?q=rossi")
                        .header("Location"))
                .isEqualTo("/customers?q=rossi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "/\t/x"})
    void nobodyIsLedToAnotherSite(String next) {
        Visitor stranger = signedIn.stranger();
        stranger.get("/sign-in");

        Answer answer =
                stranger.post("/sign-in", "email", SignedIn.ADMINISTRATOR, "password", SignedIn.PASSWORD, "next", next);

        assertThat(answer.header("Location")).isEqualTo("/");
    }

    @Test
    void whenTheSessionIsOverAPartOfAPageLeadsTheWholePageToTheSignIn() {
        Visitor stranger =
                signedIn.stranger().with("HX-Request", "true").with("HX-Current-URL", signedIn.url("/customers?q=a"));

        Answer answer = stranger.get("/customers/panel");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("HX-Redirect")).isEqualTo("/sign-in?next=%2Fcustomers%3Fq%3Da");
    }

    @Test
    void aWrongPasswordAnUnknownAccountAndADisabledOneGetTheSameAnswer() {
        signedIn.account("gone@legame.test", "Gone", "SHOP");
        database.sql("update access.account set disabled_at = now() where email = 'gone@legame.test'")
                .update();

        Answer wrong = attempt(signedIn.stranger(), SignedIn.ADMINISTRATOR, "not the right one");
        Answer unknown = attempt(signedIn.stranger(), "nobody@legame.test", "not the right one");
        Answer disabled = attempt(signedIn.stranger(), "gone@legame.test", SignedIn.PASSWORD);

        for (Answer answer : List.of(wrong, unknown, disabled)) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body()).contains("This e-mail and password do not fit together.");
        }
        assertThat(database.sql("select actor_name from access.audit_entry order by id")
                        .query(String.class)
                        .list())
                .containsExactly(SignedIn.ADMINISTRATOR, "nobody@legame.test", "gone@legame.test");
    }

    @Test
    void nothingTypedIsNoError() {
        Answer empty = attempt(signedIn.stranger(), "", "");

        assertThat(empty.status()).isEqualTo(401);
        assertThat(empty.body()).contains("This e-mail and password do not fit together.");
    }

    @Test
    void afterFiveWrongPasswordsEvenTheRightOneHasToWait() {
        Visitor visitor = signedIn.stranger();
        for (int i = 0; i < 5; i++) {
            assertThat(attempt(visitor, SignedIn.ADMINISTRATOR, "wrong " + i).status())
                    .isEqualTo(401);
            clock.advance(Duration.ofMinutes(1));
        }

        Answer answer = attempt(visitor, SignedIn.ADMINISTRATOR, SignedIn.PASSWORD);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.body()).contains("Too many attempts. Try again in 10 minutes.");

        clock.advance(Duration.ofMinutes(9).plusSeconds(59));
        assertThat(attempt(visitor, SignedIn.ADMINISTRATOR, SignedIn.PASSWORD).body())
                .contains("Try again in a minute.");

        clock.advance(Duration.ofSeconds(1));
        assertThat(attempt(visitor, SignedIn.ADMINISTRATOR, SignedIn.PASSWORD).status())
                .isEqualTo(302);
        assertThat(failures()).isZero();
    }

    @Test
    void anUnknownAccountIsThrottledLikeAnyOther() {
        Visitor visitor = signedIn.stranger();
        for (int i = 0; i < 5; i++) {
            attempt(visitor, "nobody@legame.test", "wrong");
        }

        assertThat(attempt(visitor, "nobody@legame.test", "wrong").status()).isEqualTo(429);
    }

    @Test
    void somebodyElsesGuessesFromOneAddressDoNotLockTheOwnerOut() {
        Visitor attacker = signedIn.stranger().with("X-Forwarded-For", "203.0.113.7");
        for (int i = 0; i < 8; i++) {
            attempt(attacker, SignedIn.ADMINISTRATOR, "wrong");
        }

        assertThat(attempt(attacker, SignedIn.ADMINISTRATOR, SignedIn.PASSWORD).status())
                .isEqualTo(429);
        assertThat(attempt(signedIn.stranger(), SignedIn.ADMINISTRATOR, SignedIn.PASSWORD)
                        .status())
                .isEqualTo(302);
    }

    @Test
    void anAccountAttackedFromManyAddressesIsClosedForAWhile() {
        for (int i = 0; i < SignInThrottle.PER_ACCOUNT; i++) {
            attempt(signedIn.stranger().with("X-Forwarded-For", "203.0.113." + i), SignedIn.ADMINISTRATOR, "wrong");
        }

        assertThat(attempt(signedIn.stranger(), SignedIn.ADMINISTRATOR, SignedIn.PASSWORD)
                        .status())
                .isEqualTo(429);
    }

    @Test
    void anAddressThatTriesManyAccountsIsStopped() {
        database.sql("""
                insert into access.sign_in_failure (email, address, at)
                select 'user' || n || '@legame.test', '203.0.113.9', ? from generate_series(1, 50) n""")
                .param(clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();

        assertThat(attempt(
                                signedIn.stranger().with("X-Forwarded-For", "203.0.113.9"),
                                SignedIn.ADMINISTRATOR,
                                SignedIn.PASSWORD)
                        .status())
                .isEqualTo(429);
    }

    @Test
    void guessesAtTheSameInstantAreAllCounted() throws Exception {
        var guesses = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 12; i++) {
            Visitor visitor = signedIn.stranger();
            visitor.get("/sign-in");
            guesses.add(() -> visitor.post("/sign-in", "email", SignedIn.ADMINISTRATOR, "password", "wrong")
                    .status());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(guesses)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnly(401, 429);
            assertThat(answers).filteredOn(status -> status == 401).hasSize(5);
        }
    }

    @Test
    void theLanguageOfTheAccountIsSpokenAfterSigningIn() {
        Visitor visitor = signedIn.administrator();
        visitor.get("/");
        visitor.with("Referer", signedIn.url("/access/me"));

        assertThat(visitor.post("/language", "language", "it").header("Location"))
                .isEqualTo("/access/me");

        Visitor elsewhere = signedIn.signIn(SignedIn.ADMINISTRATOR);
        assertThat(elsewhere.get("/access/me").body()).contains("<html lang=\"it\"");
    }

    @Test
    void aPasswordGivenByAnAdministratorIsToBeChanged() {
        database.sql("update access.account set password_given = true").update();

        assertThat(attempt(signedIn.stranger(), SignedIn.ADMINISTRATOR, SignedIn.PASSWORD)
                        .header("Location"))
                .isEqualTo("/access/me");
    }

    private static Answer attempt(Visitor visitor, String email, String password) {
        visitor.get("/sign-in");
        return visitor.post("/sign-in", "email", email, "password", password);
    }

    private List<String> actions() {
        return database.sql("select action from access.audit_entry order by id")
                .query(String.class)
                .list();
    }

    private long failures() {
        return database.sql("select count(*) from access.sign_in_failure")
                .query(Long.class)
                .single();
    }
}
