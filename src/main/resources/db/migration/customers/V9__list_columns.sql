-- What an account wants to see of customers in their list, in this order. Without the row it sees what everybody sees.
create table customers.list_columns (
    account_id bigint primary key references access.account on delete cascade,
    columns text[] not null
);
