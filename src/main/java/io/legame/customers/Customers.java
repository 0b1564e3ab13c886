package io.legame.customers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The customer base: the one door to who the customers are. */
@Component
public class Customers {
    @SuppressWarnings("UnusedVariable")
    private final DSLContext database;

    Customers(DSLContext database) {
        this.database = database;
    }

    /**
     * Creates or completes customers, by the unique key or any other identity, in one transaction (the caller's, if there
     * is one). Doing it again changes nothing. Meant for up to some ten thousand drafts a call.
     *
     * @param source the system the drafts come from; the customer numbers in them are its own
     * @return what became of each draft, in their order
     */
    public List<Upsert> upsert(String source, List<CustomerDraft> drafts) {
        throw new UnsupportedOperationException();
    }

    /** The draft as it would be stored: every value uniform. */
    public CustomerDraft uniform(CustomerDraft draft) {
        throw new UnsupportedOperationException();
    }

    /** The customers that own the identities, those unknown left out. */
    public Map<Identity, CustomerId> find(Collection<Identity> identities) {
        throw new UnsupportedOperationException();
    }

    public Optional<Customer> find(CustomerId id) {
        throw new UnsupportedOperationException();
    }

    /** By id, in no particular order, those unknown left out. */
    public List<CustomerSummary> summaries(Collection<CustomerId> ids) {
        throw new UnsupportedOperationException();
    }

    /**
     * Customers in the order of their names.
     *
     * @param search the beginning of names, an e-mail address, a phone or a customer number; null for all
     * @param after the last of the page before; null for the first page
     */
    public List<CustomerSummary> list(@Nullable String search, @Nullable CustomerSummary after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** How many customers there are, and how many of them lack the unique key. */
    public Count count() {
        throw new UnsupportedOperationException();
    }

    public record Count(long all, long withoutKey) {}

    /** Removes every customer that first came from the source; the facts about them must be gone before. */
    public void eraseSource(String source) {
        throw new UnsupportedOperationException();
    }
}
