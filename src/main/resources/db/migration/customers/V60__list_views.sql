-- Lists of customers that somebody wants to see again: whom, in which order, with which columns.
create table customers.list_view (
    id bigint generated always as identity primary key,
    name text not null check (name <> ''),
    -- null: a program made it
    owner_id bigint references access.account on delete cascade,
    -- its owner alone, the people of a unit, or all colleagues
    sharing text not null check (sharing in ('own', 'unit', 'all')),
    unit_id int references access.unit on delete cascade,
    check ((sharing = 'unit') = (unit_id is not null)),
    -- what is searched, and the filter, as the address of the list has them
    search text,
    filter text,
    sort text,
    columns text[] not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version int not null
);
create index list_view_owner on customers.list_view (owner_id);
create index list_view_shared on customers.list_view (sharing) where sharing <> 'own';
