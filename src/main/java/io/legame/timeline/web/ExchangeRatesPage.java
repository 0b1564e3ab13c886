package io.legame.timeline.web;

import io.legame.platform.View;
import io.legame.timeline.Currencies;
import io.legame.timeline.ExchangeRate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What other currencies are worth, and the forms that add and correct it.
 *
 * @param own the company's currency
 * @param count of rates by currency
 * @param currency the only one that is shown; null for all
 * @param next the address of the next stretch; null at the end
 * @param form what stands in the fields
 * @param fault why what was written was not taken; null when nothing is wrong
 */
public record ExchangeRatesPage(
        String own,
        Map<String, Integer> count,
        List<ExchangeRate> rates,
        @Nullable String currency,
        @Nullable String next,
        RatesForm form,
        @Nullable String fault)
        implements View {
    /** A currency by its code and name. */
    public record Choice(String code, String name) {}

    public List<Choice> choices(Locale language) {
        return Currencies.all().stream()
                .filter(code -> !code.equals(own))
                .map(code -> new Choice(code, Currency.getInstance(code).getDisplayName(language)))
                .toList();
    }
}
