package io.legame.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Style sheets, scripts and icons. Their addresses carry a checksum of their content, so that a browser may keep them
 * for ever and still gets the new one after an upgrade.
 */
@Component
public class Assets {
    private static final Map<String, String> FROM_LIBRARIES = Map.of(
            "tabler.css", "META-INF/resources/webjars/tabler__core/1.4.0/dist/css/tabler.min.css",
            "htmx.js", "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js");

    private final Map<String, String> urls = new ConcurrentHashMap<>();

    /** The address of the asset of that name in {@code static/assets} or of a library. */
    public String url(String name) {
        return urls.computeIfAbsent(name, key -> "/assets/" + key + "?v=" + checksum(resource(key)));
    }

    static ClassPathResource resource(String name) {
        return new ClassPathResource(FROM_LIBRARIES.getOrDefault(name, "static/assets/" + name));
    }

    private static String checksum(ClassPathResource resource) {
        try {
            var crc = new CRC32();
            crc.update(resource.getContentAsByteArray());
            return HexFormat.of().toHexDigits((int) crc.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
