package io.legame.customers.web;

import io.legame.customers.RuleChecks;
import io.legame.customers.UniformityRule;
import io.legame.customers.UniformityRules;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rules of uniformity and their switches. */
@Controller
@PreAuthorize("hasAuthority('customers:rules')")
class UniformityController {
    private final UniformityRules rules;
    private final RuleChecks checks;
    private final Texts texts;

    UniformityController(UniformityRules rules, RuleChecks checks, Texts texts) {
        this.rules = rules;
        this.checks = checks;
        this.texts = texts;
    }

    @GetMapping("/customers/uniformity")
    UniformityPage index() {
        return UniformityPage.of(rules.list());
    }

    @PostMapping("/customers/uniformity/{code}")
    Object update(
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean on,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            RedirectAttributes flash,
            Locale language) {
        UniformityRule rule = UniformityRule.of(code).orElseThrow(Refusal::notFound);
        rules.change(rule, on);
        if (on) {
            // what came meanwhile is offered to be corrected
            checks.start();
        }
        if (part) {
            return rules.list().stream()
                    .filter(ruled -> ruled.rule() == rule)
                    .map(RuleRow::new)
                    .findFirst()
                    .orElseThrow();
        }
        flash.addFlashAttribute(
                Shells.TOAST,
                texts.get(
                        language,
                        on ? "customers.rule.switchedOn" : "customers.rule.switchedOff",
                        texts.get(language, "customers.rule." + rule.code())));
        return "redirect:/customers/uniformity";
    }
}
