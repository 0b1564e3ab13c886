package io.legame.intake;

import io.legame.timeline.Currencies;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What currencies are called in files: codes in whatever case, and signs, some of which are those of several. */
final class CurrencySigns {
    /** The first is who is meant where nothing else tells; empty in its place where nobody can know. */
    private static final Map<String, List<String>> SIGNS = Map.ofEntries(
            Map.entry("€", List.of("EUR")),
            Map.entry("EURO", List.of("EUR")),
            Map.entry(
                    "$",
                    List.of(
                            "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU", "DOP",
                            "JMD", "TTD", "BSD", "BBD", "BMD", "BND", "BZD", "FJD", "GYD", "KYD", "LRD", "NAD", "SBD",
                            "SRD", "XCD")),
            Map.entry("US$", List.of("USD")),
            Map.entry("C$", List.of("CAD")),
            Map.entry("CA$", List.of("CAD")),
            Map.entry("A$", List.of("AUD")),
            Map.entry("AU$", List.of("AUD")),
            Map.entry("NZ$", List.of("NZD")),
            Map.entry("HK$", List.of("HKD")),
            Map.entry("R$", List.of("BRL")),
            Map.entry("£", List.of("GBP", "EGP", "LBP", "SYP", "SDG", "SSP", "FKP", "GIP", "SHP")),
            Map.entry("¥", List.of("", "JPY", "CNY")),
            Map.entry("KR", List.of("", "SEK", "NOK", "DKK", "ISK")),
            Map.entry("FR", List.of("CHF")),
            Map.entry("SFR", List.of("CHF")),
            Map.entry("ZŁ", List.of("PLN")),
            Map.entry("KČ", List.of("CZK")),
            Map.entry("FT", List.of("HUF")),
            Map.entry("LEI", List.of("RON")),
            Map.entry("₹", List.of("INR")),
            Map.entry("₽", List.of("RUB")),
            Map.entry("₺", List.of("TRY")),
            Map.entry("₴", List.of("UAH")),
            Map.entry("₪", List.of("ILS")),
            Map.entry("₩", List.of("KRW")),
            Map.entry("₫", List.of("VND")),
            Map.entry("₦", List.of("NGN")),
            Map.entry("₱", List.of("PHP")),
            Map.entry("₸", List.of("KZT")),
            Map.entry("₾", List.of("GEL")),
            Map.entry("฿", List.of("THB")));

    private final String own;
    private final Set<String> converted;

    /**
     * @param own the company's currency
     * @param converted those that have exchange rates
     */
    CurrencySigns(String own, Collection<String> converted) {
        this.own = own;
        this.converted = Set.copyOf(converted);
    }

    /** The currencies that may be meant, the likeliest first; none for what is no currency. */
    List<String> meant(String written) {
        String bare = written.strip().toUpperCase(Locale.ROOT);
        return Currencies.find(bare)
                .map(List::of)
                .orElseGet(() -> SIGNS.getOrDefault(
                        bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare, List.of()));
    }

    /**
     * The one of them: the company's own, else the only one that has rates, else the usual one where none has.
     *
     * @return null when nobody can know
     */
    @Nullable
    String one(List<String> meant) {
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        if (meant.contains(own)) {
            return own;
        }
        List<String> known = meant.stream().filter(converted::contains).toList();
        if (known.size() == 1) {
            return known.getFirst();
        }
        return known.isEmpty() && !meant.getFirst().isEmpty() ? meant.getFirst() : null;
    }
}
