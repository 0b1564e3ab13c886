-- Changes of what lies beside a customer: relations, further addresses, how it wants to be reached. Of a relation both
-- ends are told. No foreign key to the customer: of who became part of another one the history waits here.
create table customers.beside_change (
    id bigint generated always as identity primary key,
    customer_id bigint not null,
    -- neither of the two for how the customer wants to be reached
    relation_id bigint references customers.relation on delete cascade,
    address_id bigint references customers.address on delete cascade,
    change_set_id bigint not null,
    at timestamptz not null,
    -- null for what was not there, or is no more
    before jsonb,
    after jsonb,
    check (num_nonnulls(relation_id, address_id) < 2),
    check (num_nonnulls(before, after) > 0)
);
create index beside_change_customer on customers.beside_change (customer_id, id);
create index beside_change_relation on customers.beside_change (relation_id) where relation_id is not null;
create index beside_change_address on customers.beside_change (address_id) where address_id is not null;
