create schema platform;

-- one row: what the company is called and counts in
create table platform.company (
    only_row boolean primary key default true check (only_row),
    name text not null,
    currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
    time_zone text not null,
    country char(2) not null check (country ~ '^[A-Z]{2}$')
);

-- lets a projection see that it follows another database than the one it was built from
create table platform.installation (
    only_row boolean primary key default true check (only_row),
    id uuid not null default gen_random_uuid()
);
insert into platform.installation default values;

create table platform.stored_file (
    id bigint generated always as identity primary key,
    name text not null,
    bytes bigint not null default 0 check (bytes >= 0),
    stored_at timestamptz not null
);

-- the bytes live in the database, so that any node can read what another one was given
create table platform.stored_file_chunk (
    file_id bigint not null references platform.stored_file on delete cascade,
    position int not null,
    content bytea not null,
    primary key (file_id, position)
);
alter table platform.stored_file_chunk alter column content set storage external;

-- the table of db-scheduler, as its PostgreSQL schema file gives it
create table platform.scheduled_task (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    state text,
    primary key (task_name, task_instance)
);
create index scheduled_task_execution_time on platform.scheduled_task (execution_time);
create index scheduled_task_last_heartbeat on platform.scheduled_task (last_heartbeat);
