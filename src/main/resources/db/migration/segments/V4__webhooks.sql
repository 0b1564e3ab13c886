-- where passages are sent to as they become known, in their order
create table segments.webhook (
    id bigint generated always as identity primary key,
    -- null: those of all segments
    segment_id bigint references segments.segment on delete cascade,
    url text not null,
    -- signs what is sent, so that whoever receives it knows from whom it comes
    secret text not null,
    created_at timestamptz not null,
    created_by text not null,
    -- the last passage that was received
    position bigint not null,
    -- attempts in a row that failed
    failures int not null default 0,
    next_at timestamptz not null,
    -- what came of the last attempt; null before the first
    answered_at timestamptz,
    problem text
);
