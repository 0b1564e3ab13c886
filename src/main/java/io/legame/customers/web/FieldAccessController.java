package io.legame.customers.web;

import io.legame.access.Role;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFields;
import io.legame.customers.CustomerField;
import io.legame.customers.FieldAccess;
import io.legame.customers.FieldLevel;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping(FieldAccessController.PATH)
@PreAuthorize("hasAuthority('customers:rules')")
class FieldAccessController {
    static final String PATH = "/customers/field-access";

    private final FieldAccess access;
    private final CustomFields fields;
    private final Texts texts;

    FieldAccessController(FieldAccess access, CustomFields fields, Texts texts) {
        this.access = access;
        this.fields = fields;
        this.texts = texts;
    }

    @GetMapping
    FieldAccessPage show(@RequestParam(defaultValue = "SHOP") String role) {
        Role of = role(role);
        return new FieldAccessPage(of, access.of(of), fields.inUse());
    }

    @PostMapping
    String update(
            @RequestParam(defaultValue = "") String role,
            @RequestParam Map<String, String> form,
            RedirectAttributes flash,
            Locale language) {
        Role of = role(role);
        var levels = new EnumMap<CustomerField, FieldLevel>(CustomerField.class);
        form.forEach((code, level) -> CustomerField.of(code)
                .ifPresent(field -> levels.put(field, level(FieldAccess.levels(field), code, level))));
        var custom = new HashMap<CustomField, FieldLevel>();
        for (CustomField field : fields.inUse()) {
            String level = form.get(field.id().name());
            if (level != null) {
                custom.put(field, level(FieldAccess.levels(field), field.code(), level));
            }
        }
        access.limit(of, levels, custom);
        flash.addFlashAttribute(
                Shells.TOAST, texts.get(language, "customers.access.saved", texts.get(language, of.textKey())));
        return "redirect:" + PATH + "?role=" + of.name();
    }

    static FieldLevel level(List<FieldLevel> allowed, String field, String code) {
        return allowed.stream()
                .filter(level -> level.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.of("customers.error.fieldLevel", field));
    }

    static Role role(String name) {
        return Stream.of(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
