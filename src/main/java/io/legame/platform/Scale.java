package io.legame.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** A vertical axis from one round number to another, zero included, with evenly spaced ticks. */
record Scale(double bottom, double top, double step) {
    private static final int WANTED_TICKS = 3;

    static Scale of(DoubleStream values) {
        var range = values.summaryStatistics();
        double highest = Math.max(0, range.getMax());
        double lowest = Math.min(0, range.getMin());
        if (highest == lowest) {
            return new Scale(0, 1, 1);
        }
        double step = round((highest - lowest) / WANTED_TICKS);
        return new Scale(Math.floor(lowest / step) * step, Math.ceil(highest / step) * step, step);
    }

    /** The next of 1, 2, 2.5, 5 and 10 times a power of ten. */
    private static double round(double number) {
        double power = Math.pow(10, Math.floor(Math.log10(number)));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            if (number <= factor * power) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** From the top down. */
    List<Double> ticks() {
        var ticks = new ArrayList<Double>();
        for (int i = (int) Math.round((top - bottom) / step); i >= 0; i--) {
            ticks.add(bottom + i * step);
        }
        return ticks;
    }

    /** 0 at the top of the axis, 1 at its bottom. */
    double fromTop(double value) {
        return (top - value) / (top - bottom);
    }
}
