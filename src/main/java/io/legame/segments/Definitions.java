package io.legame.segments;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the saved segments ask for, told by the question to the warehouse itself: it changes with whatever the segment's
 * members depend on but facts and days, such as another segment that it asks for, or the type of a field.
 */
@Component
class Definitions {
    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);
    /** What segments depend on besides each other changes rarely, and nobody tells us. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final Segments segments;
    private @Nullable Known known;

    private record Known(String state, long at, Map<Segment, String> definitions) {}

    Definitions(Segments segments) {
        this.segments = segments;
    }

    synchronized Map<Segment, String> now() {
        String state = segments.state();
        Known held = known;
        if (held == null || !held.state().equals(state) || System.nanoTime() - held.at() > KEPT.toNanos()) {
            held = new Known(state, System.nanoTime(), read());
            known = held;
        }
        return held.definitions();
    }

    private Map<Segment, String> read() {
        var definitions = new LinkedHashMap<Segment, String>();
        segments.all().forEach(segment -> definitions.put(segment, of(segment.filter())));
        return definitions;
    }

    private static String of(Filter filter) {
        String question = DSL.using(SQLDialect.DUCKDB).renderInlined(Filters.members(filter, ANY_DAY));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(question.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
