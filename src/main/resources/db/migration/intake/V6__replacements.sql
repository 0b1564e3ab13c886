-- how often a file writes which product, and the values that are replaced in it: what proposals are made of
create table intake.written_value (
    import_id bigint not null references intake.import on delete cascade,
    field text not null,
    value text collate "C" not null,
    rows bigint not null,
    primary key (import_id, field, value)
);

-- that they were counted, in how much of the file
create table intake.value_count (
    import_id bigint primary key references intake.import on delete cascade,
    -- which column it was, and how the file was read
    look text not null,
    looked_at bigint not null,
    whole boolean not null
);

-- products that were not in the catalogue when the file was read to its end, and which ones were probably meant
create table intake.near_product (
    import_id bigint not null references intake.import on delete cascade,
    written text collate "C" not null,
    rows bigint not null,
    code text not null,
    name text not null,
    primary key (import_id, written)
);
