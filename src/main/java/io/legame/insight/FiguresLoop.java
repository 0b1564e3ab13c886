package io.legame.insight;

import org.springframework.stereotype.Component;

/** Lets the figures of this node take a step, and another. */
@Component
class FiguresLoop extends WarehouseLoop {
    private static final int REST = 2;
    /** After a step for very many customers, as while a file comes in. */
    private static final int LONG_REST = 9;

    private static final int MANY = 20_000;

    private final Figures figures;
    /** When all may be measured anew, on the clock of {@link System#nanoTime}. */
    private long nextMeasuring = System.nanoTime();

    FiguresLoop(Figures figures, Warehouse warehouse) {
        super("figures", "The customers' figures cannot be computed and will be tried again: {}", warehouse);
        this.figures = figures;
    }

    /** After all were measured those who change are at once looked after again: only measuring all of them waits. */
    @Override
    protected int step() {
        long begin = System.nanoTime();
        FiguresStep.Taken taken = figures.step(begin >= nextMeasuring);
        if (taken.everybody()) {
            long end = System.nanoTime();
            nextMeasuring = end + LONG_REST * (end - begin);
            return 0;
        }
        return taken.customers() > MANY ? LONG_REST : REST;
    }
}
