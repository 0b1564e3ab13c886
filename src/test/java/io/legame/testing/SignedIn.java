package io.legame.testing;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * People and programs for tests, made directly in the database. Autowire it and write {@code signedIn.administrator()}
 * for a {@link Visitor} whose session began, or {@code signedIn.token("customers:view")} for one that calls the API.
 */
@Component
@Lazy
public class SignedIn {
    public static final String PASSWORD = "correct horse battery staple";
    public static final String ADMINISTRATOR = "admin@legame.test";

    /** Argon2id of {@link #PASSWORD}, so that tests need not hash it. */
    private static final String HASH =
            "$argon2id$v=19$m=19456,t=2,p=1$3hMwSN34F1xSx/icM5pgrA$hgfidrZOxBvb2AXY+arG6LeAfnL+EohaRlqyPo0/kyc";

    private final JdbcClient database;

    @LocalServerPort
    private int port;

    SignedIn(JdbcClient database) {
        this.database = database;
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Somebody who has not signed in. */
    public Visitor stranger() {
        return new Visitor(url(""), null);
    }

    public Visitor administrator() {
        account(ADMINISTRATOR, "Ada Amministra", "ADMINISTRATOR");
        return signIn(ADMINISTRATOR);
    }

    /** A signed-in person with the role, such as {@code MARKETING}. */
    public Visitor as(String role) {
        String email = role.toLowerCase(Locale.ROOT) + "@legame.test";
        account(email, role, role);
        return signIn(email);
    }

    /** Signs the administrator in through the form, in a real browser; see {@link TestBrowser}. */
    public void signIn(Page page) {
        account(ADMINISTRATOR, "Ada Amministra", "ADMINISTRATOR");
        signIn(page, ADMINISTRATOR);
    }

    /** The same for another account, which must be there. */
    public void signIn(Page page, String email) {
        page.navigate(url("/sign-in"));
        page.locator("input[name=email]").fill(email);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("form[action='/sign-in'] button").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** Makes the account with {@link #PASSWORD} unless it is there. Returns its number. */
    public long account(String email, String name, String... roles) {
        database.sql("""
                insert into access.account (email, name, password_hash, roles, created_at)
                values (?, ?, ?, ?, now()) on conflict (email) do nothing""").params(email, name, HASH, roles).update();
        return database.sql("select id from access.account where email = ?")
                .param(email)
                .query(Long.class)
                .single();
    }

    public Visitor signIn(String email) {
        Visitor visitor = stranger();
        visitor.get("/sign-in");
        Answer answer = visitor.post("/sign-in", "email", email, "password", PASSWORD);
        if (answer.status() != 302) {
            throw new AssertionError("The sign-in failed: " + answer);
        }
        return visitor;
    }

    /** A program with a fresh token of these scopes; without any it may everything. */
    public Visitor token(String... scopes) {
        return new Visitor(url(""), secret(scopes));
    }

    /** The secret of a fresh token. */
    public String secret(String... scopes) {
        String secret = "lgm_" + UUID.randomUUID();
        database.sql("""
                insert into access.api_token (name, hash, prefix, scopes, created_at)
                values ('test', ?, ?, ?, now())""")
                .params(sha256(secret), secret.substring(0, 8), scopes.length == 0 ? new String[] {"*"} : scopes)
                .update();
        return secret;
    }

    private static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
