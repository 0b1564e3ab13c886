package io.legame.segments;

import io.legame.platform.Refusal;
import io.legame.platform.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** From a sentence back to the filter that it tells. */
@Component
public class FilterSentences {
    /** More than fifty conditions take, unless they name hundreds of values. */
    static final int LONGEST = 8_000;

    private static final LocalDate SOME_DAY = LocalDate.of(2020, 1, 1);

    private final Filters filters;
    private final Telling telling;
    private final Texts texts;

    FilterSentences(Filters filters, Telling telling, Texts texts) {
        this.filters = filters;
        this.telling = telling;
        this.texts = texts;
    }

    /** The same in a language. */
    public String whole(Filter filter, Locale language) {
        return Sentence.of(filter, telling.words(language).toldWhole());
    }

    /** The whole sentence of a filter, with every value of the longest lists, so that it can be read back. */
    public String whole(Filter filter) {
        return Sentence.of(filter, telling.words().toldWhole());
    }

    /**
     * The filter that a sentence tells. Letter case at its beginning, doubled blanks and a full stop are forgiven, and the
     * ways in which people write numbers, amounts and days.
     *
     * @param language null for any, the one of the request first
     * @throws Refusal 422 that quotes what was not understood, and proposes what would have been
     */
    public Filter read(String sentence, @Nullable Locale language) {
        if (sentence.isBlank()) {
            throw Refusal.of("segments.reading.empty");
        }
        if (sentence.length() > LONGEST) {
            throw Refusal.of("segments.reading.long", sentence.length(), LONGEST);
        }
        String text = Spoken.tidy(sentence);
        Misunderstanding furthest = null;
        for (Locale each : language == null ? languages() : List.of(language)) {
            Words words = telling.words(each).toldWhole();
            var hearing = new Hearing(text);
            List<Filter> meant = new ArrayList<>(new SentencePiece(words, filters, wordings(words)).filters(hearing));
            if (!meant.isEmpty()) {
                return filters.checked(one(meant, text, words));
            }
            var misunderstanding = Misunderstanding.of(hearing, words);
            if (furthest == null || misunderstanding.understood() > furthest.understood()) {
                furthest = misunderstanding;
            }
        }
        throw Objects.requireNonNull(furthest).refusal(texts);
    }

    private static List<Locale> languages() {
        Locale first = LocaleContextHolder.getLocale();
        var languages = new ArrayList<>(Texts.LANGUAGES);
        languages.sort(Comparator.comparing(each -> !each.getLanguage().equals(first.getLanguage())));
        return languages;
    }

    private Map<ConditionKind, List<Wording>> wordings(Words words) {
        var all = new LinkedHashMap<ConditionKind, List<Wording>>();
        filters.kinds().forEach(kind -> all.put(kind, wordings(kind, words)));
        return all;
    }

    static List<Wording> wordings(ConditionKind kind, Words words) {
        var wordings = new Wordings(words);
        kind.wordings(wordings);
        return wordings.all();
    }

    /** The one that Legame would tell so; others that ask the database the same are the same. */
    private static Filter one(List<Filter> meant, String text, Words words) {
        var exact = meant.stream()
                .filter(filter -> Spoken.tidy(Sentence.of(filter, words)).equals(text))
                .toList();
        List<Filter> left = exact.isEmpty() ? meant : exact;
        if (left.stream().map(FilterSentences::asked).distinct().count() > 1) {
            throw Refusal.of("segments.reading.ambiguous");
        }
        return left.getFirst();
    }

    /** What the filter asks for, whatever its form; other segments may change. */
    private static String asked(Filter filter) {
        return Filters.sql(filter, SOME_DAY).toString() + SegmentCondition.within(filter);
    }
}
