package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;

import io.legame.customers.db.tables.records.CustomerRecord;
import io.legame.wording.Folding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Writes a uniform draft into a row, and says what that changed. */
final class CustomerRow {
    private static final Map<CustomerField, TableField<CustomerRecord, String>> COLUMNS = new EnumMap<>(Map.ofEntries(
            Map.entry(CustomerField.EMAIL, CUSTOMER.EMAIL),
            Map.entry(CustomerField.PHONE, CUSTOMER.PHONE),
            Map.entry(CustomerField.TITLE, CUSTOMER.TITLE),
            Map.entry(CustomerField.GIVEN_NAME, CUSTOMER.GIVEN_NAME),
            Map.entry(CustomerField.FAMILY_NAME, CUSTOMER.FAMILY_NAME),
            Map.entry(CustomerField.COMPANY_NAME, CUSTOMER.COMPANY_NAME),
            Map.entry(CustomerField.JOB_TITLE, CUSTOMER.JOB_TITLE),
            Map.entry(CustomerField.VAT_NUMBER, CUSTOMER.VAT_NUMBER),
            Map.entry(CustomerField.IBAN, CUSTOMER.IBAN),
            Map.entry(CustomerField.WEBSITE, CUSTOMER.WEBSITE),
            Map.entry(CustomerField.NOTE, CUSTOMER.NOTE),
            Map.entry(CustomerField.GENDER, CUSTOMER.GENDER),
            Map.entry(CustomerField.STREET, CUSTOMER.STREET),
            Map.entry(CustomerField.POSTCODE, CUSTOMER.POSTCODE),
            Map.entry(CustomerField.TOWN, CUSTOMER.TOWN),
            Map.entry(CustomerField.PROVINCE, CUSTOMER.PROVINCE),
            Map.entry(CustomerField.REGION, CUSTOMER.REGION),
            Map.entry(CustomerField.COUNTRY, CUSTOMER.COUNTRY),
            Map.entry(CustomerField.LANGUAGE, CUSTOMER.LANGUAGE),
            Map.entry(CustomerField.MARITAL_STATUS, CUSTOMER.MARITAL_STATUS),
            Map.entry(CustomerField.EDUCATION, CUSTOMER.EDUCATION),
            Map.entry(CustomerField.OCCUPATION, CUSTOMER.OCCUPATION)));

    /** The columns that hold what is known of a customer; the others follow from them. */
    static final List<TableField<CustomerRecord, ?>> VALUES = values();

    /** The columns that an update writes. */
    static final List<TableField<CustomerRecord, ?>> WRITTEN = written();

    private static List<TableField<CustomerRecord, ?>> values() {
        var columns = new ArrayList<TableField<CustomerRecord, ?>>(COLUMNS.values());
        columns.add(CUSTOMER.OTHER_PHONES);
        columns.add(CUSTOMER.BIRTH_DATE);
        columns.add(CUSTOMER.ANNUAL_INCOME);
        columns.add(CUSTOMER.CHILDREN);
        columns.add(CUSTOMER.HOME_OWNER);
        return List.copyOf(columns);
    }

    private static List<TableField<CustomerRecord, ?>> written() {
        var columns = new ArrayList<>(VALUES);
        columns.add(CUSTOMER.KIND);
        columns.add(CUSTOMER.COMPANY_KEY);
        columns.add(CUSTOMER.COMPANY_SOUND);
        columns.add(CUSTOMER.SORT_NAME);
        columns.add(CUSTOMER.KEYED);
        columns.add(CUSTOMER.CUSTOM);
        columns.add(CUSTOMER.WRITTEN);
        columns.add(CUSTOMER.FLAGS);
        columns.add(CUSTOMER.UPDATED_AT);
        return List.copyOf(columns);
    }

    private CustomerRow() {}

    /** The column's value as COPY takes it: a list of phone numbers needs no quotes. */
    static @Nullable Object copied(CustomerRecord row, Field<?> column) {
        Object value = row.get(column);
        return value instanceof String[] numbers ? "{" + String.join(",", numbers) + "}" : value;
    }

    /**
     * What the draft does not say stays as it is.
     *
     * @param changed takes the names of the columns whose values are new
     */
    static void write(CustomerDraft uniform, CustomerRecord row, Set<String> changed) {
        for (var text : uniform.texts().entrySet()) {
            var column = COLUMNS.get(text.getKey());
            if (column != null) {
                set(row, column, text.getValue(), changed);
            }
        }
        addPhones(row, uniform.several(CustomerField.OTHER_PHONE), changed);
        set(row, CUSTOMER.BIRTH_DATE, uniform.birthDate(), changed);
        set(row, CUSTOMER.ANNUAL_INCOME, uniform.annualIncome(), changed);
        set(row, CUSTOMER.CHILDREN, uniform.children(), changed);
        set(row, CUSTOMER.HOME_OWNER, uniform.homeOwner(), changed);
    }

    /** The field's column; null for one that is none, such as a customer number. */
    static @Nullable TableField<CustomerRecord, String> column(CustomerField field) {
        return COLUMNS.get(field);
    }

    /** What is known stays: a file that names one number does not say that there is no other. */
    private static void addPhones(CustomerRecord row, List<String> numbers, Set<String> changed) {
        var known = new LinkedHashSet<String>();
        if (row.getOtherPhones() != null) {
            known.addAll(List.of(row.getOtherPhones()));
        }
        int before = known.size();
        for (String number : numbers) {
            if (row.getPhone() == null) {
                set(row, CUSTOMER.PHONE, number, changed);
            } else if (!number.equals(row.getPhone())) {
                known.add(number);
            }
        }
        if (known.size() > before) {
            row.setOtherPhones(known.toArray(String[]::new));
            changed.add(CUSTOMER.OTHER_PHONES.getName());
        }
    }

    /** Sets the columns that follow from the others. */
    static void derive(CustomerRecord row) {
        boolean person = row.getGivenName() != null || row.getFamilyName() != null;
        row.setKind(person || row.getCompanyName() == null ? "person" : "company");
        row.setCompanyKey(CompanyWordings.key(row.getCompanyName(), row.getCountry()));
        row.setCompanySound(CompanyWordings.sound(row.getCompanyKey()));
        row.setSortName(sortName(row));
    }

    /** Nameless customers come last: no letter is greater than {@code ~} in the column's byte order. */
    private static String sortName(CustomerRecord row) {
        String person = join(row.getFamilyName(), row.getGivenName());
        String name = join(person, row.getCompanyName());
        String shown = name.isEmpty() ? join(row.getEmail(), null) : name;
        return shown.isEmpty() ? "~" : Folding.fold(shown);
    }

    private static String join(@Nullable String first, @Nullable String second) {
        return ((first == null ? "" : first) + " " + (second == null ? "" : second)).strip();
    }

    private static <T> void set(
            CustomerRecord row, TableField<CustomerRecord, T> column, @Nullable T value, Set<String> changed) {
        if (value != null && !Objects.equals(row.get(column), value)) {
            row.set(column, value);
            changed.add(column.getName());
        }
    }
}
