package io.legame.access.web;

import io.legame.access.ApiToken;
import io.legame.platform.View;
import java.time.Instant;
import java.util.List;

/** The programs that may call the API. */
public record Tokens(List<ApiToken> tokens, Instant now) implements View {}
