package io.legame.customers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Companies that somebody may mean while typing a name, of the customers whom they see. */
@Component
public class CompanyProposals {
    private static final int SHORTEST = 2;

    private final DSLContext database;

    CompanyProposals(DSLContext database) {
        this.database = database;
    }

    /** @param customers that carry it, up to some thousands */
    public record Near(String name, long customers) {}

    /** Those that begin with what is typed, or are it but for a slip; with most customers first. None for one letter. */
    public List<Near> of(String typed, int limit) {
        String key = Objects.requireNonNullElse(CompanyWordings.key(typed, null), "");
        if (key.length() < SHORTEST) {
            return List.of();
        }
        String seen = database.renderInlined(VisibleCustomers.condition());
        var companies = new CompanyTable(database, "(select * from customers.customer c where " + seen + ") c", "c.id");
        var near = new ArrayList<>(companies.beginning(key));
        String sound = CompanyWordings.sound(key);
        if (sound != null) {
            var slips = CompanyWordings.slips(key);
            companies.sounding(Set.of(sound)).stream()
                    .filter(company -> !company.key().startsWith(key) && slips.apply(key, company.key()) > 0)
                    .forEach(near::add);
        }
        return near.stream()
                .sorted(Comparator.comparingLong(CompanyTable.Company::customers)
                        .reversed()
                        .thenComparing(CompanyTable.Company::key))
                .limit(limit)
                .map(company -> new Near(company.names().getFirst(), company.customers()))
                .toList();
    }
}
