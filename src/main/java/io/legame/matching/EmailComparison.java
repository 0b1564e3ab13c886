package io.legame.matching;

import java.util.List;

/** The best of all pairs of addresses of two records. */
final class EmailComparison {
    private static final List<Level> RANK =
            List.of(Level.EXACT, Level.NEAR, Level.SAME_MAILBOX, Level.CLOSE, Level.MISSING, Level.OTHER);

    private static final int SLIP = 2;
    /** More than a slip, in addresses long enough that four edits leave most of it. */
    private static final int ALIKE = 4;

    private static final int SHORTEST_ALIKE = 10;
    private static final int MOST_DIGITS = 2;

    private final Records records;
    private final Texts texts;
    private final Similarity similarity;

    EmailComparison(Records records, Similarity similarity) {
        this.records = records;
        texts = records.texts();
        this.similarity = similarity;
    }

    Level level(int one, int other) {
        Several emails = records.emails();
        if (emails.isMissing(one) || emails.isMissing(other)) {
            return Level.MISSING;
        }
        Level best = Level.OTHER;
        for (int i = emails.from(one); i < emails.to(one); i++) {
            for (int j = emails.from(other); j < emails.to(other); j++) {
                Level level = addresses(emails.value(i), emails.value(j), one, other);
                if (level == Level.EXACT) {
                    return level;
                }
                best = better(level, best);
            }
        }
        return best;
    }

    private static Level better(Level one, Level other) {
        return RANK.indexOf(one) < RANK.indexOf(other) ? one : other;
    }

    private Level addresses(long one, long other, int record, int otherRecord) {
        if (one == other) {
            return Level.EXACT;
        }
        int mailbox = Records.mailbox(one);
        int otherMailbox = Records.mailbox(other);
        int domains = Records.domain(one) == Records.domain(other)
                ? 0
                : similarity.edits(texts.domains, Records.domain(one), Records.domain(other), ALIKE);
        if (mailbox == otherMailbox) {
            if (domains <= SLIP) {
                return Level.NEAR;
            }
            return saysOnlyNames(mailbox, record, otherRecord) ? Level.MISSING : Level.SAME_MAILBOX;
        }
        if (domains > ALIKE || differInDigitsOnly(mailbox, otherMailbox)) {
            return Level.OTHER;
        }
        int length = Math.min(
                texts.mailboxes.length(mailbox) + texts.domains.length(Records.domain(one)),
                texts.mailboxes.length(otherMailbox) + texts.domains.length(Records.domain(other)));
        int edits = domains + similarity.edits(texts.mailboxes, mailbox, otherMailbox, ALIKE);
        if (edits > ALIKE || edits * 4 > length) {
            return Level.OTHER;
        }
        if (saysOnlyNames(mailbox, record, otherRecord) && saysOnlyNames(otherMailbox, record, otherRecord)) {
            return Level.MISSING;
        }
        return edits <= SLIP && length >= SHORTEST_ALIKE ? Level.NEAR : Level.CLOSE;
    }

    /** mario75 and mario82 are two people. */
    private boolean differInDigitsOnly(int one, int other) {
        char[] letters = texts.mailboxes.letters();
        int x = texts.mailboxes.start(one);
        int y = texts.mailboxes.start(other);
        int xEnd = x + texts.mailboxes.length(one);
        int yEnd = y + texts.mailboxes.length(other);
        while (true) {
            while (x < xEnd && isNoLetter(letters[x])) {
                x++;
            }
            while (y < yEnd && isNoLetter(letters[y])) {
                y++;
            }
            if (x == xEnd || y == yEnd) {
                return x == xEnd && y == yEnd;
            }
            if (letters[x++] != letters[y++]) {
                return false;
            }
        }
    }

    private static boolean isNoLetter(char one) {
        return (one >= '0' && one <= '9') || one == '.' || one == '_' || one == '-';
    }

    /**
     * Whether the mailbox only repeats names of one of both, or their initials, with up to two digits as of a year: then it is alike
     * because the names are, and every namesake may have it elsewhere.
     */
    private boolean saysOnlyNames(int mailbox, int record, int otherRecord) {
        char[] letters = texts.mailboxes.letters();
        int at = texts.mailboxes.start(mailbox);
        int end = at + texts.mailboxes.length(mailbox);
        int digits = 0;
        while (at < end) {
            if (isNoLetter(letters[at])) {
                digits += Character.isDigit(letters[at++]) ? 1 : 0;
                continue;
            }
            int length = Math.max(common(letters, at, end, record), common(letters, at, end, otherRecord));
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return digits <= MOST_DIGITS;
    }

    /** How many letters of the mailbox are a name of the record, or its initial. */
    private int common(char[] letters, int at, int end, int record) {
        return Math.max(
                commonWithName(letters, at, end, records.value(record, Column.GIVEN)),
                commonWithName(letters, at, end, records.value(record, Column.FAMILY)));
    }

    private int commonWithName(char[] letters, int at, int end, int name) {
        if (name == 0) {
            return 0;
        }
        char[] nameLetters = texts.names.letters();
        int last = texts.names.start(name) + texts.names.length(name);
        int same = 0;
        for (int i = texts.names.start(name); i < last; i++) {
            // mailboxes have no blanks
            if (nameLetters[i] == ' ') {
                continue;
            }
            if (at + same == end || nameLetters[i] != letters[at + same]) {
                return Math.min(same, 1);
            }
            same++;
        }
        return same;
    }
}
