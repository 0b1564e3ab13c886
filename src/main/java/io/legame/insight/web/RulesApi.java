package io.legame.insight.web;

import io.legame.access.Actor;
import io.legame.insight.LifeCyclePreview;
import io.legame.insight.LifeCycleRules;
import io.legame.insight.RfmPreview;
import io.legame.insight.RfmRules;
import io.legame.insight.RuleBook;
import io.legame.insight.Rules;
import io.legame.insight.TierPreview;
import io.legame.insight.TierRules;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rules of life cycle, tiers and scores, for programs. */
@RestController
@RequestMapping("/api/v1/insight/rules")
@PreAuthorize("hasAuthority('insight:decide')")
@Tag(name = "Insight")
class RulesApi {
    private final RuleBook rules;
    private final LifeCyclePreview lifeCycle;
    private final TierPreview tiers;
    private final RfmPreview rfm;
    private final JsonMapper json;

    RulesApi(RuleBook rules, LifeCyclePreview lifeCycle, TierPreview tiers, RfmPreview rfm, JsonMapper json) {
        this.rules = rules;
        this.lifeCycle = lifeCycle;
        this.tiers = tiers;
        this.rfm = rfm;
        this.json = json;
    }

    /**
     * @param inForce what counts today
     * @param openSince the first day from which something may be decided; null for any
     * @param decisions the newest first; none while the company goes by what Legame came with
     */
    record Answer(String kind, Rules inForce, @Nullable LocalDate openSince, List<Decision> decisions) {}

    record Decision(LocalDate validFrom, Rules rules, Instant at, String by) {}

    /**
     * @param from the first day when they count; null for the beginning, or the first day that is not closed
     * @param rules what is left out stays as it is today
     */
    record Decided(@Nullable LocalDate from, @Nullable Map<String, @Nullable JsonNode> rules) {}

    @GetMapping("/{kind}")
    @Operation(summary = "The rules of a kind: life_cycle, tiers or rfm")
    Answer show(@PathVariable String kind) {
        return answer(kind, type(kind));
    }

    private <T extends Rules> Answer answer(String kind, Class<T> type) {
        return new Answer(
                kind,
                rules.today(type),
                rules.openSince(),
                rules.decisions(type).stream()
                        .map(each -> new Decision(each.validFrom(), each.rules(), each.at(), each.by()))
                        .toList());
    }

    @PostMapping("/{kind}")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Decide rules of a kind from a day on")
    Answer create(@PathVariable String kind, @RequestBody Decided decided) {
        Class<? extends Rules> type = type(kind);
        rules.decide(
                read(type, decided.rules()), decided.from(), Actor.current().name());
        return answer(kind, type);
    }

    @PostMapping("/{kind}/preview")
    @Operation(summary = "What other rules would make of the customers today; decides nothing")
    PreviewAnswer preview(@PathVariable String kind, @RequestBody Decided proposed) {
        return switch (read(type(kind), proposed.rules())) {
            case LifeCycleRules each -> PreviewAnswer.of(lifeCycle.of(each, proposed.from(), null));
            case TierRules each -> PreviewAnswer.of(tiers.of(null, each));
            case RfmRules each -> PreviewAnswer.of(rfm.of(null, each));
        };
    }

    private Rules read(Class<? extends Rules> type, @Nullable Map<String, @Nullable JsonNode> given) {
        ObjectNode all = json.valueToTree(rules.today(type));
        if (given == null || given.isEmpty()) {
            throw Refusal.of("insight.rules.error.nothing");
        }
        given.forEach((name, value) -> {
            if (!all.has(name) || value == null || value.isNull()) {
                throw Refusal.of("insight.rules.error.field", name);
            }
            all.set(name, value);
        });
        try {
            return json.treeToValue(all, type);
        } catch (JacksonException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw Refusal.of("insight.rules.error.json", String.join(", ", given.keySet()));
        }
    }

    private static Class<? extends Rules> type(String kind) {
        return switch (kind) {
            case "life_cycle" -> LifeCycleRules.class;
            case "tiers" -> TierRules.class;
            case "rfm" -> RfmRules.class;
            default -> throw Refusal.notFound();
        };
    }
}
