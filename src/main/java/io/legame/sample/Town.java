package io.legame.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where people live.
 *
 * @param province two letters; empty abroad
 * @param thousands of inhabitants
 * @param outlet the shop around the corner; null when none is near
 */
record Town(
        String name,
        String province,
        String region,
        int thousands,
        @Nullable Outlet outlet,
        String country) {
    static final List<String> NORTH = List.of("L", "P", "G", "V");

    static Weighted<Town> all() {
        List<Town> towns = Lists.rows("towns").stream()
                .map(row -> new Town(
                        row.getField("town"),
                        row.getField("province"),
                        row.getField("region"),
                        Integer.parseInt(row.getField("thousands")),
                        row.getField("shop").isEmpty() ? null : Outlet.valueOf(row.getField("shop")),
                        row.getField("country")))
                .toList();
        Map<String, Double> around = new LinkedHashMap<>();
        towns.forEach(town -> around.merge(town.near(), town.pull(), Double::sum));
        return new Weighted<>(towns, town -> town.share() * town.pull() / around.getOrDefault(town.near(), 1.0));
    }

    private String near() {
        return outlet == null ? "" : outlet.name();
    }

    private double share() {
        return outlet == null ? Outlet.FAR : outlet.share;
    }

    /** A town sends fewer customers than its size says, a neighbour fewer than the shop's own town. */
    private double pull() {
        boolean own = outlet != null && outlet.isIn(name);
        return StrictMath.pow(thousands, 0.8) * (own ? 1 : 0.6) * (country.equals("IT") ? 1 : 0.04);
    }

    /** Which family names are at home here: a letter of {@code family_names.csv}. */
    String area() {
        return switch (region) {
            case "Lombardia" -> "L";
            case "Piemonte", "Valle d'Aosta" -> "P";
            case "Liguria" -> "G";
            case "Veneto", "Friuli-Venezia Giulia", "Trentino-Alto Adige" -> "V";
            case "Emilia-Romagna" -> "E";
            case "Toscana" -> "T";
            case "Lazio", "Umbria", "Marche", "Abruzzo" -> "C";
            case "Sicilia", "Calabria" -> "I";
            case "Sardegna" -> "D";
            default -> "S";
        };
    }
}
