package io.legame.customers.web;

import io.legame.customers.AddressId;
import io.legame.customers.ContactPreference;
import io.legame.customers.ContactPreferences;
import io.legame.customers.Customer;
import io.legame.customers.CustomerAddress;
import io.legame.customers.CustomerAddresses;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a customer wants to be reached, and its further addresses; what is refused comes back with all that was typed. */
@Controller
@PreAuthorize("hasAuthority('customers:view') and hasAuthority('customers:edit')")
class ContactController {
    private final ContactPreferences preferences;
    private final CustomerAddresses addresses;
    private final Customers customers;
    private final Texts texts;

    ContactController(ContactPreferences preferences, CustomerAddresses addresses, Customers customers, Texts texts) {
        this.preferences = preferences;
        this.addresses = addresses;
        this.customers = customers;
        this.texts = texts;
    }

    @GetMapping("/customers/{id}/contact-panel")
    @PreAuthorize("hasAuthority('customers:view')")
    ContactPanel show(@PathVariable long id) {
        CustomerId customer = find(id).id();
        return new ContactPanel(customer, preferences.of(customer), addresses.of(customer));
    }

    private Customer find(long id) {
        return customers.find(new CustomerId(id)).orElseThrow(Refusal::notFound);
    }

    /** @param address the one to write anew; absent for a new one */
    @GetMapping("/customers/{id}/contact")
    ContactForm edit(@PathVariable long id, @RequestParam(required = false) @Nullable Long address) {
        Customer customer = find(id);
        Map<String, String> written = address == null ? Map.of() : values(addresses.get(new AddressId(address)));
        return form(customer, values(preferences.of(customer.id())), address, written, null, false);
    }

    private ContactForm form(
            Customer customer,
            Map<String, String> values,
            @Nullable Long address,
            Map<String, String> written,
            @Nullable String fault,
            boolean ofAddress) {
        return new ContactForm(
                customer.id(),
                customer.displayName(),
                values,
                addresses.of(customer.id()),
                address,
                written,
                fault,
                ofAddress);
    }

    private static Map<String, String> values(ContactPreference preference) {
        var values = new HashMap<String, String>();
        put(values, "channel", preference.channel());
        put(values, "languages", String.join(",", preference.languages()));
        put(values, "days", preference.days().stream().map(String::valueOf).collect(Collectors.joining(",")));
        put(values, "from", preference.from());
        put(values, "until", preference.until());
        put(values, "note", preference.note());
        return values;
    }

    private static Map<String, String> values(CustomerAddress address) {
        var values = new HashMap<String, String>();
        put(values, "kind", address.kind().code());
        put(values, CustomerField.STREET.code(), address.street());
        put(values, CustomerField.POSTCODE.code(), address.postcode());
        put(values, CustomerField.TOWN.code(), address.town());
        put(values, CustomerField.PROVINCE.code(), address.province());
        put(values, CustomerField.REGION.code(), address.region());
        put(values, CustomerField.COUNTRY.code(), address.country());
        return values;
    }

    private static void put(Map<String, String> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value.toString());
        }
    }

    @PostMapping("/customers/{id}/contact")
    Object update(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale language) {
        Customer customer = find(id);
        try {
            preferences.write(customer.id(), preference(form));
        } catch (Refusal refusal) {
            response.setStatus(refusal.status().value());
            var values = new HashMap<String, String>();
            form.forEach((field, several) -> values.put(field, String.join(",", several)));
            return form(
                    customer, values, null, Map.of(), texts.get(language, refusal.key(), refusal.arguments()), false);
        }
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, "customers.contact.saved"));
        return "redirect:" + CustomerForm.path(customer.id());
    }

    private static ContactPreference preference(MultiValueMap<String, String> form) {
        return new ContactPreference(
                text(form, "channel"),
                several(form, "languages").toList(),
                several(form, "days")
                        .map(day -> day.matches("[0-9]") ? Integer.parseInt(day) : 0)
                        .toList(),
                time(form, "from"),
                time(form, "until"),
                text(form, "note"));
    }

    private static @Nullable String text(MultiValueMap<String, String> form, String field) {
        return several(form, field).findFirst().orElse(null);
    }

    private static Stream<String> several(MultiValueMap<String, String> form, String field) {
        return form.getOrDefault(field, List.of()).stream().map(String::strip).filter(value -> !value.isEmpty());
    }

    private static @Nullable LocalTime time(MultiValueMap<String, String> form, String field) {
        String value = text(form, field);
        try {
            return value == null ? null : LocalTime.parse(value);
        } catch (DateTimeException unreadable) {
            throw Refusal.of("customers.contact.error.times");
        }
    }

    /** A new address, or one that is written anew. */
    @PostMapping("/customers/{id}/addresses")
    Object create(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale language) {
        Customer customer = find(id);
        String number = form.getOrDefault("address", "");
        Long address = number.matches("[0-9]{1,18}") ? Long.valueOf(number) : null;
        try {
            write(customer.id(), address, form);
        } catch (Refusal refusal) {
            response.setStatus(refusal.status().value());
            String fault = texts.get(language, refusal.key(), refusal.arguments());
            return form(customer, values(preferences.of(customer.id())), address, form, fault, true);
        }
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, "customers.address.saved"));
        return "redirect:" + CustomerForm.path(customer.id()) + "/contact";
    }

    private void write(CustomerId customer, @Nullable Long address, Map<String, String> form) {
        CustomerAddress.Kind kind = CustomerAddress.Kind.of(form.get("kind")).orElse(CustomerAddress.Kind.OTHER);
        Map<CustomerField, String> parts = CustomerAddresses.PARTS.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        part -> form.getOrDefault(part.code(), ""),
                        (one, other) -> one,
                        () -> new EnumMap<>(CustomerField.class)));
        if (address == null) {
            addresses.add(customer, kind, parts);
        } else {
            addresses.edit(new AddressId(address), kind, parts);
        }
    }

    @PostMapping("/customers/addresses/{id}/remove")
    String remove(@PathVariable long id, RedirectAttributes flash, Locale language) {
        CustomerAddress address = addresses.remove(new AddressId(id));
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, "customers.address.removed"));
        flash.addFlashAttribute(Shells.TOAST_UNDO, "/customers/addresses/" + id + "/restore");
        return "redirect:" + CustomerForm.path(address.customer()) + "/contact";
    }

    @PostMapping("/customers/addresses/{id}/restore")
    String restore(@PathVariable long id, RedirectAttributes flash, Locale language) {
        CustomerAddress address = addresses.restore(new AddressId(id));
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, "customers.address.restored"));
        return "redirect:" + CustomerForm.path(address.customer()) + "/contact";
    }
}
