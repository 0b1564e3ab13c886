package io.legame.intake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names that columns go by, from {@code intake/column-names.properties}, and what they mean. */
final class ColumnNames {
    /** Whose phone, e-mail or address a column is, and how well such a one fits the field. */
    enum Place {
        PLAIN(0),
        MOBILE(105),
        MAIN(80),
        HOME(79),
        WORK(78),
        OTHER(70);

        private final int fit;

        Place(int fit) {
            this.fit = fit;
        }
    }

    /** @param fit from 0 (not at all) to 105 */
    record Meaning(Place place, int fit) {
        private static final Meaning NONE = new Meaning(Place.PLAIN, 0);
    }

    /** What people have several of: numbers in names count them. */
    private static final Set<Field> SEVERAL = EnumSet.of(
            Field.EMAIL,
            Field.PHONE,
            Field.WEBSITE,
            Field.COMPANY_NAME,
            Field.JOB_TITLE,
            Field.STREET,
            Field.POSTCODE,
            Field.TOWN,
            Field.PROVINCE,
            Field.REGION,
            Field.COUNTRY);

    /** Words that say whose column it is and nothing more. */
    private static final List<String> PREFIXES = List.of(
            "customer",
            "cliente",
            "client",
            "contact",
            "contatto",
            "product",
            "prodotto",
            "articolo",
            "item",
            "order",
            "ordine",
            "sales",
            "vendita",
            "return",
            "reso",
            "billing",
            "fatturazione",
            "shipping",
            "spedizione",
            "primary",
            "mailing",
            "dati",
            "invoice",
            "fattura",
            "user",
            "member",
            "address",
            "indirizzo");

    private static final Map<String, Place> PLACES = Map.of(
            "home", Place.HOME,
            "personal", Place.HOME,
            "private", Place.HOME,
            "business", Place.WORK,
            "work", Place.WORK,
            "office", Place.WORK,
            "other", Place.OTHER,
            "secondary", Place.OTHER,
            "alternate", Place.OTHER);

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Map<Field, Map<String, Meaning>> NAMES = read();

    private ColumnNames() {}

    private static Map<Field, Map<String, Meaning>> read() {
        var properties = new Properties();
        try (var stream = ColumnNames.class.getResourceAsStream("/intake/column-names.properties");
                var reader = new InputStreamReader(java.util.Objects.requireNonNull(stream), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var names = new EnumMap<Field, Map<String, Meaning>>(Field.class);
        properties.forEach((key, list) -> add(names, (String) key, ((String) list).split(",", -1)));
        return names;
    }

    private static void add(Map<Field, Map<String, Meaning>> names, String key, String[] list) {
        int dot = key.indexOf('.');
        Field field = Field.valueOf(dot < 0 ? key : key.substring(0, dot));
        Place place =
                dot < 0 ? Place.PLAIN : Place.valueOf(key.substring(dot + 1).toUpperCase(Locale.ROOT));
        Map<String, Meaning> ofField = names.computeIfAbsent(field, each -> new HashMap<>());
        for (int i = 0; i < list.length; i++) {
            var meaning = new Meaning(place, place == Place.PLAIN ? 100 - Math.min(i, 19) : place.fit);
            ofField.merge(plain(list[i]), meaning, (one, other) -> one.fit() >= other.fit() ? one : other);
        }
    }

    /** Letters and digits only, in lower case, without accents. */
    static String plain(String name) {
        String bare = Normalizer.normalize(name, Normalizer.Form.NFD);
        var plain = new StringBuilder(bare.length());
        bare.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** How well the name fits the field; earlier synonyms fit a little better. */
    static int fit(String columnName, Field field) {
        return meaning(columnName, field).fit();
    }

    static Meaning meaning(String columnName, Field field) {
        Map<String, Meaning> names = NAMES.getOrDefault(field, Map.of());
        String plain = plain(columnName);
        Meaning found = exactOrPrefixed(plain, names, field);
        if (found.fit() > 0 || !SEVERAL.contains(field)) {
            return found;
        }
        var number = NUMBER.matcher(plain);
        if (!number.find()) {
            return found;
        }
        boolean first = number.group().equals("1");
        Meaning numbered = exactOrPrefixed(NUMBER.matcher(plain).replaceAll(""), names, field);
        return numbered.fit() == 0 ? numbered : new Meaning(numbered.place(), numbered.fit() - (first ? 1 : 10));
    }

    private static Meaning exactOrPrefixed(String plain, Map<String, Meaning> names, Field field) {
        Meaning exact = names.get(plain);
        if (exact != null) {
            return exact;
        }
        Meaning prefixed = prefixed(plain, names);
        if (prefixed.fit() > 0 || !SEVERAL.contains(field)) {
            return prefixed;
        }
        for (var prefix : PLACES.entrySet()) {
            if (goesOn(plain, prefix.getKey())) {
                String rest = plain.substring(prefix.getKey().length());
                Meaning shorter = names.getOrDefault(rest, prefixed(rest, names));
                if (shorter.fit() > 0) {
                    return new Meaning(prefix.getValue(), prefix.getValue().fit - 5);
                }
            }
        }
        return Meaning.NONE;
    }

    private static Meaning prefixed(String plain, Map<String, Meaning> names) {
        for (String prefix : PREFIXES) {
            Meaning shorter = goesOn(plain, prefix) ? names.get(plain.substring(prefix.length())) : null;
            if (shorter != null) {
                return new Meaning(shorter.place(), Math.min(shorter.fit(), 100) - 20);
            }
        }
        for (String prefix : PREFIXES) {
            String rest = goesOn(plain, prefix) ? plain.substring(prefix.length()) : "";
            for (String second : PREFIXES) {
                Meaning shorter = goesOn(rest, second) ? names.get(rest.substring(second.length())) : null;
                if (shorter != null) {
                    return new Meaning(shorter.place(), Math.min(shorter.fit(), 100) - 25);
                }
            }
        }
        return Meaning.NONE;
    }

    private static boolean goesOn(String plain, String prefix) {
        return plain.startsWith(prefix) && plain.length() > prefix.length() + 1;
    }

    static boolean isKnown(@Nullable String columnName) {
        return columnName != null && Arrays.stream(Field.values()).anyMatch(field -> fit(columnName, field) > 0);
    }
}
