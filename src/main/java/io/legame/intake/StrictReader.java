package io.legame.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Decodes a text and ends with a {@link FileFault} that names the line at the first bytes that are not of its encoding. */
final class StrictReader extends Reader {
    private final InputStream input;
    private final String encoding;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private long line = 1;
    private boolean ended;
    private boolean begun;

    StrictReader(InputStream input, Dialect dialect) {
        this.input = input;
        this.encoding = dialect.encoding();
        this.decoder = dialect.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        var output = CharBuffer.wrap(target, offset, length).slice();
        while (output.position() == 0) {
            if (ended && !bytes.hasRemaining()) {
                return -1;
            }
            fill();
            CoderResult result = decoder.decode(bytes, output, ended);
            count(target, offset, output.position());
            if (result.isError()) {
                throw new FileFault("intake.fault.encoding", line, encoding);
            }
            if (!begun && output.position() > 0) {
                begun = true;
                dropByteOrderMark(target, offset, output);
            }
        }
        return output.position();
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = input.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    private void count(char[] target, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            line += target[i] == '\n' ? 1 : 0;
        }
    }

    private static void dropByteOrderMark(char[] target, int offset, CharBuffer output) {
        if (target[offset] == '\ufeff') {
            System.arraycopy(target, offset + 1, target, offset, output.position() - 1);
            output.position(output.position() - 1);
        }
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
