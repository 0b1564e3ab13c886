package io.legame.sample;

import io.legame.timeline.Channel;
import io.legame.timeline.Touchpoint;

/** The six shops. */
enum Outlet {
    MI("Milano Brera", 0.26),
    RM("Roma Prati", 0.20),
    TO("Torino Centro", 0.14),
    BO("Bologna Portici", 0.13),
    FI("Firenze Lungarno", 0.12),
    NA("Napoli Chiaia", 0.11);

    /** The rest lives far from any shop. */
    static final double FAR = 0.04;

    private final String title;
    /** Of the customers, who live around it. */
    final double share;

    Outlet(String title, double share) {
        this.title = title;
        this.share = share;
    }

    Touchpoint touchpoint() {
        return new Touchpoint(title, Channel.SHOP);
    }

    boolean isIn(String town) {
        return title.startsWith(town + " ");
    }
}
