package io.legame.intake;

import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cards of a vCard file (2.1, 3.0 and 4.0) as rows: one a card, in the columns of {@link Card}. */
final class CardRows implements TableRows {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    /** What stands for bytes that are no UTF-8. */
    private static final char UNREADABLE = '\ufffd';

    private final CardTexts cards;
    private final TableRow row = new TableRow();

    CardRows(Reader text) {
        this.cards = new CardTexts(text);
    }

    @Override
    public @Nullable TableRow next() {
        for (String text = cards.next(); text != null; text = cards.next()) {
            row.begin(cards.line());
            fill(text);
            row.setTotal(Card.COLUMNS.size());
            if (row.count() > 0) {
                return row;
            }
        }
        return null;
    }

    private void fill(String text) {
        try {
            List<@Nullable String> values = values(text, StandardCharsets.UTF_8);
            boolean unreadable = values.stream().anyMatch(each -> each != null && each.indexOf(UNREADABLE) >= 0);
            if (unreadable && text.indexOf(UNREADABLE) < 0) {
                values = values(text, WESTERN); // quoted-printable of an old program, which does not say its letters
            }
            for (int column = 0; column < values.size(); column++) {
                CellText.put(row, column, values.get(column), true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException unparseable) {
            row.skip(0);
            row.blame("intake.rejected.card");
        }
    }

    private static List<@Nullable String> values(String text, Charset quotedPrintable) throws IOException {
        try (var reader = new VCardReader(text)) {
            reader.setDefaultQuotedPrintableCharset(quotedPrintable);
            VCard card = reader.readNext();
            return card == null ? List.of() : new Card(card).values();
        }
    }

    @Override
    public void close() throws IOException {
        cards.close();
    }
}
