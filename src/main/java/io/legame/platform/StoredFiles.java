package io.legame.platform;

import static io.legame.platform.db.Tables.STORED_FILE;
import static io.legame.platform.db.Tables.STORED_FILE_CHUNK;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files that people gave us, kept in the database in pieces of a megabyte, so that every node can read them. */
@Component
public class StoredFiles {
    private static final int CHUNK = 1 << 20;

    private final DSLContext database;
    private final InstantSource clock;

    StoredFiles(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Identifies a stored file. */
    public record FileId(long value) {}

    /**
     * Stores the stream to its end, all or nothing, whatever its length, with one chunk in memory.
     *
     * @param limit the most bytes to take; more is refused
     */
    public FileId store(String name, InputStream content, long limit) {
        return database.transactionResult(transaction -> {
            DSLContext inside = transaction.dsl();
            long id = inside.insertInto(STORED_FILE)
                    .set(STORED_FILE.NAME, name)
                    .set(STORED_FILE.STORED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                    .returning(STORED_FILE.ID)
                    .fetchSingle(STORED_FILE.ID);
            long bytes = 0;
            int position = 0;
            for (byte[] chunk = content.readNBytes(CHUNK); chunk.length > 0; chunk = content.readNBytes(CHUNK)) {
                bytes += chunk.length;
                if (bytes > limit) {
                    throw Refusal.tooLarge(limit);
                }
                inside.insertInto(STORED_FILE_CHUNK)
                        .set(STORED_FILE_CHUNK.FILE_ID, id)
                        .set(STORED_FILE_CHUNK.POSITION, position++)
                        .set(STORED_FILE_CHUNK.CONTENT, chunk)
                        .execute();
            }
            inside.update(STORED_FILE)
                    .set(STORED_FILE.BYTES, bytes)
                    .where(STORED_FILE.ID.eq(id))
                    .execute();
            return new FileId(id);
        });
    }

    /** Reads the file from its beginning. A file removed while it is read fails the reader, it does not end early. */
    public InputStream open(FileId file) {
        Long bytes = database.select(STORED_FILE.BYTES)
                .from(STORED_FILE)
                .where(STORED_FILE.ID.eq(file.value()))
                .fetchOne(STORED_FILE.BYTES);
        if (bytes == null) {
            throw Refusal.notFound();
        }
        return new ChunkStream(file, bytes);
    }

    /** In bytes, as stored. */
    public long size(FileId file) {
        return database.select(STORED_FILE.BYTES)
                .from(STORED_FILE)
                .where(STORED_FILE.ID.eq(file.value()))
                .fetchOptional(STORED_FILE.BYTES)
                .orElseThrow(Refusal::notFound);
    }

    public void remove(FileId file) {
        database.deleteFrom(STORED_FILE).where(STORED_FILE.ID.eq(file.value())).execute();
    }

    private byte @Nullable [] chunk(FileId file, int position) {
        return database.select(STORED_FILE_CHUNK.CONTENT)
                .from(STORED_FILE_CHUNK)
                .where(STORED_FILE_CHUNK.FILE_ID.eq(file.value()), STORED_FILE_CHUNK.POSITION.eq(position))
                .fetchOne(STORED_FILE_CHUNK.CONTENT);
    }

    private final class ChunkStream extends InputStream {
        private final FileId file;
        private long left;
        private int next;
        private byte[] chunk = new byte[0];
        private int at;

        private ChunkStream(FileId file, long bytes) {
            this.file = file;
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (at == chunk.length) {
                if (left == 0) {
                    return -1;
                }
                load();
            }
            int count = Math.min(length, chunk.length - at);
            System.arraycopy(chunk, at, target, offset, count);
            at += count;
            return count;
        }

        private void load() throws IOException {
            byte[] loaded = chunk(file, next++);
            if (loaded == null) {
                throw new FileRemoved();
            }
            chunk = Arrays.copyOf(loaded, loaded.length);
            at = 0;
            left -= loaded.length;
        }
    }

    /** Somebody removed the file while it was being read. */
    public static final class FileRemoved extends IOException {
        private static final long serialVersionUID = 1;
    }
}
