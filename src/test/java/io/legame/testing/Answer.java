package io.legame.testing;

import java.net.http.HttpHeaders;

/** What the server said. */
public record Answer(int status, HttpHeaders headers, String body) {
    /** The header's first value; empty when there is none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
