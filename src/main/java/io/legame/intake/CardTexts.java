package io.legame.intake;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the cards of a vCard file, one at a time, without what is no text in them: photos, logos, sounds and
 * keys are passed over without being kept, and so are cards within cards.
 */
final class CardTexts implements Closeable {
    /** Characters; a card without its photo has about five hundred. */
    private static final int LONGEST_CARD = 2_000_000;

    private static final int LONGEST_LINE = 2 * TableRow.LONGEST_CELL;
    private static final Set<String> NO_TEXT = Set.of("PHOTO", "LOGO", "SOUND", "KEY");

    private final BufferedReader reader;
    private final StringBuilder current = new StringBuilder();
    private final StringBuilder card = new StringBuilder();
    private long line;
    private long begun;
    private boolean again;

    CardTexts(Reader text) {
        this.reader = new BufferedReader(text, 1 << 16);
    }

    /** The next card from its BEGIN to its END; null after the last one. */
    @Nullable
    String next() {
        try {
            while (readLine()) {
                if (is("BEGIN:VCARD")) {
                    return card();
                }
            }
            return null;
        } catch (IOException e) {
            throw e instanceof io.legame.platform.StoredFiles.FileRemoved
                    ? new FileFault("intake.fault.removed")
                    : new UncheckedIOException(e);
        }
    }

    /** Of the file, counted from one, where the card begins. */
    long line() {
        return begun;
    }

    private String card() throws IOException {
        begun = line;
        card.setLength(0);
        keep();
        int inside = 0;
        boolean passing = false;
        boolean agent = false;
        while (readLine()) {
            if (is("END:VCARD")) {
                if (inside-- == 0) {
                    keep();
                    return card.toString();
                }
                continue;
            }
            if (is("BEGIN:VCARD")) {
                if (inside == 0 && !agent) {
                    again = true; // the card before has no end
                    return card.append("END:VCARD\r\n").toString();
                }
                inside++;
                continue;
            }
            String name = propertyName();
            passing = name == null ? passing : NO_TEXT.contains(name);
            agent = name == null ? agent : name.equals("AGENT");
            if (inside == 0 && !passing && !agent) {
                keep();
            }
        }
        throw new FileFault("intake.fault.cardCut", begun);
    }

    private void keep() {
        card.append(current).append("\r\n");
        if (card.length() > LONGEST_CARD) {
            throw new FileFault("intake.fault.longCard", begun);
        }
    }

    /** Of a line that begins a property, in capitals; null for one that goes on with the property before. */
    private @Nullable String propertyName() {
        if (current.isEmpty() || current.charAt(0) == ' ' || current.charAt(0) == '\t') {
            return null;
        }
        int end = 0;
        int group = 0;
        while (end < current.length() && current.charAt(end) != ':' && current.charAt(end) != ';') {
            if (current.charAt(end) == '.') {
                group = end + 1;
            }
            end++;
        }
        // a line of Base64 that is not indented, as old telephones write them, has no colon
        return current.indexOf(":") < 0 ? null : current.substring(group, end).toUpperCase(Locale.ROOT);
    }

    private boolean is(String text) {
        int length = current.length();
        while (length > 0 && current.charAt(length - 1) <= ' ') {
            length--;
        }
        return length == text.length() && text.equalsIgnoreCase(current.substring(0, length));
    }

    private boolean readLine() throws IOException {
        if (again) {
            again = false;
            return true;
        }
        current.setLength(0);
        int c = reader.read();
        if (c < 0) {
            return false;
        }
        line++;
        while (c >= 0 && c != '\n') {
            if (c == '\r') {
                reader.mark(1);
                if (reader.read() != '\n') {
                    reader.reset();
                }
                return true;
            }
            if (current.length() < LONGEST_LINE) {
                current.append((char) c);
            }
            c = reader.read();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
