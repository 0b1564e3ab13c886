package io.legame.platform;

import java.time.ZoneId;
import java.time.ZoneOffset;

/** A time zone in a statement of PostgreSQL that takes no parameters. */
public final class ZoneLiteral {
    private ZoneLiteral() {}

    /** PostgreSQL reads the sign of {@code '+02:00'} the other way round when it is a zone's name. */
    public static String of(ZoneId timeZone) {
        return (timeZone instanceof ZoneOffset ? "interval '" : "'")
                + timeZone.getId().replace("'", "") + "'";
    }
}
