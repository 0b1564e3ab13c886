package io.legame.segments.web;

import io.legame.segments.AsOf;
import io.legame.segments.Builders;
import io.legame.segments.Drafting;
import io.legame.segments.Filter;
import io.legame.segments.FilterSentences;
import io.legame.segments.Segment;
import io.legame.segments.Telling;
import io.legame.segments.Weights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the builder's form. */
@Component
class BuilderForms {
    private final Builders builders;
    private final Drafting drafting;
    private final Telling telling;
    private final FilterSentences sentences;
    private final Weights weights;
    private final AsOf.Days days;

    BuilderForms(
            Builders builders,
            Drafting drafting,
            Telling telling,
            FilterSentences sentences,
            Weights weights,
            AsOf.Days days) {
        this.builders = builders;
        this.drafting = drafting;
        this.telling = telling;
        this.sentences = sentences;
        this.weights = weights;
        this.days = days;
    }

    SegmentBuilder page(BuilderForm form) {
        return page(form, null, null);
    }

    SegmentBuilder page(BuilderForm form, Written written) {
        return page(form, written, null, null);
    }

    /**
     * @param problem why it was not saved
     * @param changed what somebody else made of the segment meanwhile
     */
    SegmentBuilder page(BuilderForm form, @Nullable String problem, @Nullable Segment changed) {
        return page(form, Written.NOTHING, problem, changed);
    }

    private SegmentBuilder page(
            BuilderForm form, Written written, @Nullable String problem, @Nullable Segment changed) {
        return new SegmentBuilder(
                form.id(),
                form.name(),
                form.description(),
                changed == null ? form.version() : changed.version(),
                form.screen(),
                new Conditions(builders.show(form.draft()), builders.menu(), false, false),
                preview(form, written, false),
                problem,
                changed,
                changed == null ? "" : telling.sentence(changed.filter()));
    }

    Preview preview(BuilderForm form, Written written, boolean alone) {
        Filter filter = drafting.filter(form.draft());
        AsOf asOf = days.of(form.asOf());
        return new Preview(
                telling.sentence(filter),
                asOf,
                weights.preview(form.turnOf(), filter, asOf.day()),
                builders.problems(form.draft()),
                sentences.whole(filter),
                written,
                alone);
    }
}
