package io.legame.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.access.ChangeSet;
import io.legame.access.ChangeSetId;
import io.legame.access.ChangeSets;
import io.legame.customers.CustomerDepartures;
import io.legame.customers.CustomerId;
import io.legame.customers.Leaving;
import io.legame.customers.MergeId;
import io.legame.customers.MergeRequest;
import io.legame.customers.Merges;
import io.legame.platform.Companies;
import io.legame.platform.DataFolder;
import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import io.legame.timeline.Channel;
import io.legame.timeline.FactUndo;
import io.legame.timeline.InteractionDraft;
import io.legame.timeline.PurchaseLineDraft;
import io.legame.timeline.Timeline;
import io.legame.timeline.Touchpoint;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Many write at once whatever the modules can do to what the warehouse copies, in transactions short and long that are
 * kept or not, and at each moment looked at the warehouse is PostgreSQL row by row.
 */
@LegameTest
class ManyWritersTests {
    private static final int WRITERS = 8;
    private static final int REBUILD_AT = 10;
    private static final int TRANSACTIONS = 25;
    private static final int SOURCES = 20;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Companies companies;

    @Autowired
    private WarehouseProperties properties;

    @Autowired
    private TestClock clock;

    @Autowired
    private Merges merges;

    @Autowired
    private CustomerDepartures departures;

    @Autowired
    private Timeline timeline;

    @Autowired
    private FactUndo factUndo;

    @Autowired
    private ChangeSets changeSets;

    @TempDir
    private Path folder;

    private DataFolder dataFolder;
    private Warehouse warehouse;
    private Projection projection;
    private Facts facts;

    private final List<CustomerId> customers = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> products = Collections.synchronizedList(new ArrayList<>());
    private final ConcurrentLinkedQueue<MergeId> merged = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<ChangeSetId> imports = new ConcurrentLinkedQueue<>();
    private final AtomicInteger keys = new AtomicInteger();
    private final AtomicInteger kept = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final AtomicInteger doors = new AtomicInteger();

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "duplicates", "customers", "catalogue");
        database.sql("delete from platform.company").update();
        clock.set(Instant.parse("2024-06-20T09:00:00Z"));
        facts = new Facts(database);
        facts.years(2023, 2024);
        dataFolder = DataFolder.take(folder);
        warehouse = new Warehouse(properties, dataFolder);
        projection = new Projection(dataSource, companies, warehouse, properties, clock);
    }

    @AfterEach
    void end() throws Exception {
        warehouse.close();
        dataFolder.close();
        // numbers of merges begin anew in the next test
        TestDatabase.clear(database, "duplicates");
    }

    @Test
    void whateverIsWrittenTheWarehouseIsWhatPostgresIs() throws Exception {
        for (int i = 0; i < 40; i++) {
            customers.add(new CustomerId(facts.customer("known" + i + "@example.com")));
            products.add(facts.product("Product " + i, "Category " + i % 3));
        }
        projection.catchUp();
        int looks = 0;
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            var writing = IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(writer -> writers.submit(() -> write(new Random(4_711 + writer))))
                    .toList();
            // on a busy machine they may have written before we have looked often enough
            while (looks < REBUILD_AT || !writing.stream().allMatch(Future::isDone)) {
                projection.catchUp();
                looks++;
                if (looks % 20 == 0) {
                    compare();
                }
                if (looks == REBUILD_AT) {
                    projection.rebuild();
                }
            }
            for (Future<?> each : writing) {
                each.get();
            }
        }
        int rows = compare();
        assertThat(new Reconciliation(projection, clock).run().differences()).isEmpty();
        assertThat(rows).isGreaterThan(100);
        // the one at which the warehouse is built anew was among them
        assertThat(looks).isGreaterThanOrEqualTo(REBUILD_AT);
        assertThat(kept).hasValueGreaterThan(WRITERS * TRANSACTIONS / 3);
        assertThat(dropped).hasValueGreaterThan(WRITERS);
        assertThat(doors).hasValueGreaterThan(WRITERS);
    }

    /** What a watermark on transactions stands on. */
    @Test
    void whatASavepointHoldsIsMarkedWithItsTransaction() {
        List<Long> marks = Objects.requireNonNull(transactions.execute(status -> {
            facts.customer("before@example.com");
            Object savepoint = status.createSavepoint();
            facts.customer("within@example.com");
            status.releaseSavepoint(savepoint);
            status.createSavepoint();
            facts.customer("open@example.com");
            return database.sql("""
                            select changed_in from customers.customer
                            union all select pg_current_xact_id()::text::bigint
                            """).query(Long.class).list();
        }));
        assertThat(marks).hasSize(4);
        assertThat(Set.copyOf(marks)).hasSize(1);
        projection.catchUp();
        compare();
    }

    private void write(Random random) {
        for (int i = 0; i < TRANSACTIONS; i++) {
            boolean isLong = random.nextInt(8) == 0;
            boolean isKept = random.nextInt(4) > 0;
            try {
                transactions.executeWithoutResult(status -> {
                    database.sql("set local deadlock_timeout = '20ms'").update();
                    for (int step = random.nextInt(isLong ? 12 : 3); step >= 0; step--) {
                        Object savepoint = random.nextInt(3) == 0 ? status.createSavepoint() : null;
                        plainly(random);
                        if (savepoint != null && random.nextBoolean()) {
                            status.rollbackToSavepoint(savepoint);
                        } else if (savepoint != null && random.nextBoolean()) {
                            status.releaseSavepoint(savepoint);
                        }
                    }
                    if (!isLong) {
                        byDoor(random);
                    }
                    if (!isKept) {
                        status.setRollbackOnly();
                    }
                });
                (isKept ? kept : dropped).incrementAndGet();
            } catch (DataAccessException
                    | org.jooq.exception.DataAccessException
                    | Refusal
                    | IllegalArgumentException e) {
                // of two who wait for each other PostgreSQL ends one; a customer may be another's by now
                dropped.incrementAndGet();
            }
        }
    }

    private void plainly(Random random) {
        int number = keys.incrementAndGet();
        CustomerId customer = any(customers, random);
        long product = any(products, random);
        switch (random.nextInt(9)) {
            case 0 -> customers.add(new CustomerId(facts.customer("new" + number + "@example.com")));
            case 1 -> facts.rename(customer.value(), "Name " + number);
            case 2 -> facts.describe(customer.value(), describing(random, number));
            case 3 -> facts.move(product, "Category " + random.nextInt(5));
            case 4 -> facts.touchpoint("Place " + random.nextInt(4), random.nextBoolean() ? "shop" : "online");
            case 5 -> products.add(facts.product("Product " + number, random.nextBoolean() ? "Category 1" : null));
            default -> {
                int place = facts.touchpoint("Place " + random.nextInt(4), random.nextBoolean() ? "shop" : "online");
                int source = facts.source("till " + random.nextInt(SOURCES));
                Long buyer = random.nextInt(5) == 0 ? null : customer.value();
                Long bought = random.nextInt(4) == 0 ? null : product;
                facts.sale(
                        buyer,
                        bought,
                        place,
                        source,
                        (random.nextInt(6) == 0 ? "-" : "") + (1 + random.nextInt(90)) + "." + random.nextInt(9_999),
                        Facts.NOON.minus(Duration.ofHours(random.nextInt(9_000))));
            }
        }
    }

    private static @Nullable String describing(Random random, int number) {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> "{\"1\":\"%d\"}".formatted(number);
            case 2 -> "{\"1\":\"%d\",\"2\":[\"7\",\"8\"]}".formatted(number);
            default -> "{\"3\":\"2024-01-%02d\"}".formatted(1 + random.nextInt(28));
        };
    }

    private void byDoor(Random random) {
        CustomerId one = any(customers, random);
        CustomerId other = any(customers, random);
        switch (random.nextInt(9)) {
            case 0, 1 -> merged.add(merges.merge(MergeRequest.of(one, Set.of(other))));
            case 2 -> {
                MergeId merge = merged.poll();
                if (merge != null) {
                    merges.undo(merge);
                }
            }
            case 3 -> departures.archive(List.of(one));
            case 4 -> departures.restore(List.of(one, other));
            case 5 -> {
                departures.delete(List.of(one));
                database.sql(
                                "update customers.customer set left_at = left_at - interval '%d days' where left_as = 'deleted'"
                                        .formatted(Leaving.WAITING_DAYS + 1))
                        .update();
                departures.eraseDue();
            }
            case 6 -> timeline.eraseSource("till " + random.nextInt(SOURCES));
            case 7 -> {
                ChangeSetId change = changeSets.open(ChangeSet.Kind.IMPORT, "file", null);
                bring(change, one);
                imports.add(change);
            }
            default -> {
                ChangeSetId change = imports.poll();
                if (change != null) {
                    factUndo.interactions(change, 0, 100);
                    factUndo.lines(change, 0, 100);
                    factUndo.forgetTouchpoints();
                }
            }
        }
        doors.incrementAndGet();
    }

    private void bring(ChangeSetId change, CustomerId customer) {
        var place = new Touchpoint("Stall", Channel.VISIT);
        String key = "k" + keys.incrementAndGet();
        timeline.record(
                change, "file", List.of(new InteractionDraft(key, customer, Facts.NOON, "visit", place, "", Map.of())));
        timeline.recordPurchases(
                change,
                "file",
                IntStream.range(0, 2)
                        .mapToObj(line -> new PurchaseLineDraft(
                                "o" + keys.get() % 5,
                                key + line,
                                customer,
                                Facts.NOON,
                                place,
                                null,
                                BigDecimal.ONE,
                                BigDecimal.TEN,
                                BigDecimal.ZERO,
                                null))
                        .toList());
    }

    private static <T> T any(List<T> of, Random random) {
        synchronized (of) {
            return of.get(random.nextInt(of.size()));
        }
    }

    /** What each table holds at one moment, in words that both databases write alike; returns how many rows there are. */
    private int compare() {
        var there = new TreeMap<String, List<String>>();
        var here = new TreeMap<String, List<String>>();
        projection.step((postgres, file) -> {
            try (Connection connection = file.connect()) {
                for (String[] each : TABLES) {
                    there.put(each[0], rows(postgres, each[1]));
                    here.put(each[0], rows(connection, each[2]));
                }
            }
        });
        there.forEach((table, rows) -> assertThat(missing(rows, Objects.requireNonNull(here.get(table))))
                .as(table + " has in PostgreSQL alone")
                .isEmpty());
        here.forEach((table, rows) -> assertThat(missing(rows, Objects.requireNonNull(there.get(table))))
                .as(table + " has in the warehouse alone")
                .isEmpty());
        return there.values().stream().mapToInt(List::size).sum();
    }

    private static List<String> missing(List<String> rows, List<String> there) {
        var rest = new ArrayList<>(rows);
        there.forEach(rest::remove);
        return rest;
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        var rows = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                var row = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    row.append(Objects.toString(result.getString(i))).append('|');
                }
                rows.add(row.toString());
            }
        }
        Collections.sort(rows);
        return rows;
    }

    /** Not as {@link Sources} has it. */
    private static final String[][] TABLES = {
        {"customer", """
            select id, given_name, family_name, email, split_part(email, '@', 2), keyed::text, source, sort_name,
                (extract(epoch from created_at) * 1000000)::bigint, (updated_at at time zone 'Europe/Rome')::date
            from customers.customer where left_as is null
            """, """
            select id, given_name, family_name, email, email_domain, keyed::varchar, source, sort_name,
                epoch_us(created_at), updated_on
            from customer
            """},
        {"custom_value", """
            select c.id, f.key, f.value #>> '{}', null::text from customers.customer c, jsonb_each(c.custom) f
            where c.left_as is null and jsonb_typeof(f.value) = 'string'
            union all
            select c.id, f.key, null, chosen from customers.customer c, jsonb_each(c.custom) f,
                jsonb_array_elements_text(case when jsonb_typeof(f.value) = 'array' then f.value else '[]' end) chosen
            where c.left_as is null
            """, "select customer_id, field_id, value, choice from custom_value"},
        {
            "product",
            "select id, name, category, brand from catalogue.product",
            "select id, name, category, brand from product"
        },
        {"touchpoint", "select id, name, channel from timeline.touchpoint", "select id, name, channel from touchpoint"},
        {"interaction", """
            select i.id, i.customer_id, (extract(epoch from i.occurred_at) * 1000000)::bigint,
                (i.occurred_at at time zone 'Europe/Rome')::date, i.kind, t.name, t.channel, i.source_id
            from timeline.interaction i join timeline.touchpoint t on t.id = i.touchpoint_id
            """, """
            select i.id, i.customer_id, epoch_us(i.occurred_at), i.occurred_on, i.kind, t.name, i.channel, i.source_id
            from interaction i join touchpoint t on t.id = i.touchpoint_id
            """},
        {"detail", """
            select i.id, d.key, d.value from timeline.interaction i, jsonb_each_text(i.detail) d
            """, "select interaction_id, name, value from detail"},
        {"line", """
            select l.interaction_id, l.customer_id, (l.occurred_at at time zone 'Europe/Rome')::date,
                case when l.quantity < 0 then 'return' else 'purchase' end, i.touchpoint_id, t.channel, l.product_id,
                p.category, p.brand, l.quantity::numeric(14, 3), l.amount::numeric(18, 4), l.cost::numeric(18, 4), i.source_id
            from timeline.purchase_line l
                join timeline.interaction i on i.id = l.interaction_id
                join timeline.touchpoint t on t.id = i.touchpoint_id
                left join catalogue.product p on p.id = l.product_id
            """, """
            select interaction_id, customer_id, occurred_on, kind, touchpoint_id, channel, product_id, category,
                brand, quantity, amount, cost, source_id
            from line
            """}
    };
}
