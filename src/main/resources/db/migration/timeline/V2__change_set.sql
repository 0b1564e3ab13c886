-- the changes that recorded a fact, see access.change_set; null for what is older than change sets
alter table timeline.interaction add change_set_id bigint;
alter table timeline.purchase_line add change_set_id bigint;
-- facts of one change set lie together
create index interaction_change_set on timeline.interaction using brin (change_set_id);
create index purchase_line_change_set on timeline.purchase_line using brin (change_set_id);

-- facts that were taken back, wholly or some of their lines, for the projections that hold a copy
create table timeline.fact_erasure (
    interaction_id bigint not null,
    changed_in bigint not null default pg_current_xact_id()::text::bigint,
    primary key (interaction_id, changed_in)
);
create index fact_erasure_changed_in on timeline.fact_erasure (changed_in);
