alter table customers.customer
    add vat_number text,
    add iban text,
    add job_title text,
    add website text,
    add note text,
    -- in E.164, in the order of their use; the first is the column phone
    add other_phones text[];
