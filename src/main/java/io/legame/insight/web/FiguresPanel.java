package io.legame.insight.web;

import io.legame.insight.CompanyFigures;
import io.legame.platform.Shell;
import io.legame.platform.View;
import org.jspecify.annotations.Nullable;

public record FiguresPanel(CompanyFigures.Headline figures) implements View {
    public String shareOfCustomers(Shell shell, long some) {
        return shell.percent(figures.customers() == 0 ? 0 : (double) some / figures.customers());
    }

    /** Such as "+4.2%"; null where there is nothing to compare with. */
    public @Nullable String growth(Shell shell) {
        Double growth = figures.growth();
        return growth == null ? null : (growth > 0 ? "+" : "") + shell.percent(growth);
    }
}
