package io.legame.matching;

import io.legame.wording.CompanyName;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The records to be matched, held as numbers and their distinct texts once: a million simulated people take some 160 MB.
 * They lie in the order of their ids, whatever order they came in.
 */
public final class Records {
    private final long[] ids;
    private final int[] rows;
    private final Several emails;
    private final Several phones;
    private final Texts texts;
    private final Frequencies frequencies;

    private Records(Builder builder) {
        int[] order = IntStream.range(0, builder.size)
                .boxed()
                .sorted((one, other) -> Long.compare(builder.ids[one], builder.ids[other]))
                .mapToInt(Integer::intValue)
                .toArray();
        ids = new long[order.length];
        rows = new int[order.length * Column.COUNT];
        for (int i = 0; i < order.length; i++) {
            ids[i] = builder.ids[order[i]];
            System.arraycopy(builder.rows, order[i] * Column.COUNT, rows, i * Column.COUNT, Column.COUNT);
        }
        emails = builder.emails.grown().ordered(order);
        phones = builder.phones.grown().ordered(order);
        texts = builder.texts;
        texts.complete();
        frequencies = Frequencies.of(this);
    }

    public static Builder builder() {
        return new Builder();
    }

    public int size() {
        return ids.length;
    }

    /** The place of the record of this id, or a negative number. */
    int find(long id) {
        return Arrays.binarySearch(ids, id);
    }

    long id(int record) {
        return ids[record];
    }

    int value(int record, int column) {
        return rows[record * Column.COUNT + column];
    }

    /** Each a mailbox and a domain, see {@link #mailbox}. */
    Several emails() {
        return emails;
    }

    Several phones() {
        return phones;
    }

    Texts texts() {
        return texts;
    }

    Frequencies frequencies() {
        return frequencies;
    }

    static int mailbox(long email) {
        return (int) (email >>> 32);
    }

    static int domain(long email) {
        return (int) email;
    }

    /** Takes the records one by one. */
    public static final class Builder {
        private final Texts texts = new Texts();
        private final Several.Growing emails = new Several.Growing();
        private final Several.Growing phones = new Several.Growing();
        private long[] ids = new long[16];
        private int[] rows = new int[16 * Column.COUNT];
        private int size;

        private Builder() {}

        public Builder add(Subject subject) {
            if (size == ids.length) {
                int capacity = size + (size >> 1);
                ids = Arrays.copyOf(ids, capacity);
                rows = Arrays.copyOf(rows, capacity * Column.COUNT);
            }
            ids[size] = subject.id();
            int row = size * Column.COUNT;
            rows[row + Column.GIVEN] = number(texts.names, subject.givenName());
            rows[row + Column.MIDDLE] = number(texts.names, subject.middleName());
            rows[row + Column.FAMILY] = number(texts.names, subject.familyName());
            rows[row + Column.COMPANY] = number(texts.companies, company(subject));
            rows[row + Column.BIRTH_DATE] = date(subject.birthDate());
            HouseNumber street = HouseNumber.split(letters(subject.street()));
            rows[row + Column.STREET] = number(texts.streets, street.street());
            rows[row + Column.HOUSE_NUMBER] = number(texts.codes, street.number());
            rows[row + Column.POSTCODE] = number(texts.codes, subject.postcode());
            rows[row + Column.TOWN] = number(texts.places, subject.town());
            rows[row + Column.PROVINCE] = number(texts.places, subject.province());
            rows[row + Column.COUNTRY] = number(texts.places, subject.country());
            rows[row + Column.TAX_CODE] = number(texts.codes, subject.taxCode());
            subject.emails().forEach(this::addEmail);
            subject.phones().forEach(this::addPhone);
            emails.endRecord();
            phones.endRecord();
            size++;
            return this;
        }

        /** @throws IllegalArgumentException when two records have the same id */
        public Records build() {
            var records = new Records(this);
            for (int i = 1; i < records.ids.length; i++) {
                if (records.ids[i] == records.ids[i - 1]) {
                    throw new IllegalArgumentException("two records with the id " + records.ids[i]);
                }
            }
            return records;
        }

        private static @Nullable String company(Subject subject) {
            return subject.companyName() == null
                    ? null
                    : CompanyName.key(subject.companyName(), subject.country() == null ? "" : subject.country());
        }

        private static int date(@Nullable LocalDate date) {
            return date == null ? 0 : date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
        }

        private static int number(Dictionary dictionary, @Nullable String text) {
            String letters = letters(text);
            return letters.isEmpty() ? 0 : dictionary.add(letters);
        }

        private static String letters(@Nullable String text) {
            return text == null ? "" : Letters.of(text);
        }

        private void addEmail(String email) {
            int at = email.lastIndexOf('@');
            if (at > 0 && at < email.length() - 1) {
                int mailbox = texts.mailboxes.add(email.substring(0, at));
                emails.add((long) mailbox << 32 | texts.domains.add(email.substring(at + 1)));
            }
        }

        private void addPhone(String phone) {
            long digits = 0;
            for (int i = 0; i < phone.length(); i++) {
                if (phone.charAt(i) >= '0' && phone.charAt(i) <= '9') {
                    digits = (digits * 10 + phone.charAt(i) - '0') % 1_000_000_000_000_000L;
                }
            }
            if (digits > 0) {
                phones.add(digits);
            }
        }
    }
}
