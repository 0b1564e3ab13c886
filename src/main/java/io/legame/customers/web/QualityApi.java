package io.legame.customers.web;

import io.legame.access.AuditTrail;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.DataQuality;
import io.legame.customers.FlagDecisions;
import io.legame.customers.FlaggedCustomer;
import io.legame.customers.IncompleteCustomer;
import io.legame.customers.QualityField;
import io.legame.customers.QualityReport;
import io.legame.customers.UniqueKeys;
import io.legame.customers.ValueFlag;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How good the data of customers are, for programs. */
@RestController
@RequestMapping("/api/v1/customers")
@PreAuthorize("hasAuthority('customers:quality')")
@Tag(name = "Data quality")
class QualityApi {
    private static final int LARGEST_PAGE = 1000;

    private final DataQuality quality;
    private final UniqueKeys keys;
    private final FlagDecisions decisions;
    private final AuditTrail audit;

    QualityApi(DataQuality quality, UniqueKeys keys, FlagDecisions decisions, AuditTrail audit) {
        this.quality = quality;
        this.keys = keys;
        this.decisions = decisions;
        this.audit = audit;
    }

    /**
     * One field in numbers of customers.
     *
     * @param filled with a value
     * @param told with a value, or with one that was left out because it cannot be right
     * @param rewritten whose value a rule wrote in another way than it came; null where that is not kept
     * @param flagged whose value needs a look
     * @param completeness filled of all customers, between 0 and 1
     * @param uniformity told less flagged, of told
     */
    record FieldAnswer(
            String field,
            long filled,
            long told,
            @Nullable Long rewritten,
            long flagged,
            double completeness,
            double uniformity) {}

    /** @param customers with such a flag */
    record FlagsAnswer(String field, String kind, long customers) {}

    /**
     * @param source null for all customers
     * @param keyed with the unique key
     * @param reach how many can be reached by e-mail, by phone, by post, by nothing
     */
    record Report(
            @Nullable String source,
            Instant countedAt,
            long customers,
            long keyed,
            QualityReport.Reach reach,
            List<FieldAnswer> fields,
            List<FlagsAnswer> flags,
            List<String> sources) {}

    @GetMapping("/quality")
    @Operation(summary = "Read how complete and how uniform the customers' data are")
    Report show(@RequestParam(required = false) @Nullable String source) {
        DataQuality.Counted counted = quality.report(source);
        QualityReport report = counted.report();
        return new Report(
                source,
                counted.at(),
                report.customers(),
                report.keyed(),
                report.reach(),
                Arrays.stream(QualityField.values())
                        .map(field -> answer(field, report))
                        .toList(),
                flags(report),
                quality.sources());
    }

    private static FieldAnswer answer(QualityField field, QualityReport report) {
        QualityReport.OfField of = report.of(field);
        return new FieldAnswer(
                field.code(),
                of.filled(),
                of.told(),
                field.keepsWritten() ? of.rewritten() : null,
                of.flagged(),
                of.completeness(report.customers()),
                of.uniformity());
    }

    private static List<FlagsAnswer> flags(QualityReport report) {
        return report.flags().stream()
                .map(flags -> new FlagsAnswer(flags.field().code(), flags.kind().code(), flags.customers()))
                .toList();
    }

    @PostMapping("/quality/count")
    @Operation(summary = "Count the quality of the data anew, and read it")
    Report count(@RequestParam(required = false) @Nullable String source) {
        quality.count();
        return show(source);
    }

    @GetMapping("/quality/flags")
    @Operation(summary = "Read what needs a look, by field and kind")
    List<FlagsAnswer> flags(@RequestParam(required = false) @Nullable String source) {
        return flags(quality.report(source).report());
    }

    /** @param written the value as it came; {@code value} is null when it was left out */
    record FlaggedAnswer(
            long id,
            String name,
            @Nullable String value,
            String written,
            @Nullable String proposal,
            String source) {}

    /** @param next what to ask with as {@code after} for the next stretch; null at the end */
    record FlaggedAnswers(
            List<FlaggedAnswer> customers, @Nullable Long next) {}

    @GetMapping("/quality/flags/{field}/{kind}")
    @Operation(summary = "List the customers with such a flag")
    FlaggedAnswers index(
            @PathVariable String field,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        CustomerField of = CustomerField.of(field).orElseThrow(Refusal::notFound);
        ValueFlag.Kind why = ValueFlag.Kind.of(kind).orElseThrow(Refusal::notFound);
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        List<FlaggedCustomer> found = quality.flagged(of, why, source, after, size + 1);
        List<FlaggedCustomer> page = found.subList(0, Math.min(size, found.size()));
        audit.record("customers.listed", "customer", null, Map.of("count", page.size()));
        return new FlaggedAnswers(
                page.stream()
                        .map(each -> new FlaggedAnswer(
                                each.id().value(),
                                each.name(),
                                each.value(),
                                each.flag().written(),
                                each.flag().proposal(),
                                each.source()))
                        .toList(),
                found.size() > size ? page.getLast().id().value() : null);
    }

    /** @param has what is known of the customer besides the name */
    record IncompleteAnswer(long id, String name, List<String> has, String source) {}

    record IncompleteAnswers(
            String lacks,
            List<IncompleteAnswer> customers,
            @Nullable Long next) {}

    @GetMapping("/quality/incomplete")
    @Operation(summary = "List the customers without the unique key")
    IncompleteAnswers incomplete(
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        List<IncompleteCustomer> found = quality.incomplete(source, after, size + 1);
        List<IncompleteCustomer> page = found.subList(0, Math.min(size, found.size()));
        audit.record("customers.listed", "customer", null, Map.of("count", page.size()));
        return new IncompleteAnswers(
                keys.current().code(),
                page.stream()
                        .map(each -> new IncompleteAnswer(
                                each.id().value(),
                                each.name(),
                                each.has().stream()
                                        .sorted()
                                        .map(IncompleteCustomer.Known::code)
                                        .toList(),
                                each.source()))
                        .toList(),
                found.size() > size ? page.getLast().id().value() : null);
    }

    /** @param changes by which the decision can be taken back */
    record Decision(long changes) {}

    @PostMapping("/{id}/flags/{field}/correct")
    @PreAuthorize("hasAuthority('customers:correct')")
    @Operation(summary = "Take the proposal for a value that needs a look")
    Decision correct(@PathVariable long id, @PathVariable String field) {
        return new Decision(decisions.correct(new CustomerId(id), field(field)).value());
    }

    @PostMapping("/{id}/flags/{field}/keep")
    @PreAuthorize("hasAuthority('customers:correct')")
    @Operation(summary = "Keep a value that needs a look as it is: it is not flagged again")
    Decision keep(@PathVariable long id, @PathVariable String field) {
        return new Decision(decisions.keep(new CustomerId(id), field(field)).value());
    }

    private static CustomerField field(String code) {
        return CustomerField.of(code).orElseThrow(Refusal::notFound);
    }
}
