package io.legame.insight;

import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tables of a warehouse file that are computed from the others: what is known of each customer. See
 * {@link WarehouseTables} for what they mean, and docs/decisions/0026-figures.md.
 */
final class FiguresLayout {
    static final String STAGE =
            "enum('lead', 'prospect', 'new', 'active', 'loyal', 'at_risk', 'dormant', 'lost', 'dismissed')";
    static final String TIER = "enum('platinum', 'gold', 'iron', 'piombo')";
    static final String ROLE = "enum('contact', 'response', 'ticket', 'none')";

    private FiguresLayout() {}

    static void create(Statement statement, String channel) throws SQLException {
        statement.execute("""
                create table figures (
                    as_of date not null,
                    basis varchar not null,
                    changed_since bigint not null,
                    past_changed boolean not null,
                    profits decimal(18, 4)[] not null,
                    recencies decimal(18, 4)[] not null,
                    frequencies decimal(18, 4)[] not null,
                    monetaries decimal(18, 4)[] not null
                )""");
        // whose facts changed, since which day; they are computed anew
        statement.execute("create table stale (customer_id bigint not null, since date not null)");
        statement.execute("""
                create table dismissal (
                    id bigint not null,
                    customer_id bigint not null,
                    from_on date not null,
                    until_on date,
                    win_back boolean not null
                )""");
        statement.execute("""
                create table measure (
                    month date not null,
                    good decimal(18, 4),
                    high decimal(18, 4)
                )""");
        statement.execute("create table metrics (" + metrics(channel) + ", " + standing() + ")");
        statement.execute("""
                create table stage_span (
                    customer_id bigint not null,
                    stage %s not null,
                    from_on date not null,
                    until_on date not null
                )""".formatted(STAGE));
        statement.execute("""
                create table tier_month (
                    customer_id bigint not null,
                    month date not null,
                    tier %s not null
                )""".formatted(TIER));
    }

    /** What a customer's own facts tell. */
    static String metrics(String channel) {
        return """
                customer_id bigint not null,
                first_purchase date,
                last_purchase date,
                orders integer not null,
                bought decimal(18, 4) not null,
                returns integer not null,
                returned decimal(18, 4) not null,
                revenue decimal(18, 4) not null,
                discount decimal(18, 4) not null,
                margin decimal(18, 4),
                main_channel %s,
                main_channel_share double,
                main_category varchar,
                main_category_share double,
                purchase_days integer not null,
                days_between double,
                days_between_deviation double,
                gap_days integer not null,
                gap_squares bigint not null,
                window_orders integer not null,
                window_trades integer not null,
                window_revenue decimal(18, 4) not null,
                window_margin decimal(18, 4) not null,
                window_uncosted decimal(18, 4) not null,
                window_cost_to_serve decimal(18, 4) not null,
                window_profit decimal(18, 4) not null,
                revenue_before decimal(18, 4) not null,
                window_contacts integer not null,
                window_responses integer not null,
                window_tickets integer not null,
                last_contact date,
                last_response date,
                engaged_days integer not null,
                known_since date not null,
                rfm_recency integer,
                rfm_frequency integer,
                rfm_monetary decimal(18, 4),
                loyalty utinyint""".formatted(channel);
    }

    /** What they tell beside those of all the others. */
    private static String standing() {
        return """
                recency_score utinyint,
                frequency_score utinyint,
                monetary_score utinyint,
                profit_rank utinyint,
                tier %s,
                stage %s,
                stage_since date""".formatted(TIER, STAGE);
    }
}
