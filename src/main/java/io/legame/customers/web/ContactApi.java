package io.legame.customers.web;

import io.legame.customers.AddressId;
import io.legame.customers.ContactPreference;
import io.legame.customers.ContactPreferences;
import io.legame.customers.CustomerAddress;
import io.legame.customers.CustomerAddresses;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Further addresses, and how customers want to be reached, for programs. */
@RestController
@Tag(name = "Customers")
class ContactApi {
    private final ContactPreferences preferences;
    private final CustomerAddresses addresses;
    private final Customers customers;

    ContactApi(ContactPreferences preferences, CustomerAddresses addresses, Customers customers) {
        this.preferences = preferences;
        this.addresses = addresses;
        this.customers = customers;
    }

    /** @param kind home, delivery, billing or other */
    record AddressWish(
            @Nullable String kind,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String town,
            @Nullable String province,
            @Nullable String region,
            @Nullable String country) {
        CustomerAddress.Kind purpose() {
            return kind == null
                    ? CustomerAddress.Kind.OTHER
                    : CustomerAddress.Kind.of(kind).orElseThrow(() -> Refusal.of("customers.address.error.kind", kind));
        }

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

        private static void put(Map<CustomerField, String> parts, CustomerField part, @Nullable String value) {
            if (value != null) {
                parts.put(part, value);
            }
        }
    }

    /** An address as it is stored. */
    record StoredAddress(
            long id,
            String kind,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String town,
            @Nullable String province,
            @Nullable String region,
            @Nullable String country) {
        static StoredAddress of(CustomerAddress address) {
            return new StoredAddress(
                    address.id().value(),
                    address.kind().code(),
                    address.street(),
                    address.postcode(),
                    address.town(),
                    address.province(),
                    address.region(),
                    address.country());
        }
    }

    /**
     * How a customer wants to be reached.
     *
     * @param channel email, phone, message, post or shop; null for any
     * @param languages ISO 639-1, the preferred first
     * @param days 1 for Monday to 7 for Sunday; empty for any
     */
    record Preference(
            @Nullable String channel,
            @Nullable List<@Nullable String> languages,
            @Nullable List<@Nullable Integer> days,
            @Nullable LocalTime from,
            @Nullable LocalTime until,
            @Nullable String note) {
        static Preference of(ContactPreference preference) {
            return new Preference(
                    preference.channel(),
                    List.copyOf(preference.languages()),
                    List.copyOf(preference.days()),
                    preference.from(),
                    preference.until(),
                    preference.note());
        }

        ContactPreference read() {
            return new ContactPreference(channel, present(languages), present(days), from, until, note);
        }

        private static <T> List<T> present(@Nullable List<@Nullable T> values) {
            return values == null
                    ? List.of()
                    : values.stream()
                            .filter(Objects::nonNull)
                            .<T>map(Objects::requireNonNull)
                            .toList();
        }
    }

    private CustomerId find(long id) {
        return customers.find(new CustomerId(id)).orElseThrow(Refusal::notFound).id();
    }

    @GetMapping("/api/v1/customers/{id}/addresses")
    @PreAuthorize("hasAuthority('customers:view')")
    @Operation(summary = "Read a customer's addresses besides the main one")
    Map<String, List<StoredAddress>> index(@PathVariable long id) {
        return Map.of(
                "addresses",
                addresses.of(find(id)).stream().map(StoredAddress::of).toList());
    }

    @PostMapping("/api/v1/customers/{id}/addresses")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('customers:edit')")
    @Operation(summary = "Add an address; it is written by the rules of uniformity")
    StoredAddress create(@PathVariable long id, @RequestBody AddressWish wish) {
        return StoredAddress.of(addresses.add(new CustomerId(id), wish.purpose(), wish.parts()));
    }

    @PutMapping("/api/v1/addresses/{id}")
    @PreAuthorize("hasAuthority('customers:edit')")
    @Operation(summary = "Write an address anew")
    StoredAddress update(@PathVariable long id, @RequestBody AddressWish wish) {
        return StoredAddress.of(addresses.edit(new AddressId(id), wish.purpose(), wish.parts()));
    }

    @DeleteMapping("/api/v1/addresses/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('customers:edit')")
    @Operation(summary = "Remove an address")
    void destroy(@PathVariable long id) {
        addresses.remove(new AddressId(id));
    }

    @PostMapping("/api/v1/addresses/{id}/restore")
    @PreAuthorize("hasAuthority('customers:edit')")
    @Operation(summary = "Bring back an address that was removed")
    StoredAddress restore(@PathVariable long id) {
        return StoredAddress.of(addresses.restore(new AddressId(id)));
    }

    @GetMapping("/api/v1/customers/{id}/contact-preference")
    @PreAuthorize("hasAuthority('customers:view')")
    @Operation(summary = "Read how a customer wants to be reached")
    Preference preference(@PathVariable long id) {
        return Preference.of(preferences.of(find(id)));
    }

    @PutMapping("/api/v1/customers/{id}/contact-preference")
    @PreAuthorize("hasAuthority('customers:edit')")
    @Operation(summary = "Say how a customer wants to be reached")
    Preference updatePreference(@PathVariable long id, @RequestBody Preference preference) {
        CustomerId customer = find(id);
        preferences.write(customer, preference.read());
        return Preference.of(preferences.of(customer));
    }
}
