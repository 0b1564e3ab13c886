-- Who belongs to the segments, kept up to date as facts come in. Members and passages point to customers and segments
-- without foreign keys: millions of rows are written at once, and whoever leaves is noticed like any other change.

-- up to where the members of a segment are known
create table segments.standing (
    segment_id bigint primary key references segments.segment on delete cascade,
    -- what it asks for, in a form that two ways to say the same thing share
    definition text not null,
    as_of date not null,
    -- the state of the warehouse, see insight
    mark text not null,
    size bigint not null,
    counted_at timestamptz not null
);

create table segments.member (
    segment_id bigint not null,
    customer_id bigint not null,
    since timestamptz not null,
    primary key (segment_id, customer_id)
);
create index member_customer on segments.member (customer_id);

-- Who came and who went. One writer at a time, so that whoever reads on from the last number misses none.
create table segments.passage (
    id bigint generated always as identity primary key,
    segment_id bigint not null,
    customer_id bigint not null,
    entered boolean not null,
    at timestamptz not null,
    -- something happened, a day went by, or the segment asks for something else
    cause text not null check (cause in ('fact', 'day', 'definition'))
);
create index passage_customer on segments.passage (customer_id, id);
create index passage_segment on segments.passage (segment_id, id);
create index passage_at on segments.passage using brin (at);

-- how many they were at the end of a day, and how many came and went in it
create table segments.size_day (
    segment_id bigint not null references segments.segment on delete cascade,
    day date not null,
    size bigint not null,
    entered bigint not null,
    gone bigint not null,
    primary key (segment_id, day)
);

-- which node keeps the members up to date, and until when nobody else does
create table segments.keeper (
    one boolean primary key default true check (one),
    node text not null,
    until timestamptz not null
);
