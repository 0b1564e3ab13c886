package io.legame.customers.web;

import io.legame.access.Actor;
import io.legame.customers.CustomerExport;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerOrder;
import io.legame.customers.EditableCustomer;
import io.legame.customers.ListColumns;
import io.legame.platform.Companies;
import io.legame.platform.Refusal;
import io.legame.platform.TableFile;
import io.swagger.v3.oas.annotations.Operation;
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
import org.springframework.web.bind.annotation.RequestParam;

/** The customers of the list as a file, all that match and not only those of the page. */
@Controller
@PreAuthorize("hasAuthority('customers:view') and hasAuthority('customers:export')")
@Tag(name = "Customers")
class CustomerExportController {
    private static final List<CustomerField> NAMES =
            List.of(CustomerField.GIVEN_NAME, CustomerField.FAMILY_NAME, CustomerField.COMPANY_NAME);

    private final CustomerExport export;
    private final ListColumns columns;
    private final Companies companies;
    private final InstantSource clock;

    CustomerExportController(CustomerExport export, ListColumns columns, Companies companies, InstantSource clock) {
        this.export = export;
        this.columns = columns;
        this.companies = companies;
        this.clock = clock;
    }

    /** @param columnsOnly whether the file has the columns of the reader's list, and not all fields */
    @GetMapping("/customers/export")
    void page(
            @RequestParam(name = "q", required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(name = "columns", defaultValue = "false") boolean columnsOnly,
            HttpServletResponse response,
            Locale language)
            throws IOException {
        List<CustomerField> fields =
                columnsOnly ? fields(columns.of(Actor.current().account())) : List.copyOf(EditableCustomer.FIELDS);
        write(search, sort, format, fields, response, language);
    }

    private static List<CustomerField> fields(List<CustomerOrder> shown) {
        return Stream.concat(NAMES.stream(), shown.stream().flatMap(column -> Stream.ofNullable(column.field())))
                .toList();
    }

    @GetMapping("/api/v1/customers/export")
    @Operation(summary = "All customers of a list as a file: csv or xlsx, with every field or those that are named")
    void show(
            @RequestParam(name = "q", required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(name = "field", required = false) @Nullable List<String> codes,
            HttpServletResponse response,
            Locale language)
            throws IOException {
        List<CustomerField> fields = codes == null
                ? List.copyOf(EditableCustomer.FIELDS)
                : codes.stream()
                        .map(code -> CustomerField.of(code)
                                .filter(EditableCustomer.FIELDS::contains)
                                .orElseThrow(() -> Refusal.of("customers.error.noField", code)))
                        .toList();
        write(search, sort, format, fields, response, language);
    }

    private void write(
            @Nullable String search,
            @Nullable String sort,
            String code,
            List<CustomerField> fields,
            HttpServletResponse response,
            Locale language)
            throws IOException {
        TableFile.Format format =
                TableFile.Format.of(code).orElseThrow(() -> Refusal.of("customers.error.exportFormat", code));
        var query = ListOrder.query(search, sort);
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
            export.write(query, fields, file, language);
        }
    }
}
