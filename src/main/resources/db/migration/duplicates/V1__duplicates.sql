create schema duplicates;

-- A search for duplicates in the whole customer base. What it finds takes the place of what the one before found, in one
-- transaction at its end.
create table duplicates.scan (
    id bigint generated always as identity primary key,
    state text not null default 'running' check (state in ('running', 'done', 'stopped', 'failed')),
    phase text not null default 'reading' check (phase in ('reading', 'learning', 'comparing', 'writing')),
    begun_by text not null,
    began_at timestamptz not null,
    ended_at timestamptz,
    -- the customers there were when it began, and those that it read
    expected bigint not null,
    customers bigint not null default 0,
    -- pairs that were compared, and those among the proposed
    compared bigint not null default 0,
    pairs bigint not null default 0,
    proposals bigint not null default 0,
    -- the reference of the error that ended it
    failure text
);
create unique index scan_one_at_a_time on duplicates.scan (state) where state = 'running';

-- Customers who may be the same. No foreign keys to customers: who became part of another one is no row any more.
create table duplicates.proposal (
    id bigint generated always as identity primary key,
    -- the group as the scan found it, when somebody said since that not all of it are the same
    part_of bigint references duplicates.proposal on delete cascade,
    state text not null default 'open' check (state in ('open', 'merged', 'different', 'gone')),
    -- in ascending order, by the numbers that they had when they were found
    members bigint[] not null,
    -- that of the weakest pair, see duplicates.pair
    weight double precision not null,
    -- whether two of them have other birth dates or tax codes
    contradictory boolean not null
);
create index proposal_open on duplicates.proposal (weight desc, id) where state = 'open';
create index proposal_part_of on duplicates.proposal (part_of) where part_of is not null;
create index proposal_members on duplicates.proposal using gin (members);

-- Every two members of a group that a scan found, whether or not they were compared for themselves.
create table duplicates.pair (
    low_id bigint not null,
    high_id bigint not null check (high_id > low_id),
    -- the whole group, not a part of it; pairs are written before their group
    proposal_id bigint not null references duplicates.proposal on delete cascade deferrable initially deferred,
    probability double precision not null,
    -- the logarithm to the base 2 of the odds that they are the same
    weight double precision not null,
    -- {"weight", "probability", "start", "fields": [{"field", "level", "weight"}], "relatives"}
    explanation jsonb not null,
    primary key (low_id, high_id)
);
create index pair_proposal on duplicates.pair (proposal_id);

-- The groups with customers that a merge made one, so that taking it back finds them.
create table duplicates.merged_group (
    merge_id bigint not null,
    proposal_id bigint not null references duplicates.proposal on delete cascade,
    primary key (merge_id, proposal_id)
);
create index merged_group_proposal on duplicates.merged_group (proposal_id);

-- Two customers of whom somebody said that they are not the same.
create table duplicates.different (
    low_id bigint not null,
    high_id bigint not null check (high_id > low_id),
    said_by text not null,
    said_at timestamptz not null,
    primary key (low_id, high_id)
);
create index different_said_at on duplicates.different (said_at desc, low_id, high_id);
create index different_high on duplicates.different (high_id);

-- All open proposals made one whose every pair is at least so probable, and that contradict themselves in nothing.
create table duplicates.automatic_merge (
    id bigint generated always as identity primary key,
    state text not null default 'running'
        check (state in ('running', 'done', 'stopped', 'failed', 'undoing', 'undone')),
    threshold double precision not null check (threshold > 0 and threshold < 1),
    -- the proposals that it was asked for
    expected bigint not null,
    begun_by text not null,
    began_at timestamptz not null,
    ended_at timestamptz,
    -- the last proposal looked at, written in the transaction that merged it
    position bigint not null default 0,
    merged bigint not null default 0,
    -- who became part of others
    customers bigint not null default 0,
    -- left to people: somebody changed the customers since they were compared
    changed bigint not null default 0,
    -- merges taken back, those of them not wholly, and those that stay
    undone bigint not null default 0,
    partly bigint not null default 0,
    stays bigint not null default 0,
    -- the reference of the error that ended it
    failure text
);
create unique index automatic_merge_one_at_a_time on duplicates.automatic_merge ((true))
    where state in ('running', 'undoing');

-- Written in the transaction of the merge.
create table duplicates.automatic_merge_note (
    merge_id bigint primary key,
    automatic_merge_id bigint not null references duplicates.automatic_merge on delete cascade,
    survivor_id bigint not null,
    -- what became of taking it back; null while it is a merge
    outcome text check (outcome in ('undone', 'partly', 'stays'))
);
create index automatic_merge_note_newest on duplicates.automatic_merge_note (automatic_merge_id, merge_id);

-- What the last scan learned, for whoever is being written down: see matching.Knowledge.
create table duplicates.knowledge (
    only_row boolean primary key default true check (only_row),
    knowledge jsonb not null
);
