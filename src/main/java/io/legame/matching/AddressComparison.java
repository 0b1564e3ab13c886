package io.legame.matching;

/** Where two records live: as fine as both tell. */
final class AddressComparison {
    private static final double SAME_STREET = 0.9;

    private final Records records;
    private final Texts texts;
    private final Similarity similarity;

    AddressComparison(Records records, Similarity similarity) {
        this.records = records;
        texts = records.texts();
        this.similarity = similarity;
    }

    Level level(int one, int other) {
        Level town = town(one, other);
        Level postcode = postcode(one, other);
        boolean samePlace =
                town == Level.TOWN || town == Level.NEAR_TOWN || (postcode != Level.OTHER && postcode != Level.MISSING);
        boolean placeUnknown = town == Level.MISSING && postcode == Level.MISSING;
        Level street = samePlace || placeUnknown ? street(one, other) : Level.MISSING;
        if (street != Level.MISSING && street != Level.OTHER) {
            return street;
        }
        if (postcode == Level.POSTCODE && town != Level.OTHER) {
            return Level.POSTCODE;
        }
        if (town == Level.TOWN || town == Level.NEAR_TOWN) {
            return town;
        }
        if (postcode == Level.POSTCODE) {
            return Level.POSTCODE;
        }
        return region(one, other, town, postcode, street);
    }

    private Level region(int one, int other, Level town, Level postcode, Level street) {
        int first = records.value(one, Column.PROVINCE);
        int second = records.value(other, Column.PROVINCE);
        if (first != 0 && second != 0) {
            return first == second ? Level.REGION : Level.OTHER;
        }
        return town == Level.MISSING && postcode == Level.MISSING && street == Level.MISSING
                ? Level.MISSING
                : Level.OTHER;
    }

    private Level town(int one, int other) {
        int first = records.value(one, Column.TOWN);
        int second = records.value(other, Column.TOWN);
        if (first == 0 || second == 0) {
            return Level.MISSING;
        }
        if (first == second) {
            return Level.TOWN;
        }
        return similarity.jaroWinkler(texts.places, first, second) >= SAME_STREET
                        || similarity.edits(texts.places, first, second, 2) <= 2
                ? Level.NEAR_TOWN
                : Level.OTHER;
    }

    /** The same, one slip apart, or other. */
    private Level postcode(int one, int other) {
        int first = records.value(one, Column.POSTCODE);
        int second = records.value(other, Column.POSTCODE);
        if (first == 0 || second == 0) {
            return Level.MISSING;
        }
        if (first == second) {
            return areOfOneCountry(one, other) ? Level.POSTCODE : Level.OTHER;
        }
        return similarity.edits(texts.codes, first, second, 1) <= 1 ? Level.NEAR : Level.OTHER;
    }

    private boolean areOfOneCountry(int one, int other) {
        int first = records.value(one, Column.COUNTRY);
        int second = records.value(other, Column.COUNTRY);
        return first == 0 || second == 0 || first == second;
    }

    private Level street(int one, int other) {
        int first = records.value(one, Column.STREET);
        int second = records.value(other, Column.STREET);
        if (first == 0 || second == 0) {
            return Level.MISSING;
        }
        if (first != second
                && similarity.jaroWinkler(texts.streets, first, second) < SAME_STREET
                && similarity.edits(texts.streets, first, second, 2) > 2) {
            return Level.OTHER;
        }
        int number = records.value(one, Column.HOUSE_NUMBER);
        return number != 0 && number == records.value(other, Column.HOUSE_NUMBER) ? Level.HOUSE : Level.STREET;
    }
}
