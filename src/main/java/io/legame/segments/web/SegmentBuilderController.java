package io.legame.segments.web;

import io.legame.platform.Latest;
import io.legame.platform.Refusal;
import io.legame.platform.View;
import io.legame.segments.AsOf;
import io.legame.segments.Builders;
import io.legame.segments.Drafting;
import io.legame.segments.FilterSentences;
import io.legame.segments.Telling;
import io.legame.segments.Weights;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What happens on the builder page while somebody builds: the form comes whole each time, nothing is kept here. */
@Controller
@RequestMapping("/segments/builder")
@PreAuthorize("hasAnyAuthority('segments:edit', 'segments:filter')")
class SegmentBuilderController {
    private final BuilderForms forms;
    private final Builders builders;
    private final Drafting drafting;
    private final FilterSentences sentences;
    private final Telling telling;
    private final Weights weights;
    private final AsOf.Days days;

    SegmentBuilderController(
            BuilderForms forms,
            Builders builders,
            Drafting drafting,
            FilterSentences sentences,
            Telling telling,
            Weights weights,
            AsOf.Days days) {
        this.forms = forms;
        this.builders = builders;
        this.drafting = drafting;
        this.sentences = sentences;
        this.telling = telling;
        this.weights = weights;
        this.days = days;
    }

    /** A button was pressed or another choice made: the conditions look different now. */
    @PostMapping(headers = "HX-Request")
    View update(@RequestParam MultiValueMap<String, String> form, HttpServletResponse response) {
        BuilderForm asked = BuilderForm.read(form);
        Written written = Written.of(form);
        if (written.isMeant(asked.action())) {
            return written.read(
                    sentences,
                    telling,
                    filter -> new SentenceRead(
                            new Conditions(builders.show(drafting.draft(filter)), builders.menu(), false, true),
                            written.sentence()),
                    refused -> refused(refused, response));
        }
        return new Conditions(
                builders.show(asked.acted(drafting).draft()),
                builders.menu(),
                asked.action().isEmpty(),
                true);
    }

    private static View refused(Written written, HttpServletResponse response) {
        response.setHeader("HX-Reswap", "none");
        return new SentenceProblem(String.valueOf(written.problem()), true);
    }

    /** The same without scripts: the whole page, with the numbers of everybody. */
    @PostMapping(headers = "!HX-Request")
    @PreAuthorize("hasAuthority('segments:edit')")
    SegmentBuilder page(@RequestParam MultiValueMap<String, String> form) {
        BuilderForm asked = BuilderForm.read(form);
        Written written = Written.of(form);
        return written.isMeant(asked.action())
                ? written.read(
                        sentences,
                        telling,
                        filter -> forms.page(asked.meaning(drafting.draft(filter))),
                        refused -> forms.page(asked, refused))
                : forms.page(asked.acted(drafting), written);
    }

    /** A value changed: the numbers and the sentence are different now. */
    @PostMapping(path = "/preview", params = "!to")
    @PreAuthorize("hasAuthority('segments:edit')")
    @Nullable
    View preview(@RequestParam MultiValueMap<String, String> form, HttpServletResponse response) {
        return Latest.of(response, () -> forms.preview(BuilderForm.read(form), Written.of(form), true));
    }

    @PostMapping("/months")
    @PreAuthorize("hasAuthority('segments:edit')")
    @Nullable
    View months(@RequestParam MultiValueMap<String, String> form, HttpServletResponse response) {
        BuilderForm read = BuilderForm.read(form);
        return Latest.of(
                response,
                () -> new SegmentMonths(weights.months(
                        read.turnOf(),
                        drafting.filter(read.draft()),
                        days.of(read.asOf()).day())));
    }

    /** Values to pick, containing what is typed into the search. */
    @GetMapping("/values")
    ProposedValues values(
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String path,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam MultiValueMap<String, String> form) {
        if (source == null || path == null || name == null) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "platform.error.badRequest");
        }
        String field = path + "." + name;
        String typed = form.getFirst(field + "+") != null ? form.getFirst(field + "+") : form.getFirst(path + ".q");
        return new ProposedValues(path, name, builders.values(source, typed == null ? "" : typed));
    }
}
