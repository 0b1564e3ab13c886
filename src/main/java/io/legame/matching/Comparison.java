package io.legame.matching;

/** Compares two records field by field. Not for several threads at once. */
final class Comparison {
    private final Records records;
    private final NameComparison names;
    private final AddressComparison addresses;
    private final EmailComparison emails;
    private final Similarity similarity = new Similarity();

    private static final int[][] NUMBERS = numbers();

    Comparison(Records records) {
        this.records = records;
        names = new NameComparison(records, similarity);
        addresses = new AddressComparison(records, similarity);
        emails = new EmailComparison(records, similarity);
    }

    /** The pair's {@link Pattern}; the same whichever comes first. */
    long pattern(int one, int other) {
        long pattern = names.pattern(one, other);
        pattern = with(pattern, Field.COMPANY, company(one, other));
        pattern = with(
                pattern,
                Field.BIRTH_DATE,
                BirthDates.level(value(one, Column.BIRTH_DATE), value(other, Column.BIRTH_DATE)));
        pattern = with(pattern, Field.ADDRESS, addresses.level(one, other));
        pattern = with(pattern, Field.EMAIL, emails.level(one, other));
        pattern = with(pattern, Field.PHONE, phone(one, other));
        return with(pattern, Field.TAX_CODE, taxCode(one, other));
    }

    static long with(long pattern, Field field, Level level) {
        return Pattern.with(pattern, field, NUMBERS[field.place()][level.place()]);
    }

    private static int[][] numbers() {
        int[][] numbers = new int[Field.values().length][Level.values().length];
        for (Field field : Field.values()) {
            for (int i = 0; i < field.priors().size(); i++) {
                numbers[field.place()][field.priors().get(i).level().place()] = i + 1;
            }
        }
        return numbers;
    }

    private int value(int record, int column) {
        return records.value(record, column);
    }

    private Level company(int one, int other) {
        int first = value(one, Column.COMPANY);
        int second = value(other, Column.COMPANY);
        if (first == 0 || second == 0) {
            return Level.MISSING;
        }
        Dictionary companies = records.texts().companies;
        if (first == second) {
            return Level.EXACT;
        }
        if (Words.isBeginning(companies, first, second)) {
            return Level.PART;
        }
        return similarity.jaroWinkler(companies, first, second) >= NameComparison.NEAR
                        || similarity.edits(companies, first, second, 1) <= 1
                ? Level.NEAR
                : Level.OTHER;
    }

    private Level taxCode(int one, int other) {
        int first = value(one, Column.TAX_CODE);
        int second = value(other, Column.TAX_CODE);
        if (first == 0 || second == 0) {
            return Level.MISSING;
        }
        if (first == second) {
            return Level.EXACT;
        }
        return similarity.edits(records.texts().codes, first, second, 1) <= 1 ? Level.NEAR : Level.OTHER;
    }

    private Level phone(int one, int other) {
        Several phones = records.phones();
        if (phones.isMissing(one) || phones.isMissing(other)) {
            return Level.MISSING;
        }
        Level best = Level.OTHER;
        for (int i = phones.from(one); i < phones.to(one); i++) {
            for (int j = phones.from(other); j < phones.to(other); j++) {
                if (phones.value(i) == phones.value(j)) {
                    return Level.EXACT;
                }
                if (PhoneDigits.areNear(phones.value(i), phones.value(j))) {
                    best = Level.NEAR;
                }
            }
        }
        return best;
    }
}
