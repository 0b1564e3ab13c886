package io.legame.customers.web;

import io.legame.access.ChangeSetId;
import io.legame.customers.CustomFieldId;
import io.legame.customers.CustomFields;
import io.legame.customers.CustomerEdits;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.Edit;
import io.legame.customers.EditCheck;
import io.legame.customers.EditableCustomer;
import io.legame.platform.Refusal;
import io.legame.platform.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One customer written by a program as a person writes it: fields that are named, and no others. */
@RestController
@RequestMapping("/api/v1/customers")
@Tag(name = "Customers")
class CustomerEditsApi {
    /** They are lists, and called as when many customers are sent. */
    private static final Map<String, CustomerField> SEVERAL =
            Map.of("otherEmails", CustomerField.OTHER_EMAIL, "otherPhones", CustomerField.OTHER_PHONE);

    private static final String CUSTOM = "custom";

    private final CustomerEdits edits;
    private final Customers customers;
    private final CustomFields fields;
    private final Texts texts;

    CustomerEditsApi(CustomerEdits edits, Customers customers, CustomFields fields, Texts texts) {
        this.edits = edits;
        this.customers = customers;
        this.fields = fields;
        this.texts = texts;
    }

    /** @param changes the number of the changes; null when everything was known already */
    record Result(long id, @Nullable Long changes) {}

    /**
     * Why a field was refused.
     *
     * @param owner the customer whose value it is, if it is another's
     */
    record FieldError(
            String field,
            String code,
            String reason,
            @Nullable Long owner) {}

    /** The version in the form of an entity tag. */
    static String tag(long version) {
        return "\"" + version + "\"";
    }

    @PatchMapping("/{id}")
    @PreAuthorize("hasAuthority('customers:edit')")
    @Operation(
            summary = "Change the fields of one customer that are named; null clears a field (RFC 7396). With the"
                    + " ETag of a customer that was read in If-Match nothing is overwritten that changed since")
    ResponseEntity<?> update(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Map<String, @Nullable Object> body,
            Locale language) {
        WrittenFields written = written(body);
        CustomerId customer = customers.current(new CustomerId(id));
        return switch (edits.update(customer, version(seen), written.draft(), written.cleared())) {
            case Edit.Saved saved -> saved(saved);
            case Edit.Refused refused -> refused(refused.check(), language);
            case Edit.Outdated outdated -> outdated(outdated, language);
        };
    }

    private WrittenFields written(Map<String, @Nullable Object> body) {
        var written = new EnumMap<CustomerField, String>(CustomerField.class);
        var custom = new HashMap<CustomFieldId, List<String>>();
        body.forEach((code, value) -> {
            if (code.equals(CUSTOM)) {
                custom.putAll(CustomBody.texts(value, fields.inUse()));
                return;
            }
            CustomerField field = Optional.ofNullable(SEVERAL.get(code))
                    .or(() -> CustomerField.of(code))
                    .filter(EditableCustomer.FIELDS::contains)
                    .orElseThrow(() -> Refusal.of("customers.error.noField", code));
            written.put(field, text(code, value));
        });
        return new WrittenFields(written, custom, Locale.ENGLISH);
    }

    private static String text(String code, @Nullable Object value) {
        if (value instanceof List<?> values && SEVERAL.containsKey(code)) {
            return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return switch (value) {
            case null -> "";
            case String text -> text;
            case Boolean answer -> answer.toString();
            // a number too great to be one stays what it is, and is refused
            case Number number ->
                Double.isFinite(number.doubleValue())
                        ? new BigDecimal(number.toString()).toPlainString()
                        : number.toString();
            default -> throw Refusal.of("customers.error.oneValue", code);
        };
    }

    private static @Nullable Long version(@Nullable String seen) {
        if (seen == null || seen.strip().equals("*")) {
            return null;
        }
        String number = seen.replaceAll("[^0-9]", "");
        return number.isEmpty() || number.length() > 18 ? Long.valueOf(-1) : Long.valueOf(number);
    }

    private ResponseEntity<Result> saved(Edit.Saved saved) {
        ChangeSetId changes = saved.changes();
        return ResponseEntity.ok()
                .eTag(tag(edits.version(saved.customer())))
                .body(new Result(saved.customer().value(), changes == null ? null : changes.value()));
    }

    private ResponseEntity<ProblemDetail> refused(EditCheck check, Locale language) {
        Stream<FieldError> custom = check.customFaults().stream().map(fault -> error(fault, language));
        Stream<FieldError> usual = check.faults().entrySet().stream().map(entry -> {
            var owner = entry.getValue().owner();
            String key = entry.getValue().textKey(entry.getKey());
            return new FieldError(
                    code(entry.getKey()),
                    key,
                    texts.get(language, key),
                    owner == null ? null : owner.id().value());
        });
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "customers.error.refused",
                language,
                "errors",
                Stream.concat(usual, custom).toList());
    }

    private FieldError error(EditCheck.CustomFault fault, Locale language) {
        var owner = fault.owner();
        return new FieldError(
                CUSTOM + "." + fault.field().code(),
                fault.textKey(),
                texts.get(language, fault.textKey()),
                owner == null ? null : owner.id().value());
    }

    /** As the body names what a history names. */
    private static String code(String name) {
        return Arrays.stream(CustomerField.values())
                .filter(field -> field.name().equalsIgnoreCase(name))
                .findFirst()
                .map(CustomerEditsApi::code)
                .orElse(name);
    }

    /** As the body names it. */
    private static String code(CustomerField field) {
        return SEVERAL.entrySet().stream()
                .filter(each -> each.getValue() == field)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(field.code());
    }

    private ResponseEntity<ProblemDetail> outdated(Edit.Outdated outdated, Locale language) {
        List<String> fields = outdated.meanwhile().stream()
                .flatMap(change -> change.fields().stream())
                .map(change -> code(change.field()))
                .distinct()
                .toList();
        return problem(HttpStatus.PRECONDITION_FAILED, "customers.error.outdated", language, "changed", fields);
    }

    private ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String key, Locale language, String name, List<?> what) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, texts.get(language, key));
        problem.setProperty("code", key);
        problem.setProperty(name, what);
        return ResponseEntity.status(status).body(problem);
    }
}
