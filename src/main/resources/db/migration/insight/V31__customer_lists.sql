-- Customers that somebody put on a list, by hand or because they belonged somewhere on a day.
create sequence insight.list_id;

create table insight.listed (
    list_id bigint not null,
    customer_id bigint not null,
    -- the merge because of which the customer stands here for another one who did
    merge_id bigint,
    changed_in bigint not null default pg_current_xact_id()::text::bigint,
    primary key (list_id, customer_id)
);
create index listed_customer on insight.listed (customer_id);
create index listed_changed_in on insight.listed (changed_in);
create index listed_merge on insight.listed (merge_id) where merge_id is not null;

-- who was taken off a list, for the copies
create table insight.unlisted (
    list_id bigint not null,
    customer_id bigint not null,
    changed_in bigint not null default pg_current_xact_id()::text::bigint,
    primary key (list_id, customer_id)
);
create index unlisted_changed_in on insight.unlisted (changed_in);
