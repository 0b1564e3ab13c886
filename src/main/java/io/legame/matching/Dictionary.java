package io.legame.matching;

import java.util.Arrays;

/** Distinct texts, each known by a number from 1; 0 is no text. The letters lie in one array, without objects. */
final class Dictionary {
    private char[] letters = new char[1 << 10];
    private int[] starts = new int[1 << 7];
    private int[] counts = new int[1 << 7];
    private int[] hashes = new int[1 << 7];
    private int[] table = new int[1 << 8];
    private int size;

    /** The text's number; it is counted. */
    int add(String text) {
        int id = find(text);
        if (id == 0) {
            id = append(text);
        }
        counts[id]++;
        return id;
    }

    private int find(String text) {
        int hash = text.hashCode();
        for (int slot = slot(hash); table[slot] != 0; slot = (slot + 1) & (table.length - 1)) {
            int id = table[slot];
            if (hashes[id] == hash && isEqual(id, text)) {
                return id;
            }
        }
        return 0;
    }

    private int append(String text) {
        int id = ++size;
        if (id + 2 > starts.length) {
            int capacity = starts.length + (starts.length >> 1);
            starts = Arrays.copyOf(starts, capacity);
            counts = Arrays.copyOf(counts, capacity);
            hashes = Arrays.copyOf(hashes, capacity);
        }
        int start = starts[id];
        if (start + text.length() > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(letters.length + (letters.length >> 1), start + text.length()));
        }
        text.getChars(0, text.length(), letters, start);
        starts[id + 1] = start + text.length();
        hashes[id] = text.hashCode();
        if (size * 2 > table.length) {
            table = new int[table.length * 2];
            for (int old = 1; old < id; old++) {
                place(old);
            }
        }
        place(id);
        return id;
    }

    private void place(int id) {
        int slot = slot(hashes[id]);
        while (table[slot] != 0) {
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = id;
    }

    private int slot(int hash) {
        return Hashing.mix(hash) & (table.length - 1);
    }

    private boolean isEqual(int id, String text) {
        if (length(id) != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (letters[starts[id] + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Numbers go from 1 to this. */
    int size() {
        return size;
    }

    /** How many times the text was added. */
    int count(int id) {
        return counts[id];
    }

    /** The same for the same text, whatever its number. */
    int hash(int id) {
        return id == 0 ? 0 : hashes[id];
    }

    char[] letters() {
        return letters;
    }

    int start(int id) {
        return starts[id];
    }

    int length(int id) {
        return starts[id + 1] - starts[id];
    }

    String text(int id) {
        return new String(letters, starts[id], length(id));
    }
}
