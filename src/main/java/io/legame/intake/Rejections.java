package io.legame.intake;

import io.legame.access.AuditTrail;
import io.legame.platform.Refusal;
import io.legame.platform.StoredFiles;
import io.legame.platform.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What imports did not take, and why. */
@Component
public class Rejections {
    private final RejectionTable table;
    private final StoredFiles files;
    private final Texts texts;
    private final AuditTrail audit;

    Rejections(RejectionTable table, StoredFiles files, Texts texts, AuditTrail audit) {
        this.table = table;
        this.files = files;
        this.texts = texts;
        this.audit = audit;
    }

    /** Why rows were not taken, the most frequent reason first. */
    public List<Reason> reasons(ImportId id) {
        return table.reasons(id);
    }

    /** Writes the rows that were not taken as CSV, with the reason in the language. */
    public void write(Import what, Locale language, OutputStream output) throws IOException {
        if (what.file() == null) {
            throw Refusal.of("intake.error.fileRemoved");
        }
        audit.record(
                "intake.rejectedExported",
                "import",
                Long.toString(what.id().value()),
                Map.of("name", what.name(), "rows", what.counts().rejected()));
        new RejectedRows(what, table, files, texts, language).write(output);
    }
}
