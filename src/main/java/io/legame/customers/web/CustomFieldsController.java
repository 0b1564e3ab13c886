package io.legame.customers.web;

import io.legame.customers.ChoiceList;
import io.legame.customers.ChoiceLists;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldDraft;
import io.legame.customers.CustomFieldId;
import io.legame.customers.CustomFields;
import io.legame.platform.Refusal;
import io.legame.platform.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The fields that the company adds to its customers. */
@Controller
@PreAuthorize("hasAuthority('customers:fields')")
class CustomFieldsController {
    private static final String INDEX = "redirect:/customers/fields";

    private final CustomFields fields;
    private final ChoiceLists choices;
    private final Texts texts;

    CustomFieldsController(CustomFields fields, ChoiceLists choices, Texts texts) {
        this.fields = fields;
        this.choices = choices;
        this.texts = texts;
    }

    @GetMapping("/customers/fields")
    CustomFieldsPage index() {
        Map<CustomFieldId, Long> filled = fields.filled();
        return new CustomFieldsPage(
                fields.groups(),
                fields.all().stream().filter(CustomField::archived).toList(),
                filled);
    }

    @GetMapping("/customers/fields/new")
    CustomFieldPage new_() {
        return page(null, CustomFieldDraft.text(""), null, null);
    }

    private CustomFieldPage page(
            @Nullable CustomField field,
            CustomFieldDraft form,
            CustomFields.@Nullable Conversion conversion,
            @Nullable String problem) {
        long lacking = field == null || !field.required() ? 0 : fields.lacking(field);
        List<ChoiceList> lists = choices.all().stream()
                .filter(list -> !list.archived() || Objects.equals(list.id(), form.choiceListId()))
                .toList();
        return new CustomFieldPage(field, form, lists, conversion, lacking, problem);
    }

    @PostMapping("/customers/fields")
    Object create(@RequestParam Map<String, String> form, HttpServletResponse response, Locale language) {
        CustomFieldDraft draft = CustomFieldForm.read(form);
        try {
            fields.create(draft);
            return INDEX;
        } catch (Refusal refusal) {
            return refused(null, draft, refusal, response, language);
        }
    }

    private CustomFieldPage refused(
            @Nullable CustomField field,
            CustomFieldDraft draft,
            Refusal refusal,
            HttpServletResponse response,
            Locale language) {
        response.setStatus(refusal.status().value());
        return page(field, draft, null, texts.get(language, refusal.key(), refusal.arguments()));
    }

    @GetMapping("/customers/fields/{id}")
    CustomFieldPage edit(@PathVariable long id) {
        CustomField field = find(id);
        return page(field, CustomFieldForm.of(field), null, null);
    }

    private CustomField find(long id) {
        return fields.find(new CustomFieldId(id)).orElseThrow(Refusal::notFound);
    }

    /** Another type is shown with what it would make of the values, and done when somebody agrees to that. */
    @PostMapping("/customers/fields/{id}")
    Object update(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            HttpServletResponse response,
            Locale language) {
        CustomField field = find(id);
        CustomFieldDraft draft = CustomFieldForm.read(form);
        try {
            if (draft.type() != field.type() && !form.containsKey("sure")) {
                var conversion = fields.preview(field.id(), draft.type(), draft.choiceListId());
                if (conversion.all() > 0) {
                    return page(field, draft, conversion, null);
                }
            }
            fields.update(field.id(), draft);
            return INDEX;
        } catch (Refusal refusal) {
            return refused(field, draft, refusal, response, language);
        }
    }

    @PostMapping("/customers/fields/{id}/archive")
    String archive(@PathVariable long id, @RequestParam(defaultValue = "true") boolean archived) {
        fields.archive(new CustomFieldId(id), archived);
        return INDEX;
    }

    /** All in their order, each with the heading that it stands under. */
    @PostMapping("/customers/fields/order")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void order(@RequestParam MultiValueMap<String, String> form) {
        List<String> items = form.getOrDefault("item", List.of());
        List<String> groups = form.getOrDefault("group", List.of());
        var order = new ArrayList<CustomFields.Placed>();
        for (int i = 0; i < items.size(); i++) {
            order.add(new CustomFields.Placed(
                    new CustomFieldId(ChoicesController.number(items.get(i))),
                    i < groups.size() ? groups.get(i) : null));
        }
        fields.order(order);
    }

    @PostMapping("/customers/fields/groups/move")
    String moveGroup(@RequestParam(defaultValue = "") String group, @RequestParam(defaultValue = "true") boolean up) {
        fields.moveGroup(group, up);
        return INDEX;
    }

    @PostMapping("/customers/fields/{id}/move")
    String move(@PathVariable long id, @RequestParam(defaultValue = "true") boolean up) {
        fields.move(new CustomFieldId(id), up);
        return INDEX;
    }
}
