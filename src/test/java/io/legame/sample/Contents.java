package io.legame.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is in the tables of the shop, so that two databases can be compared: by the numbers of the source, because ids and
 * transactions depend on who wrote what in which order, and without the time of writing.
 */
final class Contents {
    private static final String NUMBERED = "join customers.identity n on n.customer_id = %s and n.kind = 'number'";

    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("customer", """
                select n.value, to_jsonb(c) - 'id' - 'change_set_id' - 'changed_in' - 'created_at' - 'updated_at' from customers.customer c
                """ + NUMBERED.formatted("c.id"));
        TABLES.put("identity", """
                select n.value, i.kind, i.source, i.value from customers.identity i
                """ + NUMBERED.formatted("i.customer_id"));
        TABLES.put("product", """
                select k.source, k.code, to_jsonb(p) - 'id' - 'change_set_id' - 'changed_in' - 'created_at' - 'updated_at'
                from catalogue.product p join catalogue.product_code k on k.product_id = p.id
                """);
        TABLES.put("interaction", """
                select n.value, i.occurred_at, i.kind, t.name, t.channel, i.source_key, i.summary, i.detail
                from timeline.interaction i join timeline.touchpoint t on t.id = i.touchpoint_id left
                """ + NUMBERED.formatted("i.customer_id"));
        TABLES.put("line", """
                select n.value, i.kind, i.source_key, l.occurred_at, l.line_key, k.code, l.quantity, l.unit_price,
                    l.amount, l.cost
                from timeline.purchase_line l join timeline.interaction i on i.id = l.interaction_id
                    and i.occurred_at = l.occurred_at
                join catalogue.product_code k on k.product_id = l.product_id left
                """ + NUMBERED.formatted("l.customer_id"));
        TABLES.put("fact_key", "select f.key, f.occurred_at from timeline.fact_key f");
        TABLES.put(
                "shop",
                "select s.phase, s.until, s.customers, s.products, s.purchases, s.interactions from sample.shop s");
    }

    private Contents() {}

    /** By table, how many rows and the checksum of all of them. */
    static Map<String, String> of(JdbcClient database) {
        Map<String, String> sums = new LinkedHashMap<>();
        TABLES.forEach((table, query) -> sums.put(
                table,
                database.sql(
                                "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from ("
                                        + query + ") t")
                        .query(String.class)
                        .single()));
        return sums;
    }
}
