package io.legame.matching;

import java.util.List;

/**
 * What is compared of two records, each with its levels from the fullest agreement to none, and with what is known of
 * them before any data are seen: how often a level is met by two records of the same ({@code m}) and of two different
 * subjects ({@code u}). They are round figures for people's data in general; the more the data say, the less they count.
 */
public enum Field {
    GIVEN_NAME(
            0.01,
            0.2,
            prior(Level.EXACT, 0.75, 0.008),
            prior(Level.SWAPPED, 0.02, 0.0005),
            prior(Level.NICKNAME, 0.05, 0.003),
            prior(Level.NEAR, 0.08, 0.01),
            prior(Level.PART, 0.04, 0.01),
            prior(Level.CLOSE, 0.03, 0.05),
            prior(Level.OTHER, 0.03, 0.92)),
    MIDDLE_NAME(
            0.02,
            0.3,
            prior(Level.EXACT, 0.7, 0.02),
            prior(Level.NEAR, 0.05, 0.02),
            prior(Level.PART, 0.2, 0.06),
            prior(Level.OTHER, 0.05, 0.9)),
    FAMILY_NAME(
            1,
            0.3,
            prior(Level.EXACT, 0.78, 0.002),
            prior(Level.SWAPPED, 0.02, 0.0005),
            prior(Level.NEAR, 0.08, 0.003),
            prior(Level.PART, 0.04, 0.002),
            prior(Level.CLOSE, 0.03, 0.03),
            prior(Level.OTHER, 0.05, 0.96)),
    COMPANY(
            1,
            0.3,
            prior(Level.EXACT, 0.75, 0.0005),
            prior(Level.NEAR, 0.07, 0.001),
            prior(Level.PART, 0.08, 0.002),
            prior(Level.OTHER, 0.1, 0.9965)),
    BIRTH_DATE(
            0.01,
            0.2,
            prior(Level.EXACT, 0.85, 0.00005),
            prior(Level.NEAR, 0.06, 0.002),
            prior(Level.CLOSE, 0.04, 0.03),
            prior(Level.SAME_YEAR, 0.02, 0.015),
            prior(Level.OTHER, 0.03, 0.95)),
    /** The place where somebody lives, as fine as both know it. */
    ADDRESS(
            1,
            0.6,
            prior(Level.HOUSE, 0.5, 0.000002),
            prior(Level.STREET, 0.1, 0.00002),
            prior(Level.POSTCODE, 0.08, 0.002),
            prior(Level.TOWN, 0.12, 0.01),
            prior(Level.NEAR_TOWN, 0.04, 0.005),
            prior(Level.REGION, 0.06, 0.05),
            prior(Level.OTHER, 0.1, 0.93)),
    EMAIL(
            0.05,
            0.6,
            prior(Level.EXACT, 0.6, 0.000002),
            prior(Level.NEAR, 0.08, 0.000002),
            prior(Level.SAME_MAILBOX, 0.08, 0.00001),
            prior(Level.CLOSE, 0.03, 0.0005),
            prior(Level.OTHER, 0.21, 0.9994)),
    PHONE(
            1,
            0.6,
            prior(Level.EXACT, 0.6, 0.000003),
            prior(Level.NEAR, 0.05, 0.00002),
            prior(Level.OTHER, 0.35, 0.99997)),
    TAX_CODE(
            0,
            0.1,
            prior(Level.EXACT, 0.9, 0.0000005),
            prior(Level.NEAR, 0.07, 0.000002),
            prior(Level.OTHER, 0.03, 0.999997));

    /** What is known of a level before any data. */
    record Prior(Level level, double m, double u) {}

    private final double sharedByRelatives;
    private final double mostDifferent;

    @SuppressWarnings("ImmutableEnumChecker") // it is List.of
    private final List<Prior> priors;

    Field(double sharedByRelatives, double mostDifferent, Prior... priors) {
        this.sharedByRelatives = sharedByRelatives;
        this.mostDifferent = mostDifferent;
        this.priors = List.of(priors);
    }

    /** In the rows of numbers that are kept by field. */
    @SuppressWarnings("EnumOrdinal") // nothing is stored by it
    int place() {
        return ordinal();
    }

    private static Prior prior(Level level, double m, double u) {
        return new Prior(level, m, u);
    }

    /** From the fullest agreement to none; without {@link Level#MISSING}. */
    public List<Level> levels() {
        return priors.stream().map(Prior::level).toList();
    }

    List<Prior> priors() {
        return priors;
    }

    /** The share of relatives, or colleagues, who agree in this as one person agrees with himself. */
    double sharedByRelatives() {
        return sharedByRelatives;
    }

    /** The largest share of records of the same subject that may be taken to differ wholly. */
    double mostDifferent() {
        return mostDifferent;
    }
}
