package io.legame.access.web;

import org.jspecify.annotations.Nullable;

/** Where to go on to, as a form sent it: only a page of ours, whatever it says. */
record LocalPath(String path) {
    static LocalPath of(@Nullable String wish) {
        return new LocalPath(wish != null && ours(wish) ? wish : "/");
    }

    /** Browsers take {@code //host} and {@code /\host} for another site, and drop tabs and line ends. */
    private static boolean ours(String wish) {
        return wish.startsWith("/")
                && !wish.startsWith("//")
                && wish.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
    }
}
