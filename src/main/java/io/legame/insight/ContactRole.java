package io.legame.insight;

import java.util.Locale;

/** What an interaction of some kind tells of a customer. */
public enum ContactRole {
    /** We got in touch with them, or served them. */
    CONTACT,
    /** They did something by themselves: asked, opened, clicked, answered. */
    RESPONSE,
    /** They needed help. */
    TICKET,
    /** Nothing of these: a purchase, a note of ours. */
    NONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ContactRole of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
