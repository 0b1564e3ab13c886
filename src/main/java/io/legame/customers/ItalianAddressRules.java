package io.legame.customers;

import io.legame.wording.ItalianPlaces;
import java.util.Set;

/** Towns, provinces and regions as ISTAT writes them; what the town tells of the others is filled in. */
final class ItalianAddressRules {
    private final Set<CustomerField> asWritten;

    ItalianAddressRules(Set<CustomerField> asWritten) {
        this.asWritten = asWritten;
    }

    void complete(Uniformity.Values values, CustomerDraft draft) {
        province(values, draft);
        town(values, draft);
        region(values, draft);
    }

    private boolean ruled(CustomerField field, Uniformity.Values values) {
        return !asWritten.contains(field) && values.texts.containsKey(field);
    }

    private void province(Uniformity.Values values, CustomerDraft draft) {
        String written = draft.text(CustomerField.PROVINCE);
        if (written != null && ruled(CustomerField.PROVINCE, values)) {
            String code = ItalianPlaces.provinceCode(written);
            if (code == null) {
                values.flag(CustomerField.PROVINCE, ValueFlag.Kind.UNKNOWN, written);
            } else {
                put(values, CustomerField.PROVINCE, code, written);
            }
        }
    }

    private void town(Uniformity.Values values, CustomerDraft draft) {
        String written = draft.text(CustomerField.TOWN);
        if (written == null || !ruled(CustomerField.TOWN, values)) {
            return;
        }
        String province = values.texts.get(CustomerField.PROVINCE);
        ItalianPlaces.Town town = ItalianPlaces.town(written, province);
        if (town == null) {
            // a part of a town, such as Ostia, is in no list: it is worth a look, not a correction
            values.flag(CustomerField.TOWN, ValueFlag.Kind.UNKNOWN, written);
            return;
        }
        put(values, CustomerField.TOWN, town.name(), written);
        if (province == null && !asWritten.contains(CustomerField.PROVINCE)) {
            values.texts.put(CustomerField.PROVINCE, town.province());
        } else if (province != null
                && !province.equals(town.province())
                && ItalianPlaces.provinceName(province) != null) {
            values.flags.put(
                    CustomerField.PROVINCE, new ValueFlag(ValueFlag.Kind.DISAGREES, province, town.province()));
        }
    }

    private void region(Uniformity.Values values, CustomerDraft draft) {
        String written = draft.text(CustomerField.REGION);
        if (written != null && ruled(CustomerField.REGION, values)) {
            String region = ItalianPlaces.region(written);
            if (region != null) {
                put(values, CustomerField.REGION, region, written);
            }
        }
        String province = values.texts.get(CustomerField.PROVINCE);
        if (province != null
                && !values.texts.containsKey(CustomerField.REGION)
                && !asWritten.contains(CustomerField.REGION)) {
            String region = ItalianPlaces.regionOfProvince(province);
            if (region != null) {
                values.texts.put(CustomerField.REGION, region);
            }
        }
    }

    private static void put(Uniformity.Values values, CustomerField field, String value, String written) {
        values.written.remove(field);
        values.put(field, value, written);
    }
}
