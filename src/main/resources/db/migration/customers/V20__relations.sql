-- Further ways in which customers can be related, the company's own; those that are always there are in RelationKinds.
create table customers.relation_kind (
    id bigint generated always as identity primary key,
    code text not null unique check (code ~ '^own_[a-z0-9_]{0,36}$'),
    -- the same seen from both sides
    mutual boolean not null,
    -- who is related so lives together
    household boolean not null,
    -- by language: what the first is to the second, and the second to the first
    forth jsonb not null,
    back jsonb not null
);

-- Two customers and what they are to each other. Of a relation between two who became one both ends are the same: it is
-- kept, shown nowhere, and comes back when they are separated.
create table customers.relation (
    id bigint generated always as identity primary key,
    from_id bigint not null references customers.customer on delete cascade,
    to_id bigint not null references customers.customer on delete cascade,
    -- one that is always there, or the code of a relation_kind
    kind text not null,
    since date,
    until date,
    note text,
    change_set_id bigint not null,
    added_at timestamptz not null,
    removed_at timestamptz,
    check (until >= since)
);
create index relation_from on customers.relation (from_id);
create index relation_to on customers.relation (to_id);

-- ends of relations that moved when customers became one with others: whose they were; null for an end that stayed
create table customers.moved_relation (
    merge_id bigint not null,
    relation_id bigint not null references customers.relation on delete cascade,
    from_id bigint,
    to_id bigint,
    primary key (merge_id, relation_id)
);
