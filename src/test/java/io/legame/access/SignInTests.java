package io.legame.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LegameTest
class SignInTests {
    @Autowired
    private SignedIn signedIn;

    @Test
    void somebodyWithTheRightPasswordComesIn() {
        var visitor = signedIn.administrator();

        assertThat(visitor.get("/").status()).isEqualTo(200);
    }

    @Test
    void aStrangerIsLedToTheSignInAndBackToThePageTheyWanted() {
        signedIn.account(SignedIn.ADMINISTRATOR, "Ada", "ADMINISTRATOR");
        var stranger = signedIn.stranger();

        var answer = stranger.get("/customers?q=rossi");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/sign-in?next=%2Fcustomers%3Fq%3Drossi");

        stranger.get(answer.header("Location"));
        var after = stranger.post(
                "/sign-in",
                "email",
                SignedIn.ADMINISTRATOR,
                "password",
                SignedIn.PASSWORD,
                "next",
                "/customers?q=rossi");
        assertThat(after.header("Location")).isEqualTo("/customers?q=rossi");
    }
}
