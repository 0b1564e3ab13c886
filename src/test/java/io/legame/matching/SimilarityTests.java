package io.legame.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityTests {
    private final Similarity similarity = new Similarity();

    @Test
    void jaroWinklerIsThatOfTheLibrary() {
        var library = new JaroWinklerSimilarity();
        var random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            String one = word(random);
            String other = random.nextBoolean() ? word(random) : changed(one, random);
            var texts = new Dictionary();
            int first = texts.add(one);
            int second = texts.add(other);
            assertThat(similarity.jaroWinkler(texts, first, second))
                    .as(one + " " + other)
                    .isCloseTo(library.apply(one, other), within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "maria,maria,0",
        "maria,mario,1",
        "maria,mraia,1",
        "maria,mria,1",
        "maria,maaria,1",
        "ca,abc,3",
        "rossi,bianchi,3"
    })
    void editsAreCountedUpToTheLimit(String one, String other, int edits) {
        var texts = new Dictionary();
        assertThat(similarity.edits(texts, texts.add(one), texts.add(other), 2)).isEqualTo(edits);
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        int length = 1 + random.nextInt(14);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(6)));
        }
        return word.toString();
    }

    private static String changed(String word, Random random) {
        int at = random.nextInt(word.length());
        return word.substring(0, at) + (char) ('a' + random.nextInt(6)) + word.substring(at);
    }
}
