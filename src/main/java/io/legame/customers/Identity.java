package io.legame.customers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A name by which a customer is known without doubt: belongs to one customer only.
 *
 * @param source the system that gave a number or a card; empty for what is unique in the world
 * @param value uniform: an e-mail address in lower case, a phone number in E.164
 */
public record Identity(Kind kind, String source, String value) {
    /** The source of what comes from nowhere in particular: the company's own numbers. */
    public static final String MAIN = "main";

    public enum Kind {
        EMAIL,
        PHONE,
        NUMBER,
        CARD,
        TAX_CODE,
        /** Of a company; persons who work for it may name it too. */
        VAT_NUMBER,
        /** A name with a phone, a birth date or an address, or a company's name, for those who have nothing better. */
        DETAILS,
        /** The value of a custom field that is unique; its source is the field's code. */
        FIELD;

        /** Those that a company may choose as its unique key, in the order they are offered. */
        public static final List<Kind> KEYS = List.of(EMAIL, PHONE, CARD, NUMBER, TAX_CODE);

        public static Optional<Kind> of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }

        /** As the database and the API write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kinds that do when this one is the unique key: the VAT number is the tax code of companies. */
        Set<Kind> asKey() {
            return this == TAX_CODE ? Set.of(TAX_CODE, VAT_NUMBER) : Set.of(this);
        }

        /** The field that holds such an identity. */
        CustomerField field() {
            return this == DETAILS || this == FIELD ? CustomerField.FULL_NAME : CustomerField.valueOf(name());
        }
    }

    /** Whether it says something to name the source beside the value. */
    public boolean hasNamedSource() {
        return !source.isEmpty() && !source.equals(MAIN);
    }

    /** What a stored value of a unique field makes its customer known by. */
    static Optional<Identity> of(CustomField field, @Nullable Object stored) {
        return field.unique() && stored != null
                ? Optional.of(new Identity(Kind.FIELD, field.code(), stored.toString()))
                : Optional.empty();
    }

    public static Identity email(String address) {
        return new Identity(Kind.EMAIL, "", address);
    }

    public static Identity number(String source, String number) {
        return new Identity(Kind.NUMBER, source, number);
    }
}
