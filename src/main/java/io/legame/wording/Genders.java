package io.legame.wording;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words for a gender in the languages that files are written in. Of the single letters those are read that mean the same
 * wherever they are used: {@code f w k z ж 女} a woman, {@code m h м 男} a man. {@code m} is read so although Spanish files
 * that say H and M mean a woman (mujer) by it. Left unread are {@code v} (vrouw, varón), {@code d} (donna, divers),
 * {@code n} (nainen, no), {@code u} (uomo, unknown), {@code e} (erkek) and numbers.
 */
public final class Genders {
    private static final Map<String, String> CODES = codes();

    private Genders() {}

    /** F, M or X; null for "NA", "unknown" and whatever else says nothing. */
    public static @Nullable String code(String text) {
        String folded = Folding.fold(text);
        return CODES.get(folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded);
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        add(codes, "F", "f w k z female woman girl mrs ms miss"); // English, and letters of other languages
        add(codes, "M", "m h male man boy mr");
        add(codes, "X", "x nb other diverse nonbinary non-binary third");
        add(codes, "F", "femmina donna femminile signora sig.ra"); // Italian
        add(codes, "M", "maschio uomo maschile signor sig");
        add(codes, "X", "altro");
        add(codes, "F", "weiblich frau"); // German
        add(codes, "M", "mannlich maennlich mann herr");
        add(codes, "X", "divers");
        add(codes, "F", "femme feminin feminine madame mme"); // French, English
        add(codes, "M", "homme masculin masculine monsieur");
        add(codes, "X", "autre");
        add(codes, "F", "mujer femenino femenina hembra senora sra"); // Spanish
        add(codes, "M", "hombre masculino varon senor");
        add(codes, "X", "otro");
        add(codes, "F", "feminino mulher"); // Portuguese
        add(codes, "M", "homem macho");
        add(codes, "X", "outro");
        add(codes, "F", "nainen"); // Finnish
        add(codes, "M", "mies");
        add(codes, "X", "muu");
        add(codes, "F", "kobieta zenski"); // Polish, Croatian
        add(codes, "M", "mezczyzna meski");
        add(codes, "X", "inne");
        add(codes, "F", "zena zenske zenska zensko"); // Czech, Slovak, Croatian, Slovene
        add(codes, "M", "muz muzske muzsky muskarac muski musko moski");
        add(codes, "F", "женский женскии женщина ж жен"); // Russian; folding takes the mark of й away
        add(codes, "M", "мужской мужскои мужчина м муж");
        add(codes, "F", "女 女性 女士 女生"); // Chinese, Japanese
        add(codes, "M", "男 男性 先生 男生");
        add(codes, "F", "vrouw vrouwelijk mevrouw"); // Dutch
        add(codes, "M", "mannelijk dhr");
        add(codes, "X", "anders");
        add(codes, "F", "kvinna kvinde kvinne kvinnlig kvindelig"); // Swedish, Danish, Norwegian
        add(codes, "M", "mand manlig mandlig");
        add(codes, "X", "annat andet annet");
        add(codes, "F", "femeie femeiesc"); // Romanian
        add(codes, "M", "barbat barbatesc");
        add(codes, "F", "holgy noi"); // Hungarian; "nő" without its mark is "no"
        add(codes, "M", "ferfi");
        add(codes, "F", "γυναικα θηλυ"); // Greek
        add(codes, "M", "ανδρας αρρεν αντρας");
        add(codes, "F", "kadin kadın"); // Turkish
        add(codes, "M", "erkek");
        return Map.copyOf(codes);
    }

    private static void add(Map<String, String> codes, String code, String words) {
        for (String word : words.split(" ", -1)) {
            codes.put(word, code);
        }
    }
}
