package io.legame.customers.web;

import io.legame.customers.Choice;
import io.legame.customers.ChoiceList;
import io.legame.customers.ChoiceLists;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The company's own words to choose from, for programs. */
@RestController
@RequestMapping("/api/v1/customers/choices")
@Tag(name = "Customers")
class ChoicesApi {
    private final ChoiceLists lists;

    ChoicesApi(ChoiceLists lists) {
        this.lists = lists;
    }

    /**
     * A list as programs write it; what is left out stays.
     *
     * @param choices labels to add at the end
     * @param order the numbers of choices in their order; those not named follow as they were
     */
    record Body(
            @Nullable String name,
            @Nullable Boolean archived,
            @Nullable List<@Nullable String> choices,
            @Nullable List<@Nullable Long> order) {}

    /** A choice, likewise. */
    record ChoiceBody(@Nullable String label, @Nullable Boolean archived) {}

    /** @param choices in their order, also those that are no longer offered */
    record Shown(long id, String name, boolean archived, List<Choice> choices) {
        static Shown of(ChoiceList list) {
            return new Shown(list.id(), list.name(), list.archived(), list.choices());
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('customers:view')")
    @Operation(summary = "The lists of choices, by name")
    List<Shown> index() {
        return lists.all().stream().map(Shown::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('customers:fields')")
    @Operation(summary = "Add a list of choices")
    Shown create(@RequestBody Body body) {
        return Shown.of(lists.create(Objects.requireNonNullElse(body.name(), ""), known(body.choices())));
    }

    private static <T> List<T> known(@Nullable List<@Nullable T> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
    }

    @PatchMapping("/{id}")
    @Transactional
    @PreAuthorize("hasAuthority('customers:fields')")
    @Operation(
            summary = "Rename a list, archive it or bring it back, add choices, or put them in order; whoever has a"
                    + " choice keeps it")
    Shown update(@PathVariable long id, @RequestBody Body body) {
        if (body.name() != null) {
            lists.rename(id, body.name());
        }
        if (body.archived() != null) {
            lists.archive(id, body.archived());
        }
        if (body.choices() != null) {
            lists.add(id, known(body.choices()));
        }
        if (body.order() != null) {
            lists.order(id, known(body.order()));
        }
        return Shown.of(lists.find(id).orElseThrow(Refusal::notFound));
    }

    @PatchMapping("/{id}/choices/{choice}")
    @Transactional
    @PreAuthorize("hasAuthority('customers:fields')")
    @Operation(summary = "Rename a choice everywhere, or no longer offer it, or again")
    Shown update(@PathVariable long id, @PathVariable long choice, @RequestBody ChoiceBody body) {
        if (body.label() != null) {
            lists.rename(id, choice, body.label());
        }
        if (body.archived() != null) {
            lists.archive(id, choice, body.archived());
        }
        return Shown.of(lists.find(id).orElseThrow(Refusal::notFound));
    }
}
