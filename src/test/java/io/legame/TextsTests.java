package io.legame;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.platform.Texts;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Everything a person reads is there, in both languages. */
class TextsTests {
    private static final Path TEXTS = Path.of("src/main/resources/texts");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    /** A whole key as a literal; one that ends with a dot is the beginning of several. */
    private static final Pattern USE = Pattern.compile("\"((?:%s)\\.[A-Za-z][A-Za-z0-9.-]*)\"");

    /** What only looks like the key of a text, as the names of style sheets and scripts do: tables. */
    private static final Set<String> NO_TEXTS = Set.of("access.session", "customers.identity");

    private static final Pattern WORD = Pattern.compile("[\\p{L}']+");
    /** What is filled in where a text may be: no letter, so that it never becomes part of a word. */
    private static final String FILLED_IN = "§";

    /** How a sentence is put together: each language has the forms that its own grammar asks for. */
    private static final String GRAMMAR = ".phrase.";

    static Stream<String> modules() {
        return files(TEXTS, "_en.properties")
                .map(file -> file.getFileName().toString().replace("_en.properties", ""))
                .sorted();
    }

    /** The database keeps what fills them in as text: a number or a choice would fail on it. */
    @Test
    void faultsOfFilesAreFilledInWithTexts() {
        for (String language : List.of("en", "it")) {
            read("intake", language).forEach((key, text) -> {
                if (key.startsWith("intake.fault.")) {
                    assertThat(text).as(key).doesNotContainPattern("\\{\\d+,");
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleSpeaksBothLanguages(String module) {
        Map<String, String> english = read(module, "en");
        Map<String, String> italian = read(module, "it");
        assertThat(english.keySet()).allMatch(key -> key.startsWith(module + "."));
        english.keySet().removeIf(key -> key.contains(GRAMMAR));
        italian.keySet().removeIf(key -> key.contains(GRAMMAR));

        assertThat(italian.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
        english.forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            String translation = italian.getOrDefault(key, "");
            assertThat(translation).as(key).isNotBlank();
            assertThat(placeholders(translation)).as(key).isEqualTo(placeholders(text));
        });
    }

    /** A lone quote swallows the placeholders behind it. */
    @ParameterizedTest
    @MethodSource("modules")
    void everyTextIsAValidMessage(String module) {
        for (String language : List.of("en", "it")) {
            read(module, language).forEach((key, text) -> {
                assertThat(text.replace("''", "")).as(key + " " + language).doesNotContain("'");
                if (text.contains("{")) {
                    var values = new Object[10];
                    Arrays.fill(values, 2);
                    assertThat(new MessageFormat(text, Locale.of(language)).format(values))
                            .as(key)
                            .isNotBlank();
                }
            });
        }
    }

    /**
     * The branch of a plural that is chosen is read once more when it holds a placeholder, and each reading takes quotes
     * away: too few of them and the apostrophe is lost, too many and two are seen.
     */
    @ParameterizedTest
    @MethodSource("modules")
    void everyWordIsShownWithItsApostrophes(String module) {
        try (var application = new AnnotationConfigApplicationContext(Texts.class)) {
            Texts texts = application.getBean(Texts.class);
            var faults = new TreeSet<String>();
            for (Locale language : Texts.LANGUAGES) {
                read(module, language.getLanguage()).forEach((key, pattern) -> {
                    Set<String> meant = words(pattern.replaceAll("'+", "'"));
                    for (int number = 0; number <= 2; number++) {
                        String shown = texts.get(language, key, arguments(pattern, number));
                        if (shown.contains("{") || shown.contains("}") || !meant.containsAll(words(shown))) {
                            faults.add(key + " " + language + ": " + shown);
                        }
                    }
                });
            }
            assertThat(faults).isEmpty();
        }
    }

    private static Set<String> words(String text) {
        var words = new TreeSet<String>();
        WORD.matcher(text).results().forEach(word -> words.add(word.group()));
        return words;
    }

    /** Numbers where the text counts, and other texts where it only fills them in. */
    private static Object[] arguments(String pattern, int number) {
        var arguments = new Object[10];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = pattern.contains("{" + i + ",") ? (Object) number : FILLED_IN;
        }
        return arguments;
    }

    @Test
    void everyTextThatIsAskedForExists() {
        var known = new TreeSet<String>();
        modules().forEach(module -> known.addAll(read(module, "en").keySet()));
        var use = Pattern.compile(
                USE.pattern().formatted(String.join("|", modules().toList())));
        var missing = new TreeSet<String>();
        Stream.concat(files(Path.of("src/main/jte"), ".jte"), files(Path.of("src/main/java"), ".java"))
                .forEach(file -> use.matcher(content(file)).results().forEach(match -> {
                    String key = match.group(1);
                    boolean found = key.endsWith(".")
                            ? known.stream().anyMatch(text -> text.startsWith(key))
                            // what is recorded in the audit trail has its words beside the other texts
                            : known.contains(key) || known.contains(key.replaceFirst("\\.", ".audit."));
                    boolean asset = Files.exists(Path.of("src/main/resources/static/assets", key));
                    if (!found && !asset && !NO_TEXTS.contains(key)) {
                        missing.add(key + " in " + file);
                    }
                }));
        assertThat(missing).isEmpty();
    }

    private static List<String> placeholders(String text) {
        var found = new ArrayList<>(new TreeSet<>(
                PLACEHOLDER.matcher(text).results().map(match -> match.group(1)).toList()));
        return found;
    }

    private static Map<String, String> read(String module, String language) {
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve(module + "_" + language + ".properties"))) {
            var properties = new Properties();
            properties.load(reader);
            var texts = new HashMap<String, String>();
            properties.forEach((key, text) -> texts.put((String) key, (String) text));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
