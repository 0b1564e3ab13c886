package io.legame.duplicates;

import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a proposal until a scan does not find it any more; in JSON a number. */
public record ProposalId(@JsonValue long value) {}
