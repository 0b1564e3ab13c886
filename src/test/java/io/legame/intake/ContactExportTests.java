package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contact lists of mail programs, newsletter services and address books come in without anybody touching a column. */
@LegameTest
class ContactExportTests {
    private static final Path EXPORTS = TestImports.DATA.resolve("contact_exports");

    @Autowired
    private TestImports files;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothingThere() {
        files.clear();
    }

    @Test
    void everyExportIsOfCustomersAndComesInOrSaysWhyNot() throws IOException {
        var found = new ArrayList<String>();
        for (String folder : List.of("ghost_migrate", "mautic", "roundcube")) {
            try (var list = Files.list(EXPORTS.resolve(folder))) {
                for (Path file : list.filter(each -> each.toString().endsWith(".csv"))
                        .sorted()
                        .toList()) {
                    files.clear();
                    Import draft = files.receive(file, null);
                    assertThat(draft.kind()).as(file.toString()).isEqualTo(ImportKind.CUSTOMERS);
                    found.add(file.getFileName() + ": "
                            + (draft.plan().missing().isEmpty()
                                    ? outcome(draft)
                                    : "lacks " + draft.plan().missing()));
                }
            }
        }
        assertThat(String.join("\n", found)).isEqualTo("""
                beehiiv-members__members.csv: 9 rows, 9 created
                curated-members-csv__subscribers.csv: 20 rows, 18 created, 2 customers.rejected.email
                fs-utils__example.csv: lacks [[EMAIL, CUSTOMER_NUMBER, CARD, TAX_CODE, COMPANY_NAME]]
                fs-utils__malformed.csv: 1 rows, 0 created, 1 intake.rejected.tooManyCells
                mailchimp-members__cleaned.csv: 5 rows, 5 created
                mailchimp-members__subscribed.csv: 5 rows, 5 created
                mailchimp-members__unsubscribed.csv: 5 rows, 5 created
                substack-members-csv__fixtures_signup_emails.csv: 21 rows, 21 created
                substack-members-csv__fixtures_subscriber_emails.csv: 17 rows, 17 created
                substack-members-csv__invalid.csv: 3 rows, 3 created
                tinynews-members__subs-v1.csv: 3 rows, 2 created, 1 intake.rejected.repeated
                tinynews-members__subs-v2.csv: 2 rows, 2 created
                10contacts.csv: 10 rows, 10 created
                contacts.csv: 2 rows, 2 created
                fakeleaddata.csv: 54 rows, 50 created, 4 customers.rejected.unidentified
                all.csv: 1 rows, 1 created
                email.csv: 4 rows, 4 created
                gmail.csv: 1 rows, 1 created
                outlook.csv: 1 rows, 1 created
                tb_plain.csv: 1 rows, 1 created""");
    }

    private String outcome(Import draft) {
        Import done = files.run(draft);
        assertThat(done.state()).as(done.toString()).isEqualTo(ImportState.DONE);
        return done.rowsInFile() + " rows, " + done.counts().created() + " created"
                + String.join(
                        "",
                        files.reasons(done).stream()
                                .map(reason -> ", " + reason.rows() + " " + reason.key())
                                .toList());
    }

    @Test
    void aContactWithSeveralOfEverythingHasThemAll() {
        files.run(files.receive(EXPORTS.resolve("roundcube/all.csv"), null));
        assertThat(database.sql("""
                        select given_name || '|' || family_name || '|' || company_name || '|' || job_title || '|' || email
                            || '|' || street || '|' || town || '|' || website
                        from customers.customer
                        """).query(String.class).list())
                .containsExactly(
                        "First Name Middle Name|Last Name|Company|Job Title|home@example.com|Home Street|Home City|https://blog");
        assertThat(database.sql("select value from customers.identity where kind = 'email' order by value")
                        .query(String.class)
                        .list())
                .containsExactly("home@example.com", "other@example.com", "work@example.com");
    }

    @Test
    void valuesThatStandTogetherInACellAreAllKept() {
        Import draft = files.receive("customers.csv", """
                Customer number,E-mail,Phone
                1,anna@example.com ::: rossi@example.org,"02 1234567; 347 1234567"
                """);
        assertThat(imports.preview(draft).rows().getFirst().cells())
                .extracting(Preview.Cell::value)
                .contains("anna@example.com, rossi@example.org", "+39021234567, +393471234567");
        assertThat(files.run(draft).counts().flagged()).isZero();
        assertThat(database.sql("select email || '|' || phone || '|' || other_phones[1] from customers.customer")
                        .query(String.class)
                        .single())
                .isEqualTo("anna@example.com|+39021234567|+393471234567");
        assertThat(database.sql("select value from customers.identity where kind = 'email' order by value")
                        .query(String.class)
                        .list())
                .containsExactly("anna@example.com", "rossi@example.org");
        assertThat(files.again(draft).counts().unchanged()).isEqualTo(1);
    }
}
