package io.legame.customers;

import io.legame.wording.CodeFault;
import io.legame.wording.FiscalCode;
import io.legame.wording.Iban;
import io.legame.wording.VatNumber;
import io.legame.wording.Whitespace;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rules of codes that check themselves: tax codes, VAT numbers, IBANs. */
final class CodeRules {
    /** Only the Italian one can be checked; of others we know no form. */
    void addTaxCode(Uniformity.Values values, String written) {
        if (values.home.equals("IT")) {
            FiscalCode code = FiscalCode.parse(written);
            add(values, CustomerField.TAX_CODE, code == null ? null : code.value(), FiscalCode.fault(written), written);
        } else {
            values.put(CustomerField.TAX_CODE, upper(written), written);
        }
    }

    /** Numbers of countries outside of the European Union are taken as they are. */
    void addVatNumber(Uniformity.Values values, String written) {
        VatNumber number = VatNumber.parse(written, values.home);
        CodeFault fault = VatNumber.fault(written, values.home);
        if (number == null && fault == CodeFault.COUNTRY) {
            values.put(CustomerField.VAT_NUMBER, upper(written), written);
        } else {
            add(values, CustomerField.VAT_NUMBER, number == null ? null : number.value(), fault, written);
        }
    }

    void addIban(Uniformity.Values values, String written) {
        Iban iban = Iban.parse(written);
        add(values, CustomerField.IBAN, iban == null ? null : iban.value(), Iban.fault(written), written);
    }

    private static String upper(String written) {
        return Whitespace.collapse(written).toUpperCase(Locale.ROOT);
    }

    private static void add(
            Uniformity.Values values,
            CustomerField field,
            @Nullable String value,
            @Nullable CodeFault fault,
            String written) {
        if (value != null) {
            values.put(field, value, written);
        } else {
            values.flag(
                    field,
                    fault == CodeFault.CHECK_DIGIT ? ValueFlag.Kind.CHECK_CHARACTERS : ValueFlag.Kind.IMPOSSIBLE,
                    written);
        }
    }

    /** Flags a tax code that tells of somebody else than the other values do; which of them is wrong nobody knows. */
    void compare(Uniformity.Values values, @Nullable LocalDate birthDate) {
        String written = values.texts.get(CustomerField.TAX_CODE);
        FiscalCode code = written == null ? null : FiscalCode.parse(written);
        if (written == null || code == null || !code.isPersonal()) {
            return;
        }
        String family = values.texts.get(CustomerField.FAMILY_NAME);
        String given = values.texts.get(CustomerField.GIVEN_NAME);
        String gender = values.texts.get(CustomerField.GENDER);
        boolean agrees = (family == null || code.matchesFamilyName(family))
                && (given == null || code.matchesGivenName(given))
                && (gender == null || code.matchesGender(gender))
                && (birthDate == null || code.matchesBirthDate(birthDate));
        if (!agrees) {
            values.flag(CustomerField.TAX_CODE, ValueFlag.Kind.DISAGREES, written);
        }
    }
}
