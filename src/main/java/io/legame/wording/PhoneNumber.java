package io.legame.wording;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A phone number in E.164, by Google's libphonenumber. */
public final class PhoneNumber {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneNumber() {}

    /**
     * Returns null when no such number can exist.
     *
     * @param country where a number without prefix is, ISO 3166-1 alpha-2
     */
    public static @Nullable String uniform(String text, String country) {
        try {
            var number = NUMBERS.parse(text, country);
            return NUMBERS.isPossibleNumber(number) ? NUMBERS.format(number, PhoneNumberFormat.E164) : null;
        } catch (NumberParseException e) {
            return null;
        }
    }

    /** As people at home write it when it is a number of their country, else the international way. */
    public static String display(String e164, String country) {
        try {
            var number = NUMBERS.parse(e164, null);
            boolean home = country.toUpperCase(Locale.ROOT).equals(NUMBERS.getRegionCodeForNumber(number));
            return NUMBERS.format(number, home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return e164;
        }
    }
}
