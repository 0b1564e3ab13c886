package io.legame.wording;

import com.ibm.icu.text.IDNA;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An e-mail address as it is written everywhere: without display name, in lower case, international domains in ASCII. */
public final class EmailAddress {
    /** RFC 5321, 4.5.3.1. */
    private static final int MAX_LENGTH = 254;

    /** With a display name before it. */
    private static final int MAX_TEXT = 1000;

    private static final int MAX_LOCAL_PART = 64;
    private static final int MAX_LABEL = 63;

    /** What RFC 5322 (3.2.3) allows besides letters and digits. */
    private static final String SYMBOLS = ".!#$%&'*+/=?^_`{|}~-";

    /** What copying from a web page leaves at the ends, such as a zero-width space. */
    private static final Pattern INVISIBLE_ENDS = Pattern.compile("^\\p{Cf}+|\\p{Cf}+$");

    /** IDNA 2008 as browsers do it (UTS #46): the JDK's older one would take straße.de for strasse.de. */
    private static final IDNA INTERNATIONAL = IDNA.getUTS46Instance(
            IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII);

    private EmailAddress() {}

    /** Returns null when the text is no address that mail could be sent to. */
    public static @Nullable String uniform(String text) {
        String address = Whitespace.collapse(text);
        if (address.length() > MAX_TEXT) {
            return null;
        }
        if (!Folding.isAscii(address)) {
            address = INVISIBLE_ENDS.matcher(address).replaceAll("").strip();
        }
        int open = address.lastIndexOf('<');
        if (open >= 0 && address.endsWith(">")) {
            address = address.substring(open + 1, address.length() - 1);
        }
        if (address.regionMatches(true, 0, "mailto:", 0, 7)) {
            address = address.substring(7);
        }
        return mailbox(address);
    }

    /**
     * Whether the text is an address and nothing else. Addresses that are legal and refused all the same, as no shop's
     * customer has one and many servers do not take them: quoted local parts, comments and blanks, address literals,
     * domains of one label and all that RFC 5322 calls obsolete.
     */
    public static boolean isMailbox(String address) {
        return mailbox(address) != null;
    }

    private static @Nullable String mailbox(String address) {
        int at = address.lastIndexOf('@');
        if (at <= 0 || at == address.length() - 1) {
            return null;
        }
        String local = localPart(address.substring(0, at));
        String domain = asciiDomain(address.substring(at + 1));
        return local == null || domain == null || local.length() + domain.length() + 1 > MAX_LENGTH
                ? null
                : local + "@" + domain;
    }

    private static @Nullable String localPart(String written) {
        String local = (Folding.isAscii(written) ? written : Normalizer.normalize(written, Normalizer.Form.NFC))
                .toLowerCase(Locale.ROOT);
        return isLocalPart(local) ? local : null;
    }

    private static boolean isLocalPart(String local) {
        return local.length() <= MAX_LOCAL_PART
                && !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && local.codePoints().allMatch(EmailAddress::isLocalCharacter);
    }

    /** RFC 6531 allows every character beyond ASCII; real mailboxes have letters, as in 二ノ宮@黒川.日本. */
    private static boolean isLocalCharacter(int one) {
        return Character.isLetterOrDigit(one)
                || (one < 128
                        ? SYMBOLS.indexOf(one) >= 0
                        : Character.getType(one) == Character.NON_SPACING_MARK
                                || Character.getType(one) == Character.COMBINING_SPACING_MARK);
    }

    private static @Nullable String asciiDomain(String domain) {
        if (Folding.isAscii(domain)) {
            String lower = domain.toLowerCase(Locale.ROOT);
            return isDomain(lower) ? lower : null;
        }
        var result = new StringBuilder();
        var info = new IDNA.Info();
        INTERNATIONAL.nameToASCII(domain, result, info);
        return !info.hasErrors() && isDomain(result.toString()) ? result.toString() : null;
    }

    private static boolean isDomain(String domain) {
        if (domain.length() > MAX_LENGTH - 2 || domain.indexOf('.') < 0) {
            return false;
        }
        for (String label : domain.split("\\.", -1)) {
            if (label.isEmpty() || label.length() > MAX_LABEL || label.startsWith("-") || label.endsWith("-")) {
                return false;
            }
            if (!label.chars().allMatch(one -> one == '-' || (one < 128 && Character.isLetterOrDigit(one)))) {
                return false;
            }
        }
        return !domain.substring(domain.lastIndexOf('.') + 1).chars().allMatch(Character::isDigit);
    }
}
