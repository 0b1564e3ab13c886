package io.legame.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What assistants write down and customers ask, by occasion. */
final class Phrases {
    private final Map<String, List<String>> byUse = new LinkedHashMap<>();

    Phrases() {
        Lists.rows("phrases")
                .forEach(row -> byUse.computeIfAbsent(row.getField("use"), use -> new ArrayList<>())
                        .add(row.getField("text")));
    }

    /** One of the phrases for the use, with {@code {0}}, {@code {1}}… replaced. */
    String say(String use, Draw draw, Object... things) {
        String text = draw.one(Objects.requireNonNull(byUse.get(use), use));
        for (int i = 0; i < things.length; i++) {
            text = text.replace("{" + i + "}", things[i].toString());
        }
        return text;
    }
}
