package io.legame.customers;

/** The number of a {@link CustomField}. */
public record CustomFieldId(long value) {
    private static final String PREFIX = "custom.";

    /** What histories and flags call the field, and forms its input. */
    public String name() {
        return PREFIX + value;
    }

    /** Whether histories and flags call a custom field so. */
    public static boolean isName(String name) {
        return name.matches("custom\\.[0-9]{1,18}");
    }

    /** The field that is called so. */
    public static CustomFieldId ofName(String name) {
        return new CustomFieldId(Long.parseLong(name.substring(PREFIX.length())));
    }
}
