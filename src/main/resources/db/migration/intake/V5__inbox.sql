-- the system that a file was said to be from when it came, before anybody changed anything
alter table intake.first_look add source text not null default 'main';
create index first_look_shape on intake.first_look (shape);

-- files that came by themselves, through the watched folder
create table intake.inbox_file (
    id bigint generated always as identity primary key,
    -- the watched folder: nodes without a shared one have one each
    inbox text not null,
    source text not null,
    name text not null,
    bytes bigint not null,
    modified_at timestamptz not null,
    -- of the content; null for a file too large to be read at all
    sha256 bytea,
    first_seen_at timestamptz not null,
    taken_at timestamptz not null,
    -- null when it was refused, and once the waiting import was discarded
    import_id bigint references intake.import on delete set null,
    -- the file that had brought the very same content before; its import is this one's
    same_as bigint,
    -- why it was refused: a text key and what fills it in
    fault text,
    fault_arguments text[],
    -- when it left the folder, and where it lies now; a process killed before that finishes it later
    left_at timestamptz,
    moved_to text,
    -- when somebody said that what is wrong with it is known
    seen_at timestamptz,
    seen_by text
);
create index inbox_file_content on intake.inbox_file (source, sha256);
create index inbox_file_import on intake.inbox_file (import_id);
create index inbox_file_left_at on intake.inbox_file (inbox, left_at);
create index inbox_file_staying on intake.inbox_file (inbox) where left_at is null;
create index inbox_file_refused on intake.inbox_file (id) where fault is not null and seen_at is null;
create index import_to_look_at on intake.import (id)
    where state in ('draft', 'failed') or (state = 'done' and rejected > 0);

-- how this company wants its files brought in
create table intake.settings (
    only_row boolean primary key default true check (only_row),
    -- whether files of the inbox that are recognised begin by themselves
    starts_recognised boolean not null
);
