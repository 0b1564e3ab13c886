alter table intake.import
    -- what it changed, see access.change_set; null before it begins
    add change_set_id bigint,
    -- rows that were taken though a value of theirs was left out, or may be wrong
    add flagged bigint not null default 0;

-- what happened to values of rows that were taken, counted: flags (kind, field) and updates (field)
create table intake.tally (
    import_id bigint not null references intake.import on delete cascade,
    kind text not null,
    field text not null,
    rows bigint not null,
    example_lines bigint[] not null,
    example_values text[] not null,
    primary key (import_id, kind, field)
);
