package io.legame.platform;

import java.io.PrintStream;

/**
 * Something done from the command line instead of serving, {@code java -jar legame.jar <name>}, contributed by a module as
 * a bean.
 */
public interface Command {
    String name();

    /** Does it, and returns whether all is well: the exit code 0, or 1. */
    boolean run(PrintStream output);
}
