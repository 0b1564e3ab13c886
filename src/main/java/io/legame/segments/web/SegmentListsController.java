package io.legame.segments.web;

import io.legame.customers.CustomerId;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.segments.AsOf;
import io.legame.segments.ListSegments;
import io.legame.segments.Segment;
import io.legame.segments.SegmentId;
import io.legame.segments.Segments;
import io.legame.segments.Telling;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Segments that are lists: those whom somebody chose, or who were in a segment on a day. */
@Controller
@RequestMapping("/segments")
@PreAuthorize("hasAuthority('segments:edit') and hasAuthority('customers:view')")
class SegmentListsController {
    private final Segments segments;
    private final ListSegments lists;
    private final Telling telling;
    private final AsOf.Days days;

    SegmentListsController(Segments segments, ListSegments lists, Telling telling, AsOf.Days days) {
        this.segments = segments;
        this.lists = lists;
        this.telling = telling;
        this.days = days;
    }

    @GetMapping("/lists/new")
    SegmentListForm new_() {
        return new SegmentListForm(null, "", "", 0, null);
    }

    @PostMapping("/lists")
    @Nullable
    Object create(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String description,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        try {
            return shown(lists.create(written(name), description, List.of()), redirect);
        } catch (Refusal refusal) {
            response.setStatus(refusal.status().value());
            return new SegmentListForm(null, written(name), written(description), 0, telling.reason(refusal));
        }
    }

    private static String written(@Nullable String value) {
        return value == null ? "" : value;
    }

    @PostMapping("/{id}/freeze")
    String create(
            @PathVariable long id, @RequestParam(required = false) @Nullable String asOf, RedirectAttributes redirect) {
        Segment segment = segments.get(new SegmentId(id));
        LocalDate day = days.of(BuilderForm.day(asOf)).day();
        var words = telling.words();
        return shown(
                lists.freeze(
                        segment,
                        words.text("frozenName", segment.beginning(), day),
                        words.text("frozenOf", telling.sentence(segment.filter()), day),
                        day),
                redirect);
    }

    private String shown(Segment list, RedirectAttributes redirect) {
        redirect.addFlashAttribute(Shells.TOAST, telling.words().text("toast.saved", list.name()));
        return "redirect:/segments/" + list.id().value();
    }

    @PostMapping("/{id}/members")
    String update(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long customer,
            RedirectAttributes redirect) {
        if (customer == null) {
            throw Refusal.of("segments.error.noCustomer");
        }
        int added = lists.add(new SegmentId(id), List.of(new CustomerId(customer)));
        redirect.addFlashAttribute(
                Shells.TOAST, telling.words().text(added > 0 ? "toast.listed" : "toast.listedAlready"));
        return "redirect:/segments/" + id;
    }

    @PostMapping("/{id}/members/{customer}/delete")
    String destroy(@PathVariable long id, @PathVariable long customer, RedirectAttributes redirect) {
        lists.remove(new SegmentId(id), List.of(new CustomerId(customer)));
        redirect.addFlashAttribute(Shells.TOAST, telling.words().text("toast.unlisted"));
        return "redirect:/segments/" + id;
    }
}
