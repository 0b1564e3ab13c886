-- plans made before there were other files than CSV, and tables below titles
update intake.import
set plan = jsonb_set(plan, '{dialect}', plan -> 'dialect' || '{"format": "CSV", "firstLine": 1, "sheet": null}');

-- how a file was brought in, for the next one that looks the same
create table intake.saved_mapping (
    id bigint generated always as identity primary key,
    -- of what the file looked like before anybody changed anything: where it is from, its format, sheet and column names
    shape uuid not null unique,
    -- what people call it; null for the name of the file
    name text,
    file_name text not null,
    plan jsonb not null,
    saved_at timestamptz not null,
    saved_by text not null
);

-- what a file looked like when it came, and what it was recognised as
create table intake.first_look (
    import_id bigint primary key references intake.import on delete cascade,
    shape uuid not null,
    saved_mapping_id bigint references intake.saved_mapping on delete set null
);
create index first_look_saved_mapping on intake.first_look (saved_mapping_id);
