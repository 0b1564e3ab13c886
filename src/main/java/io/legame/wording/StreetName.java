package io.legame.wording;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A street with its house number. In Italy the kind of street is written out and the number stands at the end as in
 * {@code Via Roma 12/A}; elsewhere only blanks and letter case change. What is not sure is left as it is.
 */
public final class StreetName {
    private static final Map<String, String> KINDS = kinds(
            "Via=via,v.",
            "Viale=viale,v.le,vle",
            "Piazza=piazza,p.za,p.zza,pza,pzza",
            "Piazzale=piazzale,p.le,ple,p.zale,p.zle",
            "Piazzetta=piazzetta,p.tta,p.zetta",
            "Corso=corso,c.so,cso",
            "Largo=largo,l.go,lgo",
            "Vicolo=vicolo,vic.,v.lo,vlo,v.co",
            "Strada=strada,str.,s.da,sda,st.da",
            "Strada Provinciale=strada provinciale,str. prov.,s.p.,sp,strada prov.le",
            "Strada Statale=strada statale,str. stat.,s.s.,ss",
            "Località=località,localita,localita',localita’,loc.,loc.tà",
            "Frazione=frazione,fraz.,fr.,fraz.ne",
            "Contrada=contrada,c.da,cda,contr.",
            "Borgo=borgo,b.go,bgo",
            "Traversa=traversa,trav.",
            "Salita=salita,sal.",
            "Vocabolo=vocabolo,voc.",
            "Galleria=galleria,gall.",
            "Circonvallazione=circonvallazione,circ.ne,circonv.",
            "Lungomare=lungomare,l.mare",
            "Lungotevere=lungotevere,lungotev.,l.tevere",
            "Villaggio=villaggio,vill.",
            "Zona Industriale=zona industriale,zona ind.,z.i.,z.ind.");

    /** Roads known by their number, which is not that of a house; without one, S.S. is most holy (Santissima). */
    private static final Set<String> NUMBERED_ROADS = Set.of("Strada Provinciale", "Strada Statale");

    /** "V. Emanuele" and "V. Veneto" are Vittorio's, "fr.lli" are brothers: the kind of street is missing. */
    private static final Pattern NO_KIND =
            Pattern.compile("(?i)^(?:v\\. ?(?:emanuele|veneto|alfieri|monti)\\b|fr\\. ?lli\\b)");

    private static final String NUMBER_WORD = "(?:n(?:[.°º]|r\\.?|um(?:ero|\\.))?[.°º]?|civ(?:ico|\\.)?)";
    private static final String WITHIN =
            "(?:int(?:erno|\\.)?|sc(?:ala|\\.)?|p(?:iano|al(?:azzina|\\.)?)|ed(?:ificio|\\.)?|lotto) ?\\w{1,4}";

    /** The street, what leads to the number, the number with its letter or "bis", and up to four parts of the house. */
    private static final Pattern NUMBERED = Pattern.compile("(?i)^(?<street>.*?\\p{L}[.'’]?)"
            + "(?<lead> ?, ?(?:" + NUMBER_WORD + " ?)?| " + NUMBER_WORD + " ?| )"
            + "(?<number>\\d{1,4}(?: ?[-/] ?\\d{1,4})?)"
            + "(?: ?/? ?(?:(?<bis>bis|ter|quater)|(?<letter>\\p{L})))?"
            + "(?: ?[,;-]? ?(?<within>" + WITHIN + "(?: ?[,;-]? ?" + WITHIN + "){0,3}))?[.,]?$");

    private static final Pattern WITHOUT_NUMBER = Pattern.compile("(?i)^(?<street>.*\\p{L}[.'’]?)[ ,]+"
            + "(?:snc|s\\. ?n\\. ?c\\.?|sn|s\\. ?n\\.?|senza numero(?: civico)?)$");

    private StreetName() {}

    /** @param country where the street is, ISO 3166-1 alpha-2 */
    public static String uniform(String text, String country) {
        String written = Whitespace.collapse(text);
        if (written.length() > Whitespace.LONGEST_NAME) {
            return written;
        }
        if (written.indexOf(',') >= 0) {
            written = Whitespace.withoutEnd(written.replaceAll(" ?, ?", ", "), ", ");
        }
        return country.equals("IT") ? italian(written) : ProperNames.ofPlace(written);
    }

    private static String italian(String text) {
        int end = endOfKind(text);
        String kind = KINDS.get(text.substring(0, end).toLowerCase(Locale.ROOT));
        String rest = text.substring(end).stripLeading();
        if (kind == null || rest.isEmpty() || NO_KIND.matcher(text).lookingAt()) {
            return withNumber(null, text);
        }
        if (!NUMBERED_ROADS.contains(kind)) {
            return withNumber(kind, rest);
        }
        return Character.isDigit(rest.charAt(0))
                ? kind + " " + ProperNames.ofPlace(rest).replaceAll("(?i)\\bkm\\b", "km")
                : withNumber(null, text);
    }

    /** Where the kind of street ends: after two words, one, or a full stop with the name right behind it; else 0. */
    private static int endOfKind(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int one = lower.indexOf(' ');
        int two = one < 0 ? -1 : lower.indexOf(' ', one + 1);
        for (int end : new int[] {two, one}) {
            if (end > 0 && KINDS.containsKey(lower.substring(0, end))) {
                return end;
            }
        }
        String first = one < 0 ? lower : lower.substring(0, one);
        for (int stop = first.lastIndexOf('.'); stop > 0; stop = first.lastIndexOf('.', stop - 1)) {
            // of "V.le" without a name nothing can be said
            if (KINDS.containsKey(lower.substring(0, stop + 1)) && !KINDS.containsKey(first)) {
                return stop + 1;
            }
        }
        return 0;
    }

    private static String withNumber(@Nullable String kind, String rest) {
        if (mayEndWithoutNumber(rest)) {
            Matcher none = WITHOUT_NUMBER.matcher(rest);
            if (none.matches() && (kind != null || rest.indexOf(',') > 0)) {
                return street(kind, none.group("street")) + " SNC";
            }
        }
        Matcher numbered = NUMBERED.matcher(rest);
        // without a known kind of street a bare number may be anything
        if (rest.chars().noneMatch(Character::isDigit)
                || !numbered.matches()
                || (kind == null && numbered.group("lead").isBlank())) {
            return street(kind, rest);
        }
        String letter = numbered.group("letter");
        String bis = numbered.group("bis");
        String within = numbered.group("within");
        return street(kind, numbered.group("street"))
                + " "
                + numbered.group("number").replace(" ", "")
                + (letter == null ? "" : "/" + letter.toUpperCase(Locale.ROOT))
                + (bis == null ? "" : " " + bis.toLowerCase(Locale.ROOT))
                + (within == null ? "" : ", " + within.toLowerCase(Locale.ROOT));
    }

    private static boolean mayEndWithoutNumber(String rest) {
        int last = rest.length() - 1;
        while (last > 0 && rest.charAt(last) == '.') {
            last--;
        }
        return last > 0 && "cnoCNO".indexOf(rest.charAt(last)) >= 0;
    }

    private static String street(@Nullable String kind, String name) {
        String bare = Whitespace.withoutEnd(name, " ,;");
        if (!ProperNames.isOneCase(bare)) {
            return (kind == null ? "" : kind + " ") + ProperNames.ofPlace(bare);
        }
        // with the kind before it, so that "dei" of "Via dei Mille" is inside the name
        String cased = ProperNames.ofPlace(
                kind == null ? bare : kind.toLowerCase(Locale.ROOT) + " " + bare.toLowerCase(Locale.ROOT));
        // no Italian street has the French "de": it is De Gasperi's
        return cased.contains(" de ") ? cased.replaceAll("(?<= )de (?=\\p{Lu})", "De ") : cased;
    }

    private static Map<String, String> kinds(String... lines) {
        var kinds = new HashMap<String, String>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            for (String one : line.substring(equals + 1).split(",", -1)) {
                kinds.put(one, line.substring(0, equals));
            }
        }
        return Map.copyOf(kinds);
    }
}
