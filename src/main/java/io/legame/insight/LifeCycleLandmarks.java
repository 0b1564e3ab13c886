package io.legame.insight;

import io.legame.customers.CustomerId;
import io.legame.platform.Companies;
import io.legame.platform.Refusal;
import io.legame.platform.Viewer;
import io.legame.timeline.Landmark;
import io.legame.timeline.Landmarks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The passages of a customer from stage to stage, among what happened. */
@Component
class LifeCycleLandmarks implements Landmarks {
    private final LifeCycle lifeCycle;
    private final Companies companies;

    LifeCycleLandmarks(LifeCycle lifeCycle, Companies companies) {
        this.lifeCycle = lifeCycle;
        this.companies = companies;
    }

    @Override
    public List<Landmark> of(CustomerId customer, @Nullable Instant after, @Nullable Instant until) {
        if (!Viewer.current().may("insight:customers")) {
            return List.of();
        }
        try {
            LocalDate today = lifeCycle.day();
            return lifeCycle.of(customer).stream()
                    .filter(span -> !span.from().isAfter(today))
                    .map(span -> new Landmark(
                            span.from().atStartOfDay(companies.get().timeZone()).toInstant(),
                            span.stage().icon(),
                            "insight.stage.landmark." + span.stage().code(),
                            List.of(),
                            null,
                            ""))
                    .filter(each -> after == null || each.at().isAfter(after))
                    .filter(each -> until == null || !each.at().isAfter(until))
                    .toList();
        } catch (Refusal building) {
            // the timeline is whole without its passages while the warehouse does not answer
            return List.of();
        }
    }
}
