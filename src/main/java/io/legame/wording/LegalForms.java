package io.legame.wording;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The legal forms of companies at the end of their names, each written in one way. */
final class LegalForms {
    private static final Map<String, Form> FORMS = forms();
    private static final Pattern NEITHER_LETTER_NOR_SLASH = Pattern.compile("[^\\p{L}\\p{N}/]+");

    /** "sp. z o. o." has four words, and the long names have no more than eight. */
    private static final int MOST_WORDS = 8;

    private LegalForms() {}

    /**
     * A legal form by its writings, in small letters without blanks and dots.
     *
     * @param elsewhere how single countries write it, by ISO code
     * @param only the countries that have it, where elsewhere it is a word like others; empty for all
     */
    private record Form(String writing, Map<String, String> elsewhere, Set<String> only) {
        String in(String country) {
            return elsewhere.getOrDefault(country, writing);
        }
    }

    /** The legal form and how many words of the name it takes. */
    record Found(String writing, int words) {}

    /** @param country where the company is, ISO 3166-1 alpha-2 */
    static @Nullable Found atTheEnd(List<String> words, String country) {
        Found found = null;
        String squeezed = "";
        String text = "";
        for (int count = 1; count <= Math.min(MOST_WORDS, words.size() - 1); count++) {
            String word = words.get(words.size() - count);
            String letters = squeeze(word);
            squeezed = letters + squeezed;
            text = count == 1 ? word : word + " " + text;
            // the "&" of "Gekko & Co." belongs to the name
            String writing = letters.isEmpty() ? null : writing(squeezed.replace("und", ""), text, country);
            if (writing != null) {
                found = new Found(writing, count);
            }
        }
        return found;
    }

    private static @Nullable String writing(String squeezed, String text, String country) {
        boolean dotted = text.indexOf('.') >= 0;
        Form form = FORMS.get(squeezed);
        if (dotted) {
            form = FORMS.getOrDefault(squeezed + ".", form);
        }
        if (form == null || (!dotted && !form.only().isEmpty() && !form.only().contains(country))) {
            return null;
        }
        String writing = form.in(country);
        boolean certain = squeezed.length() > 2 || dotted || form.elsewhere().containsKey(country);
        return certain || looksLikeForm(text, writing) ? writing : null;
    }

    /** Two letters without dots may be a word: they are a form in capitals, small, or as it is written. */
    private static boolean looksLikeForm(String text, String writing) {
        return text.equals(text.toUpperCase(Locale.ROOT))
                || text.equals(text.toLowerCase(Locale.ROOT))
                || writing.replace(".", "").equals(text);
    }

    private static String squeeze(String word) {
        return NEITHER_LETTER_NOR_SLASH.matcher(Folding.fold(word)).replaceAll("");
    }

    private static Map<String, Form> forms() {
        var table = new Table();
        // Italy
        table.add("S.r.l.", "srl societaaresponsabilitalimitata", Map.of("RO", "S.R.L.", "BE", "SRL", "MD", "S.R.L."));
        table.add("S.r.l.s.", "srls srlsemplificata societaaresponsabilitalimitatasemplificata");
        table.in(Set.of("IT", "SM", "CL"), "S.p.A.", "spa", Map.of("CL", "SpA"));
        table.add("S.p.A.", "societaperazioni");
        table.add("S.n.c.", "snc societainnomecollettivo", Map.of("FR", "SNC", "BE", "SNC", "LU", "SNC"));
        table.add("S.a.s.", "sas societainaccomanditasemplice", Map.of("FR", "SAS", "CO", "S.A.S."));
        table.add("S.a.p.a.", "sapa societainaccomanditaperazioni");
        table.in(Set.of("IT", "SM"), "S.s.", "ss societasemplice");
        table.add("Soc. Coop.", "soccoop scoop societacooperativa soccooperativa");
        table.add(
                "Soc. Coop. a r.l.",
                "soccooparl scarl scrl societacooperativaarl societacooperativaaresponsabilitalimitata");
        table.add("Soc. Coop. Sociale", "soccoopsociale societacooperativasociale");
        table.add("S.c.p.a.", "scpa soccooppa");
        table.add("S.t.p.", "stp");
        table.add("S.r.l. S.t.p.", "srlstp stpsrl");
        // Germany, Austria, Switzerland
        table.add("GmbH", "gmbh gesellschaftmitbeschrankterhaftung gesmbh gmbhh mbh");
        table.add("gGmbH", "ggmbh");
        table.add("GmbH & Co. KG", "gmbhcokg gmbhcompkg");
        table.add("GmbH & Co. KGaA", "gmbhcokgaa");
        table.add("GmbH & Co. OHG", "gmbhcoohg");
        table.add("AG & Co. KG", "agcokg");
        table.add("AG", "ag aktiengesellschaft");
        table.add("KG", "kg kommanditgesellschaft");
        table.add("KGaA", "kgaa");
        table.add("OHG", "ohg");
        table.add("OG", "og");
        table.add("UG (haftungsbeschränkt)", "ug ughaftungsbeschrankt ughaftungsbeschraenkt");
        table.add("e.K.", "ek ekfm ekfr");
        table.add("e.U.", "eu");
        table.add("e.V.", "ev");
        table.add("eG", "eg");
        table.add("GbR", "gbr");
        table.add("Sagl", "sagl");
        // France, Belgium, Luxembourg
        table.add("SARL", "sarl", Map.of("CH", "Sàrl", "LU", "S.à r.l."));
        table.add("SASU", "sasu");
        table.add("EURL", "eurl");
        table.add("SCI", "sci");
        table.add("SCOP", "scop");
        table.add("SPRL", "sprl");
        table.add("BVBA", "bvba");
        table.add(
                "S.A.",
                "sa societeanonyme sociedadanonima societaanonima s/a",
                Map.of("FR", "SA", "BE", "SA", "CH", "SA", "LU", "SA"));
        // Spain, Portugal, Latin America
        table.add("S.L.", "sl sociedadlimitada");
        table.add("S.L.U.", "slu");
        table.add("S.L.L.", "sll");
        table.add("S.A.U.", "sau");
        table.add("Lda.", "lda limitada");
        table.add("Unipessoal Lda.", "unipessoallda");
        table.add("Ltda.", "ltda");
        table.add("S.A. de C.V.", "sadecv");
        table.add("S. de R.L. de C.V.", "sderldecv");
        // the British Isles, North America, other countries of English law
        table.add("Ltd", "ltd limited");
        table.add("PLC", "plc publiclimitedcompany");
        table.add("LLP", "llp limitedliabilitypartnership");
        table.add("LLC", "llc limitedliabilitycompany");
        table.add("LP", "lp");
        table.add("CIC", "cic");
        table.add("Inc.", "inc incorporated");
        table.add("Corp.", "corp corporation");
        table.add("Co.", "co");
        table.add("Co. Ltd", "coltd companylimited");
        table.add("Pty Ltd", "ptyltd ptylimited");
        table.add("Pvt Ltd", "pvtltd privatelimited");
        table.add("Pte Ltd", "pteltd");
        // the Netherlands
        table.add("B.V.", "bv");
        table.add("N.V.", "nv");
        table.add("V.O.F.", "vof");
        // the North
        table.add("AB", "ab aktiebolag");
        table.add("A/S", "a/s aktieselskab");
        table.in(Set.of("DK"), "ApS", "aps anpartsselskab");
        table.add("I/S", "i/s");
        table.add("K/S", "k/s");
        table.add("AS", "as", Map.of("NO", "AS", "EE", "AS", "DK", "A/S", "CZ", "a.s.", "SK", "a.s.", "TR", "A.Ş."));
        table.add("ASA", "asa");
        table.add("Oy", "oy osakeyhtio");
        table.add("Oyj", "oyj");
        table.add("Oy Ab", "oyab");
        table.add("ehf.", "ehf");
        // the East
        table.add("a.s.", "as. akciovaspolecnost", Map.of("NO", "AS", "EE", "AS", "DK", "A/S", "TR", "A.Ş."));
        table.add("s.r.o.", "sro spolsro");
        table.add("v.o.s.", "vos");
        table.add("sp. z o.o.", "spzoo społkazoo społkazograniczonaodpowiedzialnoscia");
        table.add("sp. z o.o. sp. k.", "spzoospk");
        table.add("sp. k.", "spk");
        table.add("sp. j.", "spj");
        table.add("Kft.", "kft");
        table.add("Zrt.", "zrt");
        table.add("Nyrt.", "nyrt");
        table.in(Set.of("HU"), "Bt.", "bt");
        table.add("d.o.o.", "doo");
        table.add("j.d.o.o.", "jdoo");
        table.in(Set.of("HR", "SI", "BA"), "d.d.", "dd");
        table.add("EOOD", "eood еоод");
        table.add("OOD", "ood оод");
        table.in(Set.of("BG", "RS", "MK"), "AD", "ad ад");
        table.add("UAB", "uab");
        table.add("SIA", "sia");
        table.add("OÜ", "ou");
        table.add("SE", "se");
        return Map.copyOf(table.forms);
    }

    private static final class Table {
        final Map<String, Form> forms = new HashMap<>();

        void add(String writing, String writings) {
            add(writing, writings, Map.of());
        }

        void add(String writing, String writings, Map<String, String> elsewhere) {
            put(new Form(writing, elsewhere, Set.of()), writings);
        }

        void in(Set<String> countries, String writing, String writings) {
            in(countries, writing, writings, Map.of());
        }

        void in(Set<String> countries, String writing, String writings, Map<String, String> elsewhere) {
            put(new Form(writing, elsewhere, countries), writings);
        }

        private void put(Form form, String writings) {
            for (String one : writings.split(" ", -1)) {
                forms.put(one, form);
            }
        }
    }
}
