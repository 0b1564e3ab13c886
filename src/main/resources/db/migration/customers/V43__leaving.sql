-- Customers who are out of the way: archived, or deleted and gone for good when a waiting period is over.
alter table customers.customer
    add column left_as text check (left_as in ('archived', 'deleted')),
    add column left_at timestamptz,
    -- who let them go, as they were called then
    add column left_by text;
create index customer_left on customers.customer (left_as, left_at, id) where left_as is not null;
