package io.legame.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.access.Role;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everybody of the list as a file, more than one stretch of them. */
@LegameTest
class CustomerExportTests {
    private static final int MANY = 2_345;

    @TempDir
    private Path folder = Path.of("");

    @Autowired
    private Customers customers;

    @Autowired
    private FieldAccess access;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void many() {
        TestDatabase.clear(database, "timeline", "customers", "access");
        var drafts = new ArrayList<CustomerDraft>();
        for (int i = 0; i < MANY; i++) {
            drafts.add(new CustomerDraft(
                    Map.of(
                            CustomerField.GIVEN_NAME, i % 2 == 0 ? "Ada" : "Bea",
                            CustomerField.FAMILY_NAME, "Rossi",
                            CustomerField.EMAIL, "c" + i + "@example.com",
                            CustomerField.CARD, "0040" + (10_000 + i),
                            CustomerField.NOTE, "=1+" + i),
                    Map.of(),
                    LocalDate.of(1980, 2, 3),
                    new BigDecimal("42000.50"),
                    2,
                    true));
        }
        customers.upsert("shop", drafts);
    }

    @Test
    void everybodyIsInTheFileOnceAndNothingIsComputed() {
        Visitor visitor = signedIn.as("MARKETING");
        String csv = visitor.get("/customers/export?format=csv&sort=-email").body();
        List<String> lines = csv.lines().toList();
        assertThat(lines).hasSize(MANY + 1);
        assertThat(lines.getFirst()).startsWith("\uFEFFLegame number,").contains(",Card,", ",Birth date,");
        assertThat(lines.get(1)).contains("c9@example.com", "1980-02-03", "42000.50", "'=1+9", "004010009");
        assertThat(lines.stream().skip(1).distinct()).hasSize(MANY);
        assertThat(visitor.get("/customers/export?q=bea&only=true").body().lines())
                .hasSize(MANY / 2 + 1)
                .first()
                .asString()
                .endsWith("Given name,Family name,Company,E-mail,Phone,Town");
        assertThat(database.sql("select detail ->> 'customers' from access.audit_entry"
                                + " where action = 'customers.exported' order by id")
                        .query(String.class)
                        .list())
                .containsExactly(Integer.toString(MANY), Integer.toString(MANY / 2));
    }

    @Test
    void aWorkbookHasNumbersAndDates() throws Exception {
        String token = signedIn.secret("customers:view", "customers:export");
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(signedIn.url(
                                    "/api/v1/customers/export?format=xlsx&field=email&field=annualIncome&field=note")))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            String sheet = sheet(answer.body());
            assertThat(sheet.split("<row ", -1)).hasSize(MANY + 2);
            assertThat(sheet).contains("<v>42000.5", "=1+17").doesNotContain("<f>");
        }
    }

    private String sheet(byte[] book) throws IOException {
        Path path = Files.write(folder.resolve("book.xlsx"), book);
        try (var zip = new ZipFile(path.toFile());
                var content = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void onlyWhatIsSeenIsHandedOut() {
        assertThat(signedIn.as("SHOP").get("/customers/export").status()).isEqualTo(403);
        assertThat(signedIn.token("customers:view")
                        .get("/api/v1/customers/export")
                        .status())
                .isEqualTo(403);
        access.limit(
                Role.MARKETING,
                Map.of(CustomerField.EMAIL, FieldLevel.MASKED, CustomerField.ANNUAL_INCOME, FieldLevel.HIDDEN));
        assertThat(signedIn.as("MARKETING").get("/customers/export").body())
                .contains("c•••@example.com")
                .doesNotContain("c17@example.com", "42000", "income");
        Visitor program = signedIn.token("customers:view", "customers:export");
        assertThat(program.get("/api/v1/customers/export?format=pdf").status()).isEqualTo(422);
        assertThat(program.get("/api/v1/customers/export?field=nothing").status())
                .isEqualTo(422);
    }
}
