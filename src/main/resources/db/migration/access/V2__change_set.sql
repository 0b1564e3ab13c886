-- changes that somebody made at once: a file brought in, a call of the API, a correction, the undoing of one of them
create table access.change_set (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('import', 'call', 'edit', 'correction', 'undo', 'sample')),
    at timestamptz not null,
    actor_kind text not null check (actor_kind in ('account', 'token', 'system', 'nobody')),
    actor_id bigint,
    -- as it was called then
    actor_name text not null,
    -- what it was made of: a file's name, the source a call names
    title text not null,
    -- the number of the import, or of the change set undone
    reference bigint
);
