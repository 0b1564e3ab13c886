create schema sample;

-- the one sample shop, and how far its job has come
create table sample.shop (
    only_row boolean primary key default true check (only_row),
    phase text not null check (phase in ('making', 'made', 'removing', 'removed')),
    -- counts what was asked for: each order is a job of its own
    run int not null default 1,
    -- the first day after the shop's two years: the day it was made
    until date not null,
    -- making: people written with their whole story; removing: steps done
    position int not null default 0,
    customers int not null default 0,
    products int not null default 0,
    purchases int not null default 0,
    interactions int not null default 0,
    -- customers that outlived the removal, because another source knows something about them
    kept int not null default 0,
    -- the reference of the last error, until the job gets further
    failure text
);
