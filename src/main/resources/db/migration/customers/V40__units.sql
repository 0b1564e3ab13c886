-- Whose customers the customers are: of shops and teams, see access.unit.
create table customers.customer_unit (
    -- no reference: who became part of another one keeps theirs, for the day they are separated
    customer_id bigint not null,
    unit_id int not null references access.unit on delete cascade,
    -- somebody said so, they were met there, or one that became part of them was of it
    reason text not null check (reason in ('assigned', 'met', 'merge')),
    merge_id bigint not null default 0 check ((merge_id > 0) = (reason = 'merge')),
    primary key (customer_id, unit_id, reason, merge_id)
);
create index customer_unit_unit on customers.customer_unit (unit_id, customer_id);
