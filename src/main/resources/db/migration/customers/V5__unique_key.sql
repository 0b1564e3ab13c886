-- The unique keys that were chosen, newest last. A change is made in one transaction, by a job.
create table customers.key_change (
    id bigint generated always as identity primary key,
    from_key text not null,
    to_key text not null,
    state text not null default 'running' check (state in ('running', 'done', 'failed')),
    asked_by text not null,
    asked_at timestamptz not null,
    finished_at timestamptz,
    -- customers that became complete, and incomplete, by it
    gained bigint,
    lost bigint,
    -- the reference of the error that ended it
    failure text
);
create unique index key_change_running on customers.key_change ((true)) where state = 'running';
