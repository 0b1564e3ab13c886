create schema timeline;

-- the systems facts come from
create table timeline.source (
    id int generated always as identity primary key,
    name text not null unique
);

-- where a company and a customer meet: a shop, the e-shop, the newsletter
create table timeline.touchpoint (
    id int generated always as identity primary key,
    name text not null unique,
    channel text not null check (channel in
        ('shop', 'online', 'email', 'phone', 'sms', 'social', 'app', 'post', 'visit', 'other')),
    changed_in bigint not null default pg_current_xact_id()::text::bigint
);

-- What happened, never changed: one row an entry of a customer's timeline. Partitioned by year; partitions are made
-- when the first fact of a year comes (see Partitions).
create sequence timeline.interaction_id;
create table timeline.interaction (
    id bigint not null default nextval('timeline.interaction_id'),
    occurred_at timestamptz not null,
    -- null: a sale to somebody who is not known
    customer_id bigint references customers.customer,
    kind text not null,
    touchpoint_id int not null,
    source_id int not null,
    -- what the source calls it: an order number, a message's id
    source_key text not null,
    summary text,
    detail jsonb,
    recorded_at timestamptz not null,
    -- the transaction that wrote the row: what projections follow, see insight
    recorded_in bigint not null default pg_current_xact_id()::text::bigint,
    primary key (id, occurred_at)
) partition by range (occurred_at);
-- the card's order; the included columns let its filters skip without visiting the rows
create index interaction_customer on timeline.interaction (customer_id, occurred_at desc, id desc)
    include (kind, touchpoint_id);
create index interaction_recorded_in on timeline.interaction (recorded_in);

-- A fact is recorded once, whatever its time: a unique key across the partitions of interaction.
-- key is the md5 of kind and source_key, for a small index.
create table timeline.fact_key (
    source_id int not null,
    key uuid not null,
    interaction_id bigint not null,
    occurred_at timestamptz not null,
    primary key (source_id, key)
);

-- The lines of purchases (positive) and returns (negative). Amounts are exact: quantity times unit price, less discount.
create table timeline.purchase_line (
    interaction_id bigint not null,
    occurred_at timestamptz not null,
    line_key text collate "C" not null,
    customer_id bigint,
    product_id bigint,
    quantity numeric(14, 3) not null,
    unit_price numeric(18, 4) not null check (unit_price >= 0),
    amount numeric(18, 4) not null,
    cost numeric(18, 4),
    recorded_in bigint not null default pg_current_xact_id()::text::bigint,
    primary key (interaction_id, line_key, occurred_at)
) partition by range (occurred_at);
create index purchase_line_recorded_in on timeline.purchase_line (recorded_in);

-- sources whose facts were all removed, for the projections that hold a copy
create table timeline.erasure (
    source_id int not null,
    changed_in bigint not null default pg_current_xact_id()::text::bigint,
    primary key (source_id, changed_in)
);
