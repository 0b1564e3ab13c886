package io.legame.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The sessions of people who are signed in, rows in PostgreSQL that every node reads. A session holds nothing but the
 * account's number, in Spring Session's own index; what the account may do is looked up at every request.
 */
@Component
public class Sessions {
    static final String ACCOUNT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions;
    private final CsrfTokenRepository csrf;

    Sessions(ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions, CsrfTokenRepository csrf) {
        this.sessions = sessions;
        this.csrf = csrf;
    }

    /** Begins a session with a number and a CSRF token that nobody could know before. */
    public void begin(Account account, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        request.getSession(true)
                .setAttribute(ACCOUNT, Long.toString(account.id().value()));
        csrf.saveToken(null, request, response);
    }

    public void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    static @Nullable AccountId account(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ACCOUNT) instanceof String id
                ? new AccountId(Long.parseLong(id))
                : null;
    }

    void endAll(AccountId account) {
        endExcept(account, null);
    }

    void endOthers(AccountId account) {
        HttpSession own = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getSession(false)
                : null;
        endExcept(account, own == null ? null : own.getId());
    }

    private void endExcept(AccountId account, @Nullable String kept) {
        var repository = sessions.getObject();
        repository.findByPrincipalName(Long.toString(account.value())).keySet().stream()
                .filter(id -> !id.equals(kept))
                .forEach(repository::deleteById);
    }
}
