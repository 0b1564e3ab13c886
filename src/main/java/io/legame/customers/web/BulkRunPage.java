package io.legame.customers.web;

import io.legame.platform.View;

/** The page of something that is done to many customers, or was. */
public record BulkRunPage(BulkStatus status) implements View {}
