package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The texts of a large workbook, asked for in any order. */
class SharedStringsTests {
    private static final int COUNT = 300_000;

    @Test
    void hundredsOfThousandsOfDifferentTextsStayOnTheDisk() throws IOException {
        var xml = new StringBuilder("<sst>");
        for (int i = 0; i < COUNT; i++) {
            xml.append("<si><t>").append(text(i)).append("</t></si>");
        }
        byte[] bytes = xml.append("</sst>").toString().getBytes(StandardCharsets.UTF_8);
        xml.setLength(0);
        xml.trimToSize();
        long before = used();
        try (var strings = new SharedStrings(new XmlPart(new ByteArrayInputStream(bytes)))) {
            for (int i = 0; i < COUNT; i++) {
                assertThat(strings.get(i)).isEqualTo(text(i));
            }
            assertThat((used() - before) >> 20).as("megabytes of thirty").isLessThan(12);
            var random = new Random(1);
            for (int i = 0; i < 5_000; i++) {
                int number = random.nextInt(COUNT);
                assertThat(strings.get(number)).isEqualTo(text(number));
            }
            assertThat(strings.get(COUNT)).isNull();
            assertThat(strings.get(-1)).isNull();
        }
    }

    private static String text(int number) {
        return "cliente" + number + "@esempio-" + number % 7 + ".città.it";
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
