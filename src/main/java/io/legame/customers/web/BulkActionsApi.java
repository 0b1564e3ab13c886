package io.legame.customers.web;

import io.legame.customers.BulkAction;
import io.legame.customers.BulkActionId;
import io.legame.customers.BulkActions;
import io.legame.customers.BulkChange;
import io.legame.customers.CustomFields;
import io.legame.customers.CustomerId;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The same done to many customers at once, for programs. */
@RestController
@RequestMapping("/api/v1/customers/bulk-actions")
@PreAuthorize("hasAuthority('customers:edit')")
@Tag(name = "Customers")
class BulkActionsApi {
    private static final int LARGEST_PAGE = 200;
    private static final int MOST_IDS = 10_000;

    private final BulkActions actions;
    private final ListQueries queries;
    private final CustomFields fields;

    BulkActionsApi(BulkActions actions, ListQueries queries, CustomFields fields) {
        this.actions = actions;
        this.queries = queries;
        this.fields = fields;
    }

    /**
     * A bulk action.
     *
     * @param state running, done, stopped, failed, undoing or undone
     * @param same nothing was to be changed of them
     * @param refused the change is not possible for them, or they are no longer there
     * @param undone put back; null until it is taken back
     * @param kept changed by somebody since, and not put back wholly
     */
    record Answer(
            long id,
            String state,
            double progress,
            long total,
            long changed,
            long same,
            long refused,
            @Nullable Long undone,
            @Nullable Long kept,
            String createdBy,
            Instant createdAt,
            @Nullable Instant finishedAt,
            @Nullable String failure) {
        static Answer of(BulkAction action) {
            BulkAction.Undo undo = action.undo();
            return new Answer(
                    action.id().value(),
                    action.state().code(),
                    action.progress(),
                    action.total(),
                    action.outcome().changed(),
                    action.outcome().same(),
                    action.outcome().refused(),
                    undo == null ? null : undo.undone(),
                    undo == null ? null : undo.kept(),
                    action.createdBy(),
                    action.createdAt(),
                    action.finishedAt(),
                    action.failure());
        }
    }

    /** @param next the {@code after} of the next page; null at the end */
    record Page(List<Answer> actions, @Nullable Long next) {}

    @GetMapping
    @Operation(summary = "List bulk actions, newest first")
    Page index(@RequestParam(required = false) @Nullable Long after, @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        List<BulkAction> found = actions.list(after == null ? null : new BulkActionId(after), size + 1);
        List<BulkAction> page = found.subList(0, Math.min(size, found.size()));
        return new Page(
                page.stream().map(Answer::of).toList(),
                found.size() > size ? page.getLast().id().value() : null);
    }

    @PostMapping
    @Operation(
            summary = "Do the same to many customers, in the background: all who are found and chosen, or those named")
    ResponseEntity<Answer> create(@RequestBody BulkOrder order) {
        BulkChange change = order.change(fields.inUse());
        return accepted(actions.start(pick(order.customers()).id(), change));
    }

    private BulkAction pick(BulkOrder.@Nullable Who who) {
        if (who == null || !who.isSaid()) {
            throw Refusal.of("customers.bulk.error.who");
        }
        if (who.ids() == null) {
            return actions.pick(queries.query(new ListRequest(who.q(), null, who.json(), null, null, null)));
        }
        if (who.ids().size() > MOST_IDS) {
            throw Refusal.of("customers.error.tooMany", MOST_IDS, who.ids().size());
        }
        return actions.pick(
                who.ids().stream().filter(Objects::nonNull).map(CustomerId::new).toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read how far a bulk action is")
    Answer show(@PathVariable long id) {
        return Answer.of(actions.get(new BulkActionId(id)));
    }

    @PostMapping("/{id}/undo")
    @Operation(summary = "Take a bulk action back, as far as nobody changed it since")
    ResponseEntity<Answer> undo(@PathVariable long id) {
        actions.undo(new BulkActionId(id));
        return accepted(actions.get(new BulkActionId(id)));
    }

    @PostMapping("/{id}/stop")
    @Operation(summary = "Stop a bulk action half-way")
    ResponseEntity<Answer> stop(@PathVariable long id) {
        actions.stop(new BulkActionId(id));
        return accepted(actions.get(new BulkActionId(id)));
    }

    @PostMapping("/{id}/run")
    @Operation(summary = "Let a bulk action go on that stopped half-way")
    ResponseEntity<Answer> run(@PathVariable long id) {
        actions.goOn(new BulkActionId(id));
        return accepted(actions.get(new BulkActionId(id)));
    }

    private static ResponseEntity<Answer> accepted(BulkAction action) {
        return ResponseEntity.accepted()
                .location(URI.create(
                        "/api/v1/customers/bulk-actions/" + action.id().value()))
                .body(Answer.of(action));
    }
}
