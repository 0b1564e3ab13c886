package io.legame.sample;

/**
 * How somebody shops. Who buys how often, and when they stop, follows Fader, Hardie and Lee (2005), "Counting your
 * customers the easy way": rates are gamma, the chance to leave after a purchase is beta distributed.
 *
 * @param joined when they became customers as a share of the two years; negative if before
 * @param lapsed whether they had left before the two years began
 * @param rate purchases a year; zero for those who only ever read
 * @param leaving the chance not to come back after a purchase
 * @param online the share of purchases at the e-shop, in the middle of the two years
 * @param reads the chance that a newsletter is opened; zero without newsletter
 * @param texted whether short messages are welcome
 * @param home the share of things for the home in what they buy
 * @param size which of a model's sizes fits, from 0 to 1
 * @param large how many lines a purchase has beyond the first, on average
 */
record Habits(
        double joined,
        boolean lapsed,
        double rate,
        double leaving,
        double online,
        double reads,
        boolean texted,
        double home,
        double size,
        double large) {
    private static final double CUSTOMERS_BEFORE = 0.5;
    /** Of those, some had stopped buying long ago. */
    private static final double LAPSED = 0.16;

    private static final double ONLY_READERS = 0.07;
    /** Few buy often and many rarely: the shape and the mean of the yearly rates. */
    private static final double SHAPE = 0.75;

    private static final double MEAN_RATE = 4.85;

    static Habits of(Person person) {
        var draw = new Draw("habits", person.index());
        boolean company = person.company() != null;
        boolean reader = person.email() != null && draw.chance(0.72);
        double rate = company ? 1 + 2 * draw.gamma(1.2) : MEAN_RATE / SHAPE * draw.gamma(SHAPE);
        double joined = draw.chance(CUSTOMERS_BEFORE) ? -1 : StrictMath.pow(draw.share(), 0.85);
        return new Habits(
                joined,
                joined < 0 && draw.chance(LAPSED),
                reader && !company && draw.chance(ONLY_READERS) ? 0 : person.twin() ? 1.2 : rate,
                draw.beta(1.1, 12),
                online(person, draw),
                reader ? Math.min(0.95, 0.08 + draw.beta(1.4, 2.6)) : 0,
                person.phone() != null && draw.chance(0.7),
                draw.chance(0.08) ? 0.85 : draw.beta(1.3, 4.6),
                draw.share(),
                company ? 3.5 : 0.7 + draw.gamma(1.6) * 0.45);
    }

    private static double online(Person person, Draw draw) {
        if (person.email() == null) {
            return 0;
        }
        if (person.town().outlet() == null) {
            return 0.97;
        }
        double ofTheAge = switch (person.birthDate().getYear() / 15) {
            case 133, 134 -> 0.52;
            case 132 -> 0.44;
            case 131 -> 0.32;
            case 130 -> 0.2;
            default -> 0.1;
        };
        return draw.beta(3 * ofTheAge, 3 * (1 - ofTheAge));
    }
}
