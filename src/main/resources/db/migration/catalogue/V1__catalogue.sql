create schema catalogue;

create table catalogue.product (
    id bigint generated always as identity primary key,
    name text not null,
    model text,
    description text,
    category text,
    brand text,
    colour text,
    size text,
    price numeric(18, 4) check (price >= 0),
    cost numeric(18, 4) check (cost >= 0),
    source text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    -- the transaction that last wrote the row: what projections follow, see insight
    changed_in bigint not null default pg_current_xact_id()::text::bigint
);
create index product_changed_in on catalogue.product (changed_in);
create index product_name on catalogue.product (lower(name), id);

-- the numbers and SKUs by which a source knows a product
create table catalogue.product_code (
    source text not null,
    code text not null,
    product_id bigint not null references catalogue.product on delete cascade,
    primary key (source, code)
);
create index product_code_product on catalogue.product_code (product_id);

-- products that are no more, for the projections that hold a copy
create table catalogue.erasure (
    product_id bigint primary key,
    changed_in bigint not null default pg_current_xact_id()::text::bigint
);
