package io.legame.insight;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** This node's warehouse for those who watch over it: how fresh it is, how large, what it is asked and how that ends. */
@Component
class WarehouseMeters implements MeterBinder {
    private final Upkeep upkeep;
    private final Warehouse warehouse;

    WarehouseMeters(Upkeep upkeep, Warehouse warehouse) {
        this.upkeep = upkeep;
        this.warehouse = warehouse;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("legame.warehouse.seconds.behind", this, WarehouseMeters::secondsBehind)
                .description("How long ago the warehouse held everything that the database had")
                .register(registry);
        Gauge.builder("legame.warehouse.bytes", this, meters -> meters.held(Upkeep.Held::file))
                .description("Size of the warehouse's file")
                .baseUnit("bytes")
                .register(registry);
        bytes(registry, "memory", Upkeep.Held::memory, "What DuckDB holds in memory");
        bytes(registry, "spill", Upkeep.Held::spill, "What DuckDB put beside its file for want of memory");
        load(registry, "quick", Warehouse.Load::quick);
        load(registry, "long", Warehouse.Load::atLength);
        load(registry, "waiting", Warehouse.Load::waiting);
        activity(registry, warehouse.activity());
    }

    private static void activity(MeterRegistry registry, Activity activity) {
        for (Activity.Outcome outcome : Activity.Outcome.values()) {
            timer("legame.warehouse.questions", activity.questions(outcome))
                    .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                    .description("Questions and how they ended, waiting included")
                    .register(registry);
        }
        timer("legame.warehouse.steps", activity.steps())
                .description("Steps from one moment of the database to a later one")
                .register(registry);
        FunctionCounter.builder("legame.warehouse.rows.copied", activity, Activity::rows)
                .description("Rows that came from the database")
                .register(registry);
        FunctionCounter.builder("legame.warehouse.questions.long", activity, Activity::waysGiven)
                .description("Questions that took long and gave way to the quick ones")
                .register(registry);
    }

    private static FunctionTimer.Builder<Activity.Tally> timer(String name, Activity.Tally tally) {
        return FunctionTimer.builder(
                name, tally, Activity.Tally::count, Activity.Tally::nanoseconds, TimeUnit.NANOSECONDS);
    }

    private void bytes(MeterRegistry registry, String what, ToDoubleFunction<Upkeep.Held> size, String description) {
        Gauge.builder("legame.warehouse." + what, this, meters -> meters.held(size))
                .description(description)
                .baseUnit("bytes")
                .register(registry);
    }

    private void load(MeterRegistry registry, String state, ToDoubleFunction<Warehouse.Load> of) {
        Gauge.builder("legame.warehouse.questions.now", warehouse, asked -> of.applyAsDouble(asked.load()))
                .tag("state", state)
                .description("Questions that are being answered and that wait")
                .register(registry);
    }

    private double secondsBehind() {
        Duration age = upkeep.age();
        return age == null ? Double.NaN : age.toMillis() / 1000.0;
    }

    private double held(ToDoubleFunction<Upkeep.Held> size) {
        Upkeep.Held held = upkeep.held();
        return held == null ? Double.NaN : size.applyAsDouble(held);
    }
}
