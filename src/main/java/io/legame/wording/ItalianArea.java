package io.legame.wording;

import java.util.List;
import java.util.Locale;

/**
 * The five areas of Italy by which its statistics are told: level 1 of NUTS, Regulation (EC) No 1059/2003, Annex I.
 */
public enum ItalianArea {
    NORTH_WEST("Piemonte", "Valle d'Aosta", "Liguria", "Lombardia"),
    NORTH_EAST("Trentino-Alto Adige", "Veneto", "Friuli-Venezia Giulia", "Emilia-Romagna"),
    CENTRE("Toscana", "Umbria", "Marche", "Lazio"),
    SOUTH("Abruzzo", "Molise", "Campania", "Puglia", "Basilicata", "Calabria"),
    ISLANDS("Sicilia", "Sardegna");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> regions;

    ItalianArea(String... regions) {
        this.regions = List.of(regions);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As {@link ItalianPlaces} writes them. */
    public List<String> regions() {
        return regions;
    }

    /** Their codes, such as {@code MI}. */
    public List<String> provinces() {
        return ItalianPlaces.provincesOf(regions);
    }
}
