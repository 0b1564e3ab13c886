-- Words to choose from, the company's own: stages, sources, sizes.
create table customers.choice_list (
    id bigint generated always as identity primary key,
    name text not null,
    archived_at timestamptz
);
create unique index choice_list_name on customers.choice_list (lower(name));

-- values hold the id: a choice may be called another way at any time
create table customers.choice (
    id bigint generated always as identity primary key,
    choice_list_id bigint not null references customers.choice_list on delete cascade,
    label text not null,
    position int not null,
    archived_at timestamptz
);
create unique index choice_label on customers.choice (choice_list_id, lower(label));

-- What this company wants to know of its customers beyond what every company does.
create table customers.custom_field (
    id bigint generated always as identity primary key,
    -- what files and programs call it: made from the first name, and never another
    code text not null unique check (code ~ '^[a-z][a-z0-9_]{0,59}$'),
    name text not null,
    help text,
    type text not null check (type in
        ('text', 'number', 'money', 'date', 'yes_no', 'choice', 'choices', 'link', 'email', 'phone')),
    -- null for both
    customer_kind text check (customer_kind in ('person', 'company')),
    group_name text not null default '',
    position int not null,
    required boolean not null default false,
    is_unique boolean not null default false,
    default_value text,
    choice_list_id bigint references customers.choice_list,
    archived_at timestamptz
);
create unique index custom_field_name on customers.custom_field (lower(name)) where archived_at is null;

alter table customers.customer
    -- by the id of the field: a text as its type writes it, or a list of ids of choices. See docs/decisions/0019
    add custom jsonb;
create index customer_custom on customers.customer (id) where custom is not null;

alter table customers.identity
    drop constraint identity_kind_check,
    -- field: the value of a custom field that is unique; the source is the field's code
    add check (kind in ('email', 'phone', 'number', 'card', 'tax_code', 'vat_number', 'details', 'field'));
