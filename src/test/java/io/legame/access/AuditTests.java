package io.legame.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LegameTest
class AuditTests {
    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    private Visitor administrator;

    @BeforeEach
    void signIn() {
        TestDatabase.clear(database, "access");
        clock.set(Instant.parse("2026-03-10T09:00:00Z"));
        administrator = signedIn.administrator();
    }

    @Test
    void whoChangedAUserIsRecordedWithTheirAddress() {
        administrator.get("/access/users");
        administrator.post(
                "/access/users", "email", "s@legame.test", "name", "S", "password", SignedIn.PASSWORD, "roles", "SHOP");

        var entry = audit.newest(new AuditFilter(null, null, null, null, null), null, 1)
                .getFirst();
        assertThat(entry.action()).isEqualTo("access.account-created");
        assertThat(entry.actor().name()).isEqualTo("Ada Amministra");
        assertThat(entry.actor().kind()).isEqualTo(Actor.Kind.ACCOUNT);
        assertThat(entry.address()).isEqualTo("127.0.0.1");
        assertThat(entry.detail()).containsEntry("email", "s@legame.test");
    }

    @Test
    void whatIsRolledBackIsNotRecorded() {
        long before = entries();

        transaction.executeWithoutResult(status -> {
            audit.record("customers.changed", "customer", "1", Map.of());
            status.setRollbackOnly();
        });

        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void theTrailOnlyGrows() {
        assertThatThrownBy(() -> database.sql("delete from access.audit_entry").update())
                .hasMessageContaining("only grows");
        assertThatThrownBy(() -> database.sql("update access.audit_entry set action = 'x'")
                        .update())
                .hasMessageContaining("only grows");
    }

    @Test
    void theTrailIsReadPageByPageAndFiltered() {
        for (int i = 0; i < 60; i++) {
            audit.record("customers.viewed", "customer", Integer.toString(i), Map.of("via", "<b>test</b>"));
            clock.advance(Duration.ofHours(1));
        }

        String first = administrator.get("/access/audit").body();
        assertThat(first).contains("customer 59", "customer 10").doesNotContain("customer 9<", "<b>test");
        var older = Pattern.compile("href=\"(/access/audit\\?before=\\d+)\"").matcher(first);
        assertThat(older.find()).isTrue();
        assertThat(administrator.get(older.group(1)).body())
                .contains("customer 9<", "customer 0<", "signed in")
                .doesNotContain("customer 10<");

        assertThat(administrator.get("/access/audit?action=access.signed-in").body())
                .contains("user ")
                .doesNotContain("customer 59");
        assertThat(administrator
                        .get("/access/audit?actor=system&from=2026-03-11&to=2026-03-11")
                        .body())
                .contains("customer 20")
                .doesNotContain("customer 59<", "customer 0<");
        assertThat(administrator.get("/access/audit?actor=nobody").body()).contains("Nothing recorded");
        assertThat(administrator.get("/access/audit?from=yesterday").status()).isEqualTo(400);
    }

    private long entries() {
        return database.sql("select count(*) from access.audit_entry")
                .query(Long.class)
                .single();
    }
}
