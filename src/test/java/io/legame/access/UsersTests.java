package io.legame.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.Answer;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LegameTest
class UsersTests {
    private static final String OTHER_PASSWORD = "quite another long password";

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

    @Test
    void aNewUserSignsInWithTheFirstPassword() {
        Answer answer = create("Sara@Legame.test", "Sara", "SHOP", "SALES");

        assertThat(answer.header("Location")).isEqualTo("/access/users");
        assertThat(administrator.get("/access/users").body())
                .contains("Sara can sign in now.", "sara@legame.test", "Shop", "Sales");
        assertThat(signedIn.signIn("sara@legame.test").get("/access/users").status())
                .isEqualTo(403);
    }

    @Test
    void anEmailHasOneAccount() {
        create("sara@legame.test", "Sara", "SHOP");

        Answer again = create("SARA@legame.test", "Another Sara", "SHOP");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("There is an account with the e-mail sara@legame.test already.");
        assertThat(again.body()).contains("value=\"Another Sara\"");
    }

    @Test
    void aUserNeedsARole() {
        assertThat(create("sara@legame.test", "Sara").body()).contains("Choose at least one role.");
    }

    @Test
    void aRoleTakenAwayCountsFromTheNextRequest() {
        Visitor other = signedIn.as("ADMINISTRATOR");
        assertThat(other.get("/access/users").status()).isEqualTo(200);
        long id = id("administrator@legame.test");

        administrator.post("/access/users/" + id, "name", "Other", "roles", "SHOP");

        assertThat(other.get("/access/users").status()).isEqualTo(403);
    }

    @Test
    void aDisabledUserIsOutAtOnceAndCanBeLetInAgain() {
        Visitor shop = signedIn.as("SHOP");
        String path = "/access/users/" + id("shop@legame.test");

        administrator.post(path + "/disable");
        assertThat(shop.get("/").status()).isEqualTo(302);
        shop.get("/sign-in");
        assertThat(shop.post("/sign-in", "email", "shop@legame.test", "password", SignedIn.PASSWORD)
                        .status())
                .isEqualTo(401);
        assertThat(administrator.get("/access/users").body()).contains("action=\"" + path + "/enable\"");

        administrator.post(path + "/enable");
        assertThat(signedIn.signIn("shop@legame.test").get("/").status()).isEqualTo(200);
    }

    @Test
    void theLastAdministratorStays() {
        long own = id(SignedIn.ADMINISTRATOR);

        assertThat(administrator.post("/access/users/" + own + "/disable").body())
                .contains("You cannot disable your own account.");
        Answer demoted = administrator.post("/access/users/" + own, "name", "Ada", "roles", "SHOP");

        assertThat(demoted.status()).isEqualTo(422);
        assertThat(demoted.body()).contains("This is the last administrator");
        assertThat(administrator.get("/access/users").status()).isEqualTo(200);
    }

    @Test
    void twoAdministratorsWhoDemoteEachOtherAtOnceLeaveOne() throws Exception {
        Visitor other = signedIn.as("ADMINISTRATOR");
        long first = id(SignedIn.ADMINISTRATOR);
        long second = id("administrator@legame.test");
        other.get("/access/users");
        List<Callable<Answer>> acts = List.of(
                () -> administrator.post("/access/users/" + second, "name", "B", "roles", "SHOP"),
                () -> other.post("/access/users/" + first, "name", "A", "roles", "SHOP"));
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(acts)) {
                statuses.add(answer.get().status());
            }
        }
        assertThat(statuses).contains(302);
        assertThat(database.sql("select count(*) from access.account where 'ADMINISTRATOR' = any (roles)")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aNewPasswordFromTheAdministratorEndsTheSessions() {
        Visitor shop = signedIn.as("SHOP");
        String path = "/access/users/" + id("shop@legame.test");

        assertThat(administrator.post(path + "/password", "password", "short").status())
                .isEqualTo(422);
        assertThat(administrator
                        .post(path + "/password", "password", OTHER_PASSWORD)
                        .status())
                .isEqualTo(302);

        assertThat(shop.get("/").status()).isEqualTo(302);
        shop.get("/sign-in");
        assertThat(shop.post("/sign-in", "email", "shop@legame.test", "password", OTHER_PASSWORD)
                        .header("Location"))
                .isEqualTo("/access/me");
    }

    @Test
    void changingOnesOwnPasswordEndsTheOtherSessionsOnly() {
        Visitor elsewhere = signedIn.signIn(SignedIn.ADMINISTRATOR);

        assertThat(changePassword("wrong").body()).contains("The current password is not right.");
        assertThat(changePassword(SignedIn.PASSWORD).status()).isEqualTo(302);

        assertThat(administrator.get("/access/me").body()).contains("Your password is changed");
        assertThat(elsewhere.get("/access/me").status()).isEqualTo(302);
    }

    @Test
    void aNameIsTextAndNeverMarkup() {
        create("x@legame.test", "<script>alert(1)</script>", "SHOP");

        for (String path : List.of("/access/users", "/access/users/" + id("x@legame.test"), "/access/audit")) {
            assertThat(administrator.get(path).body()).doesNotContain("<script>alert");
        }
        assertThat(administrator.get("/access/users").body()).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void anUnknownUserIsNotFound() {
        assertThat(administrator.get("/access/users/999999").status()).isEqualTo(404);
        Answer forged = administrator.get("/access/users/abc");
        assertThat(forged.status()).as(forged.body()).isEqualTo(404);
    }

    @Test
    void theCompanyCanBeDescribedAgain() {
        Answer answer = administrator.post(
                "/access/company", "company", "Ditta", "country", "IT", "currency", "EUR", "timeZone", "Europe/Rome");

        assertThat(answer.header("Location")).isEqualTo("/access/company");
        assertThat(administrator.get("/access/company").body()).contains("value=\"Ditta\"");
    }

    private Answer create(String email, String name, String... roles) {
        var form = new ArrayList<>(List.of("email", email, "name", name, "password", SignedIn.PASSWORD));
        for (String role : roles) {
            form.addAll(List.of("roles", role));
        }
        return administrator.post("/access/users", form.toArray(String[]::new));
    }

    private Answer changePassword(String current) {
        return administrator.post(
                "/access/me/password", "current", current, "password", OTHER_PASSWORD, "repeated", OTHER_PASSWORD);
    }

    private long id(String email) {
        return database.sql("select id from access.account where email = ?")
                .param(email)
                .query(Long.class)
                .single();
    }
}
