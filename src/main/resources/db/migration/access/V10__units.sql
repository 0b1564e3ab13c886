-- Shops and teams, each with customers of its own; who sees only some of the customers sees those of their units.
create table access.unit (
    id int generated always as identity primary key,
    kind text not null check (kind in ('shop', 'team')),
    name text not null check (name <> ''),
    -- the touchpoints by name: whoever was met at one of them is the unit's customer
    met_at text[] not null default '{}',
    created_at timestamptz not null
);
create unique index unit_name on access.unit (lower(name));

-- The units whose customers the account sees, and those that the token reaches; null: all customers there are.
alter table access.account add column sees int[];
alter table access.api_token add column sees int[];
