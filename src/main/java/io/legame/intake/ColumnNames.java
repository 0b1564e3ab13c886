package io.legame.intake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The names that columns go by, from {@code intake/column-names.properties}, and what they mean. */
final class ColumnNames {
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
            "home",
            "user",
            "member");

    private static final Map<Field, List<String>> NAMES = read();

    private ColumnNames() {}

    private static Map<Field, List<String>> read() {
        var properties = new Properties();
        try (var stream = ColumnNames.class.getResourceAsStream("/intake/column-names.properties");
                var reader = new InputStreamReader(java.util.Objects.requireNonNull(stream), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var names = new EnumMap<Field, List<String>>(Field.class);
        properties.forEach((field, list) -> names.put(
                Field.valueOf((String) field),
                Arrays.stream(((String) list).split(",", -1))
                        .map(ColumnNames::plain)
                        .toList()));
        return names;
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

    /** How well the name fits the field, from 0 (not at all) to 100; earlier synonyms fit a little better. */
    static int fit(String columnName, Field field) {
        List<String> names = NAMES.getOrDefault(field, List.of());
        String plain = plain(columnName);
        int exact = names.indexOf(plain);
        if (exact >= 0) {
            return 100 - Math.min(exact, 19);
        }
        for (String shorter : withoutPrefixes(plain)) {
            int found = names.indexOf(shorter);
            if (found >= 0) {
                return 80 - Math.min(found, 19);
            }
        }
        return 0;
    }

    private static List<String> withoutPrefixes(String plain) {
        var shorter = new ArrayList<String>();
        for (String prefix : PREFIXES) {
            if (plain.startsWith(prefix) && plain.length() > prefix.length() + 1) {
                shorter.add(plain.substring(prefix.length()));
            }
        }
        return shorter;
    }

    static boolean isKnown(@Nullable String columnName) {
        return columnName != null && Arrays.stream(Field.values()).anyMatch(field -> fit(columnName, field) > 0);
    }
}
