package io.legame.segments.web;

import io.legame.segments.AsOf;
import io.legame.segments.Filter;
import io.legame.segments.Mix;
import io.legame.segments.Profile;
import io.legame.segments.Profiles;
import io.legame.segments.SegmentId;
import io.legame.segments.Segments;
import io.legame.segments.Telling;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/segments")
@Tag(name = "Segments")
@PreAuthorize("hasAuthority('segments:view')")
class SegmentProfilesApi {
    private final Segments segments;
    private final Profiles profiles;
    private final FilterBodies bodies;
    private final Telling telling;
    private final AsOf.Days days;

    SegmentProfilesApi(Segments segments, Profiles profiles, FilterBodies bodies, Telling telling, AsOf.Days days) {
        this.segments = segments;
        this.profiles = profiles;
        this.bodies = bodies;
        this.telling = telling;
        this.days = days;
    }

    /** @param averageRevenue per customer, net of returns, up to the day; null for an empty group */
    record Told(
            LocalDate asOf,
            String sentence,
            long customers,
            @Nullable BigDecimal averageRevenue,
            @Nullable BigDecimal averageRevenueOfAll,
            List<ToldMix> mixes) {}

    /** @param of {@code customers} or {@code revenue}: what the sizes of the parts count */
    record ToldMix(String trait, String of, List<ToldPart> parts) {}

    /**
     * @param value null for who is not known, and for the others
     * @param others whether it is all further values together
     * @param index how many times as frequent as among all; null where there is nothing to compare with
     */
    record ToldPart(
            @Nullable String value,
            boolean others,
            BigDecimal size,
            double share,
            BigDecimal sizeOfAll,
            double shareOfAll,
            @Nullable Double index) {}

    @GetMapping("/{id}/profile")
    @Operation(summary = "What the members of a saved segment are like, beside all customers")
    Told show(
            @PathVariable long id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf) {
        return told(segments.get(new SegmentId(id)).filter(), asOf);
    }

    @PostMapping("/profile")
    @Operation(
            summary = "What the customers of a filter are like, beside all customers",
            description = "Takes {\"filter\": …, \"asOf\": \"2019-06-30\"}, as the preview does.")
    Told preview(@RequestBody String body) {
        FilterBodies.Asked asked = bodies.read(body);
        return told(asked.filter(), asked.asOf());
    }

    private Told told(Filter filter, @Nullable LocalDate asOf) {
        Profile profile = profiles.of(filter, days.of(asOf).day());
        return new Told(
                profile.asOf(),
                telling.sentence(filter),
                profile.size(),
                profile.average(),
                profile.averageOfAll(),
                profile.mixes().stream().map(SegmentProfilesApi::told).toList());
    }

    private static ToldMix told(Mix mix) {
        return new ToldMix(
                mix.trait().code(),
                mix.trait().isOfRevenue() ? "revenue" : "customers",
                mix.parts().stream()
                        .map(part -> new ToldPart(
                                part.value(),
                                part.others(),
                                plain(part.group()),
                                mix.share(part),
                                plain(part.all()),
                                mix.shareOfAll(part),
                                mix.index(part)))
                        .toList());
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.stripTrailingZeros().scale() < 0 ? number.setScale(0) : number.stripTrailingZeros();
    }
}
