-- Addresses besides the main one, which is in the customer's own columns.
create table customers.address (
    id bigint generated always as identity primary key,
    customer_id bigint not null references customers.customer on delete cascade,
    kind text not null check (kind in ('home', 'delivery', 'billing', 'other')),
    street text,
    postcode text,
    town text,
    province text,
    region text,
    country text check (country ~ '^[A-Z]{2}$'),
    change_set_id bigint not null,
    changed_at timestamptz not null,
    removed_at timestamptz
);
create index address_customer on customers.address (customer_id);

-- addresses of customers who became one with others: whose they were
create table customers.moved_address (
    merge_id bigint not null,
    address_id bigint not null references customers.address on delete cascade,
    customer_id bigint not null,
    primary key (merge_id, address_id)
);

-- How a customer wants to be reached. No foreign key: of who became part of another one it waits here for their return.
create table customers.contact_preference (
    customer_id bigint primary key,
    -- by which they want to be reached; null for any
    channel text check (channel in ('email', 'phone', 'message', 'post', 'shop')),
    -- ISO 639-1, in the order in which they like to speak them
    languages text[] not null default '{}',
    -- 1 for Monday to 7 for Sunday; empty for any
    days int[] not null default '{}',
    from_time time,
    until_time time,
    note text,
    -- the merge that brought it from another customer, until somebody writes it anew
    merge_id bigint,
    change_set_id bigint,
    changed_at timestamptz not null
);
