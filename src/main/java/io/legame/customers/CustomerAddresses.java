package io.legame.customers;

import static io.legame.customers.db.Tables.ADDRESS;

import io.legame.access.AuditTrail;
import io.legame.access.ChangeSet;
import io.legame.access.ChangeSetId;
import io.legame.access.ChangeSets;
import io.legame.customers.db.tables.records.AddressRecord;
import io.legame.platform.Refusal;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Addresses of customers besides the main one: where parcels go, who gets the bill, the house by the sea. */
@Component
public class CustomerAddresses {
    /** The parts of an address. */
    public static final List<CustomerField> PARTS = List.of(
            CustomerField.STREET,
            CustomerField.POSTCODE,
            CustomerField.TOWN,
            CustomerField.PROVINCE,
            CustomerField.REGION,
            CustomerField.COUNTRY);

    private static final int MOST = 50;
    private static final int LONGEST = 300;

    private final DSLContext database;
    private final Customers customers;
    private final ChangeSets changeSets;
    private final AuditTrail audit;
    private final InstantSource clock;

    CustomerAddresses(
            DSLContext database, Customers customers, ChangeSets changeSets, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.customers = customers;
        this.changeSets = changeSets;
        this.audit = audit;
        this.clock = clock;
    }

    /** A customer's, in the order in which they came; none for who does not see where customers live. */
    public List<CustomerAddress> of(CustomerId customer) {
        if (!seen(SeenFields.current(database))) {
            return List.of();
        }
        return database.selectFrom(ADDRESS)
                .where(ADDRESS.CUSTOMER_ID.eq(customer.value()), ADDRESS.REMOVED_AT.isNull())
                .orderBy(ADDRESS.ID)
                .fetch(CustomerAddresses::address);
    }

    /** Whether somebody sees where customers are. */
    static boolean seen(SeenFields seen) {
        return PARTS.stream().allMatch(seen::full);
    }

    static CustomerAddress address(AddressRecord row) {
        return new CustomerAddress(
                new AddressId(row.getId()),
                new CustomerId(row.getCustomerId()),
                CustomerAddress.Kind.of(row.getKind()).orElse(CustomerAddress.Kind.OTHER),
                row.getStreet(),
                row.getPostcode(),
                row.getTown(),
                row.getProvince(),
                row.getRegion(),
                row.getCountry());
    }

    public CustomerAddress get(AddressId id) {
        return database.selectFrom(ADDRESS)
                .where(ADDRESS.ID.eq(id.value()), ADDRESS.REMOVED_AT.isNull())
                .fetchOptional(CustomerAddresses::address)
                .filter(address -> seen(SeenFields.current(database))
                        && !customers.summaries(List.of(address.customer())).isEmpty())
                .orElseThrow(Refusal::notFound);
    }

    /** @throws Refusal when there is nothing in it, or when the customer has too many */
    @Transactional
    public CustomerAddress add(CustomerId customer, CustomerAddress.Kind kind, Map<CustomerField, String> written) {
        customers.hold();
        CustomerId current = customers.current(customer);
        if (customers.summaries(List.of(current)).isEmpty()) {
            throw Refusal.notFound();
        }
        if (of(current).size() >= MOST) {
            throw Refusal.of("customers.address.error.many", MOST);
        }
        AddressRecord row = database.newRecord(ADDRESS);
        write(row, kind, written);
        row.setCustomerId(current.value());
        AddressId id = new AddressId(database.insertInto(ADDRESS)
                .set(row)
                .returningResult(ADDRESS.ID)
                .fetchSingle(ADDRESS.ID));
        CustomerAddress added = get(id);
        note(new ChangeSetId(row.getChangeSetId()), id, null, added);
        audit("customers.address-added", current, id);
        return added;
    }

    /** By the rules of uniformity, as every address. */
    private void write(AddressRecord row, CustomerAddress.Kind kind, Map<CustomerField, String> written) {
        var parts = new EnumMap<CustomerField, String>(CustomerField.class);
        PARTS.forEach(part -> {
            String text = written.getOrDefault(part, "").strip();
            if (text.length() > LONGEST) {
                throw Refusal.of("customers.address.error.long", LONGEST);
            }
            if (!text.isEmpty()) {
                parts.put(part, text);
            }
        });
        CustomerDraft uniform = customers.uniform(CustomerDraft.of(parts)).draft();
        row.setKind(kind.code());
        row.setStreet(uniform.text(CustomerField.STREET));
        row.setPostcode(uniform.text(CustomerField.POSTCODE));
        row.setTown(uniform.text(CustomerField.TOWN));
        row.setProvince(uniform.text(CustomerField.PROVINCE));
        row.setRegion(uniform.text(CustomerField.REGION));
        row.setCountry(uniform.text(CustomerField.COUNTRY));
        if (row.getStreet() == null && row.getTown() == null && row.getPostcode() == null) {
            throw Refusal.of("customers.address.error.empty");
        }
        row.setChangeSetId(changeSets.open(ChangeSet.Kind.EDIT, "address", null).value());
        row.setChangedAt(now());
    }

    @Transactional
    public CustomerAddress edit(AddressId id, CustomerAddress.Kind kind, Map<CustomerField, String> written) {
        CustomerAddress before = get(id);
        AddressRecord row = database.newRecord(ADDRESS);
        write(row, kind, written);
        database.update(ADDRESS).set(row).where(ADDRESS.ID.eq(id.value())).execute();
        CustomerAddress after = get(id);
        note(new ChangeSetId(row.getChangeSetId()), id, before, after);
        audit("customers.address-edited", before.customer(), id);
        return after;
    }

    /** Takes it away; it can be brought back. */
    @Transactional
    public CustomerAddress remove(AddressId id) {
        CustomerAddress address = get(id);
        removed(id, now());
        note(changeSets.open(ChangeSet.Kind.EDIT, "address", null), id, address, null);
        audit("customers.address-removed", address.customer(), id);
        return address;
    }

    private void removed(AddressId id, @Nullable OffsetDateTime at) {
        database.update(ADDRESS)
                .set(ADDRESS.REMOVED_AT, at)
                .where(ADDRESS.ID.eq(id.value()))
                .execute();
    }

    @Transactional
    public CustomerAddress restore(AddressId id) {
        boolean removed = database.fetchExists(ADDRESS, ADDRESS.ID.eq(id.value()), ADDRESS.REMOVED_AT.isNotNull());
        removed(id, null);
        CustomerAddress address = get(id);
        if (removed) {
            note(changeSets.open(ChangeSet.Kind.EDIT, "address", null), id, null, address);
        }
        audit("customers.address-restored", address.customer(), id);
        return address;
    }

    /**
     * Puts the address back to what it was.
     *
     * @param customer whose it must be
     * @param was null when there was none
     */
    @Transactional
    void put(AddressId id, CustomerId customer, @Nullable CustomerAddress was) {
        AddressRecord row = database.selectFrom(ADDRESS)
                .where(ADDRESS.ID.eq(id.value()), ADDRESS.CUSTOMER_ID.eq(customer.value()))
                .fetchOptional()
                .filter(found -> seen(SeenFields.current(database)))
                .orElseThrow(Refusal::notFound);
        boolean removed = row.getRemovedAt() != null;
        if (was == null) {
            if (!removed) {
                remove(id);
            }
            return;
        }
        if (removed) {
            restore(id);
        }
        if (!was.sameAs(address(row))) {
            edit(id, was.kind(), was.parts());
        }
    }

    private void note(ChangeSetId by, AddressId id, @Nullable CustomerAddress before, @Nullable CustomerAddress after) {
        new BesideTable(database, by, now()).note(id, before, after);
    }

    private void audit(String action, CustomerId customer, AddressId address) {
        audit.record(action, "customer", Long.toString(customer.value()), Map.of("address", address.value()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
