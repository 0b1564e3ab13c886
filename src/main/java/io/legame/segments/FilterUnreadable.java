package io.legame.segments;

/** What was given is not a filter. */
final class FilterUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String pointer;
    private final String key;
    private final transient Object[] arguments;

    /**
     * @param pointer the place in the JSON document (RFC 6901)
     * @param key a text key
     */
    FilterUnreadable(String pointer, String key, Object... arguments) {
        super(key + " at " + pointer);
        this.pointer = pointer;
        this.key = key;
        this.arguments = arguments;
    }

    String pointer() {
        return pointer;
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments.clone();
    }
}
