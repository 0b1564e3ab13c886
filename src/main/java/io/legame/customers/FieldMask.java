package io.legame.customers;

import java.util.stream.Stream;

/** As much of a value as one needs to recognise it. */
public final class FieldMask {
    private static final String HIDDEN = "•••";
    private static final int END = 2;
    private static final int PREFIX = 3;

    private FieldMask() {}

    /** Whether that is all there is of the value: nobody can write to it or dial it. */
    public static boolean masked(String value) {
        return value.contains(HIDDEN);
    }

    static String of(CustomerField field, String value) {
        return switch (field) {
            case EMAIL -> email(value);
            case OTHER_EMAIL ->
                String.join(
                        ", ",
                        Stream.of(value.split(", ", -1)).map(FieldMask::email).toList());
            case PHONE -> phone(value);
            case OTHER_PHONE ->
                String.join(
                        ", ",
                        Stream.of(value.split(", ", -1)).map(FieldMask::phone).toList());
            default -> HIDDEN + end(value);
        };
    }

    static String of(CustomFieldType type, String value) {
        return switch (type) {
            case EMAIL -> email(value);
            case PHONE -> phone(value);
            case TEXT, NUMBER, LINK -> HIDDEN + end(value);
            // of the rest the end says nothing, or all
            case MONEY, DATE, YES_NO, CHOICE, CHOICES -> HIDDEN;
        };
    }

    private static String email(String address) {
        int at = address.lastIndexOf('@');
        return at < 1
                ? HIDDEN
                : address.substring(0, address.offsetByCodePoints(0, 1)) + HIDDEN + address.substring(at);
    }

    private static String phone(String number) {
        return number.length() <= PREFIX + END + END
                ? HIDDEN
                : number.substring(0, PREFIX) + HIDDEN + number.substring(number.length() - END);
    }

    /** Of what is short nothing. */
    private static String end(String value) {
        return value.length() <= 2 * PREFIX ? "" : value.substring(value.length() - PREFIX);
    }
}
