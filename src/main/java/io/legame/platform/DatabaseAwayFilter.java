package io.legame.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Without the database not even the session is found, long before there is a page: who asks is told so, and the log is
 * spared a stack trace for each request.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseAwayFilter extends OncePerRequestFilter {
    private final ObjectProvider<Errors> errors;

    DatabaseAwayFilter(ObjectProvider<Errors> errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException error) {
            if (DatabaseTrouble.of(error) != DatabaseTrouble.AWAY || response.isCommitted()) {
                throw error;
            }
            errors.getObject().answer(request, response, HttpStatus.SERVICE_UNAVAILABLE);
        }
    }
}
