package io.legame.insight;

import io.legame.timeline.ExchangeRates;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of other modules that the warehouse copies: the one place that reads their tables. Through their doors a
 * million customers would become a million objects; here they are a stream of COPY. See
 * docs/decisions/0003-the-projection-reads-tables.md.
 *
 * <p>Each of their rows carries the transaction that last wrote it (changed_in, recorded_in). What is new since the
 * last look is what the transaction's snapshot sees and the last one did not see, whatever the order in which
 * transactions began and ended: neither a late commit nor a rollback can slip through, and a long transaction holds up
 * nobody else's rows.
 */
final class Sources {
    private final Connection postgres;

    /** @param postgres in a transaction that sees one moment, repeatable read */
    Sources(Connection postgres) {
        this.postgres = postgres;
    }

    /**
     * What PostgreSQL shows now.
     *
     * @param origin changes when the rows are no longer what they were for another reason than a transaction's writes:
     *     another installation, another server, a backup played back, a table truncated or rewritten
     * @param timeZone the company's
     */
    record Now(Snapshot snapshot, String origin, ZoneId timeZone) {}

    Now now(ZoneId neutral) throws SQLException {
        try (var statement = postgres.createStatement();
                var row = statement.executeQuery("""
                        select pg_current_snapshot()::text,
                            concat_ws('/', (select id from platform.installation),
                                (select system_identifier from pg_control_system()),
                                (select timeline_id from pg_control_checkpoint()),
                                pg_relation_filenode('customers.customer'), pg_relation_filenode('catalogue.product'),
                                pg_relation_filenode('timeline.touchpoint'), pg_relation_filenode('timeline.fact_key')),
                            (select time_zone from platform.company)
                        """)) {
            row.next();
            String zone = row.getString(3);
            return new Now(new Snapshot(row.getString(1)), row.getString(2), zone == null ? neutral : ZoneId.of(zone));
        }
    }

    /** Which tables have rows that the earlier snapshot did not see. */
    record Changes(
            boolean customers,
            boolean products,
            boolean touchpoints,
            boolean interactions,
            boolean lines,
            boolean customerErasures,
            boolean productErasures,
            boolean touchpointErasures,
            boolean sourceErasures,
            boolean factErasures,
            boolean dismissals,
            boolean listed,
            boolean unlisted) {
        static final Changes ALL =
                new Changes(true, true, true, true, true, false, false, false, false, false, true, true, false);

        boolean none() {
            return !(customers
                    || products
                    || touchpoints
                    || interactions
                    || lines
                    || customerErasures
                    || productErasures
                    || touchpointErasures
                    || sourceErasures
                    || factErasures
                    || dismissals
                    || listed
                    || unlisted);
        }
    }

    /** The tables in the order of {@link Changes}, each with the column that carries the transaction. */
    private static final List<String> FOLLOWED = List.of(
            "customers.customer changed_in",
            "catalogue.product changed_in",
            "timeline.touchpoint changed_in",
            "timeline.interaction recorded_in",
            "timeline.purchase_line recorded_in",
            "customers.erasure changed_in",
            "catalogue.erasure changed_in",
            "timeline.touchpoint_erasure changed_in",
            "timeline.erasure changed_in",
            "timeline.fact_erasure changed_in",
            "insight.dismissal changed_in",
            "insight.listed changed_in",
            "insight.unlisted changed_in");

    Changes changes(@Nullable Snapshot since) throws SQLException {
        if (since == null) {
            return Changes.ALL;
        }
        try (var statement = postgres.createStatement();
                var row = statement.executeQuery(FOLLOWED.stream()
                        .map(table -> hasUnseen(table, since))
                        .collect(Collectors.joining(", ", "select ", "")))) {
            row.next();
            return new Changes(
                    row.getBoolean(1),
                    row.getBoolean(2),
                    row.getBoolean(3),
                    row.getBoolean(4),
                    row.getBoolean(5),
                    row.getBoolean(6),
                    row.getBoolean(7),
                    row.getBoolean(8),
                    row.getBoolean(9),
                    row.getBoolean(10),
                    row.getBoolean(11),
                    row.getBoolean(12),
                    row.getBoolean(13));
        }
    }

    /**
     * The order, so that an index is followed: where PostgreSQL does not know the table yet it takes a third of the rows for
     * new ones, and reads the whole table several times a second when there is none.
     */
    private static String hasUnseen(String table, Snapshot since) {
        String[] parts = table.split(" ", -1);
        String column = "t." + parts[1];
        return "coalesce((select true from " + parts[0] + " t where " + unseen(column, since) + " order by " + column
                + " desc limit 1), false)";
    }

    List<Long> erasedCustomers(@Nullable Snapshot since) throws SQLException {
        return ids("select t.customer_id from customers.erasure t where " + unseen("t.changed_in", since));
    }

    List<Long> erasedProducts(@Nullable Snapshot since) throws SQLException {
        return ids("select t.product_id from catalogue.erasure t where " + unseen("t.changed_in", since));
    }

    List<Long> erasedTouchpoints(@Nullable Snapshot since) throws SQLException {
        return ids("select t.touchpoint_id from timeline.touchpoint_erasure t where " + unseen("t.changed_in", since));
    }

    List<Long> erasedSources(@Nullable Snapshot since) throws SQLException {
        return ids("select distinct t.source_id from timeline.erasure t where " + unseen("t.changed_in", since));
    }

    static String erasedFacts(@Nullable Snapshot since) {
        return "select distinct t.interaction_id from timeline.fact_erasure t where " + unseen("t.changed_in", since);
    }

    private List<Long> ids(String query) throws SQLException {
        var ids = new ArrayList<Long>();
        try (var statement = postgres.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    // The queries below are for COPY, which takes no parameters; what is put into them are snapshots and numbers.

    static String customers(@Nullable Snapshot since) {
        return """
                select id, kind, title, given_name, family_name, company_name, gender, birth_date, email,
                    nullif(lower(split_part(email, '@', 2)), ''), phone, postcode, town, province, region, country,
                    language, marital_status, education, occupation, annual_income, children, home_owner, keyed, source,
                    email is not null, phone is not null, street is not null and town is not null, sort_name,
                    created_at, updated_at, created_at, updated_at
                from customers.customer where left_as is null and\s""" + unseen("changed_in", since);
    }

    /** Of those who have some, which an index knows. */
    static String customValues(@Nullable Snapshot since) {
        return """
                select c.id as customer_id, field.key::bigint as field_id,
                    case when jsonb_typeof(field.value) = 'string' then field.value #>> '{}' end as value,
                    chosen.id::bigint as choice
                from customers.customer c
                    cross join lateral jsonb_each(c.custom) field
                    left join lateral jsonb_array_elements_text(
                        case when jsonb_typeof(field.value) = 'array' then field.value end) chosen (id) on true
                where c.left_as is null and c.custom is not null and\s""" + unseen("c.changed_in", since);
    }

    static String products(@Nullable Snapshot since) {
        return "select id, name, model, category, brand from catalogue.product where " + unseen("changed_in", since);
    }

    static String touchpoints(@Nullable Snapshot since) {
        return "select id, name, channel from timeline.touchpoint where " + unseen("changed_in", since);
    }

    /** Also those of who comes back: they were taken away with their customer. */
    static String dismissals(@Nullable Snapshot since) {
        return """
                select d.id, d.customer_id, d.from_on, d.until_on, d.win_back
                from insight.dismissal d join customers.customer c on c.id = d.customer_id
                where c.left_as is null and (\s""" + unseen("d.changed_in", since) + " or " + unseen("c.changed_in", since) + ")";
    }

    static String listed(@Nullable Snapshot since) {
        return "select list_id, customer_id from insight.listed where " + unseen("changed_in", since);
    }

    static String unlisted(@Nullable Snapshot since) {
        return "select list_id, customer_id from insight.unlisted where " + unseen("changed_in", since);
    }

    /**
     * What is to be copied again besides what is new, because its copies are taken away.
     *
     * @param sources whose facts are wanted whole
     * @param facts whether those are that were taken back in part
     */
    record Again(List<Long> sources, boolean facts) {
        static final Again NOTHING = new Again(List.of(), false);

        boolean nothing() {
            return sources.isEmpty() && !facts;
        }

        private String condition(String id, @Nullable Snapshot since) {
            return (sources.isEmpty() ? "" : " or i.source_id in (" + list(sources) + ")")
                    + (facts ? " or " + id + " in (" + erasedFacts(since) + ")" : "");
        }
    }

    static String interactions(@Nullable Snapshot since, Again again) {
        return """
                select i.id, i.customer_id, i.occurred_at, i.occurred_at, i.kind, i.touchpoint_id, i.source_id
                from timeline.interaction i where\s""" + unseen("i.recorded_in", since) + again.condition("i.id", since);
    }

    static String details(@Nullable Snapshot since, Again again) {
        return """
                select i.id as interaction_id, d.key as name, d.value as value
                from timeline.interaction i cross join lateral jsonb_each_text(i.detail) d
                where i.detail is not null and d.value is not null and (\s""" + unseen("i.recorded_in", since) + again.condition("i.id", since) + ")";
    }

    /** Amounts, costs and discounts in the company's currency, so that nothing that sums them has to know of others. */
    static String lines(@Nullable Snapshot since, Again again, ZoneId timeZone) {
        String join = again.sources().isEmpty()
                ? ""
                : " left join timeline.interaction i on i.id = l.interaction_id and i.occurred_at = l.occurred_at";
        return "select l.interaction_id, l.customer_id, l.occurred_at, l.product_id, l.quantity, "
                + ExchangeRates.inCompanyCurrency("l", "l.amount", timeZone) + ", "
                + ExchangeRates.inCompanyCurrency("l", "l.cost", timeZone) + ", "
                + ExchangeRates.inCompanyCurrency("l", "round(l.quantity * l.unit_price, 4) - l.amount", timeZone)
                + " from timeline.purchase_line l" + join
                + " where " + unseen("l.recorded_in", since) + again.condition("l.interaction_id", since);
    }

    private static String unseen(String column, @Nullable Snapshot since) {
        return since == null ? "true" : unseen(column, Long.toString(since.horizon()), "'" + since.text() + "'");
    }

    /** The horizon lets an index find the few rows that may be new. */
    private static String unseen(String column, String horizon, String snapshot) {
        return "(%1$s >= %2$s and not pg_visible_in_snapshot(%1$s::text::xid8, %3$s::pg_snapshot))"
                .formatted(column, horizon, snapshot);
    }

    static String list(List<Long> ids) {
        return String.join(", ", ids.stream().map(String::valueOf).toList());
    }
}
