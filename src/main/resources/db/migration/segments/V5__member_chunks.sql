-- A row for each member took fifty million rows for two hundred broad segments of a million customers; as bitmaps they
-- are some megabytes. Members are counted anew.
drop table segments.member;
delete from segments.standing;

create table segments.member_chunk (
    segment_id bigint not null,
    -- what the numbers of these customers have in common: all but their last sixteen bits
    chunk bigint not null,
    -- their last sixteen bits, as a Roaring bitmap
    members bytea not null,
    primary key (segment_id, chunk)
);
-- a bitmap is as small as it gets
alter table segments.member_chunk alter column members set storage external;
