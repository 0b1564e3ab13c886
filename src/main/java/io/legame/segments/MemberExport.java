package io.legame.segments;

import static java.math.RoundingMode.HALF_UP;

import io.legame.access.AuditTrail;
import io.legame.platform.Formats;
import io.legame.platform.TableFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The members of a segment as CSV. Written to a temporary file first, so that a slow reader does not hold the
 * warehouse, and so that an error comes before the first byte.
 */
@Component
public class MemberExport {
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
        try (TableFile file = TableFile.open(TableFile.Format.CSV, Files.newOutputStream(path), words.locale())) {
            file.row(Stream.of("id", "name", "email", "phone", "town", "revenue", "lastPurchase")
                    .map(column -> words.text("csv." + column))
                    .toList());
            members.each(segment.filter(), asOf, member -> {
                file.row(Arrays.asList(
                        member.customer(),
                        member.name(),
                        member.email(),
                        member.phone(),
                        member.town(),
                        member.revenue().setScale(decimals, HALF_UP),
                        member.lastPurchase()));
                rows.incrementAndGet();
            });
        }
        return rows.get();
    }

    private static int fractionDigits(Formats formats) {
        return formats.currency().getDefaultFractionDigits();
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
