package io.legame.customers.web;

import io.legame.customers.CustomerExport;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerQuery;
import io.legame.customers.FieldColumn;
import io.legame.customers.ListColumn;
import io.legame.platform.Companies;
import io.legame.platform.Refusal;
import io.legame.platform.TableFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The customers of the list as a file, all that match and not only those of the page. */
@Controller
@PreAuthorize("hasAuthority('customers:view') and hasAuthority('customers:export')")
@Tag(name = "Customers")
class CustomerExportController {
    private static final List<CustomerField> NAMES =
            List.of(CustomerField.GIVEN_NAME, CustomerField.FAMILY_NAME, CustomerField.COMPANY_NAME);

    private final CustomerExport export;
    private final ListQueries queries;
    private final Companies companies;
    private final InstantSource clock;

    CustomerExportController(CustomerExport export, ListQueries queries, Companies companies, InstantSource clock) {
        this.export = export;
        this.queries = queries;
        this.companies = companies;
        this.clock = clock;
    }

    /** @param only whether the file has the columns of the reader's list, and not all fields */
    @GetMapping("/customers/export")
    void page(
            @ModelAttribute ListRequest request,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(defaultValue = "false") boolean only,
            HttpServletResponse response,
            Locale language)
            throws IOException {
        ListState list = queries.read(request);
        write(list.query(), format, only ? named(list.columns()) : export.everything(), response, language);
    }

    private static List<ListColumn> named(List<ListColumn> shown) {
        return Stream.concat(NAMES.stream().map(FieldColumn::new), shown.stream())
                .map(ListColumn.class::cast)
                .toList();
    }

    @GetMapping("/api/v1/customers/export")
    @Operation(summary = "All customers of a list as a file: csv or xlsx, with every field or those that are named")
    void show(
            @RequestParam(name = "q", required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String sort,
            @Parameter(description = "Who is chosen, in the language of segments, see /api/v1/segments/schema")
                    @RequestParam(required = false)
                    @Nullable
                    String filter,
            @RequestParam(defaultValue = "csv") String format,
            @Parameter(description = "Codes of fields; custom. with its code for one of the company's own")
                    @RequestParam(name = "field", required = false)
                    @Nullable
                    List<String> codes,
            HttpServletResponse response,
            Locale language)
            throws IOException {
        List<ListColumn> everything = export.everything();
        List<ListColumn> wanted = codes == null
                ? everything
                : codes.stream()
                        .map(code -> everything.stream()
                                .filter(column -> column.code().equals(code))
                                .findFirst()
                                .orElseThrow(() -> Refusal.of("customers.error.noField", code)))
                        .toList();
        CustomerQuery query = queries.query(new ListRequest(search, sort, filter, null, null, null));
        write(query, format, wanted, response, language);
    }

    private void write(
            CustomerQuery query, String code, List<ListColumn> wanted, HttpServletResponse response, Locale language)
            throws IOException {
        TableFile.Format format =
                TableFile.Format.of(code).orElseThrow(() -> Refusal.of("customers.error.exportFormat", code));
        String day =
                LocalDate.ofInstant(clock.instant(), companies.get().timeZone()).toString();
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("customers-" + day + "." + format.code())
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (TableFile file = TableFile.open(format, response.getOutputStream(), language)) {
            export.write(query, wanted, file, language);
        }
    }
}
