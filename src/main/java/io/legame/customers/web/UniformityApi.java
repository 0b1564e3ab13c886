package io.legame.customers.web;

import io.legame.customers.RuleChecks;
import io.legame.customers.UniformityRule;
import io.legame.customers.UniformityRules;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules of uniformity for programs. */
@RestController
@RequestMapping("/api/v1/customers/uniformity")
@PreAuthorize("hasAuthority('customers:rules')")
@Tag(name = "Data quality")
class UniformityApi {
    private final UniformityRules rules;
    private final RuleChecks checks;

    UniformityApi(UniformityRules rules, RuleChecks checks) {
        this.rules = rules;
        this.checks = checks;
    }

    /** @param canBeOff whether it can be switched off */
    record RuleAnswer(String rule, boolean on, boolean canBeOff, List<UniformityRules.Example> examples) {
        static RuleAnswer of(UniformityRules.Ruled ruled) {
            return new RuleAnswer(ruled.rule().code(), ruled.on(), ruled.rule().canBeOff(), ruled.examples());
        }
    }

    record Switch(@Nullable Boolean on) {}

    @GetMapping
    @Operation(summary = "List the rules of uniformity")
    List<RuleAnswer> index() {
        return rules.list().stream().map(RuleAnswer::of).toList();
    }

    @PutMapping("/{code}")
    @Operation(summary = "Switch a rule on or off for what comes from now on")
    RuleAnswer update(@PathVariable String code, @RequestBody Switch to) {
        UniformityRule rule = UniformityRule.of(code).orElseThrow(Refusal::notFound);
        if (to.on() == null) {
            throw Refusal.of("customers.error.onOrOff");
        }
        rules.change(rule, to.on());
        if (to.on()) {
            checks.start();
        }
        return rules.list().stream()
                .filter(ruled -> ruled.rule() == rule)
                .map(RuleAnswer::of)
                .findFirst()
                .orElseThrow();
    }
}
