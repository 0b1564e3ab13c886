-- Whoever becomes part of another customer is no row any more, and the decision about them waits here, so that they are
-- again who they were when the merge is taken back.
create table insight.merged_dismissal (
    merge_id bigint not null references customers.merge on delete cascade,
    customer_id bigint not null,
    -- a row of insight.dismissal
    dismissal jsonb not null
);
create index merged_dismissal_merge on insight.merged_dismissal (merge_id);
create index merged_dismissal_customer on insight.merged_dismissal (customer_id);

-- the merge because of which somebody decided the same of the customer who stayed: it ends with that merge
alter table insight.dismissal add merge_id bigint references customers.merge on delete set null;
create index dismissal_merge on insight.dismissal (merge_id) where merge_id is not null;
