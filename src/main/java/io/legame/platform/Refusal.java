package io.legame.platform;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * We will not do what was asked, and the person who asked can understand why: a text key with its arguments. Becomes an
 * error page for people and problem details (RFC 9457) for programs.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String key;
    private final transient List<Object> arguments;

    public Refusal(HttpStatus status, String key, Object... arguments) {
        super(key);
        this.status = status;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** What was asked for is wrong in itself. */
    public static Refusal of(String key, Object... arguments) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, key, arguments);
    }

    /** @param limit bytes */
    public static Refusal tooLarge(long limit) {
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, "platform.error.fileTooLarge", limit >> 20);
    }

    public static Refusal notFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "platform.error.notFound");
    }

    public HttpStatus status() {
        return status;
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }
}
