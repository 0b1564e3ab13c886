package io.legame.customers.web;

import io.legame.access.Role;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFields;
import io.legame.customers.CustomerField;
import io.legame.customers.FieldAccess;
import io.legame.customers.FieldLevel;
import io.legame.customers.SeenFields;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/customers/field-access/{role}")
@PreAuthorize("hasAuthority('customers:rules')")
@Tag(name = "Customers")
class FieldAccessApi {
    private static final String CUSTOM = "custom.";

    private final FieldAccess access;
    private final CustomFields fields;

    FieldAccessApi(FieldAccess access, CustomFields fields) {
        this.access = access;
        this.fields = fields;
    }

    @GetMapping
    @Operation(
            summary = "List the fields of customers that people with a role see only masked, or not at all; custom"
                    + " fields are called custom.<code>")
    Map<String, String> show(@PathVariable String role) {
        var levels = new TreeMap<String, String>();
        SeenFields seen = access.of(FieldAccessController.role(role));
        seen.levels().forEach((field, level) -> levels.put(field.code(), level.code()));
        seen.custom()
                .forEach(limited ->
                        levels.put(CUSTOM + limited.code(), limited.level().code()));
        return levels;
    }

    @PutMapping
    @Operation(summary = "Say which fields people with a role see only masked, or not at all; all others they see")
    Map<String, String> update(@PathVariable String role, @RequestBody Map<String, @Nullable String> body) {
        Role of = FieldAccessController.role(role);
        var levels = new EnumMap<CustomerField, FieldLevel>(CustomerField.class);
        var custom = new HashMap<CustomField, FieldLevel>();
        body.forEach((code, said) -> {
            String level = said == null ? FieldLevel.FULL.code() : said;
            if (code.startsWith(CUSTOM)) {
                CustomField field = CustomBody.field(code.substring(CUSTOM.length()), fields.inUse());
                custom.put(field, FieldAccessController.level(FieldAccess.levels(field), code, level));
            } else {
                CustomerField field =
                        CustomerField.of(code).orElseThrow(() -> Refusal.of("customers.error.noField", code));
                levels.put(field, FieldAccessController.level(FieldAccess.levels(field), code, level));
            }
        });
        access.limit(of, levels, custom);
        return show(role);
    }
}
