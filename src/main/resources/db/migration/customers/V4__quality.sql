-- How good the data were, counted once a day and whenever somebody asks.
create table customers.quality_day (
    day date not null,
    -- null for all customers
    source text,
    counted_at timestamptz not null,
    -- how long the counting took: a small base is counted again whenever it is looked at
    milliseconds int not null,
    report jsonb not null,
    unique nulls not distinct (source, day)
);

-- One proposal, or one rule, for all values that it is meant for; its changes are the change set.
create table customers.correction (
    id bigint generated always as identity primary key,
    -- of proposals: the field, and the values of one group of them, null for all of the field
    field text,
    from_value text,
    to_value text,
    -- of a rule
    rule text,
    check ((field is null) <> (rule is null)),
    state text not null default 'running'
        check (state in ('running', 'done', 'stopped', 'failed', 'undoing', 'undone')),
    -- the customers that it was asked for, as counted before it began, and the last of them all
    expected bigint not null,
    until bigint not null,
    change_set_id bigint not null,
    created_by text not null,
    created_at timestamptz not null,
    finished_at timestamptz,
    -- the last customer looked at, written in the transaction that corrected the stretch which it ends
    position bigint not null default 0,
    corrected bigint not null default 0,
    -- the corrected value belongs to another customer
    of_another bigint not null default 0,
    -- the value is what the customer is known by, and the rule would leave it out
    needed bigint not null default 0,
    undo_change_set_id bigint,
    undo_position bigint not null default 0,
    undone bigint not null default 0,
    kept bigint not null default 0,
    -- the reference of the error that ended it
    failure text
);

-- how many customers have values that a rule would write in another way
create table customers.rule_check (
    rule text primary key,
    checked_at timestamptz not null,
    customers bigint not null,
    -- the first of them
    examples bigint[] not null
);

alter table customers.former_identity
    -- the changes that had given it
    add given_by bigint;
create index former_identity_value on customers.former_identity (kind, value);
create index former_identity_change_set on customers.former_identity (change_set_id, customer_id);
