package io.legame.wording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** What the domain of an e-mail address tells: a slip of the keyboard, or a mailbox made to be thrown away. */
public final class EmailDomains {
    /** Providers of mailboxes in Europe and the United States; where two are as near, the earlier is meant. */
    private static final Set<String> PROVIDERS = providers(
            "gmail.com googlemail.com icloud.com me.com mac.com msn.com proton.me protonmail.com protonmail.ch pm.me",
            "outlook.com outlook.it outlook.fr outlook.es outlook.de outlook.pt outlook.be outlook.at outlook.ie",
            "hotmail.com hotmail.it hotmail.fr hotmail.es hotmail.de hotmail.co.uk hotmail.be hotmail.nl hotmail.se",
            "live.com live.it live.fr live.nl live.be live.co.uk live.de live.dk live.se live.no live.at live.ie",
            "yahoo.com yahoo.it yahoo.fr yahoo.es yahoo.de yahoo.co.uk yahoo.gr yahoo.ro yahoo.se yahoo.ie yahoo.pl",
            "ymail.com rocketmail.com aol.com aol.it aol.de aol.fr aol.co.uk aim.com mail.com email.com zoho.com",
            "gmx.com gmx.de gmx.net gmx.at gmx.ch gmx.fr gmx.it gmx.es gmx.co.uk fastmail.com fastmail.fm hey.com",
            "tutanota.com tutanota.de tuta.com duck.com mailbox.org posteo.de posteo.net",
            // Italy
            "libero.it virgilio.it alice.it tim.it tin.it tiscali.it inwind.it iol.it blu.it giallo.it email.it",
            "fastwebnet.it poste.it aruba.it pec.it legalmail.it pec.aruba.it vodafone.it teletu.it infinito.it",
            "interfree.it supereva.it katamail.com",
            // France, Spain, Portugal
            "orange.fr wanadoo.fr free.fr sfr.fr laposte.net neuf.fr bbox.fr numericable.fr club-internet.fr",
            "telefonica.net terra.es ono.com movistar.es sapo.pt mail.pt",
            // Germany, Austria, Switzerland
            "web.de t-online.de freenet.de arcor.de online.de email.de aon.at chello.at a1.net bluewin.ch hispeed.ch",
            // Belgium, the Netherlands, the North
            "telenet.be skynet.be proximus.be ziggo.nl kpnmail.nl planet.nl xs4all.nl home.nl hetnet.nl chello.nl",
            "casema.nl upcmail.nl telia.com comhem.se bredband.net spray.se online.no mail.dk jubii.dk stofanet.dk",
            "kolumbus.fi luukku.com",
            // the East
            "seznam.cz email.cz centrum.cz volny.cz post.cz azet.sk centrum.sk zoznam.sk wp.pl o2.pl onet.pl interia.pl",
            "op.pl vp.pl gazeta.pl tlen.pl poczta.onet.pl freemail.hu citromail.hu t-online.hu abv.bg mail.bg",
            "otenet.gr in.gr forthnet.gr siol.net net.hr mail.ru yandex.ru yandex.com ya.ru list.ru bk.ru inbox.ru",
            "rambler.ru ukr.net i.ua inbox.lv inbox.lt mail.ee",
            // the British Isles, the United States
            "eircom.net btinternet.com sky.com talktalk.net virginmedia.com ntlworld.com blueyonder.co.uk",
            "tiscali.co.uk comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net",
            "earthlink.net juno.com optonline.net frontier.com roadrunner.com windstream.net");

    /** These have a domain in nearly every country. */
    private static final Set<String> MULTINATIONAL = Set.of("yahoo", "hotmail", "outlook", "live", "gmx", "msn", "aol");

    /** Countries whose domains are nearly always a slip for .com. */
    private static final Set<String> SLIPPERY_COUNTRIES = Set.of("cm", "co", "om");

    /** Words that others have in their domains too: their letters are not guessed at, only what follows. */
    private static final Set<String> WORDS =
            Set.of("alice", "poste", "giallo", "orange", "terra", "planet", "online", "charter", "frontier", "email");

    /** Domains that lie one letter from a provider and are somebody's own. */
    private static final Set<String> NEIGHBOURS = Set.of("libera.it", "libro.it", "liberi.it", "protein.me");

    /** Endings that are no top-level domain, and what was meant. */
    private static final Map<String, String> SLIPS = Map.ofEntries(
            Map.entry("con", "com"),
            Map.entry("cmo", "com"),
            Map.entry("ocm", "com"),
            Map.entry("comm", "com"),
            Map.entry("coom", "com"),
            Map.entry("ccom", "com"),
            Map.entry("cim", "com"),
            Map.entry("cpm", "com"),
            Map.entry("vom", "com"),
            Map.entry("xom", "com"),
            Map.entry("ti", "it"),
            Map.entry("itt", "it"),
            Map.entry("iit", "it"),
            Map.entry("nte", "net"),
            Map.entry("ner", "net"),
            Map.entry("nett", "net"),
            Map.entry("ogr", "org"),
            Map.entry("rog", "org"),
            Map.entry("orgg", "org"),
            Map.entry("rf", "fr"),
            Map.entry("ed", "de"),
            Map.entry("couk", "co.uk"));

    private static final DamerauLevenshteinDistance ONE_SLIP = new DamerauLevenshteinDistance(1);

    /** Below this length a name with another letter is more often another name: {@code live}, {@code life}. */
    private static final int SHORTEST_GUESSED = 5;

    /** RFC 1035, 2.3.4. */
    private static final int LONGEST = 253;

    private EmailDomains() {}

    /** The address that was probably meant, or null; it is only ever proposed to a person. */
    public static @Nullable String proposedAddress(String address) {
        int at = address.lastIndexOf('@');
        String domain = proposal(address.substring(at + 1));
        return domain == null ? null : address.substring(0, at + 1) + domain;
    }

    /** The domain that was probably meant: one slip from a provider's, or with an ending that does not exist. */
    public static @Nullable String proposal(String written) {
        String domain = written.toLowerCase(Locale.ROOT);
        if (isWellKnown(domain) || domain.indexOf('.') <= 0) {
            return null;
        }
        for (String provider : PROVIDERS) {
            if (isOneSlip(domain, provider)) {
                return provider;
            }
        }
        int dot = domain.lastIndexOf('.');
        String meant = SLIPS.get(domain.substring(dot + 1));
        return meant == null ? null : domain.substring(0, dot + 1) + meant;
    }

    /** Whether the domain, or one above it, gives mailboxes to throw away. */
    public static boolean isDisposable(String written) {
        String domain = written.toLowerCase(Locale.ROOT);
        if (domain.length() > LONGEST) {
            return false;
        }
        for (int dot = -1; domain.indexOf('.', dot + 1) > 0; dot = domain.indexOf('.', dot + 1)) {
            if (Disposable.DOMAINS.contains(domain.substring(dot + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWellKnown(String domain) {
        if (PROVIDERS.contains(domain) || NEIGHBOURS.contains(domain)) {
            return true;
        }
        int dot = domain.indexOf('.');
        if (dot < 0 || !MULTINATIONAL.contains(domain.substring(0, dot))) {
            return false;
        }
        String country = domain.substring(domain.lastIndexOf('.') + 1);
        return !SLIPPERY_COUNTRIES.contains(country) && (Countries.isCode(country) || country.equals("uk"));
    }

    private static boolean isOneSlip(String domain, String provider) {
        if (Math.abs(domain.length() - provider.length()) > 1 || ONE_SLIP.apply(domain, provider) != 1) {
            return false;
        }
        String name = provider.substring(0, provider.indexOf('.'));
        if (domain.startsWith(name + ".")) {
            return true;
        }
        // nobody takes one first letter for another: jmail.com is not gmail.com
        boolean firstLetterReplaced =
                domain.length() == provider.length() && domain.substring(1).equals(provider.substring(1));
        return name.length() >= SHORTEST_GUESSED && !WORDS.contains(name) && !firstLetterReplaced;
    }

    private static Set<String> providers(String... lines) {
        return Stream.of(lines)
                .flatMap(line -> List.of(line.split(" ", -1)).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Read when the first domain is asked for: 8,335 of them. */
    private static final class Disposable {
        static final Set<String> DOMAINS = read();

        private static Set<String> read() {
            String file = "/wording/disposable-domains.txt";
            var stream = Objects.requireNonNull(Disposable.class.getResourceAsStream(file), file);
            try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
                return reader.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
