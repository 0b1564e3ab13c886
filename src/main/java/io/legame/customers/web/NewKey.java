package io.legame.customers.web;

import io.legame.customers.Identity;
import io.legame.customers.UniqueKeys;
import io.legame.platform.View;

/** What choosing another key would do, before it is done. */
public record NewKey(UniqueKeys.Preview preview, Identity.Kind current) implements View {}
