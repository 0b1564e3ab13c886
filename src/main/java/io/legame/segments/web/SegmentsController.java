package io.legame.segments.web;

import io.legame.insight.Turn;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.View;
import io.legame.segments.AsOf;
import io.legame.segments.Draft;
import io.legame.segments.Drafting;
import io.legame.segments.Filter;
import io.legame.segments.Filters;
import io.legame.segments.Segment;
import io.legame.segments.SegmentId;
import io.legame.segments.Segments;
import io.legame.segments.Telling;
import io.legame.segments.Weights;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/segments")
class SegmentsController {
    /** What an empty list offers to begin with. */
    private static final Map<String, String> EXAMPLES = Map.of("recent", """
            {"all":[{"attribute":"gender","isOneOf":["F"]},{"attribute":"age","between":[18,45]},
             {"purchases":"amount","atLeast":100,"during":{"last":90,"unit":"days"}}]}""", "lost", """
            {"all":[{"purchases":"orders","atLeast":2},{"purchases":"daysSinceLast","moreThan":180},
             {"reachable":"email"}]}""", "birthday", """
            {"all":[{"attribute":"birthMonth","isOneOf":[%d]},{"reachable":"email"}]}""");

    private final Segments segments;
    private final Filters filters;
    private final Drafting drafting;
    private final BuilderForms forms;
    private final Telling telling;
    private final Weights weights;
    private final AsOf.Days days;
    private final MembersPages members;
    private final SegmentSettingsOf settings;

    SegmentsController(
            Segments segments,
            Filters filters,
            Drafting drafting,
            BuilderForms forms,
            Telling telling,
            Weights weights,
            AsOf.Days days,
            MembersPages members,
            SegmentSettingsOf settings) {
        this.segments = segments;
        this.filters = filters;
        this.drafting = drafting;
        this.forms = forms;
        this.telling = telling;
        this.weights = weights;
        this.days = days;
        this.members = members;
        this.settings = settings;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('segments:view')")
    SegmentList index(
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String folder) {
        AsOf day = days.of(BuilderForm.day(asOf));
        List<String> folders = segments.folders();
        String chosen = folder != null && folders.contains(folder) ? folder : null;
        var entries = segments.list().stream()
                .filter(segment ->
                        chosen == null || chosen.equals(segment.place().folder()))
                .map(segment -> new SegmentList.Entry(segment, telling.sentence(segment.filter())))
                .toList();
        var examples = entries.isEmpty()
                ? List.of("recent", "lost", "birthday").stream()
                        .map(key -> example(key, day.day()))
                        .toList()
                : List.<SegmentList.Example>of();
        return new SegmentList(day, entries, examples, folders, chosen);
    }

    private SegmentList.Example example(String key, LocalDate day) {
        String json = EXAMPLES.getOrDefault(key, "").replace("%d", Integer.toString(day.getMonthValue()));
        return new SegmentList.Example(key, key, telling.sentence(filters.read(json)));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('segments:view')")
    SegmentPage show(@PathVariable long id, @RequestParam(required = false) @Nullable String asOf) {
        Segment segment = segments.get(new SegmentId(id));
        AsOf day = days.of(BuilderForm.day(asOf));
        return new SegmentPage(
                segment,
                telling.sentence(segment.filter()),
                segments.usersOf(segment.id()),
                day,
                weights.of(segment.filter(), day.day()),
                members.page(segment, day.day(), null),
                settings.segment(segment));
    }

    /**
     * @param example one of the ready ones, to begin with
     * @param filter another one to begin with, as JSON
     */
    @GetMapping("/new")
    @PreAuthorize("hasAuthority('segments:edit')")
    SegmentBuilder new_(
            @RequestParam(required = false) @Nullable String example,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String asOf) {
        LocalDate wished = BuilderForm.day(asOf);
        if (filter != null) {
            return forms.page(form(drafting.draft(filters.read(filter)), "", wished));
        }
        String json = example == null ? null : EXAMPLES.get(example);
        if (json == null) {
            return forms.page(form(Draft.empty(), "", wished));
        }
        String begun = json.replace("%d", Integer.toString(days.of(wished).day().getMonthValue()));
        String name = telling.words().text("example." + example);
        return forms.page(form(drafting.draft(filters.read(begun)), name, wished));
    }

    private static BuilderForm form(Draft.Group draft, String name, @Nullable LocalDate asOf) {
        return new BuilderForm(null, name, "", 0, Turn.newScreen(), 0, asOf, draft, "");
    }

    @PostMapping
    @PreAuthorize("hasAuthority('segments:edit')")
    @Nullable
    Object create(
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        BuilderForm read = BuilderForm.read(form);
        try {
            Filter filter = drafting.complete(read.draft());
            return saved(segments.create(read.name(), read.description(), filter), read.asOf(), redirect);
        } catch (Refusal refusal) {
            return again(read, refusal, response);
        }
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('segments:edit')")
    View edit(@PathVariable long id, @RequestParam(required = false) @Nullable String asOf) {
        Segment segment = segments.get(new SegmentId(id));
        if (segment.isList()) {
            return SegmentListForm.of(segment);
        }
        String description = segment.description();
        return forms.page(new BuilderForm(
                segment.id(),
                segment.name(),
                description == null ? "" : description,
                segment.version(),
                Turn.newScreen(),
                0,
                BuilderForm.day(asOf),
                drafting.draft(segment.filter()),
                ""));
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasAuthority('segments:edit')")
    @Nullable
    Object update(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        BuilderForm read = BuilderForm.read(form);
        try {
            Segment before = segments.get(new SegmentId(id));
            Filter filter = before.isList() ? before.filter() : drafting.complete(read.draft());
            return saved(
                    segments.update(new SegmentId(id), read.version(), read.name(), read.description(), filter),
                    read.asOf(),
                    redirect);
        } catch (Segments.Changed changed) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return forms.page(read, null, changed.now());
        } catch (Refusal refusal) {
            return again(read, refusal, response);
        }
    }

    private View again(BuilderForm form, Refusal refusal, HttpServletResponse response) {
        response.setStatus(refusal.status().value());
        return forms.page(form, telling.reason(refusal), null);
    }

    /** Shows the segment on the day that was looked at while it was built. */
    private String saved(Segment segment, @Nullable LocalDate asOf, RedirectAttributes redirect) {
        redirect.addFlashAttribute(Shells.TOAST, telling.words().text("toast.saved", segment.name()));
        boolean chosen = asOf != null && !asOf.equals(days.of(null).day());
        return "redirect:/segments/" + segment.id().value() + (chosen ? "?asOf=" + asOf : "");
    }

    @PostMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('segments:edit')")
    String destroy(@PathVariable long id, RedirectAttributes redirect) {
        Segment segment = segments.get(new SegmentId(id));
        segments.delete(segment.id());
        redirect.addFlashAttribute(Shells.TOAST, telling.words().text("toast.deleted", segment.name()));
        redirect.addFlashAttribute(Shells.TOAST_UNDO, "/segments/" + id + "/restore");
        return "redirect:/segments";
    }
}
