package io.legame.customers.web;

import io.legame.access.UnitId;
import io.legame.customers.CustomerQuery;
import io.legame.customers.ListColumn;
import io.legame.customers.ListView;
import io.legame.customers.ListViewId;
import io.legame.customers.ListViews;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists of customers that are kept, for programs. */
@RestController
@RequestMapping("/api/v1/customers/views")
@PreAuthorize("hasAuthority('customers:view')")
@Tag(name = "Customers")
class ListViewsApi {
    private final ListViews views;
    private final ListQueries queries;
    private final JsonMapper json;

    ListViewsApi(ListViews views, ListQueries queries, JsonMapper json) {
        this.views = views;
        this.queries = queries;
        this.json = json;
    }

    /**
     * A kept list as it is sent.
     *
     * @param sharing own, unit or all
     * @param unit the number of the shop or team that it is shared with
     * @param filter in the language of segments
     * @param sort as in the list of customers
     * @param columns their codes, beside the name
     * @param version that was seen, when it is changed
     */
    record Body(
            @Nullable String name,
            @Nullable String sharing,
            @Nullable Integer unit,
            @Nullable String q,
            @Nullable @Schema(type = "object") JsonNode filter,
            @Nullable String sort,
            @Nullable List<@Nullable String> columns,
            @Nullable Integer version) {}

    /** @param mine whether the program, or person, may change it */
    record Kept(
            long id,
            String name,
            String owner,
            boolean mine,
            String sharing,
            @Nullable Integer unit,
            @Nullable String q,
            @Nullable @Schema(type = "object") JsonNode filter,
            @Nullable String sort,
            List<String> columns,
            int version) {}

    private Kept kept(ListView view) {
        ListView.Content content = view.content();
        return new Kept(
                view.id().value(),
                content.name(),
                view.ownerName(),
                view.mine(),
                switch (content.sharing()) {
                    case ListView.Own own -> "own";
                    case ListView.OfUnit of -> "unit";
                    case ListView.All all -> "all";
                },
                content.sharing() instanceof ListView.OfUnit of ? of.unit().value() : null,
                content.search(),
                content.filter() == null ? null : json.readTree(content.filter()),
                content.sort(),
                content.columns(),
                view.version());
    }

    @GetMapping
    @Operation(summary = "The kept lists of customers, one's own first")
    List<Kept> index() {
        return views.all().stream().map(this::kept).toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a kept list")
    Kept show(@PathVariable long id) {
        return kept(views.find(new ListViewId(id)).orElseThrow(Refusal::notFound));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Keep a list of customers")
    Kept create(@RequestBody Body body) {
        return kept(views.create(content(body)));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Write a kept list anew, unless somebody changed it since")
    Kept update(@PathVariable long id, @RequestBody Body body) {
        return kept(views.update(new ListViewId(id), body.version() == null ? 0 : body.version(), content(body)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a kept list")
    void destroy(@PathVariable long id) {
        views.remove(new ListViewId(id));
    }

    private ListView.Content content(Body body) {
        String filter = body.filter() == null || body.filter().isNull()
                ? null
                : body.filter().toString();
        CustomerQuery query = queries.query(new ListRequest(body.q(), body.sort(), filter, null, null, null));
        List<String> wanted = body.columns() == null
                ? List.of()
                : body.columns().stream().filter(Objects::nonNull).toList();
        List<String> known = queries.columns(String.join(",", wanted)).stream()
                .map(ListColumn::code)
                .toList();
        wanted.stream().filter(code -> !known.contains(code)).findFirst().ifPresent(code -> {
            throw Refusal.of("customers.error.noField", code);
        });
        return new ListView.Content(
                body.name() == null ? "" : body.name(),
                sharing(body),
                query.search(),
                query.filter() == null ? null : query.filter().json(),
                body.sort(),
                known);
    }

    private static ListView.Sharing sharing(Body body) {
        return switch (body.sharing() == null ? "own" : body.sharing()) {
            case "own" -> ListView.Sharing.OWN;
            case "all" -> ListView.Sharing.ALL;
            case "unit" -> new ListView.OfUnit(new UnitId(body.unit() == null ? 0 : body.unit()));
            default -> throw Refusal.of("customers.views.error.sharing");
        };
    }
}
