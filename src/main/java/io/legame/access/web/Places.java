package io.legame.access.web;

import java.text.Collator;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The countries, currencies and time zones there are, in words of the reader's language. */
public record Places(List<Choice> countries, List<Choice> currencies, List<Choice> timeZones) {
    private static final String REGIONS =
            "Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific";

    static Places in(Locale language) {
        var alphabet = Collator.getInstance(language);
        Comparator<Choice> byLabel = (one, other) -> alphabet.compare(one.label(), other.label());
        return new Places(
                Arrays.stream(Locale.getISOCountries())
                        .map(code -> new Choice(code, Locale.of("", code).getDisplayCountry(language)))
                        .sorted(byLabel)
                        .toList(),
                Arrays.stream(Locale.getISOCountries())
                        .map(Places::currency)
                        .flatMap(Optional::stream)
                        .distinct()
                        .map(currency -> new Choice(
                                currency.getCurrencyCode(),
                                currency.getCurrencyCode() + " – " + currency.getDisplayName(language)))
                        .sorted(byLabel)
                        .toList(),
                ZoneId.getAvailableZoneIds().stream()
                        .filter(zone -> zone.matches("(" + REGIONS + ")/.+"))
                        .sorted()
                        .map(zone -> new Choice(zone, zone.replace('_', ' ')))
                        .toList());
    }

    /** A few territories have no currency of their own. */
    static Optional<Currency> currency(String country) {
        return Optional.ofNullable(Currency.getInstance(Locale.of("", country)));
    }

    /** Where most people live, of the countries with several time zones. */
    private static final Map<String, String> LARGEST = Map.ofEntries(
            Map.entry("AR", "America/Argentina/Buenos_Aires"),
            Map.entry("AU", "Australia/Sydney"),
            Map.entry("BR", "America/Sao_Paulo"),
            Map.entry("CA", "America/Toronto"),
            Map.entry("CD", "Africa/Kinshasa"),
            Map.entry("CL", "America/Santiago"),
            Map.entry("CN", "Asia/Shanghai"),
            Map.entry("CY", "Asia/Nicosia"),
            Map.entry("DE", "Europe/Berlin"),
            Map.entry("EC", "America/Guayaquil"),
            Map.entry("ES", "Europe/Madrid"),
            Map.entry("GL", "America/Nuuk"),
            Map.entry("ID", "Asia/Jakarta"),
            Map.entry("KZ", "Asia/Almaty"),
            Map.entry("MN", "Asia/Ulaanbaatar"),
            Map.entry("MX", "America/Mexico_City"),
            Map.entry("MY", "Asia/Kuala_Lumpur"),
            Map.entry("NZ", "Pacific/Auckland"),
            Map.entry("PG", "Pacific/Port_Moresby"),
            Map.entry("PT", "Europe/Lisbon"),
            Map.entry("RU", "Europe/Moscow"),
            Map.entry("US", "America/New_York"),
            Map.entry("UZ", "Asia/Tashkent"));

    /** The time zone of this computer if it is one of the country's, else that of most of its people. */
    static Optional<ZoneId> timeZone(String country) {
        var zones = com.ibm.icu.util.TimeZone.getAvailableIDs(
                com.ibm.icu.util.TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, country, null);
        String own = ZoneId.systemDefault().getId();
        return zones.stream()
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .min(Comparator.comparing((String zone) -> !zone.equals(own))
                        .thenComparing(zone -> !zone.equals(LARGEST.get(country)))
                        .thenComparing(Comparator.naturalOrder()))
                .map(ZoneId::of);
    }

    static boolean isCountry(@Nullable String code) {
        return code != null && Arrays.asList(Locale.getISOCountries()).contains(code);
    }
}
