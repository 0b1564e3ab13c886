package io.legame.platform;

import java.util.Optional;

/** A panel that is on the home page at times only: contributed as a bean, and asked whenever the page is drawn. */
@FunctionalInterface
public interface PassingPanel {
    Optional<HomePanel> now();
}
