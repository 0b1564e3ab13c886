-- The same done to many customers at once: who they are is kept as they were picked, whatever the list shows later.
create table customers.bulk_action (
    id bigint generated always as identity primary key,
    state text not null default 'picked'
        check (state in ('picked', 'running', 'done', 'stopped', 'failed', 'undoing', 'undone')),
    -- what is done, once somebody said it, see BulkChange
    kind text check (kind in ('write', 'add', 'take', 'assign', 'unassign', 'archive', 'delete')),
    -- as histories call it
    field text,
    -- as it was written; none: the field is emptied
    texts text[],
    unit_id int,
    check ((state = 'picked') = (kind is null)),
    check ((field is not null) = (kind is not null and kind in ('write', 'add', 'take'))),
    -- a compressed set of customers' numbers, and how many they are
    picked bytea not null,
    total bigint not null,
    created_by text not null,
    -- of the account or the token, so that nobody else acts on what somebody picked
    actor_kind text not null,
    actor_id bigint,
    created_at timestamptz not null,
    begun_at timestamptz,
    finished_at timestamptz,
    change_set_id bigint,
    -- the last customer looked at, written in the transaction that changed the stretch which it ends
    position bigint not null default 0,
    changed bigint not null default 0,
    -- nothing was to be changed of them
    same bigint not null default 0,
    -- the change is not possible for them, or they are no longer there
    refused bigint not null default 0,
    undo_change_set_id bigint,
    undo_position bigint not null default 0,
    undone bigint not null default 0,
    kept bigint not null default 0,
    -- the reference of the error that ended it
    failure text
);
create index bulk_action_running on customers.bulk_action (id) where state in ('running', 'undoing');

-- Who was changed, stretch by stretch: what cannot be read from the history of their fields.
create table customers.bulk_stretch (
    bulk_action_id bigint not null references customers.bulk_action on delete cascade,
    until bigint not null,
    -- when it was changed: who was put away by it has this moment, which tells them from those put away since
    at timestamptz not null,
    changed bytea not null,
    primary key (bulk_action_id, until)
);
