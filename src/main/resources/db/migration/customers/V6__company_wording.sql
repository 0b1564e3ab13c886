alter table customers.customer
    -- what all writings of a company's name have in common, and what slips leave as it is: see CompanyWordings
    add company_key text collate "C",
    add company_sound text collate "C";
create index customer_company on customers.customer (company_key, kind, id) include (company_name)
    where company_key is not null;
create index customer_company_sound on customers.customer (company_sound) include (company_key, company_name)
    where company_sound is not null;
