package io.legame.platform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The address of a page of ours with its questions, such as {@code /customers?q=Rossi%20%26%20figli&after=…}. */
public final class Address {
    private final StringBuilder text;
    private char separator = '?';

    private Address(String path) {
        this.text = new StringBuilder(path);
    }

    public static Address of(String path) {
        return new Address(path);
    }

    /** An address that may have questions already. */
    public static Address more(String address) {
        var more = new Address(address);
        more.separator = address.indexOf('?') < 0 ? '?' : '&';
        return more;
    }

    /** Any characters may be in the value; null is left out. */
    public Address with(String name, @Nullable Object value) {
        if (value != null) {
            text.append(separator)
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8)
                            .replace("+", "%20"));
            separator = '&';
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
