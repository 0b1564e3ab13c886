package io.legame.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The examples that the users' guide works through read as it says. */
@LegameTest
class SegmentExamplesTests {
    private static final Pattern EXAMPLE = Pattern.compile("> (.+)\\R+```json\\R(.+)\\R```");
    private static final int EXAMPLES = 12;

    @Autowired
    private Filters filters;

    @Autowired
    private Telling telling;

    @ParameterizedTest
    @ValueSource(strings = {"en", "it"})
    void theGuideTellsEachExampleAsTheBuilderDoes(String language) throws IOException {
        var examples = EXAMPLE.matcher(Files.readString(Path.of("docs/users/segments." + language + ".md")));
        int found = 0;
        while (examples.find()) {
            String sentence = Sentence.of(filters.read(examples.group(2)), telling.words(Locale.of(language)));
            assertThat(sentence.replace('\u00a0', ' ').replace('\u202f', ' ')).isEqualTo(examples.group(1));
            found++;
        }
        assertThat(found).isEqualTo(EXAMPLES);
    }
}
