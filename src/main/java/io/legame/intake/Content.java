package io.legame.intake;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A stored file opened for reading, unpacked from whatever it came in and whatever it is called. */
sealed interface Content extends Closeable {
    /** A small file can unpack to anything; this many times the upload limit is where reading stops. */
    int MOST_UNPACKED = 10;

    /** An archive in an archive in an archive is no way to send a table. */
    int DEEPEST = 3;

    /** A text. */
    record Text(InputStream bytes) implements Content {
        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }

    /** Sheets with rows. */
    record Book(Workbook workbook) implements Content {
        @Override
        public void close() throws IOException {
            workbook.close();
        }
    }

    /**
     * Opens the file, or ends with a {@link FileFault} when it holds no table.
     *
     * @param limit the most bytes that it may unpack to
     */
    static Content open(InputStream stored, long limit) throws IOException {
        return open(stored, limit, DEEPEST);
    }

    private static Content open(InputStream packed, long limit, int deepest) throws IOException {
        var input = new BufferedInputStream(packed, 1 << 16);
        if (begins(input, 0x1f, 0x8b)) {
            return deeper(input, gunzipped(input), limit, deepest);
        }
        if (!begins(input, 'P', 'K', 3, 4) && !begins(input, 'P', 'K', 5, 6)) {
            return new Text(new Bounded(input, limit, "intake.fault.gzip"));
        }
        var archive = Archive.of(input, limit);
        try {
            if (archive.isWorkbook()) {
                return new Book(new Workbook(archive));
            }
            return deeper(archive, archive.onlyTable(), limit, deepest);
        } catch (RuntimeException | IOException e) {
            archive.close();
            throw e;
        }
    }

    private static Content deeper(Closeable outer, InputStream inner, long limit, int deepest) throws IOException {
        if (deepest == 1) {
            throw new FileFault("intake.fault.nested");
        }
        return open(new Nested(inner, outer), limit, deepest - 1);
    }

    private static InputStream gunzipped(InputStream input) throws IOException {
        try {
            return new GZIPInputStream(input, 1 << 16);
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            throw new FileFault("intake.fault.gzip");
        }
    }

    private static boolean begins(BufferedInputStream input, int... magic) throws IOException {
        input.mark(magic.length);
        boolean same = true;
        for (int each : magic) {
            same &= input.read() == each;
        }
        input.reset();
        return same;
    }

    /** Closes what it was taken from with it. */
    final class Nested extends java.io.FilterInputStream {
        private final Closeable outer;

        private Nested(InputStream input, Closeable outer) {
            super(input);
            this.outer = outer;
        }

        @Override
        public void close() throws IOException {
            try (outer) {
                super.close();
            }
        }
    }
}
