-- The same done to many customers at once is a change set of a kind of its own.
alter table access.change_set
    drop constraint change_set_kind_check,
    add check (kind in ('import', 'call', 'edit', 'correction', 'merge', 'bulk', 'undo', 'sample'));
