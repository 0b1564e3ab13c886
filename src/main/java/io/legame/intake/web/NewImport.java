package io.legame.intake.web;

import io.legame.platform.View;

/**
 * Where files are given to us.
 *
 * @param uploadLimit the largest file, in bytes
 */
public record NewImport(long uploadLimit) implements View {}
