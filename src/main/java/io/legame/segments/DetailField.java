package io.legame.segments;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What the field of a detail is called in the builder's form: any name at all, in letters that a form and a page bear. */
final class DetailField {
    /** What {@link Proposals} calls the names that occur. */
    static final String NAMES = "detail";

    private static final String PREFIX = "detail-";

    private DetailField() {}

    /** The field of the detail; {@link Proposals} calls its values the same. */
    static String of(String name) {
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The name of the detail; empty for other fields, and for what nobody wrote here. */
    static Optional<String> name(String field) {
        if (!field.startsWith(PREFIX) || field.endsWith("+")) {
            return Optional.empty();
        }
        try {
            String name =
                    new String(Base64.getUrlDecoder().decode(field.substring(PREFIX.length())), StandardCharsets.UTF_8);
            return name.isBlank() ? Optional.empty() : Optional.of(name);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
