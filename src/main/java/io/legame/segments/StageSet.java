package io.legame.segments;

import io.legame.insight.Stage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Some stages of the life cycle.
 *
 * @param words {@link Stage#code()}s
 */
record StageSet(List<String> words) {
    private static List<String> every() {
        return Arrays.stream(Stage.values()).map(Stage::code).toList();
    }

    static StageSet read(JsonPlace place) {
        return new StageSet(place.values(value -> value.oneOf(every())));
    }

    boolean hasDismissed() {
        return words.contains(Stage.DISMISSED.code());
    }

    static Map<String, Object> schema() {
        return Schemas.list(Schemas.words(every()));
    }

    /** "at risk or lost" */
    String told(Words language) {
        return language.or(words, stage -> language.value("stage", stage));
    }

    /** The way back of {@link #told}. */
    static Piece<List<String>> piece(Words language) {
        return ListPiece.or(language, Names.of(Names.told(every(), stage -> language.value("stage", stage))));
    }

    static Slot slot(Fields fields, Words words, Proposals proposals) {
        var labels = new LinkedHashMap<String, String>();
        every().forEach(stage -> labels.put(stage, words.text("label.stage." + stage)));
        List<String> chosen = fields.all("v");
        return ClosedList.checks("v", words.text("offer.stage"), "stage", labels, chosen::contains, proposals);
    }
}
