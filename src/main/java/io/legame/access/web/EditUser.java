package io.legame.access.web;

import io.legame.access.Account;
import io.legame.platform.View;
import org.jspecify.annotations.Nullable;

/**
 * The page of one account.
 *
 * @param self whether it is the reader's own
 */
public record EditUser(
        Account account,
        UserForm form,
        SeenUnits seen,
        boolean self,
        @Nullable String problem) implements View {
    public String path() {
        return "/access/users/" + account.id().value();
    }
}
