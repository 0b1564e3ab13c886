package io.legame.customers;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What saving a customer would do.
 *
 * @param stored by field, values that the rules write in another way than they were written, or fill in
 * @param faults by field, why it would be refused
 * @param doubts by field, what may be wrong and is stored all the same
 * @param keyed whether the customer would have the unique key
 * @param key which that is
 * @param customFaults the same of custom fields
 * @param alike customers that are probably the same
 */
public record EditCheck(
        Map<CustomerField, Rewritten> stored,
        Map<CustomerField, Fault> faults,
        Map<CustomerField, ValueFlag> doubts,
        boolean keyed,
        Identity.Kind key,
        List<CustomFault> customFaults,
        List<CustomerSummary> alike) {

    /** @param written empty for what is filled in */
    public record Rewritten(String written, String stored) {}

    /**
     * Why a value is refused.
     *
     * @param kind null when there is nothing at all that the customer could be known by
     * @param owner whose it is, if it is another's
     */
    public record Fault(
            ValueFlag.@Nullable Kind kind,
            String written,
            @Nullable CustomerSummary owner) {
        /** The key of the reason in words. */
        public String textKey(CustomerField field) {
            if (kind == null) {
                return "customers.fault.nobody";
            }
            String reason = "customers.fault." + kind.code();
            if (kind != ValueFlag.Kind.IMPOSSIBLE) {
                return reason;
            }
            return switch (field) {
                case EMAIL, OTHER_EMAIL -> "customers.rejected.email";
                case PHONE, OTHER_PHONE -> "customers.rejected.phone";
                default -> reason;
            };
        }
    }

    /**
     * Why the value of a custom field is refused.
     *
     * @param owner whose it is, if it is another's
     */
    public record CustomFault(
            CustomField field,
            Why why,
            String written,
            @Nullable CustomerSummary owner) {
        public enum Why {
            REQUIRED,
            UNREADABLE,
            OF_ANOTHER
        }

        /** The key of the reason in words. */
        public String textKey() {
            return switch (why) {
                case REQUIRED -> "customers.fields.fault.required";
                case UNREADABLE -> "customers.fields.fault." + field.type().code();
                case OF_ANOTHER -> "customers.fault.ofAnother";
            };
        }
    }

    /** Whether nothing is in the way of saving. */
    public boolean isRight() {
        return faults.isEmpty() && customFaults.isEmpty();
    }

    EditCheck with(List<CustomerSummary> probablySame) {
        return new EditCheck(stored, faults, doubts, keyed, key, customFaults, probablySame);
    }
}
