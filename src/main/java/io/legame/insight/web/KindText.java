package io.legame.insight.web;

import io.legame.platform.Shell;

/** How kinds of interactions and channels are called; those that nobody named by their own word. */
public final class KindText {
    private KindText() {}

    public static String kind(Shell shell, String kind) {
        return named(shell, "timeline.kind." + kind, kind);
    }

    public static String channel(Shell shell, String code) {
        return named(shell, "insight.cohorts.channel." + code, code);
    }

    private static String named(Shell shell, String key, String word) {
        return shell.texts().has(shell.locale(), key) ? shell.text(key) : word;
    }
}
