-- The name by which a company is ordered and found is its own: its address is found as an address.
update customers.customer set
    sort_name = regexp_replace(sort_name, ' [^ ]*@[^ ]*$', ''),
    changed_in = pg_current_xact_id()::text::bigint
where company_name is not null and family_name is null and given_name is null and email is not null
    and sort_name ~ ' [^ ]*@[^ ]*$';
