package io.legame.access.web;

import io.legame.access.Account;
import io.legame.platform.View;
import java.util.List;

/** Who may sign in. */
public record Users(List<Account> accounts) implements View {}
