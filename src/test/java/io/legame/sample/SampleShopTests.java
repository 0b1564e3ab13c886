package io.legame.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.Identity;
import io.legame.platform.Refusal;
import io.legame.sample.SampleState.Phase;
import io.legame.testing.LegameProcess;
import io.legame.testing.LegameTest;
import io.legame.testing.TestDatabase;
import io.legame.timeline.Channel;
import io.legame.timeline.InteractionDraft;
import io.legame.timeline.Timeline;
import io.legame.timeline.Touchpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The shop comes, is always the same, looks like a shop, and goes. */
@LegameTest
class SampleShopTests {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final Touchpoint DESK = new Touchpoint("Banco", Channel.SHOP);

    @Autowired
    SampleShop shop;

    @Autowired
    SampleJob job;

    @Autowired
    ShopTable table;

    @Autowired
    Customers customers;

    @Autowired
    Timeline timeline;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void theShopIsThere() {
        if (table.state().phase() != Phase.MADE) {
            TestDatabase.clear(database, "sample", "timeline", "catalogue", "customers");
            table.order(TODAY);
            job.run();
        }
        assertThat(table.state().phase()).isEqualTo(Phase.MADE);
    }

    private long count(String query) {
        return database.sql("select count(*) from " + query).query(Long.class).single();
    }

    private double number(String query) {
        return database.sql("select " + query).query(Double.class).single();
    }

    @Test
    void anotherDatabaseGetsTheSameShopEvenIfItsMakerIsKilledOnTheWay(@TempDir Path folder) {
        String url = TestDatabase.create();
        var environment = Map.of("LEGAME_DATABASE_URL", url);
        var other = JdbcClient.create(new DriverManagerDataSource(url));
        try (LegameProcess legame = LegameProcess.start(folder, environment)) {
            other.sql("insert into sample.shop (phase, until) values ('making', ?)")
                    .param(TODAY)
                    .update();
            other.sql("""
                    insert into platform.scheduled_task (task_name, task_instance, execution_time, picked, version)
                    values ('sample-shop', '1', now(), false, 1)
                    """).update();
            await(other, "position > 1500");
            legame.kill();
        }
        assertThat(other.sql("select phase from sample.shop")
                        .query(String.class)
                        .single())
                .isEqualTo("making");
        try (LegameProcess legame = LegameProcess.start(folder, environment)) {
            await(other, "phase = 'made'");
            assertThat(legame.console()).doesNotContain("ERROR");
        }
        assertThat(Contents.of(other)).isEqualTo(Contents.of(database));
    }

    private static void await(JdbcClient database, String condition) {
        long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (System.nanoTime() < deadline) {
            if (database.sql("select " + condition + " from sample.shop")
                    .query(Boolean.class)
                    .single()) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("It never was so: " + condition);
    }

    @Test
    void itLooksLikeAShop() {
        assertThat(count("customers.customer")).isGreaterThanOrEqualTo(5_000);
        assertThat(count("catalogue.product")).isBetween(300L, 400L);
        assertThat(count("timeline.interaction where kind = 'purchase'")).isBetween(22_000L, 28_000L);
        assertThat(count("timeline.purchase_line where quantity > 0")).isBetween(55_000L, 68_000L);
        assertThat(count("timeline.interaction where kind = 'purchase' and customer_id is null"))
                .isEqualTo(240);
        assertThat(count("customers.customer where not keyed")).isBetween(400L, 800L);
        assertThat(count("customers.customer where kind = 'company'")).isBetween(110L, 220L);
        assertThat(database.sql("select distinct kind from timeline.interaction order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("assistance", "call", "message", "note", "purchase", "request", "return", "visit");
        assertThat(database.sql("select channel from timeline.touchpoint order by 1")
                        .query(String.class)
                        .list())
                .contains("shop", "online", "email", "phone", "sms", "social");
    }

    @Test
    void itLivesTwoYearsWithTheirSeasons() {
        assertThat(database.sql("select min(occurred_at at time zone 'Europe/Rome')::date from timeline.interaction")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(TODAY.minusYears(2));
        assertThat(database.sql("select max(occurred_at at time zone 'Europe/Rome')::date from timeline.interaction")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(TODAY.minusDays(1));
        double average = number("sum(amount) / 24 from timeline.purchase_line");
        assertThat(
                        number(
                                "sum(amount) from timeline.purchase_line where occurred_at >= '2025-12-01' and occurred_at < '2026-01-01'"))
                .isGreaterThan(1.4 * average);
        assertThat(
                        number(
                                "sum(amount) from timeline.purchase_line where occurred_at >= '2025-08-01' and occurred_at < '2025-09-01'"))
                .isLessThan(0.8 * average);
        assertThat(online("< '2025-03-10'")).isBetween(0.2, 0.36);
        assertThat(online(">= '2025-03-10'")).isGreaterThan(online("< '2025-03-10'") + 0.04);
        assertThat(returned("shop")).isBetween(0.03, 0.05);
        assertThat(returned("online")).isBetween(0.09, 0.14);
        assertThat(number("max(1 - amount / (quantity * unit_price)) from timeline.purchase_line"))
                .isEqualTo(0.5);
        assertThat(number("""
                (select sum(amount) from (select sum(amount) amount from timeline.purchase_line where customer_id is not null
                    group by customer_id order by 1 desc limit 550) best) / (select sum(amount) from timeline.purchase_line)
                """)).as("the best tenth brings a good part").isBetween(0.3, 0.6);
    }

    private double online(String days) {
        return number("avg((t.channel = 'online')::int) from timeline.interaction i join timeline.touchpoint t "
                + "on t.id = i.touchpoint_id where i.kind = 'purchase' and i.occurred_at " + days);
    }

    /** Of the lines sold by the channel; what was bought on-line may be given back in a shop. */
    private double returned(String channel) {
        return number("""
                (count(*) filter (where l.quantity < 0))::float / count(*) filter (where l.quantity > 0)
                from timeline.purchase_line l
                join timeline.interaction i on i.id = l.interaction_id and i.occurred_at = l.occurred_at
                where (i.source_key like 'WEB-%%') = ('%s' = 'online')
                """.formatted(channel));
    }

    @Test
    void theUsualDirtHasGoneThroughTheRulesOfFiles() {
        assertThat(count("customers.customer where given_name = upper(given_name) or town = upper(town)"))
                .isZero();
        assertThat(count("customers.customer where given_name <> btrim(given_name) or family_name like '%  %'"))
                .isZero();
        assertThat(count("customers.customer where phone !~ '^[+]39\\d{10}$'")).isZero();
        assertThat(count("customers.customer where email <> lower(email)")).isZero();
        assertThat(count("customers.customer where gender is null and kind = 'person'"))
                .isBetween(80L, 300L);
        assertThat(database.sql("select distinct family_name from customers.customer where family_name ilike 'd''%'")
                        .query(String.class)
                        .list())
                .contains("D'Angelo")
                .allMatch(name -> name.startsWith("D'") && Character.isUpperCase(name.charAt(2)));
        assertThat(database.sql("select distinct country from customers.customer")
                        .query(String.class)
                        .list())
                .contains("IT", "CH", "DE");
    }

    @Test
    void startingTwiceIsHarmless() {
        var before = Contents.of(database);
        shop.make();
        job.run();
        assertThat(Contents.of(database)).isEqualTo(before);
    }

    @Test
    void whatOthersRecordedStaysWhenTheShopGoes() {
        CustomerId shared = known(Identity.number("sample", "BS00002"));
        customers.upsert("till", List.of(CustomerDraft.of(CustomerField.EMAIL, "vera@esempio.it")));
        CustomerId own = known(Identity.email("vera@esempio.it"));
        timeline.record("till", List.of(talk("t1", shared), talk("t2", own)));

        table.orderRemoval();
        assertThatThrownBy(shop::make).isInstanceOf(Refusal.class);
        job.run();

        assertThat(table.state().phase()).isEqualTo(Phase.REMOVED);
        assertThat(table.state().kept()).isEqualTo(1);
        assertThat(count("customers.customer")).isEqualTo(2);
        assertThat(count("timeline.interaction")).isEqualTo(2);
        assertThat(database.sql("select name from timeline.touchpoint")
                        .query(String.class)
                        .list())
                .containsExactly("Banco");
        for (String table : List.of("timeline.purchase_line", "catalogue.product", "catalogue.product_code")) {
            assertThat(count(table)).as(table).isZero();
        }

        timeline.eraseSource("till");
        table.orderRemoval();
        job.run();
        assertThat(table.state().kept()).isZero();
        assertThat(customers.find(shared)).isEmpty();
        assertThat(customers.find(own)).isPresent();
        for (String table : List.of("timeline.interaction", "timeline.fact_key", "timeline.touchpoint")) {
            assertThat(count(table)).as(table).isZero();
        }
        assertThat(count("customers.identity")).isEqualTo(1);
    }

    private CustomerId known(Identity identity) {
        return customers.find(List.of(identity)).values().iterator().next();
    }

    private static InteractionDraft talk(String key, CustomerId about) {
        return new InteractionDraft(
                key, about, Instant.parse("2026-03-01T10:00:00Z"), "call", DESK, "Parlato", Map.of());
    }

    @Test
    void aHalfMadeShopCanBeTakenAwayToo() {
        table.orderRemoval();
        job.run();
        table.order(TODAY);
        var stories = job.stories(table.find().orElseThrow());
        job.make(stories, 0);
        assertThat(count("customers.customer")).isPositive();
        // the order to remove comes while a step is being written: the step is undone
        table.orderRemoval();
        job.make(stories, 125);
        assertThat(count("customers.customer")).isEqualTo(125);
        job.run();
        assertThat(count("customers.customer")).isZero();
        assertThat(count("timeline.interaction")).isZero();
        assertThat(count("catalogue.product")).isZero();
    }
}
