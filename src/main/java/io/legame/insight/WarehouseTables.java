package io.legame.insight;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;
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
    public static final LineTable LINE = new LineTable(name("line"), null);

    private WarehouseTables() {}

    /** A customer, a row each; the columns mean what they mean in {@link io.legame.customers.Customer}. */
    public static final class CustomerTable extends WarehouseTable {
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
            super(called, aliased);
        }

        @Override
        public CustomerTable as(Name alias) {
            return new CustomerTable(alias, this);
        }

        @Override
        public CustomerTable as(String alias) {
            return as(name(alias));
        }
    }

    /** What customers have in the company's own fields: a row for each value, and for each of several choices. */
    public static final class CustomValueTable extends WarehouseTable {
        public final TableField<Record, Long> CUSTOMER_ID = column("customer_id", BIGINT);
        /** A {@link io.legame.customers.CustomFieldId}. */
        public final TableField<Record, Long> FIELD_ID = column("field_id", BIGINT);
        /** As the type writes it under which it was stored, see docs/decisions/0019; null for a choice. */
        public final TableField<Record, String> VALUE = column("value", VARCHAR);
        /** The id of a {@link io.legame.customers.Choice}; null for a value that was not chosen. */
        public final TableField<Record, Long> CHOICE = column("choice", BIGINT);

        private CustomValueTable(Name called, @Nullable Table<Record> aliased) {
            super(called, aliased);
        }

        @Override
        public CustomValueTable as(Name alias) {
            return new CustomValueTable(alias, this);
        }

        @Override
        public CustomValueTable as(String alias) {
            return as(name(alias));
        }
    }

    public static final class ProductTable extends WarehouseTable {
        public final TableField<Record, Long> ID = column("id", BIGINT);
        public final TableField<Record, String> NAME = column("name", VARCHAR);
        public final TableField<Record, String> MODEL = column("model", VARCHAR);
        public final TableField<Record, String> CATEGORY = column("category", VARCHAR);
        public final TableField<Record, String> BRAND = column("brand", VARCHAR);

        private ProductTable(Name called, @Nullable Table<Record> aliased) {
            super(called, aliased);
        }

        @Override
        public ProductTable as(Name alias) {
            return new ProductTable(alias, this);
        }

        @Override
        public ProductTable as(String alias) {
            return as(name(alias));
        }
    }

    public static final class TouchpointTable extends WarehouseTable {
        public final TableField<Record, Integer> ID = column("id", INTEGER);
        public final TableField<Record, String> NAME = column("name", VARCHAR);
        /** A {@link io.legame.timeline.Channel#code()}. */
        public final TableField<Record, String> CHANNEL = column("channel", VARCHAR);

        private TouchpointTable(Name called, @Nullable Table<Record> aliased) {
            super(called, aliased);
        }

        @Override
        public TouchpointTable as(Name alias) {
            return new TouchpointTable(alias, this);
        }

        @Override
        public TouchpointTable as(String alias) {
            return as(name(alias));
        }
    }

    /** Everything that happened, purchases and returns too. */
    public static final class InteractionTable extends WarehouseTable {
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
            super(called, aliased);
        }

        @Override
        public InteractionTable as(Name alias) {
            return new InteractionTable(alias, this);
        }

        @Override
        public InteractionTable as(String alias) {
            return as(name(alias));
        }
    }

    /** The lines of purchases and returns, with all of their interaction that questions ask for: no join is needed. */
    public static final class LineTable extends WarehouseTable {
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
        /** Negative for returns. */
        public final TableField<Record, BigDecimal> QUANTITY = column("quantity", NUMERIC(14, 3));
        /** Negative for returns. */
        public final TableField<Record, BigDecimal> AMOUNT = column("amount", NUMERIC(18, 4));
        /** What the quantity cost the company, negative for returns; null when not known. */
        public final TableField<Record, BigDecimal> COST = column("cost", NUMERIC(18, 4));

        public final TableField<Record, Integer> SOURCE_ID = column("source_id", INTEGER);

        private LineTable(Name called, @Nullable Table<Record> aliased) {
            super(called, aliased);
        }

        @Override
        public LineTable as(Name alias) {
            return new LineTable(alias, this);
        }

        @Override
        public LineTable as(String alias) {
            return as(name(alias));
        }
    }

    abstract static class WarehouseTable extends TableImpl<Record> {
        WarehouseTable(Name called, @Nullable Table<Record> aliased) {
            super(called, null, aliased, null, null, TableOptions.table());
        }

        final <T> TableField<Record, T> column(String column, DataType<T> type) {
            return createField(name(column), type, this);
        }
    }
}
