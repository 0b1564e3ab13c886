package io.legame.insight;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.DETAIL;
import static io.legame.insight.WarehouseTables.INTERACTION;
import static io.legame.insight.WarehouseTables.LINE;
import static io.legame.insight.WarehouseTables.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import io.legame.platform.Companies;
import io.legame.platform.Company;
import io.legame.platform.DataFolder;
import io.legame.testing.LegameTest;
import io.legame.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The warehouse follows PostgreSQL: nothing is lost, doubled or left behind, whoever writes and however it ends. */
@LegameTest
class ProjectionTests {
    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Companies companies;

    @Autowired
    private WarehouseProperties properties;

    @Autowired
    private InstantSource clock;

    @TempDir
    private Path folder;

    private DataFolder dataFolder;
    private Warehouse warehouse;
    private Projection projection;
    private Facts facts;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "customers", "catalogue", "timeline");
        database.sql("delete from platform.company").update();
        facts = new Facts(database);
        facts.years(2023, 2024, 2025);
        dataFolder = DataFolder.take(folder);
        open();
    }

    private void open() {
        warehouse = new Warehouse(properties, dataFolder);
        projection = new Projection(dataSource, companies, warehouse, properties, clock);
    }

    @AfterEach
    void end() throws Exception {
        warehouse.close();
        dataFolder.close();
    }

    @Test
    void followsWhatIsWrittenChangedAndErased() {
        projection.catchUp();
        int shop = facts.touchpoint("Shop Milano", "shop");
        int source = facts.source("till");
        long product = facts.product("Scarf", "Accessories");
        long customer = facts.customer("ada@example.com");
        facts.sale(customer, product, shop, source, "19.9000");

        projection.catchUp();

        var copied = warehouse.query(ask -> ask.selectFrom(CUSTOMER).fetchSingle());
        assertThat(copied.get(CUSTOMER.EMAIL_DOMAIN)).isEqualTo("example.com");
        assertThat(copied.get(CUSTOMER.HAS_EMAIL)).isTrue();
        assertThat(copied.get(CUSTOMER.HAS_ADDRESS)).isFalse();
        var line = warehouse.query(ask -> ask.selectFrom(LINE).fetchSingle());
        assertThat(line.get(LINE.CUSTOMER_ID)).isEqualTo(customer);
        assertThat(line.get(LINE.KIND)).isEqualTo("purchase");
        assertThat(line.get(LINE.CHANNEL)).isEqualTo("shop");
        assertThat(line.get(LINE.CATEGORY)).isEqualTo("Accessories");
        assertThat(line.get(LINE.AMOUNT)).isEqualByComparingTo("19.9");
        assertThat(line.get(LINE.COST)).isNull();

        facts.rename(customer, "Augusta");
        long other = facts.customer("bob@example.com");
        projection.catchUp();
        assertThat(distinct(CUSTOMER, CUSTOMER.GIVEN_NAME)).containsExactlyInAnyOrder("Augusta", "Ada");
        assertThat(count(CUSTOMER)).isEqualTo(2);

        facts.eraseCustomer(other);
        projection.catchUp();
        assertThat(count(CUSTOMER)).isEqualTo(1);

        facts.eraseSource(source);
        projection.catchUp();
        assertThat(count(LINE)).isZero();
        assertThat(count(INTERACTION)).isZero();
        assertThat(reconciliation().agrees()).isTrue();
    }

    @Test
    void linesFollowTheirProductAndTouchpoint() {
        int place = facts.touchpoint("Corner", "shop");
        int source = facts.source("till");
        long product = facts.product("Scarf", "Accessories");
        facts.sale(null, product, place, source, "10");
        projection.catchUp();

        facts.move(product, "Winter");
        facts.brand(product, "Alpina");
        facts.touchpoint("Corner", "online");
        facts.sale(null, product, place, source, "20");
        projection.catchUp();

        assertThat(distinct(LINE, LINE.CATEGORY)).containsExactly("Winter");
        assertThat(distinct(LINE, LINE.CHANNEL)).containsExactly("online");
        assertThat(distinct(INTERACTION, INTERACTION.CHANNEL)).containsExactly("online");
        assertThat(distinct(PRODUCT, PRODUCT.CATEGORY)).containsExactly("Winter");
        assertThat(distinct(LINE, LINE.BRAND)).containsExactly("Alpina");

        facts.brand(product, "Nordica");
        projection.catchUp();
        assertThat(distinct(LINE, LINE.BRAND)).containsExactly("Nordica");

        facts.eraseProduct(product);
        projection.catchUp();
        assertThat(count(LINE)).isEqualTo(2);
        assertThat(distinct(LINE, LINE.BRAND)).containsOnlyNulls();
        assertThat(distinct(LINE, LINE.CATEGORY)).containsOnlyNulls();
    }

    @Test
    void whatElseIsRecordedFollowsItsInteraction() {
        int place = facts.touchpoint("Call centre", "phone");
        int source = facts.source("calls");
        int other = facts.source("visits");
        long customer = facts.customer("ada@example.com");
        long early = facts.interaction(customer, Facts.NOON, "call", place, source);
        facts.detail(early, "{\"outcome\": \"success\", \"campaign\": \"Spring\", \"nothing\": null}");
        projection.catchUp();
        assertThat(distinct(DETAIL, DETAIL.NAME)).containsExactlyInAnyOrder("outcome", "campaign");

        long late = facts.interaction(customer, Facts.NOON, "visit", place, other);
        facts.detail(late, "{\"outcome\": \"no answer\"}");
        facts.interaction(customer, Facts.NOON, "visit", place, other);
        projection.catchUp();
        assertThat(distinct(DETAIL, DETAIL.VALUE)).containsExactlyInAnyOrder("success", "Spring", "no answer");
        assertThat(reconciliation().agrees()).isTrue();

        facts.detail(early, "{\"outcome\": \"refused\"}");
        facts.eraseFact(early);
        projection.catchUp();
        assertThat(distinct(DETAIL, DETAIL.VALUE)).containsExactlyInAnyOrder("refused", "no answer");
        assertThat(count(DETAIL)).isEqualTo(2);

        facts.eraseSource(other);
        projection.catchUp();
        assertThat(distinct(DETAIL, DETAIL.VALUE)).containsExactly("refused");
        assertThat(reconciliation().agrees()).isTrue();
    }

    @Test
    void aLongTransactionHoldsNobodyUpAndLosesNothing() throws Exception {
        projection.catchUp();
        try (Connection slow = dataSource.getConnection()) {
            slow.setAutoCommit(false);
            var slowly = new Facts(JdbcClient.create(new SingleConnectionDataSource(slow, true)));
            slowly.customer("slow@example.com");
            facts.customer("quick@example.com");

            projection.catchUp();
            assertThat(count(CUSTOMER)).isEqualTo(1);
            projection.catchUp();
            assertThat(count(CUSTOMER)).isEqualTo(1);

            slow.commit();
        }
        projection.catchUp();
        assertThat(count(CUSTOMER)).isEqualTo(2);
    }

    @Test
    void aLineMayHaveAnEarlierTransactionThanItsInteraction() throws Exception {
        int place = facts.touchpoint("e-shop", "online");
        int source = facts.source("till");
        projection.catchUp();
        try (Connection first = dataSource.getConnection()) {
            first.setAutoCommit(false);
            var early = new Facts(JdbcClient.create(new SingleConnectionDataSource(first, true)));
            early.customer("early@example.com");
            long order = facts.interaction(null, Facts.NOON, "purchase", place, source);
            early.line(order, Facts.NOON, null, null, "1", "5", null);
            first.commit();
        }
        projection.catchUp();
        assertThat(distinct(LINE, LINE.CHANNEL)).containsExactly("online");
    }

    @Test
    void factsRecordedWhileTheirSourceIsErasedRemain() throws Exception {
        int place = facts.touchpoint("e-shop", "online");
        int source = facts.source("till");
        facts.sale(null, null, place, source, "1");
        projection.catchUp();
        try (Connection erasing = dataSource.getConnection()) {
            erasing.setAutoCommit(false);
            new Facts(JdbcClient.create(new SingleConnectionDataSource(erasing, true))).eraseSource(source);
            facts.sale(null, null, place, source, "2");
            projection.catchUp();
            assertThat(count(LINE)).isEqualTo(2);
            erasing.commit();
        }
        projection.catchUp();
        assertThat(distinct(LINE, LINE.AMOUNT)).containsExactly(new java.math.BigDecimal("2.0000"));
        assertThat(count(INTERACTION)).isEqualTo(1);
    }

    @Test
    void manyWritersWithRollbacksLoseNoRow() throws Exception {
        int place = facts.touchpoint("e-shop", "online");
        int source = facts.source("till");
        projection.catchUp();
        try (var writers = Executors.newFixedThreadPool(4)) {
            var running = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(writer -> writers.submit(() -> write(writer, place, source)))
                    .toList();
            while (!running.stream().allMatch(Future::isDone)) {
                projection.catchUp();
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        projection.catchUp();
        assertThat(count(LINE))
                .isPositive()
                .isEqualTo(database.sql("select count(*) from timeline.purchase_line")
                        .query(Integer.class)
                        .single());
        assertThat(reconciliation().differences()).isEmpty();
    }

    private Void write(int writer, int place, int source) throws Exception {
        var random = new Random(writer);
        for (int i = 0; i < 60; i++) {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                var mine = new Facts(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
                long customer = mine.customer(writer + "." + i + "@example.com");
                for (int sale = random.nextInt(5); sale >= 0; sale--) {
                    mine.sale(customer, null, place, source, "1." + sale);
                }
                if (random.nextInt(3) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
            }
        }
        return null;
    }

    @Test
    void aDayIsTheCompanysAndFollowsItsTimeZone() {
        int place = facts.touchpoint("e-shop", "online");
        int source = facts.source("till");
        facts.sale(null, null, place, source, "1", Instant.parse("2024-06-30T23:30:00Z"));
        projection.catchUp();
        assertThat(onlyDay()).isEqualTo(LocalDate.of(2024, 7, 1));

        companies.describe(new Company("Legame", Currency.getInstance("EUR"), ZoneId.of("UTC"), "IT"));
        projection.catchUp();
        assertThat(onlyDay()).isEqualTo(LocalDate.of(2024, 6, 30));
    }

    private LocalDate onlyDay() {
        return warehouse.query(ask -> ask.selectFrom(LINE).fetchSingle(LINE.OCCURRED_ON));
    }

    @Test
    void aFileOfAnotherInstallationIsBuiltAnew() throws Exception {
        facts.customer("ada@example.com");
        projection.catchUp();
        var id = database.sql("select id from platform.installation")
                .query(java.util.UUID.class)
                .single();
        warehouse.close();
        open();
        try {
            database.sql("update platform.installation set id = gen_random_uuid()")
                    .update();
            database.sql("update customers.customer set given_name = 'Other'").update(); // unseen: no changed_in
            projection.catchUp();
            assertThat(distinct(CUSTOMER, CUSTOMER.GIVEN_NAME)).containsExactly("Other");
        } finally {
            database.sql("update platform.installation set id = ?").param(id).update();
        }
    }

    @Test
    void aTruncatedTableIsNoticed() {
        facts.customer("ada@example.com");
        projection.catchUp();
        database.sql("truncate customers.customer cascade").update();
        projection.catchUp();
        assertThat(count(CUSTOMER)).isZero();
    }

    @Test
    void aDamagedFileIsBuiltAnew() throws Exception {
        facts.customer("ada@example.com");
        projection.catchUp();
        warehouse.close();
        Files.writeString(folder.resolve("warehouse.duckdb"), "this is no database");
        open();
        projection.catchUp();
        assertThat(count(CUSTOMER)).isEqualTo(1);
    }

    @Test
    void aFileOfAnOlderLayoutIsBuiltAnew() throws Exception {
        facts.customer("ada@example.com");
        projection.catchUp();
        damage("update watermark set layout = 0");
        damage("drop table line");
        warehouse.close();
        open();
        projection.catchUp();
        assertThat(count(LINE)).isZero();
    }

    @Test
    void aFileAheadOfADatabaseSetBackIsBuiltAnew() throws Exception {
        facts.customer("ada@example.com");
        projection.catchUp();
        damage("update watermark set snapshot = '9000000000:9000000000:'");
        damage("delete from customer");
        warehouse.close();
        open();
        projection.catchUp();
        assertThat(count(CUSTOMER)).isEqualTo(1);
    }

    @Test
    void oldQuestionsAreAnsweredWhileTheFileIsWrittenAnew() throws Exception {
        for (int i = 0; i < 200; i++) {
            facts.customer(i + "@example.com");
        }
        projection.catchUp();
        try (var asking = Executors.newFixedThreadPool(2)) {
            var stop = new java.util.concurrent.atomic.AtomicBoolean();
            Future<Integer> asked = asking.submit(() -> {
                int questions = 0;
                while (!stop.get()) {
                    assertThat(count(CUSTOMER)).isEqualTo(200);
                    questions++;
                }
                return questions;
            });
            for (int i = 0; i < 3; i++) {
                projection.rebuild();
                projection.catchUp();
            }
            stop.set(true);
            assertThat(asked.get()).isPositive();
        }
    }

    @Test
    void aQuestionBegunBeforeTheNewFileEndsInTheOldOneAndKeepsNobodyWaiting() throws Exception {
        facts.customer("ada@example.com");
        projection.catchUp();
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var asking = Executors.newSingleThreadExecutor()) {
            Future<List<Integer>> old = asking.submit(() -> warehouse.queryAtLength(ask -> {
                int before = ask.fetchCount(CUSTOMER);
                begun.countDown();
                await(goOn);
                return List.of(before, ask.fetchCount(CUSTOMER));
            }));
            begun.await();
            facts.customer("bob@example.com");

            projection.rebuild();

            assertThat(count(CUSTOMER)).isEqualTo(2);
            assertThat(folder.resolve("warehouse.duckdb")).exists();
            goOn.countDown();
            assertThat(old.get()).containsExactly(1, 1);
        }
        assertThat(folder.resolve("warehouse.duckdb")).doesNotExist();
        assertThat(folder.resolve("warehouse.2.duckdb")).exists();
        projection.rebuild();
        assertThat(count(CUSTOMER)).isEqualTo(2);
        assertThat(folder.resolve("warehouse.2.duckdb")).doesNotExist();
    }

    @Test
    void ofTwoFilesThatAKilledApplicationLeftTheNewerIsTaken() throws Exception {
        facts.customer("ada@example.com");
        projection.catchUp();
        warehouse.close();
        Path first = folder.resolve("warehouse.duckdb");
        Path second = folder.resolve("warehouse.2.duckdb");
        var halfWritten = new Watermark(
                "here", ZoneId.of("Europe/Rome"), null, clock.instant().plusSeconds(60));
        WarehouseFile.create(second, properties, halfWritten).close();
        open();
        assertThat(warehouse.isOpen()).isTrue();
        assertThat(count(CUSTOMER)).isEqualTo(1);
        assertThat(second).doesNotExist();

        warehouse.close();
        Files.copy(first, second);
        open();
        assertThat(warehouse.isOpen()).isTrue();
        assertThat(count(CUSTOMER)).isEqualTo(1);
        assertThat(Files.exists(first) ^ Files.exists(second)).isTrue();
    }

    @Test
    void reconciliationFindsWhatDiffers() throws Exception {
        int place = facts.touchpoint("e-shop", "online");
        int source = facts.source("till");
        facts.sale(facts.customer("ada@example.com"), null, place, source, "10");
        facts.sale(null, null, place, source, "-2.5803", Instant.parse("2023-03-01T10:00:00Z"));
        projection.catchUp();
        assertThat(reconciliation().agrees()).isTrue();

        damage("update line set amount = amount + 1 where year(occurred_on) = 2024");
        var differences = reconciliation().differences();
        assertThat(differences).singleElement().satisfies(row -> {
            assertThat(row.measure()).isEqualTo("amount");
            assertThat(row.part()).isEqualTo("2024");
            assertThat(row.database()).isEqualByComparingTo("10");
            assertThat(row.warehouse()).isEqualByComparingTo("11");
        });

        projection.rebuild();
        assertThat(reconciliation().agrees()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Reconciliation.Report reconciliation() {
        return new Reconciliation(projection, clock).run();
    }

    private void damage(String sql) throws Exception {
        warehouse.read(file -> {
            try (var connection = file.connect();
                    var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private <T> List<T> distinct(org.jooq.Table<?> table, org.jooq.Field<T> field) {
        return warehouse.query(ask -> ask.selectDistinct(field).from(table).fetch(field));
    }

    private int count(org.jooq.Table<?> table) {
        return warehouse.query(ask -> ask.fetchCount(table));
    }
}
