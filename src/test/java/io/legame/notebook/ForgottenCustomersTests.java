package io.legame.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.customers.CustomerDepartures;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerEdits;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Edit;
import io.legame.customers.Leaving;
import io.legame.testing.LegameTest;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of customers who are gone for good no note and no file is left. */
@LegameTest
class ForgottenCustomersTests {
    @Autowired
    private CustomerEdits edits;

    @Autowired
    private CustomerDepartures departures;

    @Autowired
    private Notes notes;

    @Autowired
    private Attachments attachments;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient database;

    @Test
    void theirNotesAndFilesGoWithThem() throws Exception {
        TestDatabase.clear(database, "notebook", "timeline", "customers");
        CustomerId anna =
                ((Edit.Saved) edits.create(CustomerDraft.of(CustomerField.EMAIL, "anna@example.com"))).customer();
        long files = files();
        notes.add(anna, "has a dog");
        attachments.add(anna, "dog.txt", new ByteArrayInputStream("wuff".getBytes(StandardCharsets.UTF_8)));
        assertThat(files()).isEqualTo(files + 1);
        departures.delete(List.of(anna));
        clock.advance(Duration.ofDays(Leaving.WAITING_DAYS));
        assertThat(departures.eraseDue()).isEqualTo(1);
        assertThat(count("notebook.note") + count("notebook.attachment")).isZero();
        assertThat(files()).isEqualTo(files);
    }

    private long files() {
        return count("platform.stored_file");
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }
}
