alter table catalogue.product
    -- the changes that made the row, see access.change_set; null for what is older than change sets
    add change_set_id bigint;
create index product_change_set on catalogue.product (change_set_id) where change_set_id is not null;
alter table catalogue.product_code add change_set_id bigint;

-- what a change set changed of products that were there before: the values of before; it only grows
create table catalogue.change (
    number bigint generated always as identity primary key,
    change_set_id bigint not null,
    product_id bigint not null references catalogue.product on delete cascade,
    -- by column, as text; null for none
    before jsonb not null
);
create index change_change_set on catalogue.change (change_set_id, product_id);
create index change_product on catalogue.change (product_id, number);
