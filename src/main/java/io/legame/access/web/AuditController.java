package io.legame.access.web;

import io.legame.access.Accounts;
import io.legame.access.ApiTokens;
import io.legame.access.AuditEntry;
import io.legame.access.AuditTrail;
import io.legame.platform.Companies;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@PreAuthorize("hasAuthority('access:audit')")
class AuditController {
    private static final int PAGE = 50;

    private final AuditTrail audit;
    private final Accounts accounts;
    private final ApiTokens tokens;
    private final Companies companies;
    private final Sentences sentences;

    AuditController(AuditTrail audit, Accounts accounts, ApiTokens tokens, Companies companies, Sentences sentences) {
        this.audit = audit;
        this.accounts = accounts;
        this.tokens = tokens;
        this.companies = companies;
        this.sentences = sentences;
    }

    @GetMapping("/access/audit")
    Audit index(@ModelAttribute AuditForm form, @RequestParam(required = false) @Nullable Long before) {
        var entries = audit.newest(form.filter(companies.get().timeZone()), before, PAGE + 1);
        boolean more = entries.size() > PAGE;
        var shown = entries.subList(0, Math.min(entries.size(), PAGE));
        return new Audit(
                form,
                actors(),
                audit.actions().stream()
                        .map(action -> new Choice(action, words(action)))
                        .toList(),
                shown.stream().map(this::line).toList(),
                more ? form.path(shown.getLast().id()) : null);
    }

    private List<Choice> actors() {
        var actors = new ArrayList<Choice>();
        accounts.all()
                .forEach(account ->
                        actors.add(new Choice("account:" + account.id().value(), account.name())));
        tokens.all()
                .forEach(token ->
                        actors.add(new Choice("token:" + token.id(), token.name() + " (" + token.prefix() + "…)")));
        actors.add(new Choice("system", sentences.of("access.audit.system")));
        actors.add(new Choice("nobody", sentences.of("access.audit.nobody")));
        return actors;
    }

    private Audit.Line line(AuditEntry entry) {
        String module = entry.action().replaceFirst("\\..*", "");
        String subject = sentences.orElse(entry.subjectType(), module + ".subject." + entry.subjectType());
        return new Audit.Line(
                entry.at(),
                entry.actor().name(),
                words(entry.action()),
                entry.subjectId() == null ? subject : subject + " " + entry.subjectId(),
                entry.detail(),
                entry.address());
    }

    /**
     * A module puts its actions into words as {@code <module>.audit.<action>}, and what they are done to as {@code
     * <module>.subject.<type>}; without words the names themselves show.
     */
    private String words(String action) {
        return sentences.orElse(action, action.replaceFirst("\\.", ".audit."));
    }
}
