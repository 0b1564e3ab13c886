package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOM_FIELD;
import static io.legame.customers.db.Tables.FIELD_ACCESS;

import io.legame.access.AuditTrail;
import io.legame.access.FieldLimits;
import io.legame.access.Role;
import io.legame.platform.Refusal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which fields of customers the roles see, wholly, in part, or not at all. */
@Component
public class FieldAccess implements FieldLimits {
    /** Those that somebody may not see; without a name nobody could be told from another. */
    public static final Set<CustomerField> FIELDS = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(
            CustomerField.OTHER_EMAIL,
            CustomerField.OTHER_PHONE,
            CustomerField.TITLE,
            CustomerField.GIVEN_NAME,
            CustomerField.MIDDLE_NAME,
            CustomerField.FAMILY_NAME,
            CustomerField.FULL_NAME,
            CustomerField.COMPANY_NAME)));

    private static final Set<CustomerField> MASKABLE = EnumSet.of(
            CustomerField.NUMBER,
            CustomerField.EMAIL,
            CustomerField.PHONE,
            CustomerField.CARD,
            CustomerField.TAX_CODE,
            CustomerField.VAT_NUMBER,
            CustomerField.IBAN);

    private final DSLContext database;
    private final AuditTrail audit;

    FieldAccess(DSLContext database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** The roles that can be limited: administrators see everything. */
    public static List<Role> roles() {
        return Stream.of(Role.values())
                .filter(role -> role != Role.ADMINISTRATOR)
                .toList();
    }

    /** What can be chosen for the field. */
    public static List<FieldLevel> levels(CustomerField field) {
        return MASKABLE.contains(field) ? List.of(FieldLevel.values()) : List.of(FieldLevel.FULL, FieldLevel.HIDDEN);
    }

    /** The same of a custom field. */
    public static List<FieldLevel> levels(CustomField field) {
        return switch (field.type()) {
            case TEXT, NUMBER, LINK, EMAIL, PHONE -> List.of(FieldLevel.values());
            case MONEY, DATE, YES_NO, CHOICE, CHOICES -> List.of(FieldLevel.FULL, FieldLevel.HIDDEN);
        };
    }

    static FieldLevel level(String code) {
        return FieldLevel.valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** What whoever sent the request sees. */
    public SeenFields current() {
        return SeenFields.current(database);
    }

    /** What somebody with this role alone sees. */
    public SeenFields of(Role role) {
        return SeenFields.of(database, Set.of(role));
    }

    @Override
    public boolean limited(Set<Role> roles) {
        return !SeenFields.of(database, roles).everything();
    }

    @Override
    public boolean withoutTexts(Set<Role> roles) {
        return !SeenFields.of(database, roles).full(CustomerField.NOTE);
    }

    /** The same for who limits no custom field. */
    @Transactional
    public void limit(Role role, Map<CustomerField, FieldLevel> levels) {
        limit(role, levels, Map.of());
    }

    /**
     * From the next request on; a field that is not named is seen in full, unless it is a custom one that is archived: its
     * limit comes back with it.
     */
    @Transactional
    public void limit(Role role, Map<CustomerField, FieldLevel> levels, Map<CustomField, FieldLevel> custom) {
        if (role == Role.ADMINISTRATOR) {
            throw Refusal.of("customers.error.administratorSees");
        }
        var limits = new TreeMap<String, String>();
        levels.forEach(
                (field, level) -> put(limits, field.code(), level, FIELDS.contains(field) ? levels(field) : List.of()));
        custom.forEach((field, level) -> put(limits, SeenFields.CUSTOM + field.code(), level, levels(field)));
        database.deleteFrom(FIELD_ACCESS)
                .where(FIELD_ACCESS.ROLE.eq(role.name()))
                .and(FIELD_ACCESS.FIELD.notIn(DSL.select(DSL.concat(DSL.val(SeenFields.CUSTOM), CUSTOM_FIELD.CODE))
                        .from(CUSTOM_FIELD)
                        .where(CUSTOM_FIELD.ARCHIVED_AT.isNotNull())))
                .execute();
        limits.forEach((field, level) -> database.insertInto(FIELD_ACCESS)
                .set(FIELD_ACCESS.ROLE, role.name())
                .set(FIELD_ACCESS.FIELD, field)
                .set(FIELD_ACCESS.LEVEL, level)
                .execute());
        audit.record("customers.fieldsLimited", "role", role.name(), limits);
    }

    private static void put(Map<String, String> limits, String field, FieldLevel level, List<FieldLevel> allowed) {
        if (!allowed.contains(level)) {
            throw Refusal.of("customers.error.fieldLevel", field);
        }
        if (level != FieldLevel.FULL) {
            limits.put(field, level.code());
        }
    }
}
