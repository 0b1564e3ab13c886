package io.legame.customers;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A street with its house number. In Italy the kind of street is written out and the number stands at the end as in
 * {@code Via Roma 12/A}; elsewhere only blanks and letter case change. What is not sure is left as it is.
 */
final class StreetName {
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

    /** The longest kinds first, so that "v.le" is not taken for "v."; a name or a number must follow. */
    private static final Pattern KIND = Pattern.compile("(?iu)^("
            + KINDS.keySet().stream()
                    .sorted((one, other) -> other.length() - one.length())
                    .map(Pattern::quote)
                    .reduce((one, other) -> one + "|" + other)
                    .orElseThrow()
            + ")(?:(?<=\\.)\\s*|\\s+)(?=[\\p{L}\\p{N}'’\"])");

    /** "V. Emanuele" and "V. Veneto" are Vittorio's, and S.S. Annunziata is most holy: the kind of street is missing. */
    private static final Pattern NO_KIND =
            Pattern.compile("(?iu)^(?:v\\.\\s*(?:emanuele|veneto|alfieri|monti)\\b.*|fr\\.\\s*lli\\b.*"
                    + "|(?:s\\.?s\\.?+|s\\.?p\\.?+)\\s*+(?!\\d).*)");

    /** Roads known by their number, which is not that of a house. */
    private static final Pattern NUMBERED_ROAD = Pattern.compile("Strada (?:Provinciale|Statale)");

    private static final String NUMBER_WORD = "(?:n(?:[.°º]|r\\.?|um(?:ero|\\.))?[.°º]?|civ(?:ico|\\.)?)";
    private static final String WITHIN =
            "(?:int(?:erno|\\.)?|sc(?:ala|\\.)?|p(?:iano|al(?:azzina|\\.)?)|ed(?:ificio|\\.)?|lotto)";

    /** The street, what leads to the number, the number with its letter or "bis", and a part of the house. */
    private static final Pattern NUMBERED = Pattern.compile("(?iu)^(?<street>.*?\\p{L}[.'’]?)"
            + "(?<lead>\\s*,\\s*(?:" + NUMBER_WORD + "\\s*)?|\\s+" + NUMBER_WORD + "\\s*|\\s+)"
            + "(?<number>\\d{1,4}(?:\\s*[-/]\\s*\\d{1,4})?)"
            + "(?:\\s*/?\\s*(?:(?<bis>bis|ter|quater)|(?<letter>\\p{L})))?"
            + "(?:\\s*[,;-]?\\s*(?<within>" + WITHIN + "\\s*\\w{1,4}(?:\\s*[,;-]?\\s*" + WITHIN
            + "\\s*\\w{1,4})*))?[.,]?$");

    private static final Pattern WITHOUT_NUMBER = Pattern.compile(
            "(?iu)^(?<street>.*\\p{L}[.'’]?)[\\s,]+(?:snc|s\\.\\s?n\\.\\s?c\\.?|sn|s\\.\\s?n\\.?|senza numero(?: civico)?)$");

    private StreetName() {}

    /** @param country where the street is, ISO 3166-1 alpha-2 */
    static String uniform(String text, String country) {
        String written = Whitespace.collapse(text).replaceAll(" ?, ?", ", ").replaceAll("[, ]+$", "");
        return country.equals("IT") ? italian(written) : ProperNames.ofPlace(written);
    }

    private static String italian(String text) {
        Matcher kind = KIND.matcher(text);
        boolean alone = KINDS.containsKey(text.toLowerCase(Locale.ROOT));
        boolean known = !alone && kind.lookingAt() && !NO_KIND.matcher(text).matches();
        String written = known ? KINDS.get(kind.group(1).toLowerCase(Locale.ROOT)) : null;
        String rest = known ? text.substring(kind.end()) : text;
        if (written != null && NUMBERED_ROAD.matcher(written).matches() && Character.isDigit(rest.charAt(0))) {
            return written + " " + ProperNames.ofPlace(rest).replaceAll("(?i)\\bkm\\b", "km");
        }
        return withNumber(written, rest);
    }

    private static String withNumber(@Nullable String kind, String rest) {
        Matcher none = WITHOUT_NUMBER.matcher(rest);
        if (none.matches() && (kind != null || rest.indexOf(',') > 0)) {
            return street(kind, none.group("street")) + " SNC";
        }
        Matcher numbered = NUMBERED.matcher(rest);
        // without a known kind of street a bare number may be anything
        if (!numbered.matches() || (kind == null && numbered.group("lead").isBlank())) {
            return street(kind, rest);
        }
        String letter = numbered.group("letter");
        String bis = numbered.group("bis");
        String within = numbered.group("within");
        return street(kind, numbered.group("street"))
                + " " + numbered.group("number").replaceAll("\\s", "")
                + (letter == null ? "" : "/" + letter.toUpperCase(Locale.ROOT))
                + (bis == null ? "" : " " + bis.toLowerCase(Locale.ROOT))
                + (within == null ? "" : ", " + within.toLowerCase(Locale.ROOT));
    }

    private static String street(@Nullable String kind, String name) {
        String bare = name.replaceAll("[\\s,;]+$", "");
        String cased = cased(kind, bare);
        // no Italian street has the French "de": it is De Gasperi's
        return ProperNames.isOneCase(bare) ? cased.replaceAll("(?<= )de (?=\\p{Lu})", "De ") : cased;
    }

    private static String cased(@Nullable String kind, String bare) {
        if (kind == null) {
            return ProperNames.ofPlace(bare);
        }
        // with the kind before it, so that "dei" of "Via dei Mille" is inside the name
        return ProperNames.isOneCase(bare)
                ? ProperNames.ofPlace(kind.toLowerCase(Locale.ROOT) + " " + bare.toLowerCase(Locale.ROOT))
                : kind + " " + ProperNames.ofPlace(bare);
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
