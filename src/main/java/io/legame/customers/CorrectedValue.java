package io.legame.customers;

import io.legame.wording.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a field's value is to become.
 *
 * @param value null when it cannot be right
 * @param flag what is wrong with it then; null for nothing
 */
public record CorrectedValue(
        CustomerField field,
        @Nullable String value,
        @Nullable ValueFlag flag) {

    /** The identity that the value of such a field may be; null when it never is one. */
    @Nullable
    Identity identity(@Nullable String of) {
        if (of == null) {
            return null;
        }
        return switch (field) {
            case EMAIL -> {
                String address = EmailAddress.uniform(of);
                yield address == null ? null : Identity.email(address);
            }
            case PHONE -> new Identity(Identity.Kind.PHONE, "", of);
            case VAT_NUMBER -> new Identity(Identity.Kind.VAT_NUMBER, "", of);
            default -> null;
        };
    }
}
