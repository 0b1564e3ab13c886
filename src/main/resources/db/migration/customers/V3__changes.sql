alter table customers.customer
    -- the changes that made the row, see access.change_set; null for what is older than change sets
    add change_set_id bigint,
    -- the values as they were written, by field, where the uniform value is another
    add written jsonb,
    -- what is wrong with values, by field: {"kind", "written", "proposal"}
    add flags jsonb;
create index customer_change_set on customers.customer (change_set_id) where change_set_id is not null;
create index customer_flagged on customers.customer (id) where flags is not null;

alter table customers.identity
    add change_set_id bigint,
    drop constraint identity_kind_check,
    -- details: the hash of a name with a phone, a birth date or an address, for those who have nothing better
    add check (kind in ('email', 'phone', 'number', 'card', 'tax_code', 'vat_number', 'details'));

-- What a change set changed of customers that were there before: the values of before. It only grows; the order of its
-- numbers is the order of the changes of each customer.
create table customers.change (
    number bigint generated always as identity primary key,
    change_set_id bigint not null,
    customer_id bigint not null references customers.customer on delete cascade,
    at timestamptz not null,
    -- by field: {"value", "written", "flag"}, each left out when there was none
    before jsonb not null
);
create index change_change_set on customers.change (change_set_id, customer_id);
create index change_customer on customers.change (customer_id, number);

-- identities that customers had once
create table customers.former_identity (
    kind text not null,
    source text not null,
    value text collate "C" not null,
    customer_id bigint not null references customers.customer on delete cascade,
    since timestamptz not null,
    until timestamptz not null,
    -- the changes that ended it
    change_set_id bigint not null
);
create index former_identity_customer on customers.former_identity (customer_id);

-- how this company wants its customers; without the row it wants them as the defaults say
create table customers.settings (
    only_row boolean primary key default true check (only_row),
    -- the kind of identity that is the one mandatory unique key
    unique_key text not null default 'email' check (unique_key in ('email', 'phone', 'number', 'card', 'tax_code')),
    -- uniformity rules that are switched off
    rules_off text[] not null default '{}'
);
