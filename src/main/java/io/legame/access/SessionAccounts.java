package io.legame.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Who a session belongs to, looked up at every request: a role taken away or an account disabled counts at once, on
 * every node.
 */
@Component
class SessionAccounts implements SecurityContextRepository {
    private final Accounts accounts;
    private final Permissions permissions;

    SessionAccounts(Accounts accounts, Permissions permissions) {
        this.accounts = accounts;
        this.permissions = permissions;
    }

    /** Called the first time somebody asks, so not for style sheets. */
    @Override
    @SuppressWarnings("deprecation") // the interface has no other method to implement
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        AccountId id = Sessions.account(holder.getRequest());
        if (id != null) {
            accounts.find(id)
                    .filter(Account::enabled)
                    .ifPresent(account -> context.setAuthentication(account.actor()
                            .with(account.sight(), permissions.authorities(account.roles(), account.sight()))));
        }
        return context;
    }

    /** Nothing to keep: {@link Sessions#begin} wrote the account's number. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return Sessions.account(request) != null;
    }
}
