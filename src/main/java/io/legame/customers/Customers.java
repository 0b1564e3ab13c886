package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;

import io.legame.access.ChangeSet;
import io.legame.access.ChangeSetId;
import io.legame.access.ChangeSets;
import io.legame.customers.db.tables.records.CustomerRecord;
import io.legame.platform.Companies;
import io.legame.platform.Refusal;
import io.legame.platform.Viewer;
import io.legame.wording.PhoneNumber;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The customer base: the one door to who the customers are. */
@Component
public class Customers {
    /** Any number, the same for every writer: the key of the advisory lock. */
    private static final long MERGES = 0x4C65_67616D66L;

    private static final int AT_ONCE = 10_000;

    private final DSLContext database;
    private final Companies companies;
    private final CustomerSettings settings;
    private final ChangeSets changeSets;
    /** Asked for late: who chooses among customers knows them by this door. */
    private final ObjectProvider<CustomerFilters> filters;

    private final InstantSource clock;

    Customers(
            DSLContext database,
            Companies companies,
            CustomerSettings settings,
            ChangeSets changeSets,
            ObjectProvider<CustomerFilters> filters,
            InstantSource clock) {
        this.database = database;
        this.companies = companies;
        this.settings = settings;
        this.changeSets = changeSets;
        this.filters = filters;
        this.clock = clock;
    }

    /**
     * Creates or completes customers, by the unique key or any other identity, in one transaction (the caller's, if there
     * is one). Doing it again changes nothing. Meant for up to some ten thousand drafts a call.
     *
     * @param by the changes that this is part of
     * @param source the system the drafts come from; the customer numbers in them are its own
     * @return what became of each draft, in their order
     */
    @Transactional
    public List<Upsert> upsert(ChangeSetId by, String source, List<CustomerDraft> drafts) {
        // the unique key may be changing over at this moment: what we read before it is done would be the old one
        new CustomerBase(database).lock();
        Settings current = settings.read();
        Uniformity rules = rules(current);
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        List<Upsert> upserts = new CustomerUpserts(
                        new CustomerBase(database), current, home(), rules.custom(), source, by, now)
                .run(drafts.stream().map(rules::apply).toList());
        CustomerUnits.own(
                database,
                upserts.stream()
                        .filter(Upsert.Created.class::isInstance)
                        .map(upsert -> ((Upsert.Created) upsert).customer())
                        .toList());
        return upserts;
    }

    /** The same as a change set of its own, of whoever sent the request that is being answered. */
    @Transactional
    public List<Upsert> upsert(String source, List<CustomerDraft> drafts) {
        return upsert(changeSets.open(ChangeSet.Kind.CALL, source, null), source, drafts);
    }

    /**
     * Begins to try out what drafts would do.
     *
     * @param connection in a transaction that lasts as long as the rehearsal and ends with a rollback
     */
    public Rehearsal rehearse(DSLContext connection) {
        Settings current = settings.read();
        return new Rehearsal(
                connection, current, home(), rules(current), clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** The draft as it would be stored: every value uniform. */
    public UniformDraft uniform(CustomerDraft draft) {
        return rules(settings.recent()).apply(draft);
    }

    /** Reads the values of custom fields as they are now. */
    CustomReader reader() {
        return rules(settings.read()).custom();
    }

    /** Where customers are that do not say it, ISO 3166-1 alpha-2. */
    public String country() {
        return home();
    }

    String home() {
        return companies.get().country();
    }

    Uniformity rules(Settings current) {
        var company = companies.get();
        return new Uniformity(
                company.country(),
                LocalDate.ofInstant(clock.instant(), company.timeZone()),
                current.off(),
                new CustomReader(current.fields(), company.country(), company.currency()));
    }

    /**
     * Those of the customers that became part of others, with who they are now. In a transaction that begins with
     * {@link #hold} that stays true until its end.
     */
    public Map<CustomerId, CustomerId> current(Collection<CustomerId> ids) {
        return new MergeTable(database).survivors(ids);
    }

    /** Who the customer is now: itself, unless it became part of another one. */
    public CustomerId current(CustomerId id) {
        return current(List.of(id)).getOrDefault(id, id);
    }

    /**
     * Who is found stays who they are until the end of the transaction: nobody becomes part of another one meanwhile. To
     * be called before customers are looked up for whom something is recorded.
     */
    public void hold() {
        database.execute("select pg_advisory_xact_lock_shared(?)", MERGES);
    }

    /** Waits until nobody {@link #hold}s customers any more, and lets nobody do so until the end of the transaction. */
    void holdBack() {
        database.execute("select pg_advisory_xact_lock(?)", MERGES);
    }

    /** The customers that own the identities, those unknown left out. */
    public Map<Identity, CustomerId> find(Collection<Identity> identities) {
        return new IdentityTable(database).find(identities);
    }

    /**
     * The companies that are known by the names and by nothing better, whatever their writing; one of another legal form
     * is another one.
     */
    public Map<String, CompanyMatch> companies(Collection<String> names) {
        String home = home();
        var wanted = new HashMap<String, NamedCompany>();
        for (String name : names) {
            NamedCompany.of(
                            uniform(CustomerDraft.of(CustomerField.COMPANY_NAME, name))
                                    .draft(),
                            home)
                    .ifPresent(company -> wanted.put(name, company));
        }
        var base = new CustomerBase(database);
        Map<Identity, CustomerState> owners = base.owners(wanted.values().stream()
                .flatMap(company -> Stream.of(company.name(), company.second()))
                .distinct()
                .toList());
        var matches = new HashMap<String, CompanyMatch>();
        wanted.forEach((name, company) -> matches.put(name, company.among(owners, home)));
        return matches;
    }

    /**
     * The customer, also by the number of one that became part of it. Nobody is there whom the reader does not see, see
     * {@link io.legame.access.Scope}.
     */
    public Optional<Customer> find(CustomerId id) {
        return read(id).or(() -> read(current(id)));
    }

    private Optional<Customer> read(CustomerId id) {
        return database.selectFrom(CUSTOMER)
                .where(CUSTOMER.ID.eq(id.value()), VisibleCustomers.condition(CUSTOMER.ID, CUSTOMER.LEFT_AS))
                .fetchOptional()
                .map(row -> customer(
                        SeenFields.current(database),
                        row,
                        new IdentityTable(database).of(id),
                        row.getCustom() == null ? null : reader()));
    }

    /** Several at once, in no order; those left out who are unknown or whom the reader does not see. */
    Map<CustomerId, Customer> all(Collection<CustomerId> ids) {
        List<Long> values = ids.stream().map(CustomerId::value).toList();
        SeenFields seen = SeenFields.current(database);
        CustomReader reader = reader();
        Map<Long, List<Identity>> identities = new IdentityTable(database).of(values);
        return database.selectFrom(CUSTOMER)
                .where(CUSTOMER.ID.eq(DSL.any(values.toArray(Long[]::new))))
                .and(VisibleCustomers.condition(CUSTOMER.ID, CUSTOMER.LEFT_AS))
                .fetchMap(
                        row -> new CustomerId(row.getId()),
                        row -> customer(seen, row, identities.getOrDefault(row.getId(), List.of()), reader));
    }

    /** That the reader sees the customer, for queries of what lies with customers. */
    public Condition seen(Field<Long> customer) {
        return VisibleCustomers.condition(customer);
    }

    /** The customer's phone as people here write it; empty when there is none. */
    public String phoneShown(Customer customer) {
        return customer.phone() == null ? "" : shown(customer.phone(), home());
    }

    /** The customer's further phones, written the same way. */
    public List<String> otherPhonesShown(Customer customer) {
        String country = companies.get().country();
        return customer.otherPhones().stream()
                .map(number -> shown(number, country))
                .toList();
    }

    private static String shown(String number, String country) {
        return FieldMask.masked(number) ? number : PhoneNumber.display(number, country);
    }

    /** By id, in the order of their names, those left out who are unknown or whom the reader does not see. */
    public List<CustomerSummary> summaries(Collection<CustomerId> ids) {
        Long[] values = ids.stream().map(CustomerId::value).toArray(Long[]::new);
        return new CustomerList(database).select(CUSTOMER.ID.eq(DSL.any(values)), values.length);
    }

    /**
     * A stretch of a list of customers, however deep, as quickly as the first one.
     *
     * @param after where the stretch before ended; null for the first one
     */
    public CustomerPage list(CustomerQuery query, @Nullable CustomerPosition after, int limit) {
        refuseLimited(query);
        return new CustomerList(database).page(positions(query), after, limit);
    }

    private CustomerPositions positions(CustomerQuery query) {
        return new CustomerPositions(database, filters::getObject, query, home());
    }

    /** Nobody learns from an order, or from a choice, what they do not see. */
    private void refuseLimited(CustomerQuery query) {
        SeenFields seen = SeenFields.current(database);
        if (query.order() != null && seen.level(query.order()) != FieldLevel.FULL) {
            throw new Refusal(HttpStatus.FORBIDDEN, "customers.error.sortLimited");
        }
        CustomerFilter filter = query.filter();
        if (filter != null) {
            filter.fields().stream()
                    .filter(field -> !seen.full(field))
                    .findFirst()
                    .ifPresent(field -> {
                        throw new Refusal(HttpStatus.FORBIDDEN, "customers.error.filterLimited", field.code());
                    });
            filter.custom().stream()
                    .filter(field -> seen.level(field) != FieldLevel.FULL)
                    .findFirst()
                    .ifPresent(field -> {
                        throw new Refusal(HttpStatus.FORBIDDEN, "customers.error.filterLimited", field.name());
                    });
        }
    }

    /** @throws Refusal when that is no filter, or asks about fields that the reader does not see */
    public CustomerFilter filter(String json) {
        return seen(filters.getObject().read(json));
    }

    /** The same of one that was kept, see {@link CustomerFilters#readKept}. */
    public CustomerFilter keptFilter(String json) {
        return seen(filters.getObject().readKept(json));
    }

    private CustomerFilter seen(CustomerFilter filter) {
        refuseLimited(CustomerQuery.of(filter));
        return filter;
    }

    /** Where the part of a page is in which filters are made, see {@link CustomerFilters#form}; null for who may not. */
    public @Nullable String filterForm(@Nullable CustomerFilter filter, String to, Viewer viewer) {
        CustomerFilters language = filters.getObject();
        return viewer.may(language.permission()) ? language.form(filter, to) : null;
    }

    /** How many are in the list: exactly, or one more than {@code most} where finding out takes long. */
    @Transactional(readOnly = true)
    public long count(CustomerQuery query, int most) {
        refuseLimited(query);
        return positions(query).count(most);
    }

    /** Those of them whom the reader sees. */
    CustomerSet visible(CustomerSet ids) {
        return CustomerSet.collect(add -> {
            List<Long> some = ids.after(0, AT_ONCE);
            while (!some.isEmpty()) {
                database.select(CUSTOMER.ID)
                        .from(CUSTOMER)
                        .where(
                                CUSTOMER.ID.eq(DSL.any(some.toArray(Long[]::new))),
                                VisibleCustomers.condition(CUSTOMER.ID, CUSTOMER.LEFT_AS))
                        .forEach(row -> add.accept(row.value1()));
                some = ids.after(some.getLast(), AT_ONCE);
            }
        });
    }

    /** Everybody in the list. */
    @Transactional(readOnly = true)
    public CustomerSet all(CustomerQuery query) {
        refuseLimited(query);
        return positions(query).all();
    }

    /** How many customers there are, and how many of them lack the unique key. */
    public Count count() {
        return new CustomerCount(database).count();
    }

    /**
     * Exact up to {@link #EXACT}; above, {@code all} is what PostgreSQL keeps count of, and {@code withoutKey} one more than
     * that.
     */
    public record Count(long all, long withoutKey) {
        public static final int EXACT = 20_000;
    }

    /** Every customer that first came from the source. */
    public List<CustomerId> ofSource(String source) {
        return database.select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.SOURCE.eq(source))
                .fetch(row -> new CustomerId(row.value1()));
    }

    /**
     * Removes the customers that first came from the source, but for some of them and for those that another source has a
     * number or a card for. The facts about them must be gone before.
     *
     * @return how many stayed
     */
    @Transactional
    public int eraseSource(String source, Collection<CustomerId> kept) {
        Long[] gone = database.resultQuery(
                        """
                        select c.id from customers.customer c
                        where c.source = ? and not c.id = any (?)
                          and not exists (select from customers.identity i
                                          where i.customer_id = c.id and i.kind <> 'field'
                                            and i.source not in ('', c.source))
                          and not exists (select from customers.merged_customer m
                                          where m.survivor_id = c.id and m.record ->> 'source' <> c.source)
                        """, source, kept.stream().map(CustomerId::value).toArray(Long[]::new))
                .fetch(0, Long.class)
                .toArray(Long[]::new);
        new CustomerBase(database).remove(gone);
        return database.fetchCount(CUSTOMER, CUSTOMER.SOURCE.eq(source));
    }

    private static Map<String, ValueFlag> openFlags(CustomerRecord row) {
        var flags = new TreeMap<>(ChangeJson.flags(row.getFlags()));
        flags.values().removeIf(flag -> !flag.needsLook());
        return flags;
    }

    private Customer customer(
            SeenFields seen, CustomerRecord whole, List<Identity> identities, @Nullable CustomReader reader) {
        CustomerRecord row = seen.of(whole);
        return new Customer(
                new CustomerId(row.getId()),
                row.getKind(),
                row.getTitle(),
                row.getGivenName(),
                row.getFamilyName(),
                row.getCompanyName(),
                row.getJobTitle(),
                row.getGender(),
                row.getBirthDate(),
                row.getEmail(),
                row.getPhone(),
                row.getOtherPhones() == null ? List.of() : List.of(row.getOtherPhones()),
                row.getWebsite(),
                row.getVatNumber(),
                row.getIban(),
                row.getStreet(),
                row.getPostcode(),
                row.getTown(),
                row.getProvince(),
                row.getRegion(),
                row.getCountry(),
                row.getLanguage(),
                row.getMaritalStatus(),
                row.getEducation(),
                row.getOccupation(),
                row.getAnnualIncome(),
                row.getChildren(),
                row.getHomeOwner(),
                row.getNote(),
                reader == null ? Map.of() : reader.typed(ChangeJson.custom(row.getCustom()), seen),
                row.getKeyed(),
                row.getSource(),
                row.getCreatedAt().toInstant(),
                row.getUpdatedAt().toInstant(),
                Leaving.of(
                        row.getLeftAs(),
                        row.getLeftAt() == null ? null : row.getLeftAt().toInstant(),
                        row.getLeftBy()),
                seen.of(identities),
                seen.named(ChangeJson.written(row.getWritten())),
                seen.named(openFlags(row)));
    }
}
