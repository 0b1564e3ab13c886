package io.legame.platform;

/** Contributed as a bean by a module that knows whether there is anything to show yet; while not, the home page helps. */
@FunctionalInterface
public interface FirstSteps {
    boolean needed();
}
