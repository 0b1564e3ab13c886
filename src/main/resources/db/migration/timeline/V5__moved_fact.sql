-- Facts of customers that became one with another, see customers.merge: whose they were.
create table timeline.moved_fact (
    merge_id bigint not null,
    interaction_id bigint not null,
    occurred_at timestamptz not null,
    customer_id bigint not null,
    primary key (merge_id, interaction_id)
);
create index moved_fact_interaction on timeline.moved_fact (interaction_id);

-- how far the facts had come when customers became one: what has a greater number happened since
create table timeline.merge_mark (
    merge_id bigint primary key,
    last_interaction_id bigint not null
);
