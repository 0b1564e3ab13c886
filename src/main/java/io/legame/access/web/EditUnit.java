package io.legame.access.web;

import io.legame.access.Unit;
import io.legame.platform.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a shop or a team.
 *
 * @param unit null for a new one
 * @param touchpoints all that are known by name, and those that the unit names
 */
public record EditUnit(
        @Nullable Unit unit,
        UnitForm form,
        List<String> touchpoints,
        @Nullable String problem) implements View {
    public String path() {
        return unit == null
                ? UnitController.PATH
                : UnitController.PATH + "/" + unit.id().value();
    }
}
