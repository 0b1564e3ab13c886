-- Finding and ordering customers: see docs/decisions/0018-finding-customers.md.

-- A name as its words are told apart: a dot is nothing, every other sign a blank. What is typed is read by the same.
create function customers.plain_name(name text) returns text language sql immutable strict parallel safe
return left(translate(name, $$-'`´’"/&,;:|()[]{}<>@_+*#!?=%\^~$.$$, repeat(' ', 33)), 400);

-- The words of a name, the first one with ^ before it, and the further phones.
create function customers.found_by(name text, phones text[]) returns tsvector language sql immutable parallel safe
return array_to_tsvector(array_remove(
    string_to_array('^' || ltrim(customers.plain_name(name)), ' ') || phones, ''));
create index customer_found_by on customers.customer using gin (customers.found_by(sort_name, other_phones));

-- found by its words
alter table customers.customer drop column given_sort_name;

-- one index for each order of the list
drop index customers.customer_phone;
create index customer_phone on customers.customer ((phone collate "C"), id);
create index customer_email on customers.customer ((email collate "C"), id);
-- a longer value than the index can hold is no town
create index customer_town on customers.customer ((left(town, 100) collate "C"), id);
create index customer_created_at on customers.customer (created_at, id);
create index customer_updated_at on customers.customer (updated_at, id);
create index customer_source on customers.customer ((source collate "C"), id);
drop index customers.customer_not_keyed;
create index customer_keyed on customers.customer (keyed, id);

-- whatever the case of what is typed
drop index customers.identity_value;
create index identity_value on customers.identity (lower(value), customer_id);

-- The words that names have or had, for whoever mistypes them. It only grows.
create table customers.known_word (
    word text collate "C" primary key
);

-- What one slip among the first four letters leaves as it is: those letters, and three of them.
create function customers.slip_keys(word text) returns text[] language sql immutable strict parallel safe
return array[left(word, 4), substr(word, 2, 3), left(word, 1) || substr(word, 3, 2), left(word, 2) || substr(word, 4, 1),
    left(word, 3)];

insert into customers.known_word
select distinct word
from customers.customer, unnest(string_to_array(customers.plain_name(sort_name), ' ')) word
where length(word) between 3 and 40;

create index known_word_slip on customers.known_word using gin (customers.slip_keys(word)) with (fastupdate = off);
