-- null: from this day on the channel costs again what all channels do
alter table insight.unit_cost alter column amount drop not null;
