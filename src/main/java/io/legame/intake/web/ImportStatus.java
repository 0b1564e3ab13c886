package io.legame.intake.web;

import io.legame.intake.Import;
import io.legame.intake.Imports;
import io.legame.intake.NearProduct;
import io.legame.intake.NearProducts;
import io.legame.intake.Reason;
import io.legame.platform.Shell;
import io.legame.platform.View;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is, asked for again and again, and in the end its report.
 *
 * @param near products that were not in the catalogue, and which ones were probably meant
 * @param replaced values that were read as others
 */
public record ImportStatus(
        Import what,
        @Nullable Duration duration,
        List<Reason> reasons,
        Imports.Told told,
        List<NearProduct> near,
        List<NearProducts.Replaced> replaced)
        implements View {
    private static final int MOST_SHOWN = 50;

    public List<NearProduct> shownNear() {
        return near.subList(0, Math.min(MOST_SHOWN, near.size()));
    }

    /** Those that are not read as they are. */
    public List<NearProducts.Replaced> otherwise() {
        return replaced.stream().filter(each -> !each.replacement().isLeft()).toList();
    }

    public boolean running() {
        return what.state().running();
    }

    /** One sentence, with the value: what a person has to know to put it right. */
    public static String reason(Shell shell, Reason reason) {
        String value =
                reason.examples().isEmpty() ? "" : reason.examples().getFirst().value();
        return shell.text(reason.key(), value);
    }

    /** What is told of values, in one line. */
    public static String told(Shell shell, Reason reason) {
        if (reason.key().equals("updated")) {
            return shell.text("intake.wouldBe.field", field(shell, reason));
        }
        String text = reason(shell, reason);
        return reason.field() == null
                ? text
                : shell.text("intake.field." + reason.field().code()) + ": " + text;
    }

    /** What a field that changed is called; identities are no field of the files. */
    public static String field(Shell shell, Reason update) {
        return shell.text(
                update.field() == null
                        ? "intake.field.identity"
                        : "intake.field." + update.field().code());
    }

    public String faultText(Shell shell) {
        return what.fault() == null
                ? ""
                : shell.text(what.fault(), what.faultArguments().toArray());
    }

    /** In seconds, or minutes and seconds. */
    public String took(Shell shell) {
        if (duration == null) {
            return "–";
        }
        long seconds = Math.max(0, duration.toSeconds());
        return seconds < 60
                ? shell.text("intake.seconds", shell.number(seconds))
                : shell.text("intake.minutes", shell.number(seconds / 60), shell.number(seconds % 60));
    }
}
