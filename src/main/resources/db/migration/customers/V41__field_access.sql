-- What people with a role do not see of customers, or only in part. Of several roles the one that sees most counts.
create table customers.field_access (
    role text not null,
    field text not null,
    level text not null check (level in ('masked', 'hidden')),
    primary key (role, field)
);
