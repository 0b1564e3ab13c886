package io.legame.platform;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Everything a person reads, from {@code texts/<module>_<language>.properties} in UTF-8. A further language is one more
 * file a module. A missing text is an error of ours and shows as its key.
 */
@Component
public class Texts {
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.ITALIAN);

    private final Map<String, Map<String, String>> byLanguage = new HashMap<>();

    Texts() {
        LANGUAGES.forEach(language -> byLanguage.put(language.getLanguage(), read(language)));
    }

    private static Map<String, String> read(Locale language) {
        var texts = new HashMap<String, String>();
        try {
            var resources = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:texts/*_" + language.getLanguage() + ".properties");
            for (var resource : resources) {
                var properties = new Properties();
                try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> texts.put((String) key, (String) text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** The text in the language, with {@code {0}} and the like filled in, in that language's numbers, plurals and days. */
    public String get(Locale locale, String key, Object... arguments) {
        String text = byLanguage.getOrDefault(locale.getLanguage(), Map.of()).get(key);
        if (text == null) {
            return key;
        }
        return arguments.length == 0 && text.indexOf('\'') < 0 && text.indexOf('{') < 0
                ? text
                : new MessageFormat(text, locale).format(written(locale, arguments));
    }

    private static Object[] written(Locale locale, Object... arguments) {
        Object[] written = arguments.clone();
        for (int i = 0; i < written.length; i++) {
            if (written[i] instanceof LocalDate day) {
                written[i] = Formats.date(day, locale);
            }
        }
        return written;
    }

    /** The texts of one kind as they are written, by what follows in their keys. */
    public SortedMap<String, String> under(Locale locale, String beginning) {
        var texts = new TreeMap<String, String>();
        byLanguage.getOrDefault(locale.getLanguage(), Map.of()).forEach((key, text) -> {
            if (key.startsWith(beginning)) {
                texts.put(key.substring(beginning.length()), text);
            }
        });
        return texts;
    }

    /** The pattern of a text, with its {@code {0}} and the like; the key where there is no such text. */
    public String pattern(Locale locale, String key) {
        return byLanguage.getOrDefault(locale.getLanguage(), Map.of()).getOrDefault(key, key);
    }

    public boolean has(Locale locale, String key) {
        return byLanguage.getOrDefault(locale.getLanguage(), Map.of()).containsKey(key);
    }
}
