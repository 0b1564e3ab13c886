-- what was taken back is asked for whenever something else is
create index change_set_undoes on access.change_set (reference) where kind = 'undo';
