package io.legame.matching;

import java.util.List;

/**
 * What two records must have in common to be compared at all. A pair is compared when any rule brings it together, so a
 * slip in one field is caught by a rule without it.
 *
 * @param needed all of them must be known; together they are the block's key
 * @param splits by which a block is divided, one after the other, while it is too big
 */
record BlockingRule(List<Part> needed, List<Part> splits) {
    /** A number of a record that is the same for the same value; 0 when it is not known. */
    @FunctionalInterface
    interface Part {
        int of(Records records, int record);
    }

    private static final int LETTERS = 4;

    /** The rules of records with one value each; those of e-mail and phone stand in {@link Blocks}. */
    static final List<BlockingRule> RULES = List.of(
            rule(List.of(BlockingRule::taxCode), BlockingRule::givenForm, BlockingRule::familySound),
            rule(
                    List.of(BlockingRule::date),
                    BlockingRule::givenInitial,
                    BlockingRule::town,
                    BlockingRule::familySound),
            rule(List.of(BlockingRule::date), BlockingRule::familySound, BlockingRule::givenForm, BlockingRule::town),
            rule(List.of(BlockingRule::bothNames), BlockingRule::year, BlockingRule::date, BlockingRule::town),
            rule(
                    List.of(BlockingRule::bothNames),
                    BlockingRule::town,
                    BlockingRule::street,
                    BlockingRule::mailboxLetters),
            rule(
                    List.of(BlockingRule::familySound, BlockingRule::year),
                    BlockingRule::givenInitial,
                    BlockingRule::monthAndDay),
            rule(List.of(BlockingRule::familySound, BlockingRule::town), BlockingRule::givenForm, BlockingRule::street),
            rule(
                    List.of(BlockingRule::familySound, BlockingRule::postcode),
                    BlockingRule::givenForm,
                    BlockingRule::street),
            rule(List.of(BlockingRule::givenForm, BlockingRule::town), BlockingRule::year, BlockingRule::street),
            rule(List.of(BlockingRule::givenForm, BlockingRule::year), BlockingRule::monthAndDay, BlockingRule::town),
            rule(
                    List.of(BlockingRule::street, BlockingRule::place),
                    BlockingRule::houseNumber,
                    BlockingRule::givenInitial),
            rule(List.of(BlockingRule::mailboxLetters), BlockingRule::year, BlockingRule::familySound),
            rule(List.of(BlockingRule::domain), BlockingRule::mailboxLetters, BlockingRule::familySound),
            rule(List.of(BlockingRule::familySound), BlockingRule::givenForm, BlockingRule::town),
            rule(
                    List.of(BlockingRule::company),
                    BlockingRule::place,
                    BlockingRule::givenForm,
                    BlockingRule::familySound));

    private static BlockingRule rule(List<Part> needed, Part... splits) {
        return new BlockingRule(needed, List.of(splits));
    }

    /** The key of the record's block; 0 when a needed part is not known. */
    int key(Records records, int record) {
        int key = 0;
        for (Part part : needed) {
            int value = part.of(records, record);
            if (value == 0) {
                return 0;
            }
            key = Hashing.join(key, value);
        }
        return key;
    }

    static int familySound(Records records, int record) {
        return records.texts().sound(records.value(record, Column.FAMILY));
    }

    static int givenForm(Records records, int record) {
        return records.texts().form(records.value(record, Column.GIVEN));
    }

    static int year(Records records, int record) {
        return BirthDates.year(records.value(record, Column.BIRTH_DATE));
    }

    static int town(Records records, int record) {
        return records.texts().places.hash(records.value(record, Column.TOWN));
    }

    private static int taxCode(Records records, int record) {
        return records.texts().codes.hash(records.value(record, Column.TAX_CODE));
    }

    private static int date(Records records, int record) {
        return BirthDates.sorted(records.value(record, Column.BIRTH_DATE));
    }

    private static int monthAndDay(Records records, int record) {
        return BirthDates.sorted(records.value(record, Column.BIRTH_DATE)) % 10_000;
    }

    private static int givenInitial(Records records, int record) {
        int given = records.value(record, Column.GIVEN);
        Dictionary names = records.texts().names;
        return given == 0 ? 0 : names.letters()[names.start(given)];
    }

    /** The same when they are exchanged. */
    private static int bothNames(Records records, int record) {
        int given = givenForm(records, record);
        int family = records.texts().form(records.value(record, Column.FAMILY));
        return given == 0 || family == 0 ? 0 : Hashing.join(Math.min(given, family), Math.max(given, family));
    }

    private static int postcode(Records records, int record) {
        return records.texts().codes.hash(records.value(record, Column.POSTCODE));
    }

    private static int place(Records records, int record) {
        int town = town(records, record);
        return town == 0 ? postcode(records, record) : town;
    }

    /** The sound of its longest word, as the kind of street is often left out. */
    private static int street(Records records, int record) {
        int street = records.value(record, Column.STREET);
        return street == 0 ? 0 : Words.longestSound(records.texts().streets, street);
    }

    private static int houseNumber(Records records, int record) {
        return records.texts().codes.hash(records.value(record, Column.HOUSE_NUMBER));
    }

    private static int company(Records records, int record) {
        int company = records.value(record, Column.COMPANY);
        return company == 0 ? 0 : Words.longestSound(records.texts().companies, company);
    }

    private static int domain(Records records, int record) {
        Several emails = records.emails();
        return emails.isMissing(record)
                ? 0
                : records.texts().domains.hash(Records.domain(emails.value(emails.from(record))));
    }

    /** The first letters of the first e-mail address, whatever digits and marks stand between them. */
    private static int mailboxLetters(Records records, int record) {
        Several emails = records.emails();
        if (emails.isMissing(record)) {
            return 0;
        }
        Dictionary mailboxes = records.texts().mailboxes;
        int mailbox = Records.mailbox(emails.value(emails.from(record)));
        int key = 0;
        int count = 0;
        for (int i = 0; i < mailboxes.length(mailbox) && count < LETTERS; i++) {
            char one = mailboxes.letters()[mailboxes.start(mailbox) + i];
            if (Character.isLetter(one)) {
                key = Hashing.join(key, one);
                count++;
            }
        }
        return key;
    }
}
