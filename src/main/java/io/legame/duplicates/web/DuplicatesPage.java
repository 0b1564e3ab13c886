package io.legame.duplicates.web;

import io.legame.platform.View;

/**
 * Who may be there twice.
 *
 * @param open how many proposals there are to be looked at
 * @param nobody whether there are no customers yet
 */
public record DuplicatesPage(ScanStatus scan, int open, ProposalRows rows, boolean nobody) implements View {}
