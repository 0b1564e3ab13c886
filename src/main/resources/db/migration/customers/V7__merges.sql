-- Customers that turned out to be the same: who was made one with whom, when, and what took it back. See access.change_set
-- for by whom.
create table customers.merge (
    id bigint generated always as identity primary key,
    survivor_id bigint not null,
    -- who became part of it, also when they are themselves again
    others bigint[] not null,
    at timestamptz not null,
    -- what the survivor took over from the others; its values of before are in customers.change
    change_set_id bigint not null unique,
    undone_at timestamptz
);
create index merge_survivor on customers.merge (survivor_id);
create index merge_others on customers.merge using gin (others);

-- The customers that became part of another one, whole and as they were. They are no rows of customers.customer any more,
-- so that no list, number or search can count them twice by forgetting to leave them out.
create table customers.merged_customer (
    customer_id bigint primary key,
    merge_id bigint not null references customers.merge,
    survivor_id bigint not null,
    -- the row of customers.customer: whoever changes that table's columns changes these too
    record jsonb not null,
    -- the rows of customers.identity that the survivor has now
    identities jsonb not null
);
create index merged_customer_merge on customers.merged_customer (merge_id);
create index merged_customer_survivor on customers.merged_customer (survivor_id);
create index merged_customer_change_set on customers.merged_customer (((record ->> 'change_set_id')::bigint));

-- the history of a customer goes on when its row is part of another's
alter table customers.change drop constraint change_customer_id_fkey;
alter table customers.former_identity drop constraint former_identity_customer_id_fkey;
