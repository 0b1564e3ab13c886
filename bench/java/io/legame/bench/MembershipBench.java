package io.legame.bench;

import io.legame.Legame;
import io.legame.insight.Figures;
import io.legame.insight.Projection;
import io.legame.segments.Filters;
import io.legame.segments.Memberships;
import io.legame.segments.Passage;
import io.legame.segments.Passages;
import io.legame.segments.SegmentId;
import io.legame.segments.Segments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two hundred live segments: how long until all of them know their members, until they do again after a batch of facts,
 * and until a passage is noted after the fact that caused it. Arguments as for {@link WarehouseBench}.
 */
public final class MembershipBench {
    private static final int SEGMENTS = 200;
    private static final int BATCH = 2_000;
    private static final int FACTS = 20;
    /** What Mautic's documentation and issues tell of one segment at 260,000 contacts. */
    private static final double MAUTIC_SECONDS = 40 * 60;

    /** Each with a place for a number from 0 to 19. */
    private static final List<String> KINDS = List.of(
            "{'all':[{'attribute':'gender','isOneOf':['F']},{'attribute':'age','atLeast':%d}]}",
            "{'attribute':'town','isOneOf':['Town%d']}",
            "{'all':[{'purchases':'amount','atLeast':1%d0,'during':{'last':90,'unit':'days'}},{'reachable':'email'}]}",
            "{'all':[{'purchases':'amount','atLeast':1%d0,'channels':['online'],'during':{'last':1,'unit':'years'}}]}",
            "{'all':[{'purchases':'orders','atLeast':1,'categories':['Category %d'],'during':{'last':6,'unit':'months'}}]}",
            "{'all':[{'purchases':'orders','none':true,'categories':['Category %d']},{'purchases':'orders','atLeast':3}]}",
            "{'all':[{'purchases':'daysSinceLast','moreThan':18%d},{'purchases':'orders','atLeast':2}]}",
            "{'all':[{'tier':['gold','platinum']},{'metric':'loyalty','atLeast':%d}]}",
            "{'all':[{'stage':['at_risk','dormant']},{'attribute':'age','atLeast':2%d}]}",
            "{'any':[{'ofBefore':'amount','atMost':5%d,'during':{'last':90,'unit':'days'}},{'interactions':'number','atLeast':8,'during':{'last':30,'unit':'days'}}]}");

    private MembershipBench() {}

    public static void main(String[] arguments) throws Exception {
        int customers = Integer.parseInt(arguments[0]);
        int lines = Integer.parseInt(arguments[1]);
        String[] options = Arrays.copyOfRange(arguments, 1, arguments.length);
        options[0] = "--server.port=-1";
        try (var application = SpringApplication.run(Legame.class, options)) {
            var source = application.getBean(DataSource.class);
            var database = JdbcClient.create(source);
            WarehouseData.prepare(source, customers, lines);
            var projection = application.getBean(Projection.class);
            var figures = application.getBean(Figures.class);
            var memberships = application.getBean(Memberships.class);
            database.sql("""
                            update catalogue.product
                            set category = 'Category 0', changed_in = pg_current_xact_id()::text::bigint
                            where id = 1 and category is distinct from 'Category 0'
                            """).update();
            projection.catchUp();
            figures.catchUp();
            database.sql("truncate segments.segment, segments.member_chunk, segments.passage cascade")
                    .update();
            save(application.getBean(Segments.class), application.getBean(Filters.class));
            double first = Timing.seconds(memberships::catchUp);
            Report.row(
                    "members of 200 segments",
                    WarehouseData.number(database, "select sum(size) from segments.standing") / 1e6,
                    "million");
            Report.row("all of them counted for the first time", first, "s");
            database.sql("update segments.standing set as_of = as_of - 1").update();
            double day = Timing.seconds(memberships::catchUp);
            Report.row("all of them again, as when a day begins", day, "s");
            Report.ratio("Mautic's time for one segment / ours for one", MAUTIC_SECONDS / (day / SEGMENTS), 100);
            afterABatch(database, projection, figures, memberships, customers);
            passages(database, application.getBean(Passages.class));
        }
    }

    private static void save(Segments segments, Filters filters) {
        for (int i = 0; i < SEGMENTS; i++) {
            String json = String.format(Locale.ROOT, KINDS.get(i % KINDS.size()), i / KINDS.size());
            segments.create("Segment " + i, null, filters.read(json.replace('\'', '"')));
        }
    }

    /** What the batch changed of the facts, and what it changed of the figures. */
    private static void afterABatch(
            JdbcClient database, Projection projection, Figures figures, Memberships memberships, int customers) {
        var facts = new double[5];
        var measured = new double[facts.length];
        for (int i = 0; i < facts.length; i++) {
            long begin = customers / 2 + (long) i * BATCH;
            WarehouseData.sell(database, begin + 1, begin + BATCH);
            projection.catchUp();
            facts[i] = Timing.seconds(memberships::catchUp);
            figures.catchUp();
            measured[i] = Timing.seconds(memberships::catchUp);
        }
        Arrays.sort(facts);
        Arrays.sort(measured);
        Report.atMost("200 segments after 2,000 facts, s", facts[facts.length / 2], 10);
        Report.row("  and once more after their figures", measured[measured.length / 2], "s");
    }

    /** Beside the loops of the application, as in life. */
    private static void passages(JdbcClient database, Passages passages) throws InterruptedException {
        SegmentId buyers = new SegmentId(
                WarehouseData.number(database, "select id from segments.segment where name = 'Segment 4'"));
        List<Long> strangers = database.sql("""
                        select c.id from customers.customer c
                        where c.keyed and not exists (
                            select 1 from timeline.purchase_line l join catalogue.product p on p.id = l.product_id
                            where p.category = 'Category 0' and l.occurred_at > '2025-06-01' and l.customer_id = c.id)
                        order by c.id desc limit ?
                        """).param(FACTS).query(Long.class).list();
        var waits = new ArrayList<Double>();
        for (Long customer : strangers) {
            long last = WarehouseData.number(database, "select coalesce(max(id), 0) from segments.passage");
            WarehouseData.sell(database, customer, customer);
            long begin = System.nanoTime();
            while (passages.after(last, buyers, 1_000).stream()
                    .map(Passage::customer)
                    .noneMatch(found -> found.value() == customer)) {
                Thread.sleep(20);
                if (System.nanoTime() - begin > 60e9) {
                    throw new AssertionError("No passage of customer " + customer);
                }
            }
            waits.add((System.nanoTime() - begin) / 1e9);
        }
        waits.sort(null);
        Report.atMost("fact to passage, median, s", waits.get(waits.size() / 2), 2);
        Report.atMost("fact to passage, worst, s", waits.getLast(), 4);
    }
}
