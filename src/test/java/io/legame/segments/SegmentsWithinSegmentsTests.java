package io.legame.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.legame.access.Actor;
import io.legame.customers.CustomerField;
import io.legame.insight.Figures;
import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestDatabase;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A segment may ask for the members of another one, but never for its own. */
@LegameTest
class SegmentsWithinSegmentsTests {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 9);
    private static final String WOMEN = "{\"attribute\":\"gender\",\"isOneOf\":[\"F\"]}";

    @Autowired
    private JdbcClient database;

    @Autowired
    private Segments segments;

    @Autowired
    private Filters filters;

    @Autowired
    private Weights weights;

    @Autowired
    private Telling telling;

    @Autowired
    private Figures figures;

    @Autowired
    private SignedIn signedIn;

    @BeforeEach
    void aBase() {
        TestDatabase.clear(database, "customers", "catalogue", "timeline", "segments");
        for (int i = 0; i < 12; i++) {
            database.sql("""
                            insert into customers.customer
                                (given_name, gender, town, sort_name, keyed, source, created_at, updated_at)
                            values ('Ada', ?, ?, 'ada', ?, 'test', now(), now())
                            """)
                    .params(i % 2 == 0 ? "F" : "M", i % 3 == 0 ? "Roma" : "Milano", i != 4)
                    .update();
        }
        figures.catchUp();
    }

    @AfterEach
    void nothing() {
        TestDatabase.clear(database, "customers", "segments");
    }

    private Segment create(String name, String filter) {
        return Actor.system("test").does(() -> segments.create(name, null, filters.read(filter)));
    }

    private Segment update(Segment segment, String filter) {
        return Actor.system("test")
                .does(() ->
                        segments.update(segment.id(), segment.version(), segment.name(), null, filters.read(filter)));
    }

    private static String of(Segment segment) {
        return "{\"segment\":" + segment.id().value() + "}";
    }

    private long size(Segment segment) {
        return weights.of(segments.get(segment.id()).filter(), DAY).size();
    }

    private Refusal refusal(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run);
    }

    @Test
    void itsMembersAreThoseOfTheOtherAsItIsNow() {
        Segment women = create("Women", WOMEN);
        Segment romans =
                create("Roman women", "{\"all\":[" + of(women) + ",{\"attribute\":\"town\",\"isOneOf\":[\"Roma\"]}]}");
        Segment others = create("Others", "{\"not\":" + of(romans) + "}");
        // of the six women one has no unique key
        assertThat(size(women)).isEqualTo(5);
        assertThat(size(romans)).isEqualTo(2);
        assertThat(size(others)).isEqualTo(9);
        assertThat(Sentence.of(others.filter(), telling.words(Locale.ENGLISH)))
                .isEqualTo("customers who are not in the segment “Roman women”");
        update(women, "{\"attribute\":\"gender\",\"isOneOf\":[\"M\"]}");
        assertThat(size(romans)).isEqualTo(2);
        assertThat(size(others)).isEqualTo(9);
        update(romans, of(women));
        assertThat(size(romans)).isEqualTo(6);
        assertThat(size(others)).isEqualTo(5);
        assertThat(signedIn.as("MARKETING")
                        .get("/segments/" + women.id().value())
                        .body())
                .contains("Other segments ask for its members: Roman women");
    }

    @Test
    void whoMustNotSeeAFieldDoesNotFindItOutThroughASegment() {
        Segment women = create("Women", WOMEN);
        assertThat(Filters.fields(filters.read(of(women))).fields()).isEqualTo(Set.of(CustomerField.GENDER));
    }

    @Test
    void aCircleIsRefusedHoweverLong() {
        Segment first = create("First", WOMEN);
        Segment second = create("Second", of(first));
        Segment third = create("Third", "{\"any\":[" + WOMEN + "," + of(second) + "]}");
        assertThat(refusal(() -> update(first, of(first))).key()).isEqualTo("segments.error.circle");
        assertThat(refusal(() -> update(first, "{\"not\":" + of(third) + "}")).key())
                .isEqualTo("segments.error.circle");
        assertThat(segments.get(first.id()).version()).isEqualTo(1);
    }

    /** Two people may save both halves of a circle in the same moment. */
    @Test
    void aCircleThatIsThereHasNobodyAndCanBeUndone() {
        Segment first = create("First", WOMEN);
        Segment second = create("Second", of(first));
        database.sql("update segments.segment set filter = ?::jsonb where id = ?")
                .params(of(second), first.id().value())
                .update();
        assertThat(size(second)).isZero();
        assertThat(segments.list()).hasSize(2);
        assertThat(refusal(() -> create("More", of(second))).arguments()[1].toString())
                .contains("“Second” asks for itself");
        update(segments.get(first.id()), WOMEN);
        assertThat(size(second)).isEqualTo(5);
    }

    @Test
    void whatOthersAskForIsNotDeleted() {
        Segment women = create("Women", WOMEN);
        Segment second = create("Second", "{\"all\":[{\"keyed\":true},{\"not\":" + of(women) + "}]}");
        var marketing = signedIn.as("MARKETING");
        marketing.get("/segments");
        var refused = marketing.post("/segments/" + women.id().value() + "/delete");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Other segments ask for the members of this one: Second.");
        Actor.system("test").does(() -> {
            segments.delete(second.id());
            segments.delete(women.id());
            segments.restore(second.id());
            return second;
        });
        assertThat(size(second)).isEqualTo(11);
        assertThat(telling.sentence(segments.get(second.id()).filter()))
                .contains("“#" + women.id().value() + "”");
    }

    @Test
    void whatIsNotThereOrTooLargeIsSaidWithItsPlace() {
        assertThat(refusal(() -> filters.read("{\"all\":[{\"segment\":4711}]}")).arguments())
                .containsExactly("/all/0/segment", "There is no segment 4711.");
        String many = IntStream.range(0, 30).mapToObj(i -> WOMEN).collect(Collectors.joining(",", "{\"any\":[", "]}"));
        Segment large = create("Large", many);
        Segment larger = create("Larger", "{\"any\":[" + of(large) + "," + of(large) + "]}");
        assertThat(refusal(() -> filters.read(of(larger))).arguments()[1].toString())
                .contains("“Larger”", "more than 50 conditions");
    }
}
