package io.legame.insight;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The rows of a query, streamed by PostgreSQL's {@code COPY … (FORMAT binary)} (its format is in the manual of COPY)
 * and put into a DuckDB appender without becoming objects. No file lies in between, so DuckDB needs no right to any.
 */
final class CopiedRows implements AutoCloseable {
    private static final int HEADER_BYTES = 19;
    private static final short END = -1;
    /** PostgreSQL counts days and microseconds from 2000-01-01. */
    private static final int EPOCH_DAY = (int) LocalDate.of(2000, 1, 1).toEpochDay();

    private static final long EPOCH_MICROS = EPOCH_DAY * 86_400_000_000L;

    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000};

    private final CopyOut copy;
    private final CopiedColumn[] columns;
    private final Days days;
    private ByteBuffer message = ByteBuffer.allocate(0);
    private boolean begun;

    CopiedRows(Connection postgres, String query, ZoneId timeZone, CopiedColumn... columns) throws SQLException {
        this.copy = postgres.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + query + ") to stdout (format binary)");
        this.columns = columns;
        this.days = new Days(timeZone);
    }

    /** Appends up to so many rows; returns how many there were. */
    long into(DuckDBAppender appender, long limit) throws SQLException {
        long rows = 0;
        while (rows < limit && next()) {
            appender.beginRow();
            for (CopiedColumn column : columns) {
                append(appender, column);
            }
            appender.endRow();
            rows++;
        }
        return rows;
    }

    /** Each message of the server is one row; the header comes with the first. */
    private boolean next() throws SQLException {
        byte[] bytes = copy.isActive() ? copy.readFromCopy() : null;
        if (bytes == null) {
            return false;
        }
        message = ByteBuffer.wrap(bytes);
        if (!begun) {
            begun = true;
            message.position(HEADER_BYTES);
        }
        if (message.getShort() == END) {
            copy.readFromCopy();
            return false;
        }
        return true;
    }

    private void append(DuckDBAppender appender, CopiedColumn column) throws SQLException {
        int length = message.getInt();
        if (length < 0) {
            appender.appendNull();
            return;
        }
        switch (column) {
            case BIGINT -> appender.append(message.getLong());
            case INTEGER -> appender.append(message.getInt());
            case BOOLEAN -> appender.append(message.get() != 0);
            case TEXT -> appender.append(text(length));
            case DATE -> appender.appendEpochDays(message.getInt() + EPOCH_DAY);
            case TIMESTAMP -> appender.appendEpochMicros(message.getLong() + EPOCH_MICROS);
            case DAY -> appender.appendEpochDays(days.of(message.getLong() + EPOCH_MICROS));
            case DECIMAL_2 -> appender.appendDecimal(decimal(2));
            case DECIMAL_3 -> appender.appendDecimal(decimal(3));
            case DECIMAL_4 -> appender.appendDecimal(decimal(4));
        }
    }

    private String text(int length) {
        var text = new String(message.array(), message.position(), length, StandardCharsets.UTF_8);
        message.position(message.position() + length);
        return text;
    }

    /**
     * numeric: how many digits of base 10,000 there are, the weight of the first, a sign, the shown scale, and the digits.
     * At most four decimals are one digit after the point.
     */
    private long decimal(int scale) throws SQLException {
        int digits = message.getShort();
        int weight = message.getShort();
        int sign = message.getShort() & 0xFFFF;
        message.getShort();
        if (sign != 0 && sign != 0x4000) {
            throw new SQLException("The number is not finite");
        }
        long value = 0;
        int read = 0;
        for (; read <= weight; read++) {
            value = Math.addExact(Math.multiplyExact(value, 10_000), read < digits ? message.getShort() : 0);
        }
        int fraction = read < digits ? message.getShort() : 0;
        value = Math.addExact(Math.multiplyExact(value, POWERS_OF_TEN[scale]), fraction / POWERS_OF_TEN[4 - scale]);
        return sign == 0 ? value : -value;
    }

    /** Reads what is left unread away, so that the connection can be used again. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    /** The days of a time zone; remembers where its offset last was the same, because neighbours in time come together. */
    private static final class Days {
        private final java.time.zone.ZoneRules rules;
        private long from = Long.MAX_VALUE;
        private long to = Long.MIN_VALUE;
        private long offset;

        Days(ZoneId timeZone) {
            this.rules = timeZone.getRules();
        }

        int of(long micros) {
            long second = Math.floorDiv(micros, 1_000_000);
            if (second < from || second >= to) {
                lookUp(second);
            }
            return (int) Math.floorDiv(second + offset, 86_400);
        }

        private void lookUp(long second) {
            Instant instant = Instant.ofEpochSecond(second);
            offset = rules.getOffset(instant).getTotalSeconds();
            var before = rules.previousTransition(instant.plus(1, ChronoUnit.SECONDS));
            var after = rules.nextTransition(instant);
            from = second(before, Long.MIN_VALUE);
            to = second(after, Long.MAX_VALUE);
        }

        private static long second(java.time.zone.@Nullable ZoneOffsetTransition transition, long otherwise) {
            return transition == null ? otherwise : transition.toEpochSecond();
        }
    }
}
