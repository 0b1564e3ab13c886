package io.legame.duplicates;

import io.legame.customers.CustomerSubject;
import io.legame.matching.Subject;

/** Customers as the records that are matched. */
final class Subjects {
    private Subjects() {}

    static Subject of(CustomerSubject customer) {
        return new Subject(
                customer.id().value(),
                customer.givenName(),
                null,
                customer.familyName(),
                customer.companyName(),
                customer.birthDate(),
                customer.street(),
                customer.postcode(),
                customer.town(),
                customer.province(),
                customer.country(),
                customer.emails(),
                customer.phones(),
                customer.taxCode());
    }
}
