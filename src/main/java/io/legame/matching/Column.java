package io.legame.matching;

/** Where a value of a record lies in its row of numbers. */
final class Column {
    static final int GIVEN = 0;
    static final int MIDDLE = 1;
    static final int FAMILY = 2;
    static final int COMPANY = 3;
    /** Year, month and day as one number: 19591231. */
    static final int BIRTH_DATE = 4;

    static final int STREET = 5;
    static final int HOUSE_NUMBER = 6;
    static final int POSTCODE = 7;
    static final int TOWN = 8;
    static final int PROVINCE = 9;
    static final int COUNTRY = 10;
    static final int TAX_CODE = 11;
    static final int COUNT = 12;

    private Column() {}
}
