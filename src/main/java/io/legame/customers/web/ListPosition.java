package io.legame.customers.web;

import io.legame.customers.CustomerId;
import io.legame.customers.CustomerSummary;
import io.legame.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A place in the list of customers as one opaque word, for programs that page through it. */
final class ListPosition {
    private ListPosition() {}

    static String of(CustomerSummary last) {
        String text = last.id().value() + " " + last.sortName();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable CustomerSummary parse(@Nullable String word) {
        if (word == null) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8).split(" ", 2);
            return new CustomerSummary(new CustomerId(Long.parseLong(parts[0])), "", null, null, null, true, parts[1]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Refusal.of("customers.error.position");
        }
    }
}
