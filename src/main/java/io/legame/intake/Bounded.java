package io.legame.intake;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Ends a stream that goes on for too long, and says what is wrong with one that is damaged. */
final class Bounded extends FilterInputStream {
    private final long limit;
    private final String damaged;
    private long bytes;

    /** @param damaged the text key for a stream that does not unpack to its end */
    Bounded(InputStream input, long limit, String damaged) {
        super(input);
        this.limit = limit;
        this.damaged = damaged;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count;
        try {
            count = super.read(target, offset, length);
        } catch (ZipException | EOFException e) {
            throw new FileFault(damaged);
        }
        bytes += Math.max(count, 0);
        if (bytes > limit) {
            throw new FileFault("intake.fault.tooLong", limit >> 20);
        }
        return count;
    }
}
