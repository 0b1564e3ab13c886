package io.legame.customers.web;

import io.legame.customers.Choice;
import io.legame.customers.ChoiceList;
import io.legame.customers.ChoiceLists;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldDraft;
import io.legame.customers.CustomFieldId;
import io.legame.customers.CustomFieldType;
import io.legame.customers.CustomFields;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The fields that the company adds to its customers, for programs. */
@RestController
@RequestMapping("/api/v1/customers/fields")
@Tag(name = "Customers")
class CustomFieldsApi {
    private final CustomFields fields;
    private final ChoiceLists lists;

    CustomFieldsApi(CustomFields fields, ChoiceLists lists) {
        this.fields = fields;
        this.lists = lists;
    }

    /**
     * A field as programs write it; what is left out stays.
     *
     * @param type text, number, money, date, yes_no, choice, choices, link, email or phone
     * @param customerKind person, company or both
     * @param choices labels of the types that are chosen, added to those that are there; a new list has the field's name
     */
    record Body(
            @Nullable String name,
            @Nullable String help,
            @Nullable String type,
            @Nullable String customerKind,
            @Nullable String group,
            @Nullable Boolean required,
            @Nullable Boolean unique,
            @Nullable String defaultValue,
            @Nullable List<@Nullable String> choices,
            @Nullable Boolean archived) {}

    /** @param choices the labels that can be chosen */
    record Shown(
            long id,
            String code,
            String name,
            @Nullable String help,
            String type,
            @Nullable String customerKind,
            String group,
            boolean required,
            boolean unique,
            @Nullable String defaultValue,
            @Nullable List<String> choices,
            boolean archived) {
        static Shown of(CustomField field) {
            return new Shown(
                    field.id().value(),
                    field.code(),
                    field.name(),
                    field.help(),
                    field.type().code(),
                    field.customerKind(),
                    field.group(),
                    field.required(),
                    field.unique(),
                    field.defaultValue(),
                    field.choices() == null
                            ? null
                            : field.choices().offered().stream()
                                    .map(Choice::label)
                                    .toList(),
                    field.archived());
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('customers:view')")
    @Operation(summary = "The custom fields of customers, in their order")
    List<Shown> index() {
        return fields.all().stream().map(Shown::of).toList();
    }

    @PostMapping
    @PreAuthorize("hasAuthority('customers:fields')")
    @Operation(summary = "Add a custom field")
    Shown create(@RequestBody Body body) {
        CustomFieldDraft draft = draft(body, CustomFieldDraft.text(""), null);
        return Shown.of(fields.create(draft));
    }

    @PatchMapping("/{id}")
    @PreAuthorize("hasAuthority('customers:fields')")
    @Operation(summary = "Change a custom field; values stay as they are, whatever its type becomes")
    Shown update(@PathVariable long id, @RequestBody Body body) {
        var field = new CustomFieldId(id);
        CustomField before = fields.find(field).orElseThrow(Refusal::notFound);
        fields.update(field, draft(body, CustomFieldForm.of(before), before.choices()));
        if (body.archived() != null) {
            fields.archive(field, body.archived());
        }
        return Shown.of(fields.find(field).orElseThrow());
    }

    /** @param group the heading that it stands under; absent for the one that it has */
    record Place(@Nullable String code, @Nullable String group) {}

    record Order(@Nullable List<@Nullable Place> fields) {}

    @PutMapping("/order")
    @PreAuthorize("hasAuthority('customers:fields')")
    @Operation(
            summary = "Put custom fields in order, those of a heading together; fields that are not named follow as"
                    + " they were")
    List<Shown> order(@RequestBody Order order) {
        List<CustomField> inUse = fields.inUse();
        List<@Nullable Place> places = order.fields() == null ? List.of() : order.fields();
        fields.order(places.stream()
                .filter(Objects::nonNull)
                .map(place -> new CustomFields.Placed(
                        CustomBody.field(String.valueOf(place.code()), inUse).id(), place.group()))
                .toList());
        return index();
    }

    private CustomFieldDraft draft(Body body, CustomFieldDraft before, @Nullable ChoiceList list) {
        String code = body.type();
        CustomFieldType type = code == null
                ? before.type()
                : CustomFieldType.of(code).orElseThrow(() -> Refusal.of("customers.fields.error.type", code));
        String kind = body.customerKind();
        String name = Objects.requireNonNullElse(body.name(), before.name());
        return new CustomFieldDraft(
                name,
                body.help() == null ? before.help() : body.help(),
                type,
                kind == null ? before.customerKind() : kind.matches("person|company") ? kind : null,
                Objects.requireNonNullElse(body.group(), before.group()),
                Objects.requireNonNullElse(body.required(), before.required()),
                Objects.requireNonNullElse(body.unique(), before.unique()),
                body.defaultValue() == null ? before.defaultValue() : body.defaultValue(),
                body.choices() == null ? before.choiceListId() : Long.valueOf(list(name, body.choices(), list)));
    }

    private long list(String name, List<@Nullable String> choices, @Nullable ChoiceList list) {
        List<String> labels = choices.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        if (list == null) {
            return lists.create(name, labels).id();
        }
        lists.add(list.id(), labels);
        return list.id();
    }
}
