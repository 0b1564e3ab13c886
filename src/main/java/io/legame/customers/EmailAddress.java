package io.legame.customers;

import java.net.IDN;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An e-mail address as it is written everywhere: without display name, in lower case, international domains in ASCII. */
final class EmailAddress {
    /** RFC 5321, 4.5.3.1. */
    private static final int MAX_LENGTH = 254;

    private static final int MAX_LOCAL_PART = 64;

    private EmailAddress() {}

    /** Returns null when the text is no address that mail could be sent to. */
    static @Nullable String uniform(String text) {
        String address = Whitespace.collapse(text);
        int open = address.lastIndexOf('<');
        if (open >= 0 && address.endsWith(">")) {
            address = address.substring(open + 1, address.length() - 1);
        }
        if (address.regionMatches(true, 0, "mailto:", 0, 7)) {
            address = address.substring(7);
        }
        int at = address.lastIndexOf('@');
        if (at <= 0 || at == address.length() - 1) {
            return null;
        }
        String local = address.substring(0, at).toLowerCase(Locale.ROOT);
        String domain = asciiDomain(address.substring(at + 1));
        if (domain == null || !isLocalPart(local) || local.length() + domain.length() + 1 > MAX_LENGTH) {
            return null;
        }
        return local + "@" + domain;
    }

    private static @Nullable String asciiDomain(String domain) {
        try {
            String ascii = isAscii(domain) ? domain : IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
            ascii = ascii.toLowerCase(Locale.ROOT);
            return isDomain(ascii) ? ascii : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(one -> one < 128);
    }

    /** Dot-atoms only: quoted local parts are legal, but no shop's customer has one and many servers refuse them. */
    private static boolean isLocalPart(String local) {
        if (local.length() > MAX_LOCAL_PART || local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
            return false;
        }
        return local.chars()
                .allMatch(
                        one -> one > 127 || Character.isLetterOrDigit(one) || ".!#$%&'*+/=?^_`{|}~-".indexOf(one) >= 0);
    }

    private static boolean isDomain(String domain) {
        if (domain.length() > 253 || domain.indexOf('.') < 0) {
            return false;
        }
        for (String label : domain.split("\\.", -1)) {
            if (label.isEmpty() || label.length() > 63 || label.startsWith("-") || label.endsWith("-")) {
                return false;
            }
            if (!label.chars().allMatch(one -> one == '-' || (one < 128 && Character.isLetterOrDigit(one)))) {
                return false;
            }
        }
        return !domain.substring(domain.lastIndexOf('.') + 1).chars().allMatch(Character::isDigit);
    }
}
