package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;

import io.legame.customers.db.tables.records.CustomerRecord;
import io.legame.platform.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What edits would do to customers as they are now. */
final class EditPlans {
    private static final int ALIKE = 3;

    private final DSLContext database;
    private final Customers customers;
    private final List<AlikeCustomers> alike;

    EditPlans(DSLContext database, Customers customers, List<AlikeCustomers> alike) {
        this.database = database;
        this.customers = customers;
        this.alike = alike;
    }

    /** @param check what there is to say of it */
    record Planned(EditPlan plan, EditedIdentities identities, EditCheck check) {}

    /** @param id null for a new customer */
    Planned of(@Nullable CustomerId id, CustomerDraft draft, Set<CustomerField> cleared, Settings current) {
        List<Identity> own = id == null ? List.of() : new IdentityTable(database).of(id);
        CustomerState state = id == null
                ? new CustomerState(new CustomerRecord())
                : new CustomerBase(database).visible(List.of(id.value())).get(id.value());
        if (state == null) {
            throw gone(Objects.requireNonNull(id));
        }
        Map<CustomerField, Object> known = EditableCustomer.values(state.row(), own);
        EditPlan plan = EditPlan.of(state, known, draft, cleared, customers.rules(current));
        var identities = EditedIdentities.of(plan, known, own, current.key(), customers);
        EditCheck check = plan.check(identities);
        return new Planned(plan, identities, plan.changesNothing() ? check : check.with(alike(plan, id)));
    }

    private Refusal gone(CustomerId id) {
        CustomerId survivor = customers.current(List.of(id)).get(id);
        return survivor == null
                ? Refusal.notFound()
                : new Refusal(HttpStatus.CONFLICT, "customers.edit.merged", survivor.value());
    }

    /** Who has the same in common at once, then who is alike. */
    private List<CustomerSummary> alike(EditPlan plan, @Nullable CustomerId id) {
        List<CustomerSummary> same = same(plan.state().row(), id);
        if (same.size() >= ALIKE) {
            return same;
        }
        CustomerSubject written = written(plan, id == null ? new CustomerId(0) : id);
        Set<CustomerId> known = same.stream().map(CustomerSummary::id).collect(Collectors.toSet());
        List<CustomerId> others = alike.stream()
                .flatMap(each -> each.of(written, ALIKE).stream())
                .filter(other -> !known.contains(other))
                .distinct()
                .limit(ALIKE - same.size())
                .toList();
        return Stream.concat(same.stream(), customers.summaries(others).stream())
                .toList();
    }

    private static CustomerSubject written(EditPlan plan, CustomerId id) {
        CustomerRecord row = plan.state().row();
        return new CustomerSubject(
                id,
                row.getGivenName(),
                row.getFamilyName(),
                row.getCompanyName(),
                row.getBirthDate(),
                row.getStreet(),
                row.getPostcode(),
                row.getTown(),
                row.getProvince(),
                row.getCountry(),
                several(SeveralValues.address(row.getEmail()), plan.text(CustomerField.OTHER_EMAIL)),
                several(row.getPhone(), plan.text(CustomerField.OTHER_PHONE)),
                plan.text(CustomerField.TAX_CODE));
    }

    private static List<String> several(@Nullable String first, @Nullable String others) {
        return Stream.concat(
                        Stream.ofNullable(first),
                        Stream.ofNullable(others).flatMap(all -> SeveralValues.split(all).stream()))
                .toList();
    }

    /** The same phone, or the same name with the same birth date or in the same town. */
    private List<CustomerSummary> same(CustomerRecord row, @Nullable CustomerId id) {
        Condition same = row.getPhone() == null ? DSL.falseCondition() : CUSTOMER.PHONE.eq(row.getPhone());
        if (row.getGivenName() != null || row.getFamilyName() != null || row.getCompanyName() != null) {
            Condition name = CUSTOMER.SORT_NAME.eq(row.getSortName());
            Condition birthDate = row.getBirthDate() == null
                    ? DSL.falseCondition()
                    : name.and(CUSTOMER.BIRTH_DATE.eq(row.getBirthDate()));
            Condition town = row.getTown() == null ? DSL.falseCondition() : name.and(CUSTOMER.TOWN.eq(row.getTown()));
            same = same.or(birthDate).or(town);
        }
        return new CustomerList(database).select(id == null ? same : same.and(CUSTOMER.ID.ne(id.value())), ALIKE);
    }
}
