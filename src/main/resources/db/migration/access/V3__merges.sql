alter table access.change_set
    drop constraint change_set_kind_check,
    add check (kind in ('import', 'call', 'edit', 'correction', 'merge', 'undo', 'sample'));
