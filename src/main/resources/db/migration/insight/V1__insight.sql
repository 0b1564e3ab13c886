create schema insight;

-- What the company decided about its customers' life cycle, tiers and scores. A decision counts from its day until the
-- next one of its kind; of two for one day the later one counts. It only grows: what was decided stays on record.
create table insight.rules (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('life_cycle', 'tiers', 'rfm')),
    valid_from date not null,
    -- a record of Java: LifeCycleRules, TierRules, RfmRules
    body jsonb not null,
    decided_at timestamptz not null,
    decided_by text not null
);

-- what an interaction of a kind is; kinds that are not here are contacts
create table insight.contact_kind (
    kind text primary key,
    role text not null check (role in ('contact', 'response', 'ticket', 'none'))
);
insert into insight.contact_kind (kind, role) values
    ('purchase', 'none'), ('return', 'none'), ('note', 'none'),
    ('message', 'contact'), ('call', 'contact'), ('visit', 'contact'), ('delivery', 'contact'), ('gift', 'contact'),
    ('request', 'response'), ('open', 'response'), ('click', 'response'), ('reply', 'response'),
    ('answer', 'response'), ('download', 'response'), ('review', 'response'), ('page_view', 'response'),
    ('assistance', 'ticket'), ('ticket', 'ticket'), ('complaint', 'ticket');

-- What an interaction of a kind costs the company from a day on, in its currency. A cost for the channel goes before the
-- one for all channels. Like rules it only grows.
create table insight.unit_cost (
    id bigint generated always as identity primary key,
    kind text not null,
    channel text,
    valid_from date not null,
    amount numeric(18, 4) not null check (amount >= 0),
    decided_at timestamptz not null,
    decided_by text not null
);

-- What the tiers of a month were measured by: the profit of a customer in the window that is good, and that is high.
-- Written once when the month is over; what arrives later moves customers, not the measure.
create table insight.closing (
    -- its last day
    month date primary key,
    good numeric(18, 4),
    high numeric(18, 4),
    closed_at timestamptz not null
);

-- what was told when the month was closed: later facts and merges change the answer of today, not this one
create table insight.closing_tier (
    month date not null references insight.closing on delete cascade,
    tier text not null check (tier in ('platinum', 'gold', 'iron', 'piombo')),
    customers bigint not null,
    revenue numeric(18, 2) not null,
    profit numeric(18, 2) not null,
    cost_to_serve numeric(18, 2) not null,
    primary key (month, tier)
);

-- The decision to let a customer go.
create table insight.dismissal (
    id bigint generated always as identity primary key,
    customer_id bigint not null references customers.customer on delete cascade,
    from_on date not null,
    -- the day since when the customer is one like the others again
    until_on date check (until_on >= from_on),
    reason text not null,
    note text,
    -- by the year, in the company's currency, as it was when the decision was made
    cost_avoided numeric(18, 2) not null,
    win_back boolean not null default false,
    decided_at timestamptz not null,
    decided_by text not null,
    ended_at timestamptz,
    ended_by text,
    changed_in bigint not null default pg_current_xact_id()::text::bigint
);
create unique index dismissal_in_force on insight.dismissal (customer_id) where until_on is null;
create index dismissal_customer on insight.dismissal (customer_id);
create index dismissal_changed_in on insight.dismissal (changed_in);

-- a valuable customer who fell to a lower tier: noticed once for each customer and month
create table insight.fall (
    customer_id bigint not null references customers.customer on delete cascade,
    -- the last day of the month whose tier the customer had
    month date not null,
    tier_before text not null,
    -- null: in none any more
    tier text,
    profit numeric(18, 2) not null,
    noticed_at timestamptz not null,
    seen_at timestamptz,
    seen_by text,
    primary key (customer_id, month)
);
create index fall_noticed on insight.fall (noticed_at desc, customer_id);
