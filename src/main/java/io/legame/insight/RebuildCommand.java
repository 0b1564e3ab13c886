package io.legame.insight;

import io.legame.platform.Command;
import java.io.PrintStream;
import org.springframework.stereotype.Component;

/** {@code java -jar legame.jar rebuild}: writes the warehouse anew. */
@Component
class RebuildCommand implements Command {
    private final Projection projection;

    RebuildCommand(Projection projection) {
        this.projection = projection;
    }

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public boolean run(PrintStream output) {
        projection.rebuild();
        output.println("The warehouse was built anew from the database.");
        return true;
    }
}
