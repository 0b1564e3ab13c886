package io.legame.intake;

import java.util.Arrays;
import java.util.List;

/** The file as a whole cannot be brought in, and nothing of it was. Its key is a text for who sent the file. */
final class FileFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String key;
    private final transient List<Object> arguments;

    FileFault(String key, Object... arguments) {
        super(key + Arrays.toString(arguments));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    String key() {
        return key;
    }

    List<String> arguments() {
        return arguments.stream().map(Object::toString).toList();
    }
}
