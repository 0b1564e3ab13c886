create schema access;

create table access.account (
    id bigint generated always as identity primary key,
    email text not null unique check (email = lower(email) and email like '%_@_%'),
    name text not null check (name <> ''),
    -- Argon2id with its parameters and salt, as Spring Security writes it
    password_hash text not null,
    -- true while the password is one that an administrator chose
    password_given boolean not null default false,
    roles text[] not null check (
        cardinality(roles) > 0
        and roles <@ array['ADMINISTRATOR', 'MARKETING', 'SHOP', 'SALES', 'SUPPORT', 'ANALYST']),
    -- null: the browser's
    language text,
    created_at timestamptz not null,
    signed_in_at timestamptz,
    disabled_at timestamptz,
    -- true for the one account made on an empty database: two first visitors collide here
    founder boolean unique check (founder)
);

create table access.api_token (
    id bigint generated always as identity primary key,
    name text not null check (name <> ''),
    -- SHA-256: a token holds 256 random bits, so a slow hash would only slow down every call
    hash bytea not null unique,
    -- its first characters, by which people recognise it
    prefix text not null,
    -- permission names; '*' is all there are and will be
    scopes text[] not null check (cardinality(scopes) > 0),
    -- null: made from the environment of the first start
    created_by bigint references access.account,
    created_at timestamptz not null,
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz
);

-- who did what, and who saw whose data
create table access.audit_entry (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor_kind text not null check (actor_kind in ('account', 'token', 'system', 'nobody')),
    actor_id bigint,
    -- as it was called then
    actor_name text not null,
    action text not null,
    subject_type text not null,
    subject_id text,
    detail jsonb not null default '{}',
    address text
);
create index audit_entry_at on access.audit_entry (at);
create index audit_entry_actor on access.audit_entry (actor_kind, actor_id, id desc);
create index audit_entry_action on access.audit_entry (action, id desc);
create index audit_entry_subject on access.audit_entry (subject_type, subject_id, id desc);

create function access.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail only grows';
end $$;
create trigger audit_entry_only_grows before update or delete on access.audit_entry
    for each statement execute function access.refuse_change();

-- attempts that did not succeed, for throttling; the e-mail may belong to nobody
create table access.sign_in_failure (
    id bigint generated always as identity primary key,
    email text not null,
    address text not null,
    at timestamptz not null
);
create index sign_in_failure_email on access.sign_in_failure (email, at);
create index sign_in_failure_address on access.sign_in_failure (address, at);
create index sign_in_failure_at on access.sign_in_failure (at);

-- the tables of Spring Session, as its PostgreSQL schema file gives them
create table access.session (
    primary_id char(36) primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create index session_expiry_time on access.session (expiry_time);
create index session_principal_name on access.session (principal_name);

create table access.session_attributes (
    session_primary_id char(36) not null references access.session on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
