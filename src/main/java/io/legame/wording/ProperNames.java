package io.legame.wording;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The letter case of names of people and places. A name in mixed case was written by somebody who knew; one that is all
 * capitals or all small is put right: {@code DE LUCA} is De Luca, {@code D'ANGELO} D'Angelo, {@code VON TRAPP} von
 * Trapp, {@code REGGIO NELL'EMILIA} Reggio nell'Emilia.
 */
public final class ProperNames {
    /** Small inside the names of places, neither at their beginning nor at their end: Vagli Sotto. */
    private static final Set<String> SMALL_IN_PLACES = Set.of(
            "di", "del", "dello", "della", "dei", "degli", "delle", "da", "dal", "dalla", "in", "nel", "nella", "nei",
            "nelle", "su", "sul", "sulla", "sullo", "sopra", "sotto", "presso", "fra", "tra", "a", "al", "allo", "alla",
            "ai", "agli", "alle", "e", "ed", "con", "per", "of", "the", "on", "upon", "de", "la", "le", "les", "sur",
            "am");

    private static final Set<String> SMALL_BEFORE_APOSTROPHE =
            Set.of("d", "de", "ne", "nell", "dell", "sull", "all", "dall");

    /** Small before another word of a family name, which follows the given one; Italian particles are capitalised. */
    private static final Set<String> FOREIGN_PARTICLES =
            Set.of("van", "von", "zu", "zur", "zum", "ten", "ter", "den", "dos", "das", "af", "'t");

    private static final Set<String> SMALL_AFTER_PARTICLE =
            Set.of("de", "der", "den", "dem", "het", "'t", "und", "zu", "la", "las", "los");

    /** Particles that begin a group, as in {@code van der} and {@code de la}, where the second word is small too. */
    private static final Set<String> GROUP_BEGINNINGS = Set.of("van", "von", "und", "de la", "de las", "de los");

    /** Mac is capitalised again only in names that are nothing else: Macchi and Macaluso are Italian. */
    private static final Set<String> AFTER_MAC = Set.of(
            "allister",
            "arthur",
            "aulay",
            "bride",
            "callum",
            "donald",
            "dougall",
            "dowell",
            "farlane",
            "gregor",
            "intyre",
            "kay",
            "kenzie",
            "kinnon",
            "lachlan",
            "lean",
            "leod",
            "millan",
            "neil",
            "neill",
            "pherson",
            "queen",
            "rae",
            "tavish");

    /** What comes after the full stop of an abbreviation, as in F.lli, Sig.ra and Naz.le. */
    private static final Set<String> ABBREVIATION_ENDINGS = Set.of(
            "lli", "le", "ne", "ta", "to", "ti", "te", "ra", "na", "ssa", "mo", "ma", "za", "zza", "so", "go", "da",
            "co");

    /** An apostrophe with a blank after it that no writer meant: O' BRIEN, D' ANGELO. */
    private static final Pattern TORN = Pattern.compile("(?iu)\\b([dlo]|dell|dall|nell|sull|all)(['’]) (?=\\p{L})");

    private static final Pattern TORN_MC = Pattern.compile("\\bmc (?=\\p{L})");

    /** Whatever comes after a name; {@code VI} and {@code XI} are names of people too. */
    private static final Set<String> ROMAN_NUMERALS_OF_PEOPLE = Set.of("ii", "iii", "iv", "vii", "viii");

    private static final Pattern ROMAN_NUMERAL = Pattern.compile("x{0,3}(?:ix|iv|v?i{1,3}|v|x)");
    private static final Pattern ORDINAL = Pattern.compile("\\d+(?:st|nd|rd|th|er|e)");

    /** Names whose accent is acute: French and Spanish ones. */
    private static final Set<String> ACUTE = Set.of("jose", "andre", "rene", "desire", "renee", "desiree");

    /** The shortest words that end in an accent, but for these: {@code DE' MEDICI}, {@code FRA' GALDINO}. */
    private static final int SHORTEST_ACCENTED = 4;

    private static final Map<Character, Character> GRAVE = Map.of('a', 'à', 'e', 'è', 'i', 'ì', 'o', 'ò', 'u', 'ù');

    private ProperNames() {}

    public static String ofPerson(String name) {
        return written(name, false);
    }

    public static String ofPlace(String name) {
        return written(name, true);
    }

    private static String written(String name, boolean place) {
        String text = Whitespace.collapse(name);
        if (text.length() > Whitespace.LONGEST_NAME) {
            return text;
        }
        boolean apostrophe = text.indexOf('\'') >= 0 || text.indexOf('’') >= 0;
        if (apostrophe) {
            text = TORN.matcher(text).replaceAll("$1$2");
        }
        if (isOneCase(text)) {
            String lower = text.toLowerCase(Locale.ROOT);
            text = capitalised(place ? lower : TORN_MC.matcher(lower).replaceAll("mc"), place);
        }
        return apostrophe ? accented(text, place) : text;
    }

    private static String accented(String text, boolean place) {
        String[] words = text.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            // no person's name ends in ì, many in i
            char vowel = words[i].length() < 2 ? ' ' : words[i].charAt(words[i].length() - 2);
            if (place || (vowel != 'i' && vowel != 'I')) {
                words[i] = withFinalAccent(words[i], SHORTEST_ACCENTED);
            }
        }
        return String.join(" ", words);
    }

    /** A final apostrophe for an accent, as typewriters had it: {@code FORLI'} is {@code FORLÌ}. */
    public static String withFinalAccent(String text) {
        return withFinalAccent(text, 1);
    }

    private static String withFinalAccent(String word, int shortest) {
        int last = word.length() - 1;
        if (last < shortest || !isApostrophe(word.charAt(last)) || isApostrophe(word.charAt(0))) {
            return word;
        }
        char vowel = word.charAt(last - 1);
        Character accented = GRAVE.get(Character.toLowerCase(vowel));
        if (accented == null) {
            return word;
        }
        char right = ACUTE.contains(word.substring(0, last).toLowerCase(Locale.ROOT)) ? 'é' : accented;
        return word.substring(0, last - 1) + (Character.isUpperCase(vowel) ? Character.toUpperCase(right) : right);
    }

    /** Whether nobody chose the case of the letters; a single capital, as in "J. R.", is no choice either. */
    public static boolean isOneCase(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT)) || text.equals(text.toLowerCase(Locale.ROOT));
    }

    private static String capitalised(String text, boolean place) {
        String[] words = text.split(" ", -1);
        var result = new StringBuilder(text.length());
        for (int i = 0; i < words.length; i++) {
            boolean small = !place && isSmallParticle(words, i);
            result.append(i == 0 ? "" : " ")
                    .append(small ? words[i] : capitalisedWord(words[i], i > 0, i == words.length - 1, place));
        }
        return result.toString();
    }

    private static boolean isSmallParticle(String[] words, int index) {
        String word = words[index];
        if (index == words.length - 1) {
            return false;
        }
        String group = index == 0 ? "" : words[index - 1];
        return FOREIGN_PARTICLES.contains(word)
                || (GROUP_BEGINNINGS.contains(group) && SMALL_AFTER_PARTICLE.contains(word))
                || (word.equals("de") && GROUP_BEGINNINGS.contains("de " + words[index + 1]))
                || (group.equals("de") && GROUP_BEGINNINGS.contains("de " + word))
                || (index > 0 && word.equals("y"));
    }

    /** A word between blanks: its parts divided by hyphens, apostrophes and the like have capitals of their own. */
    private static String capitalisedWord(String word, boolean inside, boolean last, boolean place) {
        if (inside && isRomanNumeral(word, place)) {
            return word.toUpperCase(Locale.ROOT);
        }
        if (place && !word.isEmpty() && Character.isDigit(word.charAt(0))) {
            return ORDINAL.matcher(word).matches() ? word : word.toUpperCase(Locale.ROOT);
        }
        var result = new StringBuilder(word.length());
        int begin = 0;
        for (int i = 0; i <= word.length(); i++) {
            if (i == word.length() || isBoundary(word.charAt(i))) {
                String part = word.substring(begin, i);
                boolean apostrophe = i < word.length() && isApostrophe(word.charAt(i));
                boolean small = place
                        && (inside || begin > 0)
                        && !(last && i == word.length())
                        && !(i < word.length() && word.charAt(i) == '.')
                        && (apostrophe ? SMALL_BEFORE_APOSTROPHE : SMALL_IN_PLACES).contains(part);
                boolean ending = i == word.length() && begin > 1 && word.charAt(begin - 1) == '.';
                small |= ending && ABBREVIATION_ENDINGS.contains(part);
                result.append(small ? part : capitalisedPart(part));
                result.append(word, i, Math.min(i + 1, word.length()));
                begin = i + 1;
            }
        }
        return result.toString();
    }

    private static boolean isRomanNumeral(String word, boolean place) {
        return place
                ? word.length() > 1
                        && "ivx".indexOf(word.charAt(0)) >= 0
                        && ROMAN_NUMERAL.matcher(word).matches()
                : ROMAN_NUMERALS_OF_PEOPLE.contains(word);
    }

    private static boolean isBoundary(char one) {
        return one == '-' || isApostrophe(one) || one == '.' || one == '/' || one == '(' || one == '&';
    }

    private static boolean isApostrophe(char one) {
        return one == '\'' || one == '’';
    }

    private static String capitalisedPart(String part) {
        if (part.isEmpty()) {
            return part;
        }
        if (part.length() > 3 && part.startsWith("mc")) {
            return "Mc" + capitalisedPart(part.substring(2));
        }
        if (part.startsWith("mac") && AFTER_MAC.contains(part.substring(3))) {
            return "Mac" + capitalisedPart(part.substring(3));
        }
        int first = part.offsetByCodePoints(0, 1);
        return part.substring(0, first).toUpperCase(Locale.ROOT) + part.substring(first);
    }
}
