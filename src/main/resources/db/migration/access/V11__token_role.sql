-- The role whose fields of customers the token's program sees; null: all fields.
alter table access.api_token add column sees_as text;
