package io.legame.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a workbook, which cells name by number. Read as far as they are asked for and kept in a temporary file,
 * in blocks of which the last used are in memory: a million different names take no more than ten.
 */
final class SharedStrings implements Closeable {
    private static final int BLOCK = 64;
    /** Characters of blocks in memory; one block may be larger. */
    private static final int IN_MEMORY = 4 << 20;

    private final @Nullable XmlPart xml;
    private final StringBuilder text = new StringBuilder();
    private final LinkedHashMap<Integer, Block> recent = new LinkedHashMap<>(16, 0.75f, true);
    private long inMemory;
    private @Nullable FileChannel file;
    private long[] offsets = new long[1024];
    private int blocks;
    private List<String> filling = new ArrayList<>(BLOCK);
    private boolean ended;

    private record Block(List<String> texts, long size) {}

    /** @param xml of the part; null when the workbook has none */
    SharedStrings(@Nullable XmlPart xml) {
        this.xml = xml;
        this.ended = xml == null;
    }

    /** The text with the number; null when there is none. */
    @Nullable
    String get(int number) {
        if (number < 0) {
            return null;
        }
        try {
            while (!ended && number >= blocks * BLOCK + filling.size()) {
                read();
            }
            int block = number / BLOCK;
            List<String> texts = block == blocks ? filling : block < blocks ? block(block) : List.of();
            return number % BLOCK < texts.size() ? texts.get(number % BLOCK) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one more text: its runs put together, the pronunciations of Japanese names left out. */
    private void read() throws IOException {
        XmlPart part = java.util.Objects.requireNonNull(xml);
        boolean inside = false;
        int pronunciations = 0;
        text.setLength(0);
        while (part.next()) {
            if (part.begins("si")) {
                inside = true;
            } else if (part.begins("rPh")) {
                pronunciations++;
            } else if (part.ends("rPh")) {
                pronunciations--;
            } else if (part.begins("t") && inside && pronunciations == 0) {
                part.text(text);
            } else if (part.ends("si")) {
                add(SheetValues.unescaped(text.toString()));
                return;
            }
        }
        ended = true;
    }

    private void add(String string) throws IOException {
        filling.add(string);
        if (filling.size() == BLOCK) {
            write(filling);
            keep(blocks - 1, filling);
            filling = new ArrayList<>(BLOCK);
        }
    }

    private void write(List<String> texts) throws IOException {
        if (file == null) {
            Path path = Files.createTempFile("legame-import", ".texts");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        byte[][] encoded = texts.stream()
                .map(each -> each.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        var buffer = ByteBuffer.allocate(
                Arrays.stream(encoded).mapToInt(each -> each.length + 4).sum());
        for (byte[] each : encoded) {
            buffer.putInt(each.length).put(each);
        }
        buffer.flip();
        if (blocks + 1 >= offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        long at = offsets[blocks];
        offsets[++blocks] = at + buffer.remaining();
        while (buffer.hasRemaining()) {
            at += file.write(buffer, at);
        }
    }

    private List<String> block(int number) throws IOException {
        Block known = recent.get(number);
        return known == null ? keep(number, load(number)) : known.texts();
    }

    private List<String> load(int number) throws IOException {
        FileChannel channel = java.util.Objects.requireNonNull(file);
        var buffer = ByteBuffer.allocate((int) (offsets[number + 1] - offsets[number]));
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offsets[number] + buffer.position()) < 0) {
                throw new java.io.EOFException();
            }
        }
        buffer.flip();
        var texts = new ArrayList<String>(BLOCK);
        while (buffer.hasRemaining()) {
            byte[] encoded = new byte[buffer.getInt()];
            buffer.get(encoded);
            texts.add(new String(encoded, StandardCharsets.UTF_8));
        }
        return texts;
    }

    private List<String> keep(int number, List<String> texts) {
        // a string costs about as much as its text beside it
        var block = new Block(
                texts, texts.stream().mapToLong(each -> each.length() + 50L).sum());
        recent.put(number, block);
        inMemory += block.size();
        var oldest = recent.entrySet().iterator();
        while (inMemory > IN_MEMORY && recent.size() > 1) {
            inMemory -= oldest.next().getValue().size();
            oldest.remove();
        }
        return texts;
    }

    @Override
    public void close() throws IOException {
        try {
            if (xml != null) {
                xml.close();
            }
        } finally {
            if (file != null) {
                file.close();
            }
        }
    }
}
