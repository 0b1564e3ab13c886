package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;

import io.legame.platform.Companies;
import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Companies that somebody may mean while typing a name. */
@Component
public class CompanyProposals {
    private static final int LOOKED_AT = 200;
    private static final double LEAST = 0.8;

    private final DSLContext database;
    private final Companies companies;

    CompanyProposals(DSLContext database, Companies companies) {
        this.database = database;
        this.companies = companies;
    }

    /**
     * @param customers how many have it written so
     * @param similarity from 0 to 1 for the same wording
     */
    public record Near(String name, long customers, double similarity) {}

    /** The most similar first; none for less than two letters. */
    public List<Near> of(String typed, int limit) {
        String begin = Folding.fold(typed);
        if (begin.length() < 2) {
            return List.of();
        }
        String country = companies.get().country();
        String first = begin.substring(0, Math.min(begin.length(), Math.max(3, begin.indexOf(' '))));
        return database
                .select(CUSTOMER.COMPANY_NAME, DSL.count())
                .from(CUSTOMER)
                .where(
                        CUSTOMER.KIND.eq("company"),
                        CUSTOMER.SORT_NAME.ge(first),
                        CUSTOMER.SORT_NAME.lt(first + "\uffff"),
                        CUSTOMER.COMPANY_NAME.isNotNull())
                .groupBy(CUSTOMER.COMPANY_NAME)
                .orderBy(DSL.count().desc(), CUSTOMER.COMPANY_NAME)
                .limit(LOOKED_AT)
                .fetch(row -> new Near(row.value1(), row.value2(), similarity(typed, row.value1(), country)))
                .stream()
                .filter(near ->
                        near.similarity() >= LEAST || Folding.fold(near.name()).startsWith(begin))
                .sorted(Comparator.comparingDouble(Near::similarity)
                        .thenComparingLong(Near::customers)
                        .reversed())
                .limit(limit)
                .toList();
    }

    private static double similarity(String typed, String name, String country) {
        return CompanyName.similarity(typed, name, country);
    }
}
