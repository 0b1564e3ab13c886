package io.legame.intake.web;

import io.legame.intake.Import;
import io.legame.intake.Plan;
import io.legame.intake.Preview;
import io.legame.intake.WouldBe;
import io.legame.platform.Shell;
import io.legame.platform.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a file will be brought in, with its first rows as they will be stored; every change draws it anew. */
public record ImportDraft(Import what, Preview preview) implements View {
    public Plan plan() {
        return what.plan();
    }

    public @Nullable WouldBe wouldBe() {
        return what.wouldBe();
    }

    /** Why it could not be found out what would happen; empty when it could, or nobody asked. */
    public String faultText(Shell shell) {
        return what.fault() == null
                ? ""
                : shell.text(what.fault(), what.faultArguments().toArray());
    }

    public boolean mayRun() {
        return plan().missing().isEmpty() || plan().unattachable();
    }

    /** The value as it will be stored, in the viewer's way of writing. */
    public static String shown(Shell shell, Preview.Cell cell) {
        return shown(shell, cell.value());
    }

    private static String shown(Shell shell, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case LocalDate date -> shell.date(date);
            case Instant instant -> shell.formats().isMidnight(instant) ? shell.date(instant) : shell.dateTime(instant);
            case BigDecimal number -> shell.decimal(number);
            case Integer number -> shell.number(number);
            case Boolean answer -> shell.text(answer ? "intake.yes" : "intake.no");
            default -> value.toString();
        };
    }
}
