package io.legame.customers.web;

import io.legame.customers.CustomerPosition;
import io.legame.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A place in a list of customers as one opaque word, for whoever pages through it. */
final class ListPosition {
    private ListPosition() {}

    static @Nullable String of(@Nullable CustomerPosition last) {
        if (last == null) {
            return null;
        }
        String text = last.part() + " " + last.id() + (last.value() == null ? "" : " " + last.value());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable CustomerPosition parse(@Nullable String word) {
        if (word == null) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8).split(" ", 3);
            return new CustomerPosition(
                    Integer.parseInt(parts[0]), parts.length < 3 ? null : parts[2], Long.parseLong(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Refusal.of("customers.error.position");
        }
    }
}
