package io.legame.customers.web;

import io.legame.access.Units;
import io.legame.customers.ListView;
import io.legame.customers.ListViewId;
import io.legame.customers.ListViews;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists of customers that are kept. */
@Controller
@RequestMapping("/customers/views")
@PreAuthorize("hasAuthority('customers:view')")
class ListViewController {
    private final ListViews views;
    private final ListQueries queries;
    private final Units units;
    private final Texts texts;

    ListViewController(ListViews views, ListQueries queries, Units units, Texts texts) {
        this.views = views;
        this.queries = queries;
        this.units = units;
        this.texts = texts;
    }

    /** The list as it is looked at, to be kept under a name. */
    @GetMapping("/new")
    ListViewPage new_(@ModelAttribute ListRequest request) {
        return page(null, "", ListView.Sharing.OWN, queries.read(request));
    }

    private ListViewPage page(
            @Nullable ListView view, String name, ListView.Sharing sharing, @Nullable ListState list) {
        return new ListViewPage(view, name, sharing, list, units.seen());
    }

    @PostMapping
    String create(
            @ModelAttribute ListRequest request,
            @ModelAttribute ListViewForm form,
            RedirectAttributes flash,
            Locale language) {
        ListView created = views.create(form.content(queries.read(request)));
        return saved(created, flash, language);
    }

    @GetMapping("/{id}/edit")
    ListViewPage edit(@PathVariable long id) {
        ListView view = views.find(new ListViewId(id)).orElseThrow(Refusal::notFound);
        return page(view, view.content().name(), view.content().sharing(), null);
    }

    /** Another name or other readers; and the list as it is looked at now, when the form says which. */
    @PostMapping("/{id}")
    String update(
            @PathVariable long id,
            @ModelAttribute ListRequest request,
            @ModelAttribute ListViewForm form,
            RedirectAttributes flash,
            Locale language) {
        var view = new ListViewId(id);
        ListView before = views.find(view).orElseThrow(Refusal::notFound);
        ListView changed = views.update(
                view, form.seen(), form.content(before, request.view() == null ? null : queries.read(request)));
        return saved(changed, flash, language);
    }

    private String saved(ListView view, RedirectAttributes flash, Locale language) {
        flash.addFlashAttribute(
                Shells.TOAST,
                texts.get(language, "customers.views.saved", view.content().name()));
        return "redirect:/customers?view=" + view.id().value();
    }

    @PostMapping("/{id}/delete")
    String destroy(@PathVariable long id, RedirectAttributes flash, Locale language) {
        var view = new ListViewId(id);
        ListView gone = views.find(view).orElseThrow(Refusal::notFound);
        views.remove(view);
        flash.addFlashAttribute(
                Shells.TOAST,
                texts.get(language, "customers.views.removed", gone.content().name()));
        return "redirect:/customers";
    }
}
