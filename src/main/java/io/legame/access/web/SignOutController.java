package io.legame.access.web;

import io.legame.access.AuditTrail;
import io.legame.access.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class SignOutController {
    private final Sessions sessions;
    private final AuditTrail audit;

    SignOutController(Sessions sessions, AuditTrail audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    @PostMapping("/sign-out")
    String create(HttpServletRequest request) {
        audit.record("access.signed-out", "account", null, Map.of());
        sessions.end(request);
        return "redirect:/sign-in";
    }
}
