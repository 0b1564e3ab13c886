alter table intake.import
    drop constraint import_state_check,
    add constraint import_state_check check (state in ('draft', 'rehearsing', 'queued', 'reading', 'applying',
        'cancelling', 'done', 'failed', 'cancelled', 'undoing', 'undone')),
    -- what would happen, found out by trying; null until somebody asks, and again when the plan changes
    add rehearsal jsonb;
drop index intake.import_unfinished;
create index import_unfinished on intake.import (id)
    where state in ('rehearsing', 'queued', 'reading', 'applying', 'cancelling', 'undoing');
