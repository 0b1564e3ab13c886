package io.legame.insight.web;

import io.legame.insight.Rfm;
import io.legame.platform.View;
import org.jspecify.annotations.Nullable;

/** @param overview null while nothing was computed */
public record RfmPage(Rfm.@Nullable Overview overview) implements View {
    private static final int SHADES = 8;

    /** How strong the colour of a cell is: by its customers, from none to the fullest cell. */
    public String heat(Rfm.Part part) {
        if (overview == null || part.customers() == 0) {
            return "";
        }
        long most = overview.cells().values().stream()
                .mapToLong(Rfm.Part::customers)
                .max()
                .orElse(1);
        return "heat-" + Math.max(1, Math.round((double) SHADES * part.customers() / most));
    }
}
