package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;

import io.legame.customers.db.tables.records.CustomerRecord;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Writes a uniform draft into a row, and says whether that changed anything. */
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

    /** The columns that {@link #write} may change, with those that follow from them. */
    static final Field<?>[] WRITTEN = {
        CUSTOMER.KIND,
        CUSTOMER.TITLE,
        CUSTOMER.GIVEN_NAME,
        CUSTOMER.FAMILY_NAME,
        CUSTOMER.COMPANY_NAME,
        CUSTOMER.JOB_TITLE,
        CUSTOMER.VAT_NUMBER,
        CUSTOMER.IBAN,
        CUSTOMER.WEBSITE,
        CUSTOMER.NOTE,
        CUSTOMER.OTHER_PHONES,
        CUSTOMER.GENDER,
        CUSTOMER.BIRTH_DATE,
        CUSTOMER.EMAIL,
        CUSTOMER.PHONE,
        CUSTOMER.STREET,
        CUSTOMER.POSTCODE,
        CUSTOMER.TOWN,
        CUSTOMER.PROVINCE,
        CUSTOMER.REGION,
        CUSTOMER.COUNTRY,
        CUSTOMER.LANGUAGE,
        CUSTOMER.MARITAL_STATUS,
        CUSTOMER.EDUCATION,
        CUSTOMER.OCCUPATION,
        CUSTOMER.ANNUAL_INCOME,
        CUSTOMER.CHILDREN,
        CUSTOMER.HOME_OWNER,
        CUSTOMER.SORT_NAME,
        CUSTOMER.GIVEN_SORT_NAME,
        CUSTOMER.KEYED,
        CUSTOMER.UPDATED_AT
    };

    private CustomerRow() {}

    /** The column's value as COPY takes it: a list of phone numbers needs no quotes. */
    static @Nullable Object copied(CustomerRecord row, Field<?> column) {
        Object value = row.get(column);
        return value instanceof String[] numbers ? "{" + String.join(",", numbers) + "}" : value;
    }

    /** Returns whether any value is new. What the draft does not say stays as it is. */
    static boolean write(CustomerDraft uniform, CustomerRecord row) {
        boolean changed = false;
        for (var text : uniform.texts().entrySet()) {
            var column = COLUMNS.get(text.getKey());
            changed |= column != null && set(row, column, text.getValue());
        }
        changed |= addPhones(row, uniform.several(CustomerField.OTHER_PHONE));
        changed |= set(row, CUSTOMER.BIRTH_DATE, uniform.birthDate());
        changed |= set(row, CUSTOMER.ANNUAL_INCOME, uniform.annualIncome());
        changed |= set(row, CUSTOMER.CHILDREN, uniform.children());
        changed |= set(row, CUSTOMER.HOME_OWNER, uniform.homeOwner());
        changed |= derive(row);
        return changed;
    }

    /** What is known stays: a file that names one number does not say that there is no other. */
    private static boolean addPhones(CustomerRecord row, List<String> numbers) {
        var known = new LinkedHashSet<String>();
        if (row.getOtherPhones() != null) {
            known.addAll(List.of(row.getOtherPhones()));
        }
        int before = known.size();
        for (String number : numbers) {
            if (row.getPhone() == null) {
                row.setPhone(number);
            } else if (!number.equals(row.getPhone())) {
                known.add(number);
            }
        }
        if (known.size() == before) {
            return false;
        }
        row.setOtherPhones(known.toArray(String[]::new));
        return true;
    }

    private static boolean derive(CustomerRecord row) {
        boolean person = row.getGivenName() != null || row.getFamilyName() != null;
        boolean changed = set(row, CUSTOMER.KIND, person || row.getCompanyName() == null ? "person" : "company");
        changed |= set(row, CUSTOMER.SORT_NAME, sortName(row));
        changed |= set(
                row, CUSTOMER.GIVEN_SORT_NAME, row.getGivenName() == null ? null : Folding.fold(row.getGivenName()));
        // the one mandatory unique key is the e-mail address
        changed |= set(row, CUSTOMER.KEYED, row.getEmail() != null);
        return changed;
    }

    /** Nameless customers come last: no letter is greater than {@code ~} in the column's byte order. */
    private static String sortName(CustomerRecord row) {
        String person = join(row.getFamilyName(), row.getGivenName());
        String name =
                person.isEmpty() ? join(row.getCompanyName(), row.getEmail()) : join(person, row.getCompanyName());
        return name.isEmpty() ? "~" : Folding.fold(name);
    }

    private static String join(@Nullable String first, @Nullable String second) {
        return ((first == null ? "" : first) + " " + (second == null ? "" : second)).strip();
    }

    private static <T> boolean set(CustomerRecord row, TableField<CustomerRecord, T> column, @Nullable T value) {
        if (value == null || Objects.equals(row.get(column), value)) {
            return false;
        }
        row.set(column, value);
        return true;
    }
}
