/** Benchmarks: each prints a ratio against a limit or a peer measured in the same run. Started by {@code bench/run}. */
@NullMarked
package io.legame.bench;

import org.jspecify.annotations.NullMarked;
