package io.legame.segments;

import static java.math.RoundingMode.HALF_UP;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.legame.access.AuditTrail;
import io.legame.platform.Formats;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The members of a segment as CSV. Written to a temporary file first, so that a slow reader does not hold the
 * warehouse, and so that an error comes before the first byte.
 */
@Component
public class MemberExport {
    /** A spreadsheet takes what begins with these for a formula. */
    private static final String FORMULA_BEGINNINGS = "=+-@\t\r";

    private final Members members;
    private final Telling telling;
    private final AuditTrail audit;

    MemberExport(Members members, Telling telling, AuditTrail audit) {
        this.members = members;
        this.telling = telling;
        this.audit = audit;
    }

    public CsvFile of(Segment segment, LocalDate asOf) throws IOException {
        Path path = Files.createTempFile("legame-members", ".csv");
        try {
            long rows = write(segment, asOf, path);
            audit.record(
                    "segments.exported",
                    "segment",
                    Long.toString(segment.id().value()),
                    Map.of("name", segment.name(), "asOf", asOf.toString(), "customers", rows));
            return new CsvFile(path, Files.size(path));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private long write(Segment segment, LocalDate asOf, Path path) throws IOException {
        var rows = new AtomicLong();
        Words words = telling.words();
        int decimals = fractionDigits(words.formats());
        try (BufferedWriter file = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
                CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(Stream.of("id", "name", "email", "phone", "town", "revenue", "lastPurchase")
                    .map(column -> words.text("csv." + column))
                    .toList());
            members.each(segment.filter(), asOf, member -> {
                csv.writeRecord(List.of(
                        Long.toString(member.customer()),
                        safe(member.name()),
                        safe(member.email()),
                        safe(member.phone()),
                        safe(member.town()),
                        member.revenue().setScale(decimals, HALF_UP).toPlainString(),
                        Objects.toString(member.lastPurchase(), "")));
                rows.incrementAndGet();
            });
        }
        return rows.get();
    }

    private static int fractionDigits(Formats formats) {
        return formats.currency().getDefaultFractionDigits();
    }

    static String safe(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        return FORMULA_BEGINNINGS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    /** The file; closing it removes it. */
    public record CsvFile(Path path, long bytes) implements AutoCloseable {
        public void copyTo(OutputStream output) throws IOException {
            Files.copy(path, output);
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }
}
