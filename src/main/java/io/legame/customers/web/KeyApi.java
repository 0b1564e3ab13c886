package io.legame.customers.web;

import io.legame.customers.KeyChange;
import io.legame.customers.KeyReport;
import io.legame.customers.UniqueKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The unique key for programs. */
@RestController
@RequestMapping("/api/v1/customers/key")
@PreAuthorize("hasAuthority('customers:rules')")
@Tag(name = "Data quality")
class KeyApi {
    private final UniqueKeys keys;

    KeyApi(UniqueKeys keys) {
        this.keys = keys;
    }

    /** @param state running, done or failed */
    record ChangeAnswer(
            String from,
            String to,
            String state,
            String askedBy,
            Instant askedAt,
            @Nullable Instant finishedAt,
            @Nullable Long gained,
            @Nullable Long lost,
            @Nullable String failure) {
        static ChangeAnswer of(KeyChange change) {
            return new ChangeAnswer(
                    change.from().code(),
                    change.to().code(),
                    change.state().code(),
                    change.askedBy(),
                    change.askedAt(),
                    change.finishedAt(),
                    change.gained(),
                    change.lost(),
                    change.failure());
        }
    }

    /** @param changes newest first */
    record KeyAnswer(String key, List<ChangeAnswer> changes) {}

    /**
     * What choosing a key would do, in numbers of customers.
     *
     * @param has those that would be complete
     * @param lacking those that would be incomplete
     * @param gained incomplete now, complete then
     * @param lost complete now, incomplete then
     * @param several those known by more than one such value
     * @param shared those whose value is the key of another
     * @param leftOut those whose value came, but cannot be right
     */
    record ChoiceAnswer(
            String key, long has, long lacking, long gained, long lost, long several, long shared, long leftOut) {
        static ChoiceAnswer of(KeyReport.OfKind of) {
            return new ChoiceAnswer(
                    of.kind().code(),
                    of.has(),
                    of.lacking(),
                    of.gained(),
                    of.lost(),
                    of.several(),
                    of.shared(),
                    of.leftOut());
        }
    }

    /** @param key email, phone, card, number or tax_code */
    record Choice(@Nullable String key) {}

    @GetMapping
    @Operation(summary = "Read which identity is the unique key, and how it changed")
    KeyAnswer show() {
        return new KeyAnswer(
                keys.current().code(),
                keys.changes().stream().map(ChangeAnswer::of).toList());
    }

    @GetMapping("/report")
    @Operation(summary = "Count what each possible unique key would do")
    List<ChoiceAnswer> report() {
        return keys.report().kinds().stream().map(ChoiceAnswer::of).toList();
    }

    @PutMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Choose another unique key, in the background")
    KeyAnswer update(@RequestBody Choice choice) {
        keys.choose(KeyController.kind(choice.key()));
        return show();
    }
}
