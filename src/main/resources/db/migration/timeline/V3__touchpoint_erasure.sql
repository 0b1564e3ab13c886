-- touchpoints that were removed with the last of their facts, for the projections that hold a copy
create table timeline.touchpoint_erasure (
    touchpoint_id int not null,
    changed_in bigint not null default pg_current_xact_id()::text::bigint,
    primary key (touchpoint_id, changed_in)
);
create index touchpoint_erasure_changed_in on timeline.touchpoint_erasure (changed_in);
