package io.legame.access.web;

import io.legame.access.ApiToken;
import io.legame.platform.View;

/** A token just made: the only time its secret is seen. */
public record FreshToken(ApiToken token, String secret) implements View {}
