-- what was noted for a merge goes with it
alter table notebook.moved_item
    add foreign key (merge_id) references customers.merge on delete cascade;
alter table notebook.merge_mark
    add foreign key (merge_id) references customers.merge on delete cascade;
