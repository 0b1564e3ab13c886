package io.legame.segments.web;

import io.legame.platform.Shell;
import io.legame.platform.View;
import io.legame.segments.Mix;
import io.legame.segments.Profile;
import io.legame.segments.Trait;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** What a group is like, beside all customers. */
public record SegmentProfile(Profile profile) implements View {
    public static String label(Shell shell, Mix mix, Mix.Part part) {
        String value = part.value();
        if (value == null) {
            return shell.text(
                    part.others() ? "segments.profile.others" : "segments.profile.unknown." + key(mix.trait()));
        }
        return switch (mix.trait()) {
            case TIER -> shell.text("segments.label.tier." + value);
            case STAGE -> shell.text("segments.label.stage." + value);
            case AGE -> age(shell, value);
            case GENDER -> value.matches("[FMX]") ? shell.text("segments.label.gender." + value) : value;
            case CHANNEL -> shell.text("segments.value.channel." + value);
            case REGION, CATEGORY -> value;
        };
    }

    private static String key(Trait trait) {
        return trait == Trait.STAGE || trait == Trait.CATEGORY ? trait.code() : "other";
    }

    private static String age(Shell shell, String band) {
        String[] ends = band.split("-", 2);
        if (ends[0].equals("0")) {
            return shell.text("segments.profile.under", Integer.parseInt(ends[1]) + 1);
        }
        return ends[1].isEmpty() ? shell.text("segments.profile.over", ends[0]) : ends[0] + "–" + ends[1];
    }

    /** The class that gives a part the colour of its tier or stage. */
    public static String style(Mix mix, Mix.Part part) {
        return switch (mix.trait()) {
            case TIER -> "tier-" + part.value();
            case STAGE -> part.value() == null ? "" : "stage-" + part.value();
            case AGE, GENDER, REGION, CHANNEL, CATEGORY -> "";
        };
    }

    /** How far a share reaches in the picture of its mix, where the longest one takes all the width. */
    public static String length(Mix mix, double share) {
        double longest = mix.parts().stream()
                .mapToDouble(part -> Math.max(mix.share(part), mix.shareOfAll(part)))
                .max()
                .orElse(0);
        return String.format(Locale.ROOT, "%.4f", longest <= 0 ? 0 : Math.clamp(share / longest, 0, 1));
    }

    /** Such as ×1.8; what is not among all customers cannot be compared with them. */
    public static String index(Shell shell, Mix mix, Mix.Part part) {
        Double index = mix.index(part);
        return index == null
                ? ""
                : "×" + shell.decimal(BigDecimal.valueOf(index).setScale(index < 10 ? 1 : 0, RoundingMode.HALF_UP));
    }
}
