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

    FiguresLoop(Figures figures, Warehouse warehouse) {
        super("figures", "The customers' figures cannot be computed and will be tried again: {}", warehouse.activity());
        this.figures = figures;
    }

    @Override
    int step() {
        return figures.step().customers() > MANY ? LONG_REST : REST;
    }
}
