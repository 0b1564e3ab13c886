package io.legame.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.insight.DismissalDraft;
import io.legame.insight.DismissalReason;
import io.legame.insight.Dismissals;
import io.legame.insight.Figures;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Segments leave out whom the company let go, unless they may be won back or are asked for. */
@LegameTest
class DismissedSegmentsTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @Autowired
    private JdbcClient database;

    @Autowired
    private Customers customers;

    @Autowired
    private Dismissals dismissals;

    @Autowired
    private Figures figures;

    @Autowired
    private Filters filters;

    @Autowired
    private Weights weights;

    @Autowired
    private Members members;

    @Autowired
    private SignedIn signedIn;

    private final List<CustomerId> all = new ArrayList<>();

    @BeforeEach
    void fourOfWhomTwoWereDismissed() {
        TestDatabase.clear(database, "customers", "catalogue", "timeline", "segments");
        database.sql("truncate insight.closing cascade").update();
        customers.upsert(
                "till",
                IntStream.range(0, 4)
                        .mapToObj(i -> CustomerDraft.of(CustomerField.EMAIL, "c" + i + "@example.com"))
                        .toList());
        database.sql("select id from customers.customer order by id")
                .query(Long.class)
                .list()
                .forEach(id -> all.add(new CustomerId(id)));
        dismissals.dismiss(all.get(0), new DismissalDraft(TODAY, DismissalReason.COSTS, null, false));
        dismissals.dismiss(all.get(1), new DismissalDraft(TODAY, DismissalReason.COSTS, null, true));
        figures.catchUp();
    }

    private List<Long> members(String json, LocalDate day) {
        Filter filter = filters.read(json);
        Weight weight = weights.of(filter, day);
        List<Long> listed = members.page(filter, day, null, 10).stream()
                .map(Member::customer)
                .toList();
        var exported = new ArrayList<Long>();
        members.each(filter, day, member -> exported.add(member.customer()));
        assertThat(exported).containsExactlyElementsOf(listed);
        assertThat(weight.size()).isEqualTo(listed.size());
        return listed;
    }

    private List<Long> numbers(int... places) {
        return IntStream.of(places).mapToObj(place -> all.get(place).value()).toList();
    }

    @Test
    void whoMayNotBeWonBackIsLeftOutAndTold() {
        assertThat(members("{\"all\": []}", TODAY)).containsExactlyInAnyOrderElementsOf(numbers(1, 2, 3));
        assertThat(members("{\"reachable\": \"email\"}", TODAY)).containsExactlyInAnyOrderElementsOf(numbers(1, 2, 3));
        assertThat(weights.of(Filter.EVERYBODY, TODAY).dismissed()).isEqualTo(1);
        // the day before nobody had decided anything yet
        assertThat(members("{\"all\": []}", TODAY.minusDays(1))).hasSize(4);
    }

    @Test
    void whoAsksForThemGetsThem() {
        assertThat(members("{\"dismissed\": true}", TODAY)).containsExactlyInAnyOrderElementsOf(numbers(0, 1));
        assertThat(members("{\"stage\": [\"dismissed\"]}", TODAY)).containsExactlyInAnyOrderElementsOf(numbers(0, 1));
        assertThat(members("{\"dismissed\": false}", TODAY)).containsExactlyInAnyOrderElementsOf(numbers(2, 3));
        assertThat(members("{\"all\": [{\"reachable\": \"email\"}, {\"dismissed\": \"either\"}]}", TODAY))
                .hasSize(4);
        assertThat(members("{\"not\": {\"dismissed\": true}}", TODAY)).hasSize(2);
    }

    @Test
    void whoIsTakenInAgainIsAMemberAgain() {
        dismissals.readmit(all.get(0));
        figures.catchUp();
        assertThat(members("{\"all\": []}", TODAY)).hasSize(4);
    }

    @Test
    void thePreviewSaysHowManyAndOffersToTakeThemIn() {
        var marketing = signedIn.as("MARKETING");
        marketing.get("/segments/new");
        String preview = marketing
                .post("/segments/builder/preview", "asOf", TODAY.toString(), "f.match", "all")
                .body();
        assertThat(preview).contains("One dismissed left out.", "takeDismissedIn");
        assertThat(signedIn.token("segments:view")
                        .get("/api/v1/segments/schema")
                        .body())
                .contains("dismissed");
    }
}
