package io.legame.timeline.web;

import io.legame.platform.Refusal;
import io.legame.timeline.RateChange;
import io.legame.timeline.RateEffect;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * Rates as a form sends them: one in its fields, or many as lines or as a file of lines.
 *
 * @param purchases with the two amounts what the change was shown to mean; null when it was not shown yet
 */
public record RatesForm(
        @Nullable String currency,
        @Nullable String validFrom,
        @Nullable String rate,
        @Nullable String lines,
        @Nullable MultipartFile file,
        @Nullable Long purchases,
        @Nullable BigDecimal before,
        @Nullable BigDecimal after) {
    /** Ten thousand lines are shorter. */
    private static final int MOST_BYTES = 1 << 20;

    static RatesForm of(@Nullable String currency, @Nullable String validFrom, @Nullable String rate) {
        return new RatesForm(currency, validFrom, rate, null, null, null, null, null);
    }

    List<RateChange> changes(Locale language) throws IOException {
        if (file != null && !file.isEmpty()) {
            return WrittenRates.read(text(file), language);
        }
        if (lines != null) {
            return WrittenRates.read(lines, language);
        }
        RateChange one = currency == null || validFrom == null || rate == null
                ? null
                : WrittenRates.change(currency, validFrom, rate, language);
        if (one == null || one.rate() == null) {
            throw Refusal.of("timeline.rates.error.one");
        }
        return List.of(one);
    }

    private static String text(MultipartFile file) throws IOException {
        if (file.getSize() > MOST_BYTES) {
            throw Refusal.tooLarge(MOST_BYTES);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.getBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.of("timeline.rates.error.letters");
        }
    }

    /** Whether it was shown what the change means, and that is still so. */
    boolean saw(RateEffect effect) {
        return purchases != null
                && before != null
                && after != null
                && Objects.equals(effect, new RateEffect(purchases, before, after));
    }
}
