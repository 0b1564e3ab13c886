create schema customers;

create table customers.customer (
    id bigint generated always as identity primary key,
    kind text not null default 'person' check (kind in ('person', 'company')),
    title text,
    given_name text,
    family_name text,
    company_name text,
    gender text check (gender in ('F', 'M', 'X')),
    birth_date date check (birth_date between '1850-01-01' and '2200-01-01'),
    email text,
    phone text,
    street text,
    postcode text,
    town text,
    province text,
    region text,
    country text check (country ~ '^[A-Z]{2}$'),
    language text,
    marital_status text,
    education text,
    occupation text,
    annual_income numeric(18, 2),
    children int check (children >= 0),
    home_owner boolean,
    -- family name, given name and company without case and accents: the order of lists and the beginning of a search
    sort_name text collate "C" not null,
    given_sort_name text collate "C",
    -- false while the one mandatory unique key is missing: shown as such, and of no use to what follows
    keyed boolean not null,
    -- where the record first came from
    source text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    -- the transaction that last wrote the row: what projections follow, see insight
    changed_in bigint not null default pg_current_xact_id()::text::bigint
);
create index customer_sort_name on customers.customer (sort_name, id);
create index customer_given_sort_name on customers.customer (given_sort_name, id);
create index customer_phone on customers.customer (phone text_pattern_ops);
create index customer_changed_in on customers.customer (changed_in);
create index customer_not_keyed on customers.customer (id) where not keyed;

-- all the names by which other systems and people know a customer; each belongs to one customer
create table customers.identity (
    kind text not null check (kind in ('email', 'phone', 'number', 'card', 'tax_code')),
    -- the system that gave the number; empty where the value is unique in the world
    source text not null default '',
    value text collate "C" not null,
    customer_id bigint not null references customers.customer on delete cascade,
    since timestamptz not null,
    primary key (kind, source, value)
);
create index identity_customer on customers.identity (customer_id);
create index identity_value on customers.identity (value);

-- customers that are no more, for the projections that hold a copy
create table customers.erasure (
    customer_id bigint primary key,
    changed_in bigint not null default pg_current_xact_id()::text::bigint
);
create index erasure_changed_in on customers.erasure (changed_in);
