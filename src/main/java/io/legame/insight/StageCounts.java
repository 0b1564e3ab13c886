package io.legame.insight;

import static io.legame.insight.WarehouseTables.STAGE_SPAN;
import static org.jooq.impl.DSL.count;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.TableField;

/**
 * How many were in each stage on some days: all who came until the day less all who had left it by then. Two looks at the
 * spans tell all days at once; comparing every span with every day takes ten times as long.
 */
final class StageCounts {
    private StageCounts() {}

    static List<LifeCycle.Count> of(DSLContext ask, List<LocalDate> days) {
        Map<Stage, NavigableMap<LocalDate, Long>> came = byDay(ask, STAGE_SPAN.FROM_ON);
        Map<Stage, NavigableMap<LocalDate, Long>> left = byDay(ask, STAGE_SPAN.UNTIL_ON);
        return days.stream()
                .map(day -> {
                    var counts = new EnumMap<Stage, Long>(Stage.class);
                    came.forEach((stage, each) -> counts.put(
                            stage, until(each, day) - until(left.getOrDefault(stage, new TreeMap<>()), day)));
                    return new LifeCycle.Count(day, counts);
                })
                .toList();
    }

    private static Map<Stage, NavigableMap<LocalDate, Long>> byDay(DSLContext ask, TableField<?, LocalDate> day) {
        var counts = new EnumMap<Stage, NavigableMap<LocalDate, Long>>(Stage.class);
        ask.select(STAGE_SPAN.STAGE, day, count())
                .from(STAGE_SPAN)
                .groupBy(STAGE_SPAN.STAGE, day)
                .forEach(row -> Stage.of(row.value1())
                        .ifPresent(stage -> counts.computeIfAbsent(stage, each -> new TreeMap<>())
                                .put(row.value2(), row.value3().longValue())));
        return counts;
    }

    private static long until(NavigableMap<LocalDate, Long> counts, LocalDate day) {
        return counts.headMap(day, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
