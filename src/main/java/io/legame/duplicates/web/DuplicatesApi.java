package io.legame.duplicates.web;

import io.legame.customers.CustomerId;
import io.legame.duplicates.CandidatePair;
import io.legame.duplicates.Different;
import io.legame.duplicates.Distinctions;
import io.legame.duplicates.Duplicates;
import io.legame.duplicates.Proposal;
import io.legame.duplicates.ProposalId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Duplicates for programs: what is proposed and why, and who is not the same. */
@RestController
@RequestMapping("/api/v1/duplicates")
@PreAuthorize("hasAuthority('duplicates:review')")
@Tag(name = "Duplicates")
class DuplicatesApi {
    private final Duplicates duplicates;
    private final Distinctions distinctions;

    DuplicatesApi(Duplicates duplicates, Distinctions distinctions) {
        this.duplicates = duplicates;
        this.distinctions = distinctions;
    }

    /**
     * What one field says of a pair.
     *
     * @param level how much both values agree, such as exact, near, nickname or other
     * @param weight the logarithm to the base 2 of how much likelier it is among the same than among strangers
     */
    record FieldAnswer(String field, String level, double weight) {}

    /**
     * Two customers who may be the same, and why.
     *
     * @param probability 0 to 1
     * @param start the weight that any two customers begin with; with those of the fields and the relatives' the sum
     * @param relatives what is taken off, as relatives and colleagues agree in the same fields
     */
    record PairAnswer(
            long low,
            long high,
            double probability,
            double weight,
            double start,
            List<FieldAnswer> fields,
            double relatives) {
        static PairAnswer of(CandidatePair pair) {
            return new PairAnswer(
                    pair.low().value(),
                    pair.high().value(),
                    pair.probability(),
                    pair.weight(),
                    pair.explanation().start(),
                    pair.explanation().fields().stream()
                            .map(field -> new FieldAnswer(code(field.field()), code(field.level()), field.weight()))
                            .toList(),
                    pair.explanation().relatives());
        }

        private static String code(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Customers who may be the same.
     *
     * @param state open, merged, different or gone
     * @param probability that of the weakest pair
     * @param contradictory whether two of them have other birth dates or tax codes
     */
    record ProposalAnswer(
            long id,
            String state,
            List<CustomerId> customers,
            double probability,
            boolean contradictory,
            List<PairAnswer> pairs) {
        static ProposalAnswer of(Proposal proposal) {
            return new ProposalAnswer(
                    proposal.id().value(),
                    proposal.state().code(),
                    proposal.members(),
                    proposal.probability(),
                    proposal.contradictory(),
                    proposal.pairs().stream().map(PairAnswer::of).toList());
        }
    }

    /** @param next the {@code after} of the next page; null at the end */
    record Page(
            List<ProposalAnswer> proposals,
            int open,
            @Nullable Long next) {}

    @GetMapping
    @Operation(summary = "List open proposals with why, the surest first")
    Page index(@RequestParam(required = false) @Nullable Long after, @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, 200);
        Proposal last = after == null ? null : duplicates.get(new ProposalId(after));
        List<Proposal> found = duplicates.open(last, size + 1);
        List<Proposal> page = found.subList(0, Math.min(size, found.size()));
        return new Page(
                page.stream().map(ProposalAnswer::of).toList(),
                duplicates.openCount(),
                found.size() > size ? page.getLast().id().value() : null);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a proposal with every pair of its customers and why")
    ProposalAnswer show(@PathVariable long id) {
        return ProposalAnswer.of(duplicates.get(new ProposalId(id)));
    }

    /** @param customers two or more, no two of whom are the same */
    record Said(@Nullable List<@Nullable Long> customers) {
        List<CustomerId> ids() {
            return customers == null
                    ? List.of()
                    : customers.stream()
                            .filter(Objects::nonNull)
                            .map(CustomerId::new)
                            .toList();
        }
    }

    @GetMapping("/different")
    @Operation(summary = "List who is not the same, as people and programs said, the latest 200")
    List<Different> different() {
        return distinctions.list(null, 200);
    }

    @PostMapping("/different")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say that no two of the customers are the same: they are never proposed together again")
    void create(@RequestBody Said said) {
        distinctions.different(said.ids());
    }

    @DeleteMapping("/different")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take back what was said of any two of the customers")
    void destroy(@RequestParam(name = "customer", required = false) @Nullable List<Long> ids) {
        List<Long> said = ids == null ? List.of() : ids;
        distinctions.maybeSame(said.stream().map(CustomerId::new).toList());
    }
}
