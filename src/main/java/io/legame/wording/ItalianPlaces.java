package io.legame.wording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The comuni, provinces and regions of Italy by any of their writings, from the lists of ISTAT of 1 January 2020. */
public final class ItalianPlaces {
    private static final Pattern WITH_PROVINCE = Pattern.compile("(.+?)\\s*[(,]\\s*([A-Za-z]{2})\\s*\\)?");
    private static final Pattern BEFORE_PROVINCE = Pattern.compile("(.+) ([A-Z]{2})");

    private static final Pattern POSTCODE = Pattern.compile("^(?:I-)?\\d{5} ");
    private static final Pattern PROVINCE_WORDS = Pattern.compile(
            "^(?:prov(?:incia)?(?: autonoma| aut)?|pr|citta metropolitana) (?:di |del |della |dell )?(?=\\S)");
    /** The towns known by a name of another language; the list of ISTAT that we ship has the Italian ones. */
    private static final Map<String, String> OTHER_LANGUAGES = Map.ofEntries(
            Map.entry("bozen", "bolzano"),
            Map.entry("meran", "merano"),
            Map.entry("brixen", "bressanone"),
            Map.entry("bruneck", "brunico"),
            Map.entry("leifers", "laives"),
            Map.entry("sterzing", "vipiteno"),
            Map.entry("aoste", "aosta"),
            Map.entry("rome", "roma"),
            Map.entry("rom", "roma"),
            Map.entry("milan", "milano"),
            Map.entry("mailand", "milano"),
            Map.entry("turin", "torino"),
            Map.entry("florence", "firenze"),
            Map.entry("florenz", "firenze"),
            Map.entry("venice", "venezia"),
            Map.entry("venedig", "venezia"),
            Map.entry("venise", "venezia"),
            Map.entry("naples", "napoli"),
            Map.entry("neapel", "napoli"),
            Map.entry("genoa", "genova"),
            Map.entry("genua", "genova"),
            Map.entry("padua", "padova"));

    /** Provinces by a part of their name, and codes that are no longer in use. */
    private static final Map<String, String> OTHER_PROVINCES = Map.ofEntries(
            Map.entry("monza", "MB"),
            Map.entry("forli", "FC"),
            Map.entry("pesaro", "PU"),
            Map.entry("massa", "MS"),
            Map.entry("carrara", "MS"),
            Map.entry("verbania", "VB"),
            Map.entry("andria", "BT"),
            Map.entry("barletta", "BT"),
            Map.entry("trani", "BT"),
            Map.entry("bat", "BT"),
            Map.entry("vco", "VB"),
            Map.entry("aosta", "AO"),
            Map.entry("roma capitale", "RM"),
            Map.entry("fo", "FC"),
            Map.entry("ps", "PU"),
            Map.entry("olbia tempio", "OT"),
            Map.entry("ogliastra", "OG"),
            Map.entry("carbonia iglesias", "CI"),
            Map.entry("medio campidano", "VS"));

    /** The provinces of Sardinia from 2005 to 2016, which files still carry. */
    private static final Set<String> FORMER_SARDINIAN = Set.of("OT", "OG", "CI", "VS");

    private static final Map<String, String> OTHER_REGIONS = Map.ofEntries(
            Map.entry("emilia", "Emilia-Romagna"),
            Map.entry("romagna", "Emilia-Romagna"),
            Map.entry("e r", "Emilia-Romagna"),
            Map.entry("friuli", "Friuli-Venezia Giulia"),
            Map.entry("friuli v g", "Friuli-Venezia Giulia"),
            Map.entry("friuli vg", "Friuli-Venezia Giulia"),
            Map.entry("fvg", "Friuli-Venezia Giulia"),
            Map.entry("trentino", "Trentino-Alto Adige"),
            Map.entry("trentino a a", "Trentino-Alto Adige"),
            Map.entry("trentino aa", "Trentino-Alto Adige"),
            Map.entry("alto adige", "Trentino-Alto Adige"),
            Map.entry("sudtirol", "Trentino-Alto Adige"),
            Map.entry("trentino sudtirol", "Trentino-Alto Adige"),
            Map.entry("trentino south tyrol", "Trentino-Alto Adige"),
            Map.entry("val aosta", "Valle d'Aosta"),
            Map.entry("vallee aoste", "Valle d'Aosta"),
            Map.entry("aosta valley", "Valle d'Aosta"),
            Map.entry("lombardy", "Lombardia"),
            Map.entry("piedmont", "Piemonte"),
            Map.entry("tuscany", "Toscana"),
            Map.entry("sicily", "Sicilia"),
            Map.entry("sardinia", "Sardegna"),
            Map.entry("apulia", "Puglia"),
            Map.entry("puglie", "Puglia"),
            Map.entry("abruzzi", "Abruzzo"),
            Map.entry("latium", "Lazio"));

    private ItalianPlaces() {}

    /**
     * A comune.
     *
     * @param province the code of its province, such as MI
     * @param cadastralCode the code of the land registry, which fiscal codes carry too, such as F205
     */
    public record Town(String name, String province, String cadastralCode) {}

    /** Like {@link #town(String, String)} when nothing else is known. */
    public static @Nullable Town town(String text) {
        return town(text, null);
    }

    /**
     * The town of that name, by whatever case, accents, apostrophes and abbreviations it is written; null when there is
     * none, or more than one and the province does not tell which.
     *
     * @param province a code or a name; it only chooses among towns of the same name
     */
    public static @Nullable Town town(String text, @Nullable String province) {
        String name = POSTCODE.matcher(Whitespace.collapse(text)).replaceFirst("");
        Town town = withProvince(WITH_PROVINCE, name);
        if (town == null) {
            town = find(name, province == null ? null : provinceCode(province));
        }
        // after the whole name: some end in two letters themselves
        return town == null ? withProvince(BEFORE_PROVINCE, name) : town;
    }

    public static @Nullable Town townByCadastralCode(String code) {
        return Lists.TOWNS_BY_CODE.get(code.toUpperCase(Locale.ROOT));
    }

    /** The two letters of a province given by them or by its name, as in {@code MI}, {@code (mi)}, {@code prov. di Milano}. */
    public static @Nullable String provinceCode(String text) {
        Matcher both = WITH_PROVINCE.matcher(Whitespace.collapse(text));
        if (both.matches() && text.indexOf('(') > 0) {
            return provinceCode(both.group(2));
        }
        for (String key : PlaceKeys.of(text)) {
            String name = PROVINCE_WORDS.matcher(key).replaceFirst("");
            String upper = name.toUpperCase(Locale.ROOT);
            if (Lists.PROVINCE_NAMES.containsKey(upper) || FORMER_SARDINIAN.contains(upper)) {
                return upper;
            }
            String code = OTHER_PROVINCES.getOrDefault(name, Lists.PROVINCES.get(PlaceKeys.loose(name)));
            if (code != null) {
                return code;
            }
        }
        return null;
    }

    public static @Nullable String provinceName(String code) {
        return Lists.PROVINCE_NAMES.get(code);
    }

    /** The region's name as it is written everywhere, Italian where there are two languages. */
    public static @Nullable String region(String text) {
        for (String name : PlaceKeys.of(text)) {
            String loose = PlaceKeys.loose(name.startsWith("regione ") ? name.substring("regione ".length()) : name);
            String region = Lists.REGIONS.getOrDefault(loose, OTHER_REGIONS.get(loose));
            if (region != null) {
                return region;
            }
        }
        return null;
    }

    /** @param code two letters */
    public static @Nullable String regionOfProvince(String code) {
        return FORMER_SARDINIAN.contains(code) ? "Sardegna" : Lists.PROVINCE_REGIONS.get(code);
    }

    /** The codes of the provinces of regions as {@link #region} writes them. */
    static List<String> provincesOf(List<String> regions) {
        return Lists.PROVINCE_REGIONS.entrySet().stream()
                .filter(each -> regions.contains(each.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static @Nullable Town withProvince(Pattern pattern, String text) {
        Matcher both = pattern.matcher(text);
        String code = both.matches() ? provinceCode(both.group(2)) : null;
        return code == null ? null : find(both.group(1), code);
    }

    private static @Nullable Town find(String text, @Nullable String province) {
        for (String name : PlaceKeys.of(text)) {
            String known = OTHER_LANGUAGES.getOrDefault(name, name);
            for (var towns : List.of(
                    Lists.TOWNS.getOrDefault(known, List.of()),
                    Lists.LOOSE_TOWNS.getOrDefault(PlaceKeys.loose(known), List.of()))) {
                if (!towns.isEmpty()) {
                    return only(towns, text, province);
                }
            }
        }
        return null;
    }

    private static @Nullable Town only(List<Town> towns, String text, @Nullable String province) {
        if (towns.size() == 1) {
            return towns.getFirst();
        }
        String accented = ProperNames.withFinalAccent(Whitespace.collapse(text));
        var sameAccent = Folding.isAscii(accented)
                ? List.<Town>of()
                : towns.stream()
                        .filter(town -> town.name().equalsIgnoreCase(accented))
                        .toList();
        var chosen = sameAccent.size() == 1
                ? sameAccent
                : towns.stream()
                        .filter(town -> town.province().equals(province))
                        .toList();
        return chosen.size() == 1 ? chosen.getFirst() : null;
    }

    /** Read when the first place is asked for: 160 kB of text. */
    private static final class Lists {
        static final Map<String, List<Town>> TOWNS;
        static final Map<String, List<Town>> LOOSE_TOWNS;
        static final Map<String, Town> TOWNS_BY_CODE;
        static final Map<String, String> PROVINCE_NAMES = new HashMap<>();
        static final Map<String, String> PROVINCE_REGIONS = new HashMap<>();
        static final Map<String, String> PROVINCES = new HashMap<>();
        static final Map<String, String> REGIONS = new HashMap<>();

        static {
            var towns = lines("comuni.csv").stream()
                    .map(line -> new Town(line[0], line[1], line[2]))
                    .toList();
            TOWNS = towns.stream().collect(Collectors.groupingBy(town -> PlaceKeys.key(town.name())));
            LOOSE_TOWNS =
                    towns.stream().collect(Collectors.groupingBy(town -> PlaceKeys.loose(PlaceKeys.key(town.name()))));
            TOWNS_BY_CODE = towns.stream().collect(Collectors.toMap(Town::cadastralCode, town -> town));
            for (String[] line : lines("province.csv")) {
                PROVINCE_NAMES.put(line[0], line[1]);
                PROVINCE_REGIONS.put(line[0], line[2]);
                PROVINCES.put(PlaceKeys.loose(PlaceKeys.key(line[1])), line[0]);
                REGIONS.put(PlaceKeys.loose(PlaceKeys.key(line[2])), line[2]);
            }
        }

        private static List<String[]> lines(String file) {
            var stream = Objects.requireNonNull(Lists.class.getResourceAsStream("/wording/" + file), file);
            try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                return reader.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split(",", -1))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
