package io.legame.customers;

import java.util.Arrays;
import java.util.Locale;
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
