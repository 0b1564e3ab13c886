package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;
import static io.legame.customers.db.Tables.IDENTITY;

import io.legame.wording.Folding;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom somebody who is being written down is worth comparing with: a few out of all, found by indexes. */
@Component
public class LikelyCustomers {
    private static final int FEW = 40;
    /** Shorter beginnings are those of thousands. */
    private static final int LEAST = 4;

    private final DSLContext database;

    LikelyCustomers(DSLContext database) {
        this.database = database;
    }

    /** Without the one that it is. */
    public Set<CustomerId> of(CustomerSubject written) {
        var found = new LinkedHashSet<CustomerId>();
        if (!written.phones().isEmpty()) {
            add(found, CUSTOMER.PHONE.in(written.phones()));
        }
        for (String email : written.emails()) {
            String mailbox = email.substring(0, email.indexOf('@') + 1);
            if (mailbox.length() > LEAST) {
                add(
                        found,
                        CUSTOMER.ID.in(DSL.select(IDENTITY.CUSTOMER_ID)
                                .from(IDENTITY)
                                .where(IDENTITY.VALUE.like(prefix(mailbox)))
                                .limit(FEW)));
            }
        }
        names(written).map(LikelyCustomers::beginning).forEach(condition -> add(found, condition));
        if (written.birthDate() != null && written.familyName() != null) {
            String family = Folding.fold(written.familyName());
            add(
                    found,
                    beginning(family.substring(0, Math.min(LEAST, family.length())))
                            .and(CUSTOMER.BIRTH_DATE.eq(written.birthDate())));
        }
        found.remove(written.id());
        return found;
    }

    /** The name as lists have it, with a slip at its end, and with its parts exchanged. */
    private static Stream<String> names(CustomerSubject written) {
        String given = fold(written.givenName());
        String family = fold(written.familyName());
        String company = fold(written.companyName());
        if (given.isEmpty() || family.isEmpty()) {
            String name = (family + given + company).strip();
            return name.length() < LEAST ? Stream.of() : Stream.of(name);
        }
        return Stream.of(
                family + " " + given,
                family + " " + given.substring(0, Math.min(2, given.length())),
                given + " " + family,
                family.substring(0, Math.max(Math.min(LEAST, family.length()), family.length() - 2)) + "%" + given);
    }

    private static String fold(@Nullable String text) {
        return text == null ? "" : Folding.fold(text);
    }

    /** A percent sign within stands for anything. */
    private static Condition beginning(String name) {
        return CUSTOMER.SORT_NAME.like(prefix(name));
    }

    private static String prefix(String text) {
        return text.replace("\\", "\\\\").replace("_", "\\_") + "%";
    }

    private void add(Set<CustomerId> found, Condition condition) {
        database.select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(condition, CUSTOMER.LEFT_AS.isNull())
                .limit(FEW)
                .forEach(row -> found.add(new CustomerId(row.value1())));
    }
}
