package io.legame.insight;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.DOUBLE;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.jooq.impl.SQLDataType.LOCALDATETIME;
import static org.jooq.impl.SQLDataType.NUMERIC;
import static org.jooq.impl.SQLDataType.VARCHAR;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jooq.DataType;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableOptions;
import org.jooq.impl.TableImpl;
import org.jspecify.annotations.Nullable;

/** The warehouse's tables, as questions to {@link Warehouse} name them. {@code as("x")} gives a table another name. */
public final class WarehouseTables {
    public static final CustomerTable CUSTOMER = new CustomerTable(name("customer"), null);
    public static final CustomValueTable CUSTOM_VALUE = new CustomValueTable(name("custom_value"), null);
    public static final ProductTable PRODUCT = new ProductTable(name("product"), null);
    public static final TouchpointTable TOUCHPOINT = new TouchpointTable(name("touchpoint"), null);
    public static final InteractionTable INTERACTION = new InteractionTable(name("interaction"), null);
    public static final DetailTable DETAIL = new DetailTable(name("detail"), null);
    public static final LineTable LINE = new LineTable(name("line"), null);
    public static final DismissalTable DISMISSAL = new DismissalTable(name("dismissal"), null);
    public static final ListedTable LISTED = new ListedTable(name("listed"), null);
    public static final FiguresTable FIGURES = new FiguresTable(name("figures"), null);
    public static final MetricsTable METRICS = new MetricsTable(name("metrics"), null);
    public static final StageSpanTable STAGE_SPAN = new StageSpanTable(name("stage_span"), null);
    public static final TierMonthTable TIER_MONTH = new TierMonthTable(name("tier_month"), null);

    private WarehouseTables() {}

    /** A customer, a row each; the columns mean what they mean in {@link io.legame.customers.Customer}. */
    public static final class CustomerTable extends WarehouseTable<CustomerTable> {
        public final TableField<Record, Long> ID = column("id", BIGINT);
        public final TableField<Record, String> KIND = column("kind", VARCHAR);
        public final TableField<Record, String> TITLE = column("title", VARCHAR);
        public final TableField<Record, String> GIVEN_NAME = column("given_name", VARCHAR);
        public final TableField<Record, String> FAMILY_NAME = column("family_name", VARCHAR);
        public final TableField<Record, String> COMPANY_NAME = column("company_name", VARCHAR);
        public final TableField<Record, String> GENDER = column("gender", VARCHAR);
        public final TableField<Record, LocalDate> BIRTH_DATE = column("birth_date", LOCALDATE);
        public final TableField<Record, String> EMAIL = column("email", VARCHAR);
        /** What follows the @. */
        public final TableField<Record, String> EMAIL_DOMAIN = column("email_domain", VARCHAR);

        public final TableField<Record, String> PHONE = column("phone", VARCHAR);
        public final TableField<Record, String> POSTCODE = column("postcode", VARCHAR);
        public final TableField<Record, String> TOWN = column("town", VARCHAR);
        public final TableField<Record, String> PROVINCE = column("province", VARCHAR);
        public final TableField<Record, String> REGION = column("region", VARCHAR);
        public final TableField<Record, String> COUNTRY = column("country", VARCHAR);
        public final TableField<Record, String> LANGUAGE = column("language", VARCHAR);
        public final TableField<Record, String> MARITAL_STATUS = column("marital_status", VARCHAR);
        public final TableField<Record, String> EDUCATION = column("education", VARCHAR);
        public final TableField<Record, String> OCCUPATION = column("occupation", VARCHAR);
        public final TableField<Record, BigDecimal> ANNUAL_INCOME = column("annual_income", NUMERIC(18, 2));
        public final TableField<Record, Integer> CHILDREN = column("children", INTEGER);
        public final TableField<Record, Boolean> HOME_OWNER = column("home_owner", BOOLEAN);
        public final TableField<Record, Boolean> KEYED = column("keyed", BOOLEAN);
        public final TableField<Record, String> SOURCE = column("source", VARCHAR);
        public final TableField<Record, Boolean> HAS_EMAIL = column("has_email", BOOLEAN);
        public final TableField<Record, Boolean> HAS_PHONE = column("has_phone", BOOLEAN);
        /** Whether there are a street and a town. */
        public final TableField<Record, Boolean> HAS_ADDRESS = column("has_address", BOOLEAN);

        public final TableField<Record, String> SORT_NAME = column("sort_name", VARCHAR);
        /** In UTC. */
        public final TableField<Record, LocalDateTime> CREATED_AT = column("created_at", LOCALDATETIME);
        /** In UTC. */
        public final TableField<Record, LocalDateTime> UPDATED_AT = column("updated_at", LOCALDATETIME);
        /** The day of the company's time zone. */
        public final TableField<Record, LocalDate> CREATED_ON = column("created_on", LOCALDATE);
        /** The day of the company's time zone. */
        public final TableField<Record, LocalDate> UPDATED_ON = column("updated_on", LOCALDATE);

        private CustomerTable(Name called, @Nullable Table<Record> aliased) {
            super(called, aliased, CustomerTable::new);
        }
    }

    /** What customers have in the company's own fields: a row for each value, and for each of several choices. */
    public static final class CustomValueTable extends WarehouseTable<CustomValueTable> {
        public final TableField<Record, Long> CUSTOMER_ID = column("customer_id", BIGINT);
        /** A {@link io.legame.customers.CustomFieldId}. */
        public final TableField<Record, Long> FIELD_ID = column("field_id", BIGINT);
        /** As the type writes it under which it was stored, see docs/decisions/0019; null for a choice. */
        public final TableField<Record, String> VALUE = column("value", VARCHAR);
        /** The id of a {@link io.legame.customers.Choice}; null for a value that was not chosen. */
        public final TableField<Record, Long> CHOICE = column("choice", BIGINT);

        private CustomValueTable(Name called, @Nullable Table<Record> aliased) {
            super(called, aliased, CustomValueTable::new);
        }
    }

    public static final class ProductTable extends WarehouseTable<ProductTable> {
        public final TableField<Record, Long> ID = column("id", BIGINT);
        public final TableField<Record, String> NAME = column("name", VARCHAR);
        public final TableField<Record, String> MODEL = column("model", VARCHAR);
        public final TableField<Record, String> CATEGORY = column("category", VARCHAR);
        public final TableField<Record, String> BRAND = column("brand", VARCHAR);

        private ProductTable(Name called, @Nullable Table<Record> aliased) {
            super(called, aliased, ProductTable::new);
        }
    }

    public static final class TouchpointTable extends WarehouseTable<TouchpointTable> {
        public final TableField<Record, Integer> ID = column("id", INTEGER);
        public final TableField<Record, String> NAME = column("name", VARCHAR);
        /** A {@link io.legame.timeline.Channel#code()}. */
        public final TableField<Record, String> CHANNEL = column("channel", VARCHAR);

        private TouchpointTable(Name called, @Nullable Table<Record> aliased) {
            super(called, aliased, TouchpointTable::new);
        }
    }

    /** Everything that happened, purchases and returns too. */
    public static final class InteractionTable extends WarehouseTable<InteractionTable> {
        public final TableField<Record, Long> ID = column("id", BIGINT);
        /** Null: somebody who is not known. */
        public final TableField<Record, Long> CUSTOMER_ID = column("customer_id", BIGINT);
        /** In UTC. */
        public final TableField<Record, LocalDateTime> OCCURRED_AT = column("occurred_at", LOCALDATETIME);
        /** The day of the company's time zone. */
        public final TableField<Record, LocalDate> OCCURRED_ON = column("occurred_on", LOCALDATE);

        public final TableField<Record, String> KIND = column("kind", VARCHAR);
        public final TableField<Record, Integer> TOUCHPOINT_ID = column("touchpoint_id", INTEGER);
        /** The touchpoint's channel as it is now. */
        public final TableField<Record, String> CHANNEL = column("channel", VARCHAR);

        public final TableField<Record, Integer> SOURCE_ID = column("source_id", INTEGER);

        private InteractionTable(Name called, @Nullable Table<Record> aliased) {
            super(called, aliased, InteractionTable::new);
        }
    }

    /** What else is recorded in interactions: a row for each name. */
    public static final class DetailTable extends WarehouseTable<DetailTable> {
        public final TableField<Record, Long> INTERACTION_ID = column("interaction_id", BIGINT);
        /** As the source writes it, such as {@code outcome} or {@code campaign}. */
        public final TableField<Record, String> NAME = column("name", VARCHAR);

        public final TableField<Record, String> VALUE = column("value", VARCHAR);

        private DetailTable(Name called, @Nullable Table<Record> aliased) {
            super(called, aliased, DetailTable::new);
        }
    }

    /** The lines of purchases and returns, with all of their interaction that questions ask for: no join is needed. */
    public static final class LineTable extends WarehouseTable<LineTable> {
        public final TableField<Record, Long> INTERACTION_ID = column("interaction_id", BIGINT);
        /** Null: a sale to somebody who is not known. */
        public final TableField<Record, Long> CUSTOMER_ID = column("customer_id", BIGINT);
        /** The day of the company's time zone. */
        public final TableField<Record, LocalDate> OCCURRED_ON = column("occurred_on", LOCALDATE);
        /** {@code purchase} or {@code return}. */
        public final TableField<Record, String> KIND = column("kind", VARCHAR);

        public final TableField<Record, Integer> TOUCHPOINT_ID = column("touchpoint_id", INTEGER);
        /** The touchpoint's channel as it is now. */
        public final TableField<Record, String> CHANNEL = column("channel", VARCHAR);

        public final TableField<Record, Long> PRODUCT_ID = column("product_id", BIGINT);
        /** The product's category as it is now. */
        public final TableField<Record, String> CATEGORY = column("category", VARCHAR);
        /** The product's brand as it is now. */
        public final TableField<Record, String> BRAND = column("brand", VARCHAR);
        /** Negative for returns. */
        public final TableField<Record, BigDecimal> QUANTITY = column("quantity", NUMERIC(14, 3));
        /** Negative for returns. */
        public final TableField<Record, BigDecimal> AMOUNT = column("amount", NUMERIC(18, 4));
        /** What the quantity cost the company, negative for returns; null when not known. */
        public final TableField<Record, BigDecimal> COST = column("cost", NUMERIC(18, 4));
        /** By how much the amount is less than quantity × unit price, negative for returns. */
        public final TableField<Record, BigDecimal> DISCOUNT = column("discount", NUMERIC(18, 4));

        public final TableField<Record, Integer> SOURCE_ID = column("source_id", INTEGER);

        private LineTable(Name called, @Nullable Table<Record> aliased) {
            super(called, aliased, LineTable::new);
        }
    }

    /** The decisions to let customers go. */
    public static final class DismissalTable extends WarehouseTable<DismissalTable> {
        public final TableField<Record, Long> ID = column("id", BIGINT);
        public final TableField<Record, Long> CUSTOMER_ID = column("customer_id", BIGINT);
        public final TableField<Record, LocalDate> FROM_ON = column("from_on", LOCALDATE);
        /** The first day when it no longer holds; null while it does. */
        public final TableField<Record, LocalDate> UNTIL_ON = column("until_on", LOCALDATE);

        /** Whether campaigns may try to win the customer back. */
        public final TableField<Record, Boolean> WIN_BACK = column("win_back", BOOLEAN);

        private DismissalTable(Name called, @Nullable Table<Record> aliased) {
            super(called, aliased, DismissalTable::new);
        }
    }

    /** Who is on which list, see {@link CustomerLists}. */
    public static final class ListedTable extends WarehouseTable<ListedTable> {
        public final TableField<Record, Long> LIST_ID = column("list_id", BIGINT);
        public final TableField<Record, Long> CUSTOMER_ID = column("customer_id", BIGINT);

        private ListedTable(Name called, @Nullable Table<Record> aliased) {
            super(called, aliased, ListedTable::new);
        }
    }

    /** One row: what figures are of. */
    public static final class FiguresTable extends WarehouseTable<FiguresTable> {
        /** The day that they are of: today, or that of the newest fact when nothing happened for a month. */
        public final TableField<Record, LocalDate> AS_OF = column("as_of", LOCALDATE);

        /** The profits of the window at each percent, from 0 to 100, of those with an order and a profit; empty without any. */
        public final TableField<Record, BigDecimal[]> PROFITS =
                column("profits", NUMERIC(18, 4).array());

        /** The four bounds between the quintiles of those with an order that counts; empty without any. */
        public final TableField<Record, BigDecimal[]> RECENCIES =
                column("recencies", NUMERIC(18, 4).array());

        public final TableField<Record, BigDecimal[]> FREQUENCIES =
                column("frequencies", NUMERIC(18, 4).array());
        public final TableField<Record, BigDecimal[]> MONETARIES =
                column("monetaries", NUMERIC(18, 4).array());

        private FiguresTable(Name called, @Nullable Table<Record> aliased) {
            super(called, aliased, FiguresTable::new);
        }
    }

    /** What is known of each customer today, a row each: see {@link FiguresLayout} for how it is computed. */
    public static final class MetricsTable extends WarehouseTable<MetricsTable> {
        public final TableField<Record, Long> CUSTOMER_ID = column("customer_id", BIGINT);
        public final TableField<Record, LocalDate> FIRST_PURCHASE = column("first_purchase", LOCALDATE);
        public final TableField<Record, LocalDate> LAST_PURCHASE = column("last_purchase", LOCALDATE);
        public final TableField<Record, Integer> ORDERS = column("orders", INTEGER);
        public final TableField<Record, BigDecimal> BOUGHT = column("bought", NUMERIC(18, 4));
        public final TableField<Record, Integer> RETURNS = column("returns", INTEGER);
        public final TableField<Record, BigDecimal> RETURNED = column("returned", NUMERIC(18, 4));
        public final TableField<Record, BigDecimal> REVENUE = column("revenue", NUMERIC(18, 4));
        public final TableField<Record, BigDecimal> DISCOUNT = column("discount", NUMERIC(18, 4));
        public final TableField<Record, BigDecimal> MARGIN = column("margin", NUMERIC(18, 4));
        public final TableField<Record, String> MAIN_CHANNEL = column("main_channel", VARCHAR);
        public final TableField<Record, Double> MAIN_CHANNEL_SHARE = column("main_channel_share", DOUBLE);
        public final TableField<Record, String> MAIN_CATEGORY = column("main_category", VARCHAR);
        public final TableField<Record, Double> MAIN_CATEGORY_SHARE = column("main_category_share", DOUBLE);
        public final TableField<Record, Integer> PURCHASE_DAYS = column("purchase_days", INTEGER);
        public final TableField<Record, Double> DAYS_BETWEEN = column("days_between", DOUBLE);
        public final TableField<Record, Double> DAYS_BETWEEN_DEVIATION = column("days_between_deviation", DOUBLE);
        /** The sum of the days between one day of purchase and the next; of their squares. */
        public final TableField<Record, Integer> GAP_DAYS = column("gap_days", INTEGER);

        public final TableField<Record, Long> GAP_SQUARES = column("gap_squares", BIGINT);
        public final TableField<Record, Integer> WINDOW_ORDERS = column("window_orders", INTEGER);
        public final TableField<Record, BigDecimal> WINDOW_REVENUE = column("window_revenue", NUMERIC(18, 4));
        /** Purchases and returns, those of nothing included. */
        public final TableField<Record, Integer> WINDOW_TRADES = column("window_trades", INTEGER);

        /** Of lines whose cost is known. */
        public final TableField<Record, BigDecimal> WINDOW_MARGIN = column("window_margin", NUMERIC(18, 4));

        /** The amount of lines whose cost is not known. */
        public final TableField<Record, BigDecimal> WINDOW_UNCOSTED = column("window_uncosted", NUMERIC(18, 4));

        public final TableField<Record, BigDecimal> WINDOW_COST_TO_SERVE =
                column("window_cost_to_serve", NUMERIC(18, 4));
        public final TableField<Record, BigDecimal> WINDOW_PROFIT = column("window_profit", NUMERIC(18, 4));
        /** In the window before this one. */
        public final TableField<Record, BigDecimal> REVENUE_BEFORE = column("revenue_before", NUMERIC(18, 4));

        public final TableField<Record, Integer> WINDOW_CONTACTS = column("window_contacts", INTEGER);
        public final TableField<Record, Integer> WINDOW_RESPONSES = column("window_responses", INTEGER);
        public final TableField<Record, Integer> WINDOW_TICKETS = column("window_tickets", INTEGER);
        public final TableField<Record, LocalDate> LAST_CONTACT = column("last_contact", LOCALDATE);
        public final TableField<Record, LocalDate> LAST_RESPONSE = column("last_response", LOCALDATE);
        public final TableField<Record, Integer> ENGAGED_DAYS = column("engaged_days", INTEGER);
        public final TableField<Record, LocalDate> KNOWN_SINCE = column("known_since", LOCALDATE);
        public final TableField<Record, Integer> RFM_RECENCY = column("rfm_recency", INTEGER);
        public final TableField<Record, Integer> RFM_FREQUENCY = column("rfm_frequency", INTEGER);
        public final TableField<Record, BigDecimal> RFM_MONETARY = column("rfm_monetary", NUMERIC(18, 4));
        /** Between 0 and 100; null for whoever never bought. */
        public final TableField<Record, Integer> LOYALTY = column("loyalty", INTEGER);

        public final TableField<Record, Integer> RECENCY_SCORE = column("recency_score", INTEGER);
        public final TableField<Record, Integer> FREQUENCY_SCORE = column("frequency_score", INTEGER);
        public final TableField<Record, Integer> MONETARY_SCORE = column("monetary_score", INTEGER);
        /** How many of a hundred customers with a profit bring less; null without a profit. */
        public final TableField<Record, Integer> PROFIT_RANK = column("profit_rank", INTEGER);

        /** A {@link Tier#code()}; null for whoever is in none. */
        public final TableField<Record, String> TIER = column("tier", VARCHAR);

        /** A {@link Stage#code()}. */
        public final TableField<Record, String> STAGE = column("stage", VARCHAR);

        public final TableField<Record, LocalDate> STAGE_SINCE = column("stage_since", LOCALDATE);

        private MetricsTable(Name called, @Nullable Table<Record> aliased) {
            super(called, aliased, MetricsTable::new);
        }
    }

    /** From when to when a customer is in a stage, until the end of time, as if nothing more were bought. */
    public static final class StageSpanTable extends WarehouseTable<StageSpanTable> {
        public final TableField<Record, Long> CUSTOMER_ID = column("customer_id", BIGINT);
        /** A {@link Stage#code()}. */
        public final TableField<Record, String> STAGE = column("stage", VARCHAR);

        public final TableField<Record, LocalDate> FROM_ON = column("from_on", LOCALDATE);
        /** The first day of the next stage, or the year 9999. */
        public final TableField<Record, LocalDate> UNTIL_ON = column("until_on", LOCALDATE);

        private StageSpanTable(Name called, @Nullable Table<Record> aliased) {
            super(called, aliased, StageSpanTable::new);
        }
    }

    /** Who was in which tier at the end of a month; who was in none has no row. */
    public static final class TierMonthTable extends WarehouseTable<TierMonthTable> {
        public final TableField<Record, Long> CUSTOMER_ID = column("customer_id", BIGINT);
        /** Its last day. */
        public final TableField<Record, LocalDate> MONTH = column("month", LOCALDATE);

        /** A {@link Tier#code()}. */
        public final TableField<Record, String> TIER = column("tier", VARCHAR);

        private TierMonthTable(Name called, @Nullable Table<Record> aliased) {
            super(called, aliased, TierMonthTable::new);
        }
    }

    /** @param <T> the table's own type, which an alias of it has too */
    abstract static class WarehouseTable<T extends WarehouseTable<T>> extends TableImpl<Record> {
        private static final long serialVersionUID = 1;

        private final transient Naming<T> naming;

        WarehouseTable(Name called, @Nullable Table<Record> aliased, Naming<T> naming) {
            super(called, null, aliased, null, null, TableOptions.table());
            this.naming = naming;
        }

        final <V> TableField<Record, V> column(String column, DataType<V> type) {
            return createField(name(column), type, this);
        }

        @Override
        public final T as(Name alias) {
            return naming.of(alias, this);
        }

        @Override
        public final T as(String alias) {
            return as(name(alias));
        }
    }

    interface Naming<T> {
        T of(Name called, @Nullable Table<Record> aliased);
    }
}
