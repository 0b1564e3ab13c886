package io.legame.wording;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands before a name and after it, in Italian, English, German, French, Spanish, Portuguese and Dutch. */
final class PersonTitles {
    private static final Map<String, String> TITLES = writings(
            "Sig.=sig,signor,signore",
            "Sig.ra=sigra,signora",
            "Sig.na=signa,signna,signorina",
            "Dott.=dott,dottor,dottore",
            "Dott.ssa=dottssa,drssa,dottoressa",
            "Prof.=prof,professor,professore",
            "Prof.ssa=profssa,professoressa",
            "Avv.=avv,avvocato",
            "Ing.=ing",
            "Arch.=arch",
            "Geom.=geom,geometra",
            "Rag.=rag",
            "On.=on",
            "Cav.=cav",
            "Comm.=comm",
            "Mr.=mr,mister",
            "Mrs.=mrs",
            "Ms.=ms",
            "Miss=miss",
            "Mx.=mx",
            "Dr.=dr,doctor,doktor",
            "Sir=sir",
            "Rev.=rev,reverend",
            "Herr=herr,herrn",
            "Frau=frau",
            "Dr.-Ing.=dr-ing,dring",
            "Dipl.-Ing.=dipl-ing,dipling",
            "Mag.=mag",
            "M.=monsieur",
            "Mme=mme,madame",
            "Mlle=mlle,mademoiselle",
            "Sr.=sr,señor,senor,senhor",
            "Sra.=sra,señora,senora,senhora",
            "Srta.=srta,señorita,senorita",
            "Dra.=dra,doctora",
            "Dhr.=dhr",
            "Mevr.=mevr,mevrouw",
            "Ir.=ir",
            "Drs.=drs");

    /** A courtesy of addresses on letters that says nothing. */
    private static final Set<String> COURTESIES = Set.of("egr", "egregio", "gentma", "gentmo", "gentile", "spettle");

    /** These are names too, unless a full stop follows. */
    private static final Set<String> ONLY_WITH_STOP = Set.of("on", "cav", "comm", "mag", "ir");

    private static final Map<String, String> SUFFIXES = writings(
            "Jr.=jr", "Sr.=sr", "II=ii", "III=iii", "IV=iv", "PhD=phd", "MD=md", "Esq.=esq", "MBA=mba", "CPA=cpa");

    private PersonTitles() {}

    /** One title or several joined as in {@code Prof.Ing.}, as written everywhere; empty for a courtesy, null for a name. */
    static @Nullable String title(String word) {
        String key = key(word);
        if (COURTESIES.contains(key)) {
            return "";
        }
        if (ONLY_WITH_STOP.contains(key) && !word.endsWith(".")) {
            return null;
        }
        String title = TITLES.get(key);
        if (title != null) {
            return title;
        }
        String[] parts = word.split("\\.", 0);
        return parts.length > 1 && Arrays.stream(parts).allMatch(part -> TITLES.containsKey(key(part)))
                ? Arrays.stream(parts).map(part -> TITLES.get(key(part))).collect(Collectors.joining(" "))
                : null;
    }

    /** The suffix as it is written everywhere, or null. */
    static @Nullable String suffix(String word) {
        return SUFFIXES.get(key(word));
    }

    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT).replace(".", "").replace(",", "");
    }

    private static Map<String, String> writings(String... lines) {
        var writings = new HashMap<String, String>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            for (String one : line.substring(equals + 1).split(",", -1)) {
                writings.put(one, line.substring(0, equals));
            }
        }
        return Map.copyOf(writings);
    }
}
