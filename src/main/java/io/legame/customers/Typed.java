package io.legame.customers;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.legame.wording.Folding;
import io.legame.wording.Whitespace;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What somebody typed to find a customer, read in every way in which it could be meant. */
final class Typed {
    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 8;
    private static final int SHORTEST_PHONE = 3;
    /** With fewer digits nearly every country has such phones. */
    private static final int SHORTEST_ABROAD = 5;

    /** What {@code customers.plain_name} takes for a blank. */
    private static final String SIGNS = "-'`´’\"/&,;:|()[]{}<>@_+*#!?=%\\^~$";

    private final String text;
    private final String name;
    private final List<String> words;
    private final int country;

    private Typed(String text, int country) {
        this.text = text;
        this.name = Folding.fold(text);
        this.words = words(name).stream().distinct().limit(MOST_WORDS).toList();
        this.country = country;
    }

    /** @param home where phones without prefix are, ISO 3166-1 alpha-2 */
    static Typed of(String text, String home) {
        String whole = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        // half a character is a question mark
        String clean = new String(whole.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return new Typed(
                Whitespace.collapse(clean),
                PhoneNumberUtil.getInstance().getCountryCodeForRegion(home.toUpperCase(Locale.ROOT)));
    }

    /** The words of a folded name as the database tells them apart. */
    static List<String> words(String folded) {
        var plain = new StringBuilder(folded.length());
        folded.chars()
                .filter(one -> one != '.')
                .forEach(one -> plain.append(SIGNS.indexOf(one) >= 0 ? ' ' : (char) one));
        return Stream.of(plain.toString().split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    boolean isEmpty() {
        return name.isEmpty();
    }

    /** As the order of names writes it. */
    String name() {
        return name;
    }

    /** The words of it; none when it is an e-mail address, or nothing but signs. */
    List<String> words() {
        return text.indexOf('@') >= 0 ? List.of() : words;
    }

    /** As e-mail addresses, cards and numbers begin: as typed, and numbers without what people put between digits. */
    Set<String> identities() {
        String lower = text.toLowerCase(Locale.ROOT);
        String joined = lower.matches(".*[0-9].*") ? lower.replaceAll("[ ./-]", "") : lower;
        return new LinkedHashSet<>(List.of(lower, joined));
    }

    /** In E.164, as phones of here begin, and those typed with their prefix. */
    Set<String> phones() {
        String digits = digits();
        if (digits.isEmpty()) {
            return Set.of();
        }
        if (text.startsWith("+")) {
            return Set.of("+" + digits);
        }
        if (digits.startsWith("00")) {
            return digits.length() < SHORTEST_PHONE + 2 ? Set.of() : Set.of("+" + digits.substring(2));
        }
        var phones = new LinkedHashSet<String>(national(country, digits).toList());
        phones.add("+" + digits);
        return phones;
    }

    /** Those of any other country typed without its prefix. */
    Set<String> phonesAbroad() {
        String digits = digits();
        if (digits.length() < SHORTEST_ABROAD || text.startsWith("+") || digits.startsWith("00")) {
            return Set.of();
        }
        var phones = new LinkedHashSet<String>();
        PhoneNumberUtil.getInstance()
                .getSupportedCallingCodes()
                .forEach(code -> national(code, digits).forEach(phones::add));
        phones.removeAll(phones());
        return phones;
    }

    /** The first zero of a number is part of it in some countries and not in others. */
    private static Stream<String> national(int code, String digits) {
        String whole = "+" + code + digits;
        return digits.startsWith("0") ? Stream.of(whole, "+" + code + digits.substring(1)) : Stream.of(whole);
    }

    /** Empty when it is no phone. */
    private String digits() {
        String digits = text.matches("[+0-9 ()./-]+") ? text.replaceAll("[^0-9]", "") : "";
        return digits.length() < SHORTEST_PHONE ? "" : digits;
    }
}
