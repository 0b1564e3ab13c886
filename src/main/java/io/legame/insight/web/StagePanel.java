package io.legame.insight.web;

import io.legame.customers.CustomerId;
import io.legame.insight.Dismissal;
import io.legame.insight.DismissedPart;
import io.legame.insight.LifeCycle;
import io.legame.insight.LifeCycleRules;
import io.legame.insight.Stage;
import io.legame.platform.Shell;
import io.legame.platform.View;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer stands, and what comes next.
 *
 * @param place null while nothing was computed yet
 * @param dismissal that holds or will hold; null for none
 * @param part somebody who was let go and is part of the customer now; null for none
 */
public record StagePanel(
        CustomerId customer,
        LifeCycle.@Nullable Place place,
        LifeCycleRules rules,
        @Nullable Dismissal dismissal,
        @Nullable DismissedPart part)
        implements View {

    /** A decision is seen at once, before the figures know of it. */
    private boolean isDismissed() {
        return place != null && dismissal != null && dismissal.holdsOn(place.day());
    }

    public Stage stage() {
        return isDismissed()
                ? Stage.DISMISSED
                : Objects.requireNonNull(place).now().stage();
    }

    public LocalDate since() {
        return isDismissed()
                ? Objects.requireNonNull(dismissal).from()
                : Objects.requireNonNull(place).now().from();
    }

    /** "At risk on 12 March if nothing is bought"; empty where nothing comes. */
    public String next(Shell shell) {
        LifeCycle.Span next = place == null || isDismissed() ? null : place.next();
        if (place == null || next == null) {
            return "";
        }
        boolean decided = next.stage() == Stage.DISMISSED || place.now().stage() == Stage.DISMISSED;
        return shell.text(
                decided ? "insight.stage.next.decided" : "insight.stage.next",
                StageTexts.name(shell, next.stage()),
                shell.date(next.from()));
    }

    public String path() {
        return DismissalForm.path(customer);
    }
}
