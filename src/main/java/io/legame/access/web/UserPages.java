package io.legame.access.web;

import io.legame.access.Account;
import io.legame.access.Actor;
import io.legame.access.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pages of accounts, with the shops and teams to choose from. */
@Component
class UserPages {
    private final Units units;

    UserPages(Units units) {
        this.units = units;
    }

    NewUser page(UserForm form, @Nullable String problem) {
        return new NewUser(form, form.seen(units.all()), problem);
    }

    EditUser page(Account account, UserForm form, @Nullable String problem) {
        return new EditUser(
                account,
                form,
                form.seen(units.all()),
                account.id().equals(Actor.current().account()),
                problem);
    }

    /** With what the account is now. */
    EditUser page(Account account, String problem) {
        return page(account, UserForm.of(account), problem);
    }
}
