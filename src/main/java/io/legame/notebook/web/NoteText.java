package io.legame.notebook.web;

import io.legame.notebook.Note;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of a note in pieces: what is written, addresses that can be followed, colleagues that it names. */
public final class NoteText {
    /** What ends a sentence ends no address. */
    private static final String ADDRESS = "https?://[^\\s<>\"]*[^\\s<>\".,;:!?)'\\]]";

    private NoteText() {}

    /** One stretch of the text. */
    public record Piece(Kind kind, String text) {}

    /** What a stretch is. */
    public enum Kind {
        PLAIN,
        LINK,
        MENTION
    }

    public static List<Piece> of(Note note) {
        String text = note.text();
        Matcher found = pattern(note.mentioned()).matcher(text);
        var pieces = new ArrayList<Piece>();
        int end = 0;
        while (found.find()) {
            if (found.start() > end) {
                pieces.add(new Piece(Kind.PLAIN, text.substring(end, found.start())));
            }
            pieces.add(new Piece(found.group().startsWith("@") ? Kind.MENTION : Kind.LINK, found.group()));
            end = found.end();
        }
        if (end < text.length()) {
            pieces.add(new Piece(Kind.PLAIN, text.substring(end)));
        }
        return pieces;
    }

    private static Pattern pattern(List<String> mentioned) {
        Stream<String> names = mentioned.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(name -> "(?<![\\p{L}\\p{N}])@" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])");
        return Pattern.compile(Stream.concat(Stream.of(ADDRESS), names).collect(Collectors.joining("|")));
    }
}
