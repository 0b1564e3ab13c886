package io.legame.insight;

import org.springframework.stereotype.Component;

/** Lets the projection of this node take a step, and another. */
@Component
class ProjectionLoop extends WarehouseLoop {
    private static final int REST = 2;

    private final Projection projection;

    ProjectionLoop(Projection projection, Warehouse warehouse) {
        super("projection", "The warehouse cannot follow the database and will try again: {}", warehouse);
        this.projection = projection;
    }

    @Override
    protected int step() {
        projection.catchUp();
        return REST;
    }
}
