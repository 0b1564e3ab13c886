package io.legame.customers.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.legame.access.AuditTrail;
import io.legame.customers.CustomDraft;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFields;
import io.legame.customers.Customer;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerEdits;
import io.legame.customers.CustomerId;
import io.legame.customers.CustomerPage;
import io.legame.customers.CustomerQuery;
import io.legame.customers.CustomerSummary;
import io.legame.customers.Customers;
import io.legame.customers.Upsert;
import io.legame.platform.Refusal;
import io.legame.platform.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
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

@RestController
@RequestMapping("/api/v1/customers")
@Tag(name = "Customers")
class CustomersApi {
    private static final int MOST_AT_ONCE = 10_000;
    private static final int LARGEST_PAGE = 1000;

    private final Customers customers;
    private final CustomFields fields;
    private final CustomerEdits edits;
    private final ListQueries queries;
    private final AuditTrail audit;
    private final Texts texts;

    CustomersApi(
            Customers customers,
            CustomFields fields,
            CustomerEdits edits,
            ListQueries queries,
            AuditTrail audit,
            Texts texts) {
        this.customers = customers;
        this.fields = fields;
        this.edits = edits;
        this.queries = queries;
        this.audit = audit;
        this.texts = texts;
    }

    /**
     * Customers to create or complete.
     *
     * @param source the system they come from; the numbers and cards in them are its own
     */
    record Batch(@Nullable String source, @Nullable List<@Nullable CustomerBody> customers) {}

    /**
     * What became of one customer of the batch.
     *
     * @param status created, updated, unchanged or rejected
     * @param field the field at fault, when rejected
     * @param lacking the custom fields that your company wants to be known of the customer and that are not; no reason to
     *     refuse it
     */
    record Result(
            int index,
            String status,
            @Nullable Long id,
            @Nullable String field,
            @Nullable String code,
            @Nullable String reason,
            List<String> lacking) {}

    record Results(int created, int updated, int unchanged, int rejected, List<Result> results) {}

    /**
     * A stretch of the list.
     *
     * @param next what to ask with as {@code after} for the next stretch; null at the end
     */
    record Page(List<Row> customers, @Nullable String next) {}

    /** @param custom the custom fields in use, by their codes, as of one customer */
    record Row(@JsonUnwrapped CustomerSummary customer, Map<String, Object> custom) {}

    @PostMapping
    @PreAuthorize("hasAuthority('customers:edit')")
    @Operation(summary = "Create or complete up to 10,000 customers, by any of their identities")
    Results create(@RequestBody Batch batch, Locale locale) {
        List<@Nullable CustomerBody> bodies = batch.customers() == null ? List.of() : batch.customers();
        if (bodies.isEmpty()) {
            throw Refusal.of("customers.error.empty");
        }
        if (bodies.size() > MOST_AT_ONCE) {
            throw Refusal.of("customers.error.tooMany", MOST_AT_ONCE, bodies.size());
        }
        List<CustomField> inUse = fields.inUse();
        List<CustomerDraft> drafts = new ArrayList<>(bodies.size());
        for (int i = 0; i < bodies.size(); i++) {
            CustomerBody body = bodies.get(i);
            if (body == null) {
                throw Refusal.of("customers.error.noObject", i);
            }
            drafts.add(body.draft(i).with(new CustomDraft(CustomBody.texts(body.custom(), inUse))));
        }
        List<Upsert> upserts = customers.upsert(batch.source() == null ? "api" : batch.source(), drafts);
        Map<CustomerId, List<CustomField>> lacking =
                fields.lacking(upserts.stream().flatMap(CustomersApi::customer).toList());
        List<Result> results = new ArrayList<>(upserts.size());
        for (int i = 0; i < upserts.size(); i++) {
            results.add(result(i, upserts.get(i), lacking, locale));
        }
        return new Results(
                count(upserts, Upsert.Created.class),
                count(upserts, Upsert.Updated.class),
                count(upserts, Upsert.Unchanged.class),
                count(upserts, Upsert.Rejected.class),
                results);
    }

    private static int count(List<Upsert> upserts, Class<? extends Upsert> type) {
        return (int) upserts.stream().filter(type::isInstance).count();
    }

    private static Stream<CustomerId> customer(Upsert upsert) {
        return switch (upsert) {
            case Upsert.Created created -> Stream.of(created.customer());
            case Upsert.Updated updated -> Stream.of(updated.customer());
            case Upsert.Unchanged unchanged -> Stream.of(unchanged.customer());
            case Upsert.Rejected rejected -> Stream.empty();
        };
    }

    private Result result(int index, Upsert upsert, Map<CustomerId, List<CustomField>> lacking, Locale locale) {
        return switch (upsert) {
            case Upsert.Created created -> done(index, "created", created.customer(), lacking);
            case Upsert.Updated updated -> done(index, "updated", updated.customer(), lacking);
            case Upsert.Unchanged unchanged -> done(index, "unchanged", unchanged.customer(), lacking);
            case Upsert.Rejected rejected ->
                new Result(
                        index,
                        "rejected",
                        null,
                        CustomerBody.name(rejected.field()),
                        rejected.reason(),
                        texts.get(locale, rejected.reason()),
                        List.of());
        };
    }

    private static Result done(
            int index, String status, CustomerId customer, Map<CustomerId, List<CustomField>> lacking) {
        List<String> codes = lacking.getOrDefault(customer, List.of()).stream()
                .map(field -> "custom." + field.code())
                .toList();
        return new Result(index, status, customer.value(), null, null, null, codes);
    }

    @GetMapping
    @PreAuthorize("hasAuthority('customers:view')")
    @Operation(summary = "List customers in any order, or find them by what somebody types")
    Page index(
            @Parameter(
                            description =
                                    "Beginnings of words of the name, of an e-mail address, a phone, a card or a number")
                    @RequestParam(name = "q", required = false)
                    @Nullable
                    String search,
            @Parameter(
                            description =
                                    "name, email, phone, town, added, changed, complete, source, a field such as birthDate,"
                                            + " or custom. with a field's code; with a minus the greatest first. Without"
                                            + " it the best match comes first, or the order of names")
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            @Parameter(description = "Who is chosen, in the language of segments, see /api/v1/segments/schema")
                    @RequestParam(required = false)
                    @Nullable
                    String filter,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        CustomerQuery query = queries.query(new ListRequest(search, sort, filter, null, null, null));
        CustomerPage page = customers.list(query, ListPosition.parse(after), size);
        audit.record(
                "customers.listed",
                "customer",
                null,
                Map.of("count", page.customers().size()));
        return new Page(rows(page.customers()), ListPosition.of(page.next()));
    }

    private List<Row> rows(List<CustomerSummary> summaries) {
        Map<CustomerId, Map<String, Object>> custom =
                fields.of(summaries.stream().map(CustomerSummary::id).toList());
        return summaries.stream()
                .map(summary -> new Row(summary, custom.getOrDefault(summary.id(), Map.of())))
                .toList();
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('customers:view')")
    @Operation(summary = "Read one customer")
    ResponseEntity<Customer> show(@PathVariable long id) {
        CustomerId current = customers.current(new CustomerId(id));
        long version = edits.version(current);
        Customer customer = customers.find(current).orElseThrow(Refusal::notFound);
        audit.record("customers.viewed", "customer", Long.toString(id), Map.of());
        return ResponseEntity.ok().eTag(CustomerEditsApi.tag(version)).body(customer);
    }
}
