package io.legame.bench;

import io.legame.Legame;
import io.legame.customers.CustomDraft;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldDraft;
import io.legame.customers.CustomFieldType;
import io.legame.customers.CustomFields;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerFilter;
import io.legame.customers.CustomerOrder;
import io.legame.customers.CustomerPage;
import io.legame.customers.CustomerPosition;
import io.legame.customers.CustomerQuery;
import io.legame.customers.Customers;
import io.legame.customers.ListColumn;
import io.legame.customers.ListColumns;
import io.legame.insight.Projection;
import io.legame.matching.SimulatedPeople;
import io.legame.matching.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of simulated customers and finding as somebody types. Arguments: how many, and options of Legame. */
public final class ListBench {
    private static final int BATCH = 5_000;
    private static final int PAGE = 50;
    private static final int TIMES = 15;
    private static final int DEEP = 2_000;
    private static final double LIST_MS = 200;
    private static final double FIND_MS = 100;

    private static final List<String> TYPED = List.of(
            "r",
            "ro",
            "ros",
            "rossi",
            "m",
            "maria",
            "rossi ma",
            "m r",
            "q z",
            "maria giuseppe",
            "giuseppe de luca",
            "347 12",
            "3471234",
            "+39 347 123",
            "mario.ros",
            "maria@",
            "12345",
            "rosi",
            "giuvanni",
            "govanni rosi",
            "mria",
            "xyzzy",
            "xyzzyx maria",
            "%",
            "_");

    private static final Map<String, String> FILTERS = Map.of(
            "half by points",
            "{\"custom\":\"points\",\"lessThan\":5000}",
            "fifty by points",
            "{\"custom\":\"points\",\"exactly\":77}",
            "names at the end of the order",
            "{\"attribute\":\"name\",\"contains\":\"zan\"}",
            "not from Roma, many points",
            "{\"all\":[{\"attribute\":\"town\",\"isNoneOf\":[\"Roma\"]},{\"custom\":\"points\",\"atLeast\":9000}]}");

    private final Customers customers;
    private final CustomFields fields;
    private final ListColumns columns;
    private final JdbcClient database;

    private ListBench(Customers customers, CustomFields fields, ListColumns columns, JdbcClient database) {
        this.customers = customers;
        this.fields = fields;
        this.columns = columns;
        this.database = database;
    }

    public static void main(String[] arguments) {
        String[] options = Arrays.copyOfRange(arguments, 0, arguments.length);
        options[0] = "--server.port=0";
        try (var application = SpringApplication.run(Legame.class, options)) {
            new ListBench(
                            application.getBean(Customers.class),
                            application.getBean(CustomFields.class),
                            application.getBean(ListColumns.class),
                            application.getBean(JdbcClient.class))
                    .run(Integer.parseInt(arguments[0]), application.getBean(Projection.class));
        }
    }

    /** Simulated people, each with a number of points in a field of the company's own; none when there are some. */
    static void fill(Customers customers, CustomFields fields, int count) {
        if (customers.count().all() > 0) {
            return;
        }
        CustomField points = fields.create(CustomFieldDraft.of("Points", CustomFieldType.NUMBER));
        long begin = System.nanoTime();
        var drafts = new ArrayList<CustomerDraft>();
        new SimulatedPeople(1).generate(count, 0, (subject, person) -> {
            String value = Long.toString(subject.id() * 7919 % 10_000);
            drafts.add(draft(subject).with(new CustomDraft(Map.of(points.id(), List.of(value)))));
            if (drafts.size() == BATCH) {
                customers.upsert("bench", drafts);
                drafts.clear();
            }
        });
        customers.upsert("bench", drafts);
        Report.row("brought in", count / ((System.nanoTime() - begin) / 1e9), "customers/s");
    }

    private void run(int count, Projection projection) {
        fill(customers, fields, count);
        Report.row("known words", known("select count(*) from customers.known_word"), "");
        Report.row("index of words", known("select pg_relation_size('customers.customer_found_by')") / 1048576, "MB");
        for (CustomerOrder order : CustomerOrder.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                var query = CustomerQuery.ordered(null, order, descending);
                String name = order.code() + (descending ? ", reverse" : "");
                measure("first page, " + name, LIST_MS, query, null);
                measure("deep page, " + name, LIST_MS, query, deep(query));
            }
        }
        measureCount();
        for (String typed : TYPED) {
            measure("\"" + typed + "\"", FIND_MS, CustomerQuery.search(typed), null);
        }
        measure("\"ros\", deep page", FIND_MS, CustomerQuery.search("ros"), deep(CustomerQuery.search("ros")));
        measure("\"rossi\" by town", LIST_MS, CustomerQuery.ordered("rossi", CustomerOrder.TOWN, false), null);
        measure("\"m\" by e-mail", LIST_MS, CustomerQuery.ordered("m", CustomerOrder.EMAIL, true), null);
        projection.catchUp();
        measureFilters();
    }

    /** Many and few, together and scattered, in orders with an index and without, alone and with something typed. */
    private void measureFilters() {
        ListColumn points = columns.find("custom.points").orElseThrow();
        var everybody = CustomerQuery.ordered(null, points, true);
        measure("everybody by an own field", LIST_MS, everybody, null);
        measure("everybody by an own field, deep page", LIST_MS, everybody, deep(everybody));
        for (Map.Entry<String, String> each : FILTERS.entrySet()) {
            CustomerFilter filter = customers.filter(each.getValue());
            Report.row(each.getKey() + ", chosen", (double) customers.count(CustomerQuery.of(filter), 0), "customers");
            for (ListColumn order : List.of(CustomerOrder.NAME, CustomerOrder.TOWN, points)) {
                var query = new CustomerQuery(null, filter, order, false);
                measure(each.getKey() + ", by " + order.code(), LIST_MS, query, null);
                measure(each.getKey() + ", by " + order.code() + ", deep page", LIST_MS, query, deep(query));
            }
            measure(each.getKey() + ", \"ros\"", LIST_MS, new CustomerQuery("ros", filter, null, false), null);
        }
    }

    private double known(String sql) {
        return database.sql(sql).query(Double.class).single();
    }

    private static CustomerDraft draft(Subject subject) {
        var texts = new EnumMap<CustomerField, String>(CustomerField.class);
        texts.put(CustomerField.NUMBER, Long.toString(subject.id()));
        put(texts, CustomerField.GIVEN_NAME, subject.givenName());
        put(texts, CustomerField.FAMILY_NAME, subject.familyName());
        put(texts, CustomerField.EMAIL, subject.emails().stream().findFirst().orElse(null));
        put(texts, CustomerField.PHONE, subject.phones().stream().findFirst().orElse(null));
        put(texts, CustomerField.TOWN, subject.town());
        return CustomerDraft.of(texts);
    }

    private static void put(Map<CustomerField, String> texts, CustomerField field, @Nullable String value) {
        if (value != null) {
            texts.put(field, value);
        }
    }

    /** Where the list is after some hundred thousand. */
    private @Nullable CustomerPosition deep(CustomerQuery query) {
        CustomerPosition position = null;
        for (int page = 0; page < DEEP / 20; page++) {
            CustomerPage next = customers.list(query, position, PAGE * 20);
            if (next.next() == null) {
                return position;
            }
            position = next.next();
        }
        return position;
    }

    private void measure(String what, double limit, CustomerQuery query, @Nullable CustomerPosition after) {
        double[] milliseconds = new double[TIMES];
        int found = 0;
        for (int i = 0; i < TIMES; i++) {
            long begin = System.nanoTime();
            found = customers.list(query, after, PAGE).customers().size();
            milliseconds[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(milliseconds);
        Report.row(what + ", found", found, "");
        Report.row(what + ", median", milliseconds[TIMES / 2], "ms");
        Report.atMost(what + ", worst of its limit", milliseconds[TIMES - 1] / limit, 1);
    }

    private void measureCount() {
        long begin = System.nanoTime();
        customers.count();
        Report.row("how many there are", (System.nanoTime() - begin) / 1e6, "ms");
    }
}
