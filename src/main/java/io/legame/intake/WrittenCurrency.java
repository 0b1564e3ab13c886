package io.legame.intake;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** In which currency a row is: as its own column says, or what stands beside its numbers. They must not contradict. */
final class WrittenCurrency {
    private final Cells cells;
    private final CurrencySigns signs;

    WrittenCurrency(Cells cells, CurrencySigns signs) {
        this.cells = cells;
        this.signs = signs;
    }

    /** Null when the row names none. */
    @Nullable
    String of(@Nullable String[] row, Field... amounts) {
        String column = cells.has(Field.CURRENCY) ? cells.text(row, Field.CURRENCY) : null;
        List<String> meant = column == null ? null : known(Field.CURRENCY, column, column);
        for (Field field : amounts) {
            String raw = cells.raw(row, field);
            String sign = raw == null ? null : Decimals.beside(raw);
            if (raw != null && sign != null) {
                List<String> beside = known(field, sign, raw);
                meant = meant == null
                        ? beside
                        : meant.stream().filter(beside::contains).toList();
                if (meant.isEmpty()) {
                    throw new Unreadable(
                            "intake.rejected.currencies", field, column == null ? raw : raw + " / " + column);
                }
            }
        }
        if (meant == null) {
            return null;
        }
        String one = signs.one(meant);
        if (one == null) {
            throw new Unreadable(
                    "intake.rejected.currencySign", Field.CURRENCY, column == null ? sign(row, amounts) : column);
        }
        return one;
    }

    private List<String> known(Field field, String sign, String shown) {
        List<String> meant = signs.meant(sign);
        if (meant.isEmpty()) {
            throw new Unreadable("intake.rejected.currency", field, shown);
        }
        return meant;
    }

    private String sign(@Nullable String[] row, Field... amounts) {
        for (Field field : amounts) {
            String raw = cells.raw(row, field);
            if (raw != null && Decimals.beside(raw) != null) {
                return raw;
            }
        }
        return Objects.requireNonNullElse(cells.raw(row, Field.CURRENCY), "");
    }
}
