package io.legame.intake.web;

import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldDraft;
import io.legame.customers.CustomFields;
import io.legame.intake.Import;
import io.legame.intake.ImportId;
import io.legame.intake.Imports;
import io.legame.intake.NearProducts;
import io.legame.intake.SavedMappings;
import io.legame.platform.Viewer;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a file will be brought in. */
@Controller
@PreAuthorize("hasAuthority('intake:run')")
class ImportPlanController {
    private static final String NEW_FIELD = "custom-new";

    private final Imports imports;
    private final CustomFields fields;
    private final SavedMappings mappings;
    private final NearProducts products;

    ImportPlanController(Imports imports, CustomFields fields, SavedMappings mappings, NearProducts products) {
        this.products = products;
        this.fields = fields;
        this.imports = imports;
        this.mappings = mappings;
    }

    /** Columns that match nothing become new text fields when somebody says so who may add fields. */
    private void addFields(ImportId id, MultiValueMap<String, String> form) {
        if (!Viewer.current().may("customers:fields")) {
            return;
        }
        List<String> headers = imports.get(id).plan().headers();
        for (int column = 0; column < headers.size(); column++) {
            if (NEW_FIELD.equals(form.getFirst("field" + column))) {
                CustomField field = fields.create(CustomFieldDraft.text(headers.get(column)));
                form.set("field" + column, PlanForm.CUSTOM + field.code());
            }
        }
    }

    @PostMapping("/intake/{id}/plan")
    ImportDraft update(@PathVariable long id, @RequestParam MultiValueMap<String, String> form) {
        addFields(new ImportId(id), form);
        Import what = imports.change(new ImportId(id), PlanForm.read(form));
        return new ImportDraft(
                what, imports.preview(what), mappings.ofImport(what.id()).orElse(null), products.of(what));
    }
}
