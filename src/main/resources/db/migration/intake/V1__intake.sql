create schema intake;

-- a file that is being brought in, or was
create table intake.import (
    id bigint generated always as identity primary key,
    name text not null,
    bytes bigint not null,
    -- null once the file was removed: the counts below stay
    file_id bigint references platform.stored_file on delete set null,
    kind text not null check (kind in ('customers', 'products', 'purchases', 'returns', 'interactions')),
    source text not null,
    -- how the file is read and what its columns mean
    plan jsonb not null,
    state text not null default 'draft' check (state in
        ('draft', 'queued', 'reading', 'applying', 'cancelling', 'done', 'failed', 'cancelled')),
    created_by text not null,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    -- the import whose file this one brings in again
    again_of bigint,
    -- what a program calls its request, so that sending it twice makes one import
    idempotency_key text unique,
    -- of the stored file, for the progress of the first reading
    bytes_read bigint not null default 0,
    -- rows of the file; null until it was read to its end without a fault
    rows_in_file bigint,
    -- the last row applied: written together with what it made, so that a killed import goes on after it
    position bigint not null default 0,
    resumed int not null default 0,
    created bigint not null default 0,
    updated bigint not null default 0,
    unchanged bigint not null default 0,
    rejected bigint not null default 0,
    -- lines of sales to nobody known; they are among those above too
    anonymous bigint not null default 0,
    customers_created bigint not null default 0,
    products_created bigint not null default 0,
    amount_created numeric(24, 4) not null default 0,
    amount_unchanged numeric(24, 4) not null default 0,
    amount_rejected numeric(24, 4) not null default 0,
    amount_anonymous numeric(24, 4) not null default 0,
    -- why the import as a whole ended without success: a text key and what fills it in
    fault text,
    fault_arguments text[]
);
create index import_created_at on intake.import (created_at desc, id desc);
create index import_unfinished on intake.import (id) where state in ('queued', 'reading', 'applying', 'cancelling');

-- the rows that were not taken; their cells are read again from the file when somebody wants them
create table intake.rejection (
    import_id bigint not null references intake.import on delete cascade,
    row_number bigint not null,
    line bigint not null,
    reason text not null,
    field text not null,
    value text not null,
    primary key (import_id, row_number)
);

-- the same, counted: people read reasons, not rows
create table intake.reason (
    import_id bigint not null references intake.import on delete cascade,
    reason text not null,
    field text not null,
    rows bigint not null,
    amount numeric(24, 4) not null,
    example_lines bigint[] not null,
    example_values text[] not null,
    primary key (import_id, reason, field)
);
