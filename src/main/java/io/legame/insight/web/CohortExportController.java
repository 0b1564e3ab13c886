package io.legame.insight.web;

import io.legame.access.AuditTrail;
import io.legame.insight.Cohort;
import io.legame.insight.CohortMeasure;
import io.legame.insight.CohortTable;
import io.legame.insight.Cohorts;
import io.legame.platform.Companies;
import io.legame.platform.Refusal;
import io.legame.platform.TableFile;
import io.legame.platform.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The table of cohorts as a file. */
@Controller
@PreAuthorize("hasAuthority('insight:view')")
@Tag(name = "Insight")
class CohortExportController {
    private final Cohorts cohorts;
    private final Companies companies;
    private final Texts texts;
    private final AuditTrail audit;

    CohortExportController(Cohorts cohorts, Companies companies, Texts texts, AuditTrail audit) {
        this.cohorts = cohorts;
        this.companies = companies;
        this.texts = texts;
        this.audit = audit;
    }

    @GetMapping({CohortPart.PATH + "/export", "/api/v1/insight/cohorts/export"})
    @Operation(summary = "The table of cohorts as a file: csv or xlsx")
    void show(
            @ModelAttribute CohortRequest request,
            @RequestParam(name = "format", defaultValue = "csv") String code,
            HttpServletResponse response,
            Locale language)
            throws IOException {
        TableFile.Format format =
                TableFile.Format.of(code).orElseThrow(() -> Refusal.of("insight.cohorts.error.format", code));
        CohortMeasure measure = request.measured();
        CohortTable table = cohorts.of(request.choice());
        audit.record(
                "insight.exported",
                "cohorts",
                null,
                Map.of(
                        "by",
                        table.by().code(),
                        "measure",
                        measure.code(),
                        "until",
                        table.until().toString()));
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("cohorts-" + measure.code() + "-" + table.until() + "." + format.code())
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (TableFile file = TableFile.open(format, response.getOutputStream(), language)) {
            write(file, table, measure, language);
        }
    }

    private void write(TableFile file, CohortTable table, CohortMeasure measure, Locale language) {
        file.row(row(
                texts.get(language, "insight.cohorts.cohort"),
                texts.get(language, "insight.cohorts.size"),
                table.width(),
                age -> age));
        for (Cohort cohort : table.cohorts()) {
            file.row(row(
                    table.by().name(cohort.number()),
                    cohort.size(),
                    cohort.cells().size(),
                    age -> cell(measure, measure.value(cohort, age))));
        }
        file.row(row(
                texts.get(language, "insight.cohorts.mean"),
                null,
                table.width(),
                age -> cell(measure, measure.mean(table, age))));
    }

    private static List<@Nullable Object> row(
            String name, @Nullable Object size, int cells, IntFunction<@Nullable Object> cell) {
        var row = new ArrayList<@Nullable Object>();
        row.add(name);
        row.add(size);
        IntStream.range(0, cells).forEach(age -> row.add(cell.apply(age)));
        return row;
    }

    private @Nullable BigDecimal cell(CohortMeasure measure, @Nullable BigDecimal value) {
        return value == null || !measure.isMoney()
                ? value
                : value.setScale(companies.get().currency().getDefaultFractionDigits(), RoundingMode.HALF_UP);
    }
}
