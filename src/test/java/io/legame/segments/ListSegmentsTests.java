package io.legame.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.legame.customers.CustomerId;
import io.legame.customers.MergeId;
import io.legame.customers.MergeRequest;
import io.legame.customers.Merges;
import io.legame.insight.Figures;
import io.legame.insight.Warehouse;
import io.legame.insight.WarehouseTables;
import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Segments whose members somebody chose. */
@LegameTest
class ListSegmentsTests {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 9);

    @Autowired
    private JdbcClient database;

    @Autowired
    private Segments segments;

    @Autowired
    private ListSegments lists;

    @Autowired
    private Members members;

    @Autowired
    private Memberships memberships;

    @Autowired
    private Passages passages;

    @Autowired
    private Filters filters;

    @Autowired
    private Figures figures;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Merges merges;

    @BeforeEach
    void eightCustomers() {
        nothing();
        for (int i = 0; i < 8; i++) {
            database.sql("""
                            insert into customers.customer (given_name, email, gender, sort_name, keyed, source, created_at, updated_at)
                            values ('Ada', ?, ?, 'ada', true, 'test', now(), now())
                            """)
                    .params("ada" + i + "@example.com", i % 2 == 0 ? "F" : "M")
                    .update();
        }
        figures.catchUp();
    }

    @AfterEach
    void nothing() {
        TestDatabase.clear(database, "duplicates", "customers", "segments");
        database.sql("truncate insight.listed, insight.unlisted").update();
    }

    private static List<CustomerId> customers(long... ids) {
        return LongStream.of(ids).mapToObj(CustomerId::new).toList();
    }

    private Set<Long> members(Segment segment) {
        figures.catchUp();
        var found = new TreeSet<Long>();
        members.each(segments.get(segment.id()).filter(), DAY, member -> found.add(member.customer()));
        return found;
    }

    @Test
    void aFrozenSegmentKeepsItsMembersWhateverBecomesOfThem() {
        Segment women = segments.create("Women", null, filters.read("{\"attribute\":\"gender\",\"isOneOf\":[\"F\"]}"));
        Segment frozen = lists.freeze(women, "Women in March", null, DAY);
        assertThat(members(frozen)).containsExactly(1L, 3L, 5L, 7L);
        database.sql("""
                        update customers.customer set gender = 'M', changed_in = pg_current_xact_id()::text::bigint
                        where id = 3
                        """).update();
        assertThat(members(women)).containsExactly(1L, 5L, 7L);
        assertThat(members(frozen)).containsExactly(1L, 3L, 5L, 7L);
        Segment others = segments.create(
                "Gone",
                null,
                filters.read("{\"all\":[{\"segment\":%d},{\"not\":{\"segment\":%d}}]}"
                        .formatted(frozen.id().value(), women.id().value())));
        assertThat(members(others)).containsExactly(3L);
    }

    @Test
    void somebodyIsPutOnAListAndTakenOffAndThatIsNoted() {
        Segment list = lists.create("Friends", null, customers(2, 4, 999));
        memberships.catchUp();
        assertThat(members(list)).containsExactly(2L, 4L);
        memberships.catchUp();
        long last = passages.after(0, null, 100).stream()
                .mapToLong(Passage::id)
                .max()
                .orElse(0);
        assertThat(lists.add(list.id(), customers(4, 6))).isEqualTo(1);
        assertThat(lists.remove(list.id(), customers(2, 8))).isEqualTo(1);
        assertThat(members(list)).containsExactly(4L, 6L);
        assertThat(lists.add(list.id(), customers(2))).isEqualTo(1);
        assertThat(lists.remove(list.id(), customers(2))).isEqualTo(1);
        assertThat(members(list)).containsExactly(4L, 6L);
        memberships.catchUp();
        assertThat(passages.after(last, list.id(), 100))
                .extracting(each -> each.customer().value(), Passage::entered)
                .containsExactlyInAnyOrder(tuple(2L, false), tuple(6L, true));
    }

    @Test
    void whoStaysStandsForWhoBecamePartOfThem() {
        lists.create("Friends", null, customers(2, 4));
        MergeId merge = merges.merge(MergeRequest.of(new CustomerId(8), Set.copyOf(customers(4))));
        assertThat(listed()).containsExactly(2L, 4L, 8L);
        merges.undo(merge);
        assertThat(listed()).containsExactly(2L, 4L);
    }

    /** Those who are customers no more included. */
    private List<Long> listed() {
        figures.catchUp();
        return warehouse.query(question -> question.select(WarehouseTables.LISTED.CUSTOMER_ID)
                .from(WarehouseTables.LISTED)
                .orderBy(WarehouseTables.LISTED.CUSTOMER_ID)
                .fetch(WarehouseTables.LISTED.CUSTOMER_ID));
    }

    @Test
    void aListTakesNoConditionsAndASegmentNoMembers() {
        Segment list = lists.create("Friends", null, customers(2));
        assertThatThrownBy(() -> segments.update(list.id(), 1, "Friends", null, Filter.EVERYBODY))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("listFilter");
        Segment segment = segments.create("All", null, Filter.EVERYBODY);
        assertThatThrownBy(() -> lists.add(segment.id(), customers(2)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("noList");
        assertThatThrownBy(() -> filters.read("{\"list\":123456}")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> lists.create(
                        "Many",
                        null,
                        LongStream.rangeClosed(1, 100_001)
                                .mapToObj(CustomerId::new)
                                .toList()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("largeList");
    }
}
