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

-- taking an import back
alter table intake.import
    drop constraint import_state_check,
    add check (state in ('draft', 'queued', 'reading', 'applying', 'cancelling', 'done', 'failed', 'cancelled',
        'undoing', 'undone')),
    add undo_change_set_id bigint,
    -- what is taken back at the moment, and how far: the last id looked at
    add undo_phase int not null default 0,
    add undo_position bigint not null default 0,
    -- records put back or removed, and those that stay because somebody changed them since
    add undone bigint not null default 0,
    add kept bigint not null default 0;
drop index intake.import_unfinished;
create index import_unfinished on intake.import (id)
    where state in ('queued', 'reading', 'applying', 'cancelling', 'undoing');
