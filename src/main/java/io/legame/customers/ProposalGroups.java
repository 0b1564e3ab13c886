package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;

import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Finds the customers with a proposal, and groups of the same. */
final class ProposalGroups {
    /** The fields whose flags may hold a proposal. */
    static final List<CustomerField> FIELDS =
            List.of(CustomerField.EMAIL, CustomerField.PROVINCE, CustomerField.COMPANY_NAME);

    private final DSLContext database;

    ProposalGroups(DSLContext database) {
        this.database = database;
    }

    /** Customers with the same proposal for the same value, or for addresses of the same domain. */
    record Group(String from, String to, long customers) {}

    /** @param customers in all of the field's groups, of which there are as many as told */
    record OfField(CustomerField field, long customers, int groups, List<Group> largest) {}

    OfField of(CustomerField field, int limit) {
        List<Group> groups = database.select(group(field, value(field)), group(field, proposal(field)), DSL.count())
                .from(CUSTOMER)
                .where(isProposed(field))
                .groupBy(DSL.one(), DSL.two())
                .orderBy(DSL.count().desc(), DSL.one(), DSL.two())
                .fetch(row -> new Group(row.value1(), row.value2(), row.value3()));
        return new OfField(
                field,
                groups.stream().mapToLong(Group::customers).sum(),
                groups.size(),
                groups.subList(0, Math.min(limit, groups.size())));
    }

    long count(CorrectionTarget.Proposals target) {
        return database.fetchCount(CUSTOMER, isOf(target));
    }

    /** In the order of their ids. */
    List<Long> ids(CorrectionTarget.Proposals target, long after, long until, int limit) {
        return database.select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(isOf(target), CUSTOMER.ID.gt(after), CUSTOMER.ID.le(until))
                .orderBy(CUSTOMER.ID)
                .limit(limit)
                .fetch(CUSTOMER.ID);
    }

    private static Condition isOf(CorrectionTarget.Proposals target) {
        CustomerField field = target.field();
        Condition condition = isProposed(field);
        if (target.from() != null) {
            condition = condition.and(group(field, value(field)).eq(target.from()));
        }
        if (target.to() != null) {
            condition = condition.and(group(field, proposal(field)).eq(target.to()));
        }
        return condition;
    }

    private static Condition isProposed(CustomerField field) {
        return value(field)
                .isNotNull()
                .and(proposal(field).isNotNull())
                .and(flag(field, "kind").ne(ValueFlag.Kind.ACCEPTED.name()));
    }

    private static Field<String> value(CustomerField field) {
        return Objects.requireNonNull(CustomerRow.column(field));
    }

    private static Field<String> proposal(CustomerField field) {
        return flag(field, "proposal");
    }

    private static Field<String> flag(CustomerField field, String part) {
        return DSL.field("{0} #>> {1}", String.class, CUSTOMER.FLAGS, QualityLists.path(field, part));
    }

    private static Field<String> group(CustomerField field, Field<String> value) {
        return field == CustomerField.EMAIL ? DSL.splitPart(value, DSL.inline("@"), DSL.inline(-1)) : value;
    }
}
