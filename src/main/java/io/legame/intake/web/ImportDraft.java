package io.legame.intake.web;

import io.legame.intake.Dialect;
import io.legame.intake.Format;
import io.legame.intake.Import;
import io.legame.intake.ImportKind;
import io.legame.intake.NearProduct;
import io.legame.intake.NearProducts;
import io.legame.intake.Plan;
import io.legame.intake.Preview;
import io.legame.intake.SavedMapping;
import io.legame.intake.WouldBe;
import io.legame.platform.Shell;
import io.legame.platform.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a file will be brought in, with its first rows as they will be stored; every change draws it anew.
 *
 * @param recognised what the file was proposed to be brought in as
 * @param near products that the catalogue has in another writing, and what was said of them
 */
public record ImportDraft(
        Import what, Preview preview, @Nullable SavedMapping recognised, NearProducts.Found near) implements View {
    private static final int MOST_SHOWN = 50;

    /** The most frequent ones: of a catalogue that is quite another, nobody reads a thousand. */
    public List<NearProduct> shownNear() {
        return near.products().subList(0, Math.min(MOST_SHOWN, near.products().size()));
    }

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

    /** What the rows can be: contacts are customers. */
    public List<ImportKind> kinds() {
        return isCards() ? List.of(ImportKind.CUSTOMERS) : List.of(ImportKind.values());
    }

    private boolean isCards() {
        return plan().dialect().format() == Format.VCARD;
    }

    /** How the file is read, in a line. */
    public String reading(Shell shell) {
        Dialect dialect = plan().dialect();
        String dates = shell.text("intake.dateOrder." + plan().dateOrder().code());
        String numbers = shell.text("intake.decimal." + (plan().decimalSign() == '.' ? "point" : "comma"));
        return switch (dialect.format()) {
            case CSV ->
                shell.text(
                        "intake.draft.reading",
                        shell.text("intake.delimiter." + (int) dialect.delimiter()),
                        dialect.encoding(),
                        dates,
                        numbers);
            case XLSX -> shell.text("intake.draft.readingSheet", String.valueOf(dialect.sheet()), dates, numbers);
            case VCARD -> shell.text("intake.draft.readingCards", dialect.encoding());
        };
    }

    /** The positions of the columns to show: of contacts those that are not empty, of other files all. */
    public List<Integer> shownColumns() {
        return IntStream.range(0, plan().headers().size())
                .filter(column -> !isCards() || isFilled(column))
                .boxed()
                .toList();
    }

    public List<Integer> hiddenColumns() {
        List<Integer> shown = shownColumns();
        return IntStream.range(0, plan().headers().size())
                .filter(column -> !shown.contains(column))
                .boxed()
                .toList();
    }

    private boolean isFilled(int column) {
        return !isMapped(column)
                || preview.rows().stream()
                        .anyMatch(
                                row -> !row.cells().get(position(column)).raw().isEmpty());
    }

    /** What the column means as the form sends it; empty for nothing. */
    public String meaning(int column) {
        var field = plan().fields().get(column);
        String custom = plan().custom().get(column);
        return field != null ? field.code() : custom != null ? PlanForm.CUSTOM + custom : "";
    }

    public boolean isMapped(int column) {
        return !meaning(column).isEmpty();
    }

    /** Which one of a row's cells is the column's; the columns left out have none. */
    public int position(int column) {
        boolean custom = plan().custom().containsKey(column);
        long known = plan().fields().subList(0, custom ? plan().fields().size() : column).stream()
                .filter(Objects::nonNull)
                .count();
        long before = !custom
                ? 0
                : plan().custom().keySet().stream()
                        .filter(other -> other < column)
                        .count();
        return (int) (known + before);
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
