create schema notebook;

-- Notes, attachments and tasks are numbered together: what was written since a moment has a greater number, whatever it is.
create sequence notebook.item_id;

create table notebook.note (
    id bigint primary key default nextval('notebook.item_id'),
    customer_id bigint not null references customers.customer,
    text text not null check (text <> ''),
    -- counts the texts that it had
    version int not null default 1,
    written_at timestamptz not null,
    author_kind text not null check (author_kind in ('account', 'token', 'system', 'nobody')),
    author_id bigint,
    -- as it was called then
    author_name text not null,
    edited_at timestamptz,
    -- who edited it last, as it was called then
    edited_by text,
    pinned_at timestamptz,
    -- removed for good some weeks later
    removed_at timestamptz
);
create index note_customer on notebook.note (customer_id, id desc);
create index note_removed on notebook.note (removed_at) where removed_at is not null;

-- colleagues whom a note names
create table notebook.mention (
    note_id bigint not null references notebook.note on delete cascade,
    account_id bigint not null references access.account on delete cascade,
    -- as the note writes it
    name text not null,
    at timestamptz not null,
    read_at timestamptz,
    primary key (note_id, account_id)
);
create index mention_account on notebook.mention (account_id, note_id desc);

create table notebook.attachment (
    id bigint primary key default nextval('notebook.item_id'),
    customer_id bigint not null references customers.customer,
    name text not null check (name <> ''),
    -- by its content, whatever its name says
    media_type text not null,
    file_id bigint not null references platform.stored_file,
    bytes bigint not null,
    added_at timestamptz not null,
    author_kind text not null check (author_kind in ('account', 'token', 'system', 'nobody')),
    author_id bigint,
    author_name text not null,
    -- removed for good some weeks later
    removed_at timestamptz
);
create index attachment_customer on notebook.attachment (customer_id, id desc);
create index attachment_removed on notebook.attachment (removed_at) where removed_at is not null;

create table notebook.task (
    id bigint primary key default nextval('notebook.item_id'),
    -- null: about nobody in particular
    customer_id bigint references customers.customer,
    title text not null check (title <> ''),
    detail text,
    assignee_id bigint not null references access.account,
    due_on date,
    -- null: at any time of the day
    due_time time,
    -- the moment from which it is late, in the company's time zone of when it was written
    due_at timestamptz,
    remind_minutes int check (remind_minutes >= 0),
    remind_at timestamptz,
    -- when its moment to be reminded of had come
    reminded_at timestamptz,
    -- when the assignee was told so
    told_at timestamptz,
    repeats text check (repeats in ('daily', 'weekly', 'monthly', 'yearly')),
    -- the day from which the repetitions are counted, so that the 31st is not forgotten after a February
    repeats_from date,
    -- the one whose end began this one
    follows_id bigint references notebook.task on delete set null,
    version int not null default 1,
    created_at timestamptz not null,
    author_kind text not null check (author_kind in ('account', 'token', 'system', 'nobody')),
    author_id bigint,
    author_name text not null,
    done_at timestamptz,
    -- as it was called then
    done_by text,
    -- removed for good some weeks later
    removed_at timestamptz,
    check (due_on is not null or (due_time is null and remind_minutes is null and repeats is null)),
    check ((due_on is null) = (due_at is null)),
    check ((remind_minutes is null) = (remind_at is null)),
    check ((repeats is null) = (repeats_from is null))
);
create index task_assignee on notebook.task (assignee_id, due_at) where done_at is null and removed_at is null;
create index task_open on notebook.task (due_at, id) where done_at is null and removed_at is null;
create index task_done on notebook.task (done_at desc, id desc) where done_at is not null;
create index task_customer on notebook.task (customer_id, due_at);
create index task_follows on notebook.task (follows_id) where follows_id is not null;
create index task_remind on notebook.task (remind_at) where reminded_at is null and done_at is null and removed_at is null;
create index task_removed on notebook.task (removed_at) where removed_at is not null;

-- What lay with customers that became one with another, see customers.merge: with whom.
create table notebook.moved_item (
    merge_id bigint not null,
    item_id bigint not null,
    customer_id bigint not null,
    primary key (merge_id, item_id)
);

-- how far the numbers had come when customers became one: what has a greater number was written since
create table notebook.merge_mark (
    merge_id bigint primary key,
    last_item_id bigint not null
);
