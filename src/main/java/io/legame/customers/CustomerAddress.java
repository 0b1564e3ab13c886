package io.legame.customers;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An address besides the main one, every part written in the one way that it is written everywhere. */
public record CustomerAddress(
        AddressId id,
        CustomerId customer,
        Kind kind,
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String town,
        @Nullable String province,
        @Nullable String region,
        @Nullable String country) {
    /** What it is for. */
    public enum Kind {
        HOME,
        DELIVERY,
        BILLING,
        OTHER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }
    }

    /** Whether nothing is another but the customer whose it is. */
    boolean sameAs(CustomerAddress other) {
        return kind == other.kind && parts().equals(other.parts());
    }

    /** Those that are there. */
    Map<CustomerField, String> parts() {
        var parts = new EnumMap<CustomerField, String>(CustomerField.class);
        put(parts, CustomerField.STREET, street);
        put(parts, CustomerField.POSTCODE, postcode);
        put(parts, CustomerField.TOWN, town);
        put(parts, CustomerField.PROVINCE, province);
        put(parts, CustomerField.REGION, region);
        put(parts, CustomerField.COUNTRY, country);
        return parts;
    }

    private static void put(Map<CustomerField, String> parts, CustomerField part, @Nullable String text) {
        if (text != null) {
            parts.put(part, text);
        }
    }

    /** In one line, as it is written on a letter, without the country. */
    public String line() {
        String place = Stream.of(postcode, town, province == null ? null : "(" + province + ")")
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
        return Stream.of(street, place.isEmpty() ? null : place)
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
    }
}
