-- What a line would be called as its file writes it, where some of its values were read otherwise: by this name it is
-- found again when the same file comes in and is read in another way. key is the md5 of kind, order and line.
create table timeline.line_alias (
    source_id int not null,
    key uuid not null,
    interaction_id bigint not null,
    change_set_id bigint,
    primary key (source_id, key)
);
create index line_alias_interaction on timeline.line_alias (interaction_id);
