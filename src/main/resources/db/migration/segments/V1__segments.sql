create schema segments;

-- groups of customers that people gave a name to; who belongs is asked anew each time
create table segments.segment (
    id bigint generated always as identity primary key,
    name text not null check (name <> ''),
    description text,
    filter jsonb not null,
    owner text not null,
    created_at timestamptz not null,
    updated_by text not null,
    updated_at timestamptz not null,
    -- grows with each change, so that nobody overwrites what they have not seen
    version int not null default 1,
    -- not seen any more, but can be brought back
    deleted_at timestamptz
);
create index segment_name on segments.segment (lower(name), id) where deleted_at is null;
