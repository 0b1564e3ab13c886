package io.legame.customers.web;

import io.legame.customers.CustomerField;
import io.legame.customers.DataQuality;
import io.legame.customers.FlaggedCustomer;
import io.legame.customers.IncompleteCustomer;
import io.legame.customers.QualityReport;
import io.legame.customers.UniqueKeys;
import io.legame.customers.ValueFlag;
import io.legame.platform.Refusal;
import io.legame.platform.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** How good the data are, and the customers behind the numbers. */
@Controller
@PreAuthorize("hasAuthority('customers:quality')")
class QualityController {
    static final int PAGE = 50;

    private final DataQuality quality;
    private final UniqueKeys keys;

    QualityController(DataQuality quality, UniqueKeys keys) {
        this.quality = quality;
        this.keys = keys;
    }

    @GetMapping("/customers/quality")
    QualityPage index(@RequestParam(required = false) @Nullable String source) {
        DataQuality.Counted counted = quality.report(source);
        return new QualityPage(
                source, quality.sources(), counted, keys.current(), new QualityTrend(quality.months(source)));
    }

    /** Of every kind when none is named. */
    @GetMapping({"/customers/quality/flags/{field}", "/customers/quality/flags/{field}/{kind}"})
    View flags(
            @PathVariable String field,
            @PathVariable(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
        CustomerField flagged = CustomerField.of(field).orElseThrow(Refusal::notFound);
        ValueFlag.Kind why = kind == null ? null : open(kind);
        List<FlaggedCustomer> found = quality.flagged(flagged, why, source, after, PAGE + 1);
        FlaggedRows rows = FlaggedRows.of(flagged, why, source, found, PAGE);
        return part ? rows : new FlaggedPage(flagged, why, source, count(flagged, why, source), rows);
    }

    private static ValueFlag.Kind open(String kind) {
        return ValueFlag.Kind.of(kind)
                .filter(each -> each != ValueFlag.Kind.ACCEPTED)
                .orElseThrow(Refusal::notFound);
    }

    /** As the report last counted them. */
    private long count(CustomerField field, ValueFlag.@Nullable Kind kind, @Nullable String source) {
        return quality.report(source).report().flags().stream()
                .filter(flags -> flags.field() == field && (kind == null || flags.kind() == kind))
                .mapToLong(QualityReport.Flags::customers)
                .sum();
    }

    @GetMapping("/customers/quality/incomplete")
    View incomplete(
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
        List<IncompleteCustomer> found = quality.incomplete(source, after, PAGE + 1);
        IncompleteRows rows = IncompleteRows.of(keys.current(), source, found, PAGE);
        return part ? rows : new IncompletePage(source, quality.report(source).report(), keys.current(), rows);
    }
}
