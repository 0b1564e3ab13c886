package io.legame.intake;

import java.util.Locale;

/** What a file is, once it is unpacked. */
public enum Format {
    CSV,
    XLSX,
    VCARD;

    /** As the texts write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
