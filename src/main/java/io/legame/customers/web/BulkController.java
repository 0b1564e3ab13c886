package io.legame.customers.web;

import io.legame.access.Units;
import io.legame.customers.BulkAction;
import io.legame.customers.BulkActionId;
import io.legame.customers.BulkActions;
import io.legame.customers.BulkChange;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldId;
import io.legame.customers.CustomFieldType;
import io.legame.customers.CustomFields;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.EditCheck;
import io.legame.customers.FieldAccess;
import io.legame.customers.FieldLevel;
import io.legame.customers.Identity;
import io.legame.customers.SeenFields;
import io.legame.platform.Companies;
import io.legame.platform.Refusal;
import io.legame.platform.View;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The same done to many customers at once: picked in the list, then told what, then watched. */
@Controller
@RequestMapping("/customers/bulk")
@PreAuthorize("hasAuthority('customers:edit')")
class BulkController {
    private static final int PAGE = 30;
    private static final List<String> DOING = List.of("field", "unit", "archive", "delete");

    private final BulkActions actions;
    private final BulkTexts texts;
    private final ListQueries queries;
    private final CustomFields fields;
    private final FieldAccess access;
    private final Units units;
    private final Companies companies;

    BulkController(
            BulkActions actions,
            BulkTexts texts,
            ListQueries queries,
            CustomFields fields,
            FieldAccess access,
            Units units,
            Companies companies) {
        this.actions = actions;
        this.texts = texts;
        this.queries = queries;
        this.fields = fields;
        this.access = access;
        this.units = units;
        this.companies = companies;
    }

    @GetMapping
    BulkList index(@RequestParam(required = false) @Nullable Long after) {
        List<BulkAction> found = actions.list(after == null ? null : new BulkActionId(after), PAGE + 1);
        List<BulkAction> page = found.subList(0, Math.min(PAGE, found.size()));
        return new BulkList(
                page.stream().map(texts::status).toList(),
                found.size() > PAGE
                        ? "/customers/bulk?after=" + page.getLast().id().value()
                        : null);
    }

    /**
     * Picks customers of the list.
     *
     * @param all whether everybody of the list is meant, and not those who are ticked
     */
    @PostMapping
    String create(
            @ModelAttribute ListRequest request,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(name = "customer", required = false) @Nullable List<Long> ticked,
            @RequestParam(name = "do", defaultValue = "field") String doing) {
        BulkAction picked = all
                ? actions.pick(queries.read(request).query())
                : actions.pick(
                        ticked == null
                                ? List.of()
                                : ticked.stream().map(CustomerId::new).toList());
        return "redirect:" + BulkStatus.path(picked) + "?do=" + (DOING.contains(doing) ? doing : "field");
    }

    @GetMapping("/{id}")
    View show(@PathVariable long id, @RequestParam(name = "do", defaultValue = "field") String doing) {
        BulkAction action = actions.get(new BulkActionId(id));
        return action.state() != BulkAction.State.PICKED
                ? new BulkRunPage(texts.status(action))
                : new BulkPage(
                        action,
                        actions.sample(action.id()),
                        DOING.contains(doing) ? doing : "field",
                        writable(),
                        custom(),
                        units.seen());
    }

    private List<CustomerField> writable() {
        return BulkChange.FIELDS.stream().filter(access.current()::full).toList();
    }

    private List<CustomField> custom() {
        SeenFields seen = access.current();
        return fields.inUse().stream()
                .filter(field -> !field.unique() && seen.level(field) == FieldLevel.FULL)
                .toList();
    }

    /** The input for the value of a field. */
    @GetMapping("/field")
    BulkFieldInput field(@RequestParam(required = false) @Nullable String field) {
        if (field == null) {
            throw Refusal.of("customers.bulk.error.what");
        }
        if (CustomFieldId.isName(field)) {
            CustomField own = fields.find(CustomFieldId.ofName(field)).orElseThrow(Refusal::notFound);
            String currency = companies.get().currency().getCurrencyCode();
            return new BulkFieldInput(
                    null,
                    new CustomInput(own, List.of(), currency, false),
                    notes(),
                    own.type() == CustomFieldType.CHOICES);
        }
        CustomerField plain = CustomerField.of(field).orElseThrow(() -> Refusal.of("customers.bulk.error.what"));
        return new BulkFieldInput(new FieldInput(plain, "", false), null, notes(), false);
    }

    private EditNotes notes() {
        var nothing = new EditCheck(Map.of(), Map.of(), Map.of(), false, Identity.Kind.EMAIL, List.of(), List.of());
        return new EditNotes(nothing, fields.inUse(), List.of(), false);
    }

    /** Says what, and begins. */
    @PostMapping("/{id}")
    String update(@PathVariable long id, @RequestParam Map<String, String> form, Locale language) {
        BulkChange change = BulkForm.read(form, language);
        return "redirect:" + BulkStatus.path(actions.start(new BulkActionId(id), change));
    }

    @GetMapping("/{id}/status")
    BulkStatus status(@PathVariable long id) {
        return texts.status(actions.get(new BulkActionId(id)));
    }
}
