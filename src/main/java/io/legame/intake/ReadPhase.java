package io.legame.intake;

import io.legame.platform.BulkCopy;
import io.legame.platform.Company;
import io.legame.platform.LegameProperties;
import io.legame.platform.Refusal;
import io.legame.platform.StoredFiles;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads a file once from its beginning to its end into its {@link Staging}: whatever is wrong with it ends here. */
final class ReadPhase {
    private static final long NOTE_EVERY = 4 << 20;
    /** Rows: an archive is copied before it is read, and somebody may want to stop it all the same. */
    private static final long STOP_EVERY = 20_000;

    private final Import what;
    private final Plan plan;
    private final ImportTable table;
    private final StoredFiles files;
    private final LegameProperties properties;
    private final RowKeys keys;
    private final List<Field> mapped;
    private final int[] columns;
    private final DateEvidence dates;

    ReadPhase(
            Import what,
            ImportTable table,
            StoredFiles files,
            LegameProperties properties,
            Company company,
            Instant now) {
        this.what = what;
        this.plan = what.plan();
        this.table = table;
        this.files = files;
        this.properties = properties;
        this.keys = new RowKeys(plan.kind(), new Cells(plan, company.timeZone(), now));
        this.mapped = plan.mapped();
        this.columns = plan.columns().stream().mapToInt(Integer::intValue).toArray();
        this.dates = new DateEvidence(plan);
    }

    /**
     * All or nothing, on a connection of its own: the file comes in over another one at the same time.
     *
     * @return the number of rows
     */
    long run(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var staging = new Staging(DSL.using(connection, SQLDialect.POSTGRES), what.id(), plan);
                var count = new long[1];
                staging.fill(copy -> count[0] = read(copy));
                staging.findRepeats();
                connection.commit();
                return count[0];
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new org.jooq.exception.DataAccessException("The file could not be staged", e);
        }
    }

    private long read(BulkCopy copy) throws SQLException {
        var progress = new Progress(open());
        try (progress;
                Content content = Content.open(progress, limit());
                TableRows rows = TableRows.of(content, plan.dialect(), plan.decimalSign(), wanted())) {
            int fewest = plan.headers().size();
            if (plan.dialect().header()) {
                fewest = checkHeader(rows.next());
            }
            long number = 0;
            for (TableRow row = rows.next(); row != null; row = rows.next()) {
                write(copy, ++number, row, fewest);
                if (number % STOP_EVERY == 0) {
                    progress.note();
                }
            }
            if (number == 0) {
                throw new FileFault("intake.fault.headerOnly");
            }
            dates.check();
            return number;
        } catch (StoredFiles.FileRemoved e) {
            throw new FileFault("intake.fault.removed");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private InputStream open() {
        if (what.file() == null) {
            throw new FileFault("intake.fault.removed");
        }
        try {
            return files.open(what.file());
        } catch (Refusal gone) {
            throw new FileFault("intake.fault.removed");
        }
    }

    private long limit() {
        return properties.uploadLimit().toBytes() * Content.MOST_UNPACKED;
    }

    private boolean[] wanted() {
        var wanted = new boolean[plan.headers().size()];
        for (int column : columns) {
            wanted[column] = true;
        }
        return wanted;
    }

    /** The delimiter may have been chosen wrong, or the file may be another than the plan is for. */
    private int checkHeader(@Nullable TableRow header) {
        int found = header == null ? 0 : header.total();
        if (found != plan.headers().size()) {
            throw new FileFault("intake.fault.columns", found, plan.headers().size());
        }
        return header == null ? 0 : header.count();
    }

    private void write(BulkCopy copy, long number, TableRow row, int fewest) throws SQLException {
        @Nullable String[] cells = new String[columns.length];
        for (int i = 0; i < columns.length; i++) {
            cells[i] = row.cell(columns[i]);
            if (cells[i] != null && i < mapped.size() && mapped.get(i).isDate()) {
                dates.see(row.line(), cells[i]);
            }
        }
        String fault = fault(row, fewest);
        UUID first = fault == null ? keys.first(cells) : null;
        UUID second = fault == null ? keys.second(cells) : null;
        UUID written = fault == null ? keys.written(cells, first) : null;
        copy.value(number)
                .value(row.line())
                .value(fault)
                .value(first)
                .value(second)
                .value(written);
        for (String cell : cells) {
            copy.value(cell);
        }
        copy.endRow();
    }

    private @Nullable String fault(TableRow row, int fewest) {
        if (row.count() > plan.headers().size()) {
            return "intake.rejected.tooManyCells";
        }
        if (row.total() < fewest) {
            return "intake.rejected.tooFewCells";
        }
        return row.fault();
    }

    /** What all dates of the file together say: the beginning may have left it open. */
    private static final class DateEvidence {
        private final DateOrder chosen;
        private boolean supported;
        private long againstLine;
        private String against = "";

        DateEvidence(Plan plan) {
            this.chosen = plan.dateOrder();
        }

        void see(long line, String text) {
            if (supported) {
                return;
            }
            DateOrder order = Dates.evidence(text);
            if (order == chosen) {
                supported = true;
            } else if (order != null && against.isEmpty()) {
                against = text;
                againstLine = line;
            }
        }

        void check() {
            if (!supported && !against.isEmpty()) {
                throw new FileFault("intake.fault." + chosen.code(), againstLine, against);
            }
        }
    }

    /** Notes now and then how much of the stored file was read, and stops when asked to. */
    private final class Progress extends java.io.FilterInputStream {
        private long bytes;
        private long noted;

        Progress(InputStream input) {
            super(input);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            bytes += Math.max(count, 0);
            if (bytes - noted >= NOTE_EVERY) {
                note();
            }
            return count;
        }

        void note() {
            noted = bytes;
            table.reading(what.id(), bytes);
        }
    }
}
