package io.legame.customers;

import java.util.Locale;

/**
 * A name by which a customer is known without doubt: belongs to one customer only.
 *
 * @param source the system that gave a number or a card; empty for what is unique in the world
 * @param value uniform: an e-mail address in lower case, a phone number in E.164
 */
public record Identity(Kind kind, String source, String value) {
    public enum Kind {
        EMAIL,
        PHONE,
        NUMBER,
        CARD,
        TAX_CODE;

        /** As the database and the API write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Identity email(String address) {
        return new Identity(Kind.EMAIL, "", address);
    }

    public static Identity number(String source, String number) {
        return new Identity(Kind.NUMBER, source, number);
    }
}
