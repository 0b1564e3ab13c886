-- What a line's amounts are in, cost included; null for the company's currency. What they are worth in it is computed
-- where it is asked for, see ExchangeRates: a rate that was wrong is corrected without touching a fact.
alter table timeline.purchase_line add currency char(3) check (currency ~ '^[A-Z]{3}$');
-- the lines that a rate concerns; of companies with one currency it is empty
create index purchase_line_currency on timeline.purchase_line (currency, occurred_at) where currency is not null;

-- How much of the company's currency one unit of another is worth, from a day of the company's time zone until the next
-- one of the same currency.
create table timeline.exchange_rate (
    currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
    valid_from date not null,
    rate numeric(18, 8) not null check (rate > 0),
    changed_by text not null,
    changed_at timestamptz not null,
    changed_in bigint not null default pg_current_xact_id()::text::bigint,
    primary key (currency, valid_from)
);
