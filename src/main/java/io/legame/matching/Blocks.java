package io.legame.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** All blocks of all rules, and the pairs in them, each pair once. */
final class Blocks {
    /** The rules of several values to a record come first: their keys are looked up differently. */
    private static final int MAILBOX = 0;

    private static final int PHONE = 1;
    private static final int SEVERAL = 2;
    private static final int RULES = SEVERAL + BlockingRule.RULES.size();

    private static final List<BlockingRule.Part> SPLITS =
            List.of(BlockingRule::familySound, BlockingRule::givenForm, BlockingRule::year, BlockingRule::town);

    /** Instead of the rules, for few records: every pair is a candidate. */
    private static final int ALL = -1;

    /** Pairs of a base so small that none needs to be left out. */
    private static final long FEW_PAIRS = 1_000_000;

    /** Pairs to be looked at in one piece of work. */
    private static final int PIECE = 50_000;

    private final Records records;
    private final int[] mailboxKeys;
    private final int[] phoneKeys;
    /** The keys of one record by the other rules lie together, as they are asked for together. */
    private final int[] keys;

    private final Blocked[] blocked = new Blocked[RULES];
    private final int[] mailboxOwners;
    private final int[] phoneOwners;

    Blocks(Records records) {
        this.records = records;
        mailboxKeys = mailboxKeys();
        phoneKeys = phoneKeys();
        mailboxOwners = owners(records.emails());
        phoneOwners = owners(records.phones());
        keys = new int[records.size() * BlockingRule.RULES.size()];
        IntStream.range(0, RULES).parallel().forEach(this::group);
    }

    private void group(int rule) {
        if (rule == MAILBOX) {
            blocked[rule] = Grouping.of(records, SPLITS, mailboxOwners, mailboxKeys);
        } else if (rule == PHONE) {
            blocked[rule] = Grouping.of(records, SPLITS, phoneOwners, phoneKeys);
        } else {
            BlockingRule one = BlockingRule.RULES.get(rule - SEVERAL);
            int[] own = new int[records.size()];
            for (int record = 0; record < own.length; record++) {
                own[record] = one.key(records, record);
            }
            blocked[rule] = Grouping.of(records, one.splits(), null, own);
            for (int record = 0; record < own.length; record++) {
                keys[record * BlockingRule.RULES.size() + rule - SEVERAL] = own[record];
            }
        }
    }

    private int[] mailboxKeys() {
        Several emails = records.emails();
        return IntStream.range(0, emails.count())
                .map(place -> Hashing.join(records.texts().mailboxes.hash(Records.mailbox(emails.value(place))), 0))
                .toArray();
    }

    private int[] phoneKeys() {
        Several phones = records.phones();
        return IntStream.range(0, phones.count())
                .map(place -> Hashing.join(PhoneDigits.local(phones.value(place)), 0))
                .toArray();
    }

    private int[] owners(Several values) {
        int[] owners = new int[values.count()];
        for (int record = 0; record < records.size(); record++) {
            for (int place = values.from(record); place < values.to(record); place++) {
                owners[place] = record;
            }
        }
        return owners;
    }

    /** Pairs in blocks that could not be divided any further; another rule may have brought them together. */
    long leftOut() {
        long sum = 0;
        for (Blocked one : blocked) {
            sum += one.leftOut();
        }
        return sum;
    }

    /** Blocks of one rule, or one record with all after it, that are looked at together. */
    record Piece(int rule, int fromBlock, int toBlock) {}

    List<Piece> pieces() {
        if ((long) records.size() * (records.size() - 1) / 2 <= FEW_PAIRS) {
            return IntStream.range(0, records.size())
                    .mapToObj(record -> new Piece(ALL, record, record + 1))
                    .toList();
        }
        var pieces = new ArrayList<Piece>();
        for (int rule = 0; rule < RULES; rule++) {
            Blocked blocks = blocked[rule];
            int from = 0;
            long pairs = 0;
            for (int block = 0; block < blocks.count(); block++) {
                pairs += blocks.pairs(block);
                if (pairs >= PIECE || block == blocks.count() - 1) {
                    pieces.add(new Piece(rule, from, block + 1));
                    from = block + 1;
                    pairs = 0;
                }
            }
        }
        return pieces;
    }

    /** Takes a pair, the record that comes first first. */
    @FunctionalInterface
    interface PairVisitor {
        void visit(int first, int second);
    }

    /** The pairs of a piece that no earlier rule, and no earlier block, brings together. */
    void visit(Piece piece, PairVisitor visitor) {
        if (piece.rule() == ALL) {
            for (int other = piece.toBlock(); other < records.size(); other++) {
                visitor.visit(piece.fromBlock(), other);
            }
            return;
        }
        Blocked blocks = blocked[piece.rule()];
        for (int block = piece.fromBlock(); block < piece.toBlock(); block++) {
            for (int i = blocks.from(block); i < blocks.to(block); i++) {
                for (int j = i + 1; j < blocks.to(block); j++) {
                    visitPair(piece.rule(), blocks.member(i), blocks.member(j), visitor);
                }
            }
        }
    }

    private void visitPair(int rule, int entry, int otherEntry, PairVisitor visitor) {
        int one = owner(rule, entry);
        int other = owner(rule, otherEntry);
        int first = Math.min(one, other);
        int second = Math.max(one, other);
        if (first == second) {
            return;
        }
        if (rule == MAILBOX) {
            if (firstShared(records.emails(), mailboxKeys, first, second) == mailboxKeys[entry]) {
                visitor.visit(first, second);
            }
        } else if (rule == PHONE) {
            if (firstShared(records.phones(), phoneKeys, first, second) == phoneKeys[entry]
                    && firstShared(records.emails(), mailboxKeys, first, second) == 0) {
                visitor.visit(first, second);
            }
        } else if (isFirstRule(rule - SEVERAL, first, second)) {
            visitor.visit(first, second);
        }
    }

    private int owner(int rule, int entry) {
        return rule == MAILBOX ? mailboxOwners[entry] : rule == PHONE ? phoneOwners[entry] : entry;
    }

    private boolean isFirstRule(int rule, int first, int second) {
        int x = first * BlockingRule.RULES.size();
        int y = second * BlockingRule.RULES.size();
        for (int earlier = 0; earlier < rule; earlier++) {
            if (keys[x + earlier] != 0 && keys[x + earlier] == keys[y + earlier]) {
                return false;
            }
        }
        return firstShared(records.emails(), mailboxKeys, first, second) == 0
                && firstShared(records.phones(), phoneKeys, first, second) == 0;
    }

    /** The smallest key that both have; 0 when there is none. */
    private static int firstShared(Several values, int[] keys, int first, int second) {
        int smallest = 0;
        for (int i = values.from(first); i < values.to(first); i++) {
            for (int j = values.from(second); j < values.to(second); j++) {
                if (keys[i] != 0 && keys[i] == keys[j] && (smallest == 0 || keys[i] < smallest)) {
                    smallest = keys[i];
                }
            }
        }
        return smallest;
    }
}
