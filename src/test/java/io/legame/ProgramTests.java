package io.legame;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.insight.Projection;
import io.legame.testing.Answer;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestDatabase;
import io.legame.testing.Uploads;
import io.legame.testing.Visitor;
import java.io.FileNotFoundException;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@link JourneyTests} does by clicks, a program does through the API: the same untouched files, the same totals. */
@LegameTest
class ProgramTests {
    private static final Path DATA = Path.of("../shared/data/adventureworks");

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Projection projection;

    @Autowired
    private JsonMapper json;

    private Visitor program;

    @BeforeEach
    void anEmptyInstallation() {
        TestDatabase.clear(database, "access", "intake", "timeline", "catalogue", "customers", "segments", "sample");
        program = signedIn.token();
    }

    @Test
    void aRealShopIsBroughtInAndWeighed() throws FileNotFoundException {
        assertThat(bringIn("Customers").path("created").asLong()).isEqualTo(18_148);
        assertThat(bringIn("Products").path("created").asLong()).isEqualTo(293);
        long lines = 0;
        BigDecimal amount = BigDecimal.ZERO;
        for (int year = 2017; year <= 2019; year++) {
            JsonNode sales = bringIn("Sales_" + year);
            assertThat(sales.path("rejected").asLong()).isZero();
            lines += sales.path("created").asLong();
            amount = amount.add(sales.path("amountCreated").decimalValue());
        }
        assertThat(lines).isEqualTo(56_046);
        assertThat(amount.setScale(2, java.math.RoundingMode.HALF_EVEN)).isEqualByComparingTo("24914586.82");
        assertThat(bringIn("Sales_2019").path("unchanged").asLong()).isEqualTo(29_481);

        JsonNode returns = bringIn("Returns_unshifted_2015-2017");
        assertThat(returns.path("rejected").asLong()).isEqualTo(1_809);
        assertThat(returns.path("reasons").size()).isEqualTo(1);
        assertThat(returns.path("reasons").get(0).path("code").asString()).isEqualTo("intake.rejected.unattachable");

        projection.catchUp();
        assertThat(weigh("{\"all\":[]}").path("customers").asLong()).isEqualTo(18_148);
        JsonNode buyers = weigh("{\"purchases\":\"orders\",\"atLeast\":1}");
        assertThat(buyers.path("customers").asLong()).isEqualTo(17_411);
        assertThat(buyers.path("revenue").decimalValue().setScale(2, java.math.RoundingMode.HALF_EVEN))
                .isEqualByComparingTo("24914586.82");

        JsonNode jon = json.readTree(program.get("/api/v1/customers?q=jon24@adventure-works.com")
                        .body())
                .path("customers")
                .get(0);
        JsonNode timeline =
                json.readTree(program.get("/api/v1/customers/" + jon.path("id").asLong() + "/timeline")
                        .body());
        assertThat(timeline.path("entries").size()).as(timeline.toString()).isEqualTo(2);
    }

    private JsonNode bringIn(String what) throws FileNotFoundException {
        String name = "AdventureWorks_" + what + ".csv";
        Answer accepted = Uploads.file(program, "/api/v1/imports?source=erp&name=" + name, DATA.resolve(name));
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        JsonNode done = Uploads.awaitEnd(program, accepted);
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("done");
        return done;
    }

    private JsonNode weigh(String filter) {
        Answer answer =
                program.json("POST", "/api/v1/segments/preview", "{\"asOf\":\"2019-06-30\",\"filter\":" + filter + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }
}
