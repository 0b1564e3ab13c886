package io.legame.customers.web;

import io.legame.customers.Identity;
import io.legame.customers.QualityReport;
import io.legame.platform.View;
import org.jspecify.annotations.Nullable;

/** The customers without the unique key. */
public record IncompletePage(@Nullable String source, QualityReport report, Identity.Kind key, IncompleteRows rows)
        implements View {}
