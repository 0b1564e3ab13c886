alter table segments.segment
    -- the list of customers that it is, see insight; null for a segment whose members are told by its filter
    add list_id bigint unique,
    add folder text check (folder <> ''),
    -- who sees it and who may change it besides its owner: nobody; all see it; all may change it
    add sharing text not null default 'edit' check (sharing in ('own', 'view', 'edit')),
    -- the account of the owner; null for a program's, which is everybody's
    add owner_id bigint;

-- who wants to be told when a segment grows or shrinks
create table segments.alert (
    id bigint generated always as identity primary key,
    segment_id bigint not null references segments.segment on delete cascade,
    account_id bigint not null,
    direction text not null check (direction in ('grows', 'shrinks')),
    amount int not null check (amount > 0),
    unit text not null check (unit in ('percent', 'customers')),
    -- the size that it is compared with: when it was set, or when it was last told
    baseline bigint not null,
    created_at timestamptz not null
);
create index alert_segment on segments.alert (segment_id);
create index alert_account on segments.alert (account_id);

create table segments.alert_notice (
    id bigint generated always as identity primary key,
    alert_id bigint not null references segments.alert on delete cascade,
    size_before bigint not null,
    size bigint not null,
    at timestamptz not null,
    seen_at timestamptz
);
create index alert_notice_alert on segments.alert_notice (alert_id, id desc);
