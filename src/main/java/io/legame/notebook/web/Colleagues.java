package io.legame.notebook.web;

import io.legame.access.Account;
import io.legame.platform.View;
import java.util.List;

/** Colleagues to choose from while a name is typed. */
public record Colleagues(List<Account> found) implements View {}
